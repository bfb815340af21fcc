using ChatbotSante.Dialogs.Nlu.Intents;

namespace ChatbotSante.Training.Intents;

/// <summary>Keeps the features it is given.</summary>
internal readonly struct FeatureList(List<(uint Feature, short Weight)> list) : IFeatureSink
{
    public void Add(uint feature, short weight) => list.Add((feature, weight));
}
