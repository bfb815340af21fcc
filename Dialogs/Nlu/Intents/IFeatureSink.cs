namespace ChatbotSante.Dialogs.Nlu.Intents;

/// <summary>Takes the features of a message one by one: a sum where it is understood, a list where it is learned from.</summary>
internal interface IFeatureSink
{
    /// <summary>One feature.</summary>
    /// <param name="feature">Its hash.</param>
    /// <param name="weight">How much it counts for; part of the weights' format.</param>
    void Add(uint feature, short weight);
}
