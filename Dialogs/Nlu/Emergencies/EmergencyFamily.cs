namespace ChatbotSante.Dialogs.Nlu.Emergencies;

/// <summary>One family of wordings, in order of precedence.</summary>
/// <param name="Code"><c>u1</c>, <c>u2</c>, …</param>
/// <param name="Phrases">Wordings, in the notation of <see cref="PhrasePattern"/>; <c>?</c> before one, it is always asked
/// about first.</param>
public sealed record EmergencyFamily(string Code, IReadOnlyList<string> Phrases);
