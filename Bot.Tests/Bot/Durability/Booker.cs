namespace ChatbotSante.Tests.Bot.Durability;

/// <summary>A patient who books, whatever the bot answers meanwhile: reads the last reply, and answers it.</summary>
internal static class Booker
{
    private const int MostTurns = 40;

    /// <summary>Books; the confirmation's text, or null when the agenda was full.</summary>
    public static async Task<string?> BookAsync(ConnectorCaller caller, string request)
    {
        var replies = await caller.SayAsync(request);
        for (var turn = 0; turn < MostTurns; turn++)
        {
            var last = replies[^1];
            if (IsConfirmation(last))
            {
                return last;
            }

            if (Says(last, "complet") || Says(last, "plus de créneau"))
            {
                return null;
            }

            replies = await caller.SayAsync(Answer(last));
        }

        throw new InvalidOperationException(
            $"A booking did not come to an end; last: {replies[^1]}"
        );
    }

    public static bool IsConfirmation(string reply) =>
        Says(reply, "C'est réservé :") || Says(reply, "est réservé :");

    private static string Answer(string reply)
    {
        if (Says(reply, "Je récapitule") || Says(reply, "confirme ?"))
        {
            return "oui";
        }

        return Says(reply, "date de naissance")
            ? "Martin Jeanne 12/03/1948 06 39 98 12 34"
            : "le premier";
    }

    private static bool Says(string reply, string words) =>
        reply.Contains(words, StringComparison.Ordinal);
}
