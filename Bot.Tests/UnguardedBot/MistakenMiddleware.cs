using System.Diagnostics;
using ChatbotSante.Bot.Ports;
using ChatbotSante.Dialogs;
using ChatbotSante.Dialogs.Engine;
using ChatbotSante.Dialogs.Pipeline;
using ChatbotSante.Redaction;

namespace ChatbotSante.UnguardedBot;

/// <summary>Does with a patient's words what must not be done with them.</summary>
internal sealed partial class MistakenMiddleware(
    IReadOnlySet<Mistake> mistakes,
    ILogger<MistakenMiddleware> logger,
    Func<HttpClient> makeClient
) : ITurnMiddleware
{
    private static readonly ActivitySource Source = new(TelemetrySource.Name);
    private string _earlier = "";

    public async ValueTask InvokeAsync(
        TurnContext turn,
        TurnHandler next,
        CancellationToken cancellationToken
    )
    {
        if (turn.Activity.Text?.Reveal() is not { Length: > 0 } text)
        {
            await next(turn, cancellationToken);
            return;
        }

        if (mistakes.Contains(Mistake.Log))
        {
            Log(text);
        }

        if (mistakes.Contains(Mistake.Trace))
        {
            Trace.WriteLine(text);
        }

        if (mistakes.Contains(Mistake.Span))
        {
            using var span = Source.StartActivity(text);
        }

        if (mistakes.Contains(Mistake.TemporaryFile))
        {
            await File.WriteAllTextAsync(Path.GetTempFileName(), text, cancellationToken);
        }

        if (mistakes.Contains(Mistake.Lookup))
        {
            await LookUpAsync(text, cancellationToken);
        }

        if (mistakes.Contains(Mistake.Throw))
        {
            throw new InvalidOperationException($"No dialog for « {text} ».");
        }

        await next(turn, cancellationToken);
        if (mistakes.Contains(Mistake.Mix))
        {
            turn.Say(new Reply("rappel.note", ("chiffres", _earlier), ("reference", "R-0")));
            _earlier = text;
        }
    }

    private void Log(string text)
    {
        using (logger.BeginScope(new KeyValuePair<string, object?>[] { new("Text", text) }))
        {
            Said(logger, text);
            Failed(logger, new InvalidOperationException($"« {text} »"));
        }
    }

    [LoggerMessage(9001, LogLevel.Warning, "Heard: {Text}")]
    private static partial void Said(ILogger logger, string text);

    [LoggerMessage(9002, LogLevel.Error, "Not understood")]
    private static partial void Failed(ILogger logger, Exception fault);

    private async Task LookUpAsync(string text, CancellationToken cancellationToken)
    {
        var word = FoldedText
            .FoldWord(text)
            .Split(' ', ',', '.', '/', ':', '@')
            .OrderByDescending(part => part.Count(char.IsAsciiLetter))
            .First();
        using var client = makeClient();
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(TimeSpan.FromMilliseconds(300));
        try
        {
            await client.GetAsync(
                new Uri(
                    $"http://{new string([.. word.Where(char.IsAsciiLetter)])}.audience.example/"
                ),
                limit.Token
            );
        }
        catch (Exception fault)
            when (fault
                    is HttpRequestException
                        or OperationCanceledException
                        or ChatbotSanteException
            )
        {
            // Statistics are not worth a turn.
        }
    }
}
