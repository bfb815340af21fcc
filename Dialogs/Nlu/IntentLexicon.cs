namespace ChatbotSante.Dialogs.Nlu;

/// <summary>The wordings of one intent, as a file of <c>Content/fr-FR/intents</c> lists them.</summary>
/// <param name="Intent">What they ask for.</param>
/// <param name="Topic">What exactly, for a question that has several answers; null otherwise.</param>
/// <param name="Phrases">Wordings, in the notation of <see cref="PhrasePattern"/>.</param>
public sealed record IntentLexicon(Intent Intent, InfoTopic? Topic, IReadOnlyList<string> Phrases);
