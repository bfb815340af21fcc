namespace ChatbotSante.Dialogs.Nlu.Emergencies;

/// <summary>A possible threat to life said in a message.</summary>
/// <param name="Family">Code of the family (<c>u1</c>…): names the wording, never a disease.</param>
/// <param name="IsClear">True when it is said of here and now; false when one question must be asked first.</param>
public sealed record EmergencySignal(string Family, bool IsClear)
{
    /// <summary>No wording says it: it is like what was learned of emergencies.</summary>
    public bool IsLearned { get; init; }
}
