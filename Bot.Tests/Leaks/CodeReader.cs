using System.Text.Json;
using System.Text.RegularExpressions;
using ChatbotSante.Tests.Bot.Channels;

namespace ChatbotSante.Tests.Leaks;

/// <summary>Reads codes where a patient's telephone would show them, and counts what the patients got done.</summary>
/// <param name="outbox">The folder of messages, from outside.</param>
internal sealed partial class CodeReader(string outbox)
{
    private int _booked;
    private int _callBacks;
    private int _codes;

    public int Bookings => _booked;
    public int CallBacks => _callBacks;
    public int Codes => _codes;

    public void Booked() => Interlocked.Increment(ref _booked);

    public void CallBackAsked() => Interlocked.Increment(ref _callBacks);

    /// <summary>The last code sent to a number; null when none came in time.</summary>
    /// <param name="phone">Ten digits.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<string?> ReadAsync(string phone, CancellationToken cancellationToken)
    {
        string? code = null;
        try
        {
            await Bots.UntilAsync(
                () =>
                {
                    code = Find("+33" + phone[1..]);
                    return Task.FromResult(
                        code is not null || cancellationToken.IsCancellationRequested
                    );
                },
                "a code is sent",
                TimeSpan.FromSeconds(5)
            );
        }
        catch (TimeoutException)
        {
            // A fault may be on: the patient gives up.
            return null;
        }

        Interlocked.Increment(ref _codes);
        return code;
    }

    [GeneratedRegex("[0-9]{6}", RegexOptions.None, 1000)]
    private static partial Regex Code();

    private string? Find(string to)
    {
        if (!Directory.Exists(outbox))
        {
            return null;
        }

        foreach (
            var path in Directory
                .EnumerateFiles(outbox, "*.code.sms.json")
                .OrderDescending(StringComparer.Ordinal)
        )
        {
            try
            {
                var sms = JsonElement.Parse(File.ReadAllBytes(path));
                if (sms.Of("to") == to && Code().Match(sms.Of("text")!) is { Success: true } match)
                {
                    return match.Value;
                }
            }
            catch (Exception gone) when (gone is IOException or JsonException)
            {
                // Deleted meanwhile, or still being written.
            }
        }

        return null;
    }
}
