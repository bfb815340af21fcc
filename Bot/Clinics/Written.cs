namespace ChatbotSante.Bot.Clinics;

/// <summary>A value of the clinic's file, and the line where it stands.</summary>
internal readonly record struct Written(string Value, long Line);
