namespace ChatbotSante.Dialogs.Nlu.Emergencies;

/// <summary>One family of wordings, in order of precedence.</summary>
/// <param name="Code"><c>u1</c>, <c>u2</c>, …</param>
/// <param name="Phrases">Wordings: words apart by spaces, without accents; <c>a|b</c> is either, <c>mot*</c> a beginning, <c>_</c> any
/// one word or none, but not first; <c>=</c> before a phrase, the whole message.</param>
public sealed record EmergencyFamily(string Code, IReadOnlyList<string> Phrases);
