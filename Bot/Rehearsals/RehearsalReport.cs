using System.Globalization;

namespace ChatbotSante.Bot.Rehearsals;

/// <summary>Tells in French how a rehearsal went.</summary>
internal static class RehearsalReport
{
    /// <summary>How many of the last words are shown where something was not as expected.</summary>
    private const int LinesShown = 6;

    private static readonly CultureInfo French = CultureInfo.GetCultureInfo("fr-FR");

    /// <summary>The report of one, a line each.</summary>
    /// <param name="result">How it went.</param>
    /// <param name="isWhole">True to show all that was said, even when all is well.</param>
    public static IEnumerable<string> Of(RehearsalResult result, bool isWhole)
    {
        var rehearsal = result.Rehearsal;
        var scenario = rehearsal.Scenario is { } name ? $"{name}, " : string.Empty;
        yield return string.Create(
            French,
            $"{(result.HasPassed ? "réussie" : "ÉCHOUÉE")}  {rehearsal.Name} ({scenario}{result.Elapsed.TotalSeconds:0.0} s) : {rehearsal.Title}"
        );
        foreach (var failure in result.Failures)
        {
            var place =
                failure.Line > 0
                    ? string.Create(French, $"ligne {failure.Line}, attendu")
                    : "à la fin";
            yield return $"  {place} : {failure.What}";
        }

        if (isWhole || !result.HasPassed)
        {
            foreach (
                var line in isWhole ? result.Transcript : result.Transcript.TakeLast(LinesShown)
            )
            {
                yield return $"    | {line}";
            }
        }
    }

    /// <summary>The last line.</summary>
    public static string Total(int passed, int failed, int unread) =>
        string.Create(
            French,
            $"{passed + failed + unread} répétition(s) : {passed} réussie(s), {failed} échouée(s), {unread} impossible(s) à jouer."
        );
}
