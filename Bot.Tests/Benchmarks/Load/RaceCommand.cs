using System.Globalization;
using System.Security.Cryptography;

namespace ChatbotSante.Benchmarks.Load;

/// <summary><c>race --url URL</c>: many messages to one conversation, several in flight; then asks the bot how many it counted.</summary>
/// <remarks>The bot counts messages in the conversation's state, and says its counter without counting on the text « total ».</remarks>
internal static class RaceCommand
{
    /// <summary>0 when the counter is the number of messages, 1 otherwise.</summary>
    public static int Run(ReadOnlySpan<string> args)
    {
        var arguments = new Arguments(args, "--url", "--messages", "--in-flight");
        var url = new Uri(arguments.Text("--url", "http://127.0.0.1:3979/api/messages"));
        var messages = arguments.Number("--messages", 200, 1, 1_000_000);
        var inFlight = arguments.Number("--in-flight", 8, 1, 256);
        var run = "race" + RandomNumberGenerator.GetHexString(8, lowercase: true);
        var next = 0;
        var refused = 0;
        var threads = Enumerable
            .Range(0, inFlight)
            .Select(_ => new Thread(() =>
            {
                using var exchange = new RaceConnection(url, run);
                for (
                    var message = Interlocked.Increment(ref next);
                    message <= messages;
                    message = Interlocked.Increment(ref next)
                )
                {
                    if (exchange.Say(message, "compter"u8) != 200)
                    {
                        Interlocked.Increment(ref refused);
                    }
                }
            }))
            .ToList();
        threads.ForEach(t => t.Start());
        threads.ForEach(t => t.Join());

        using var last = new RaceConnection(url, run);
        last.Say(0, "total"u8);
        var counter = last.LastNumber;
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{messages} messages, {inFlight} in flight, {refused} not answered with 200: the counter reads {counter}"
            )
        );
        return counter == messages ? 0 : 1;
    }
}
