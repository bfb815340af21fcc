using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using ChatbotSante.Dialogs.Activities;
using ChatbotSante.Redaction;

namespace ChatbotSante.Fuzzing;

/// <summary>What is given inputs that nobody thought of. A target throws when the input shows a fault.</summary>
internal static class FuzzTargets
{
    /// <summary>Made with the first input: instrumented code may not run before the fuzzer is there to be told.</summary>
    private static readonly Lazy<RedactionEngine> Engine = new(() => RedactionEngine.Create());

    public static IReadOnlyDictionary<string, Action<byte[]>> All { get; } =
        new Dictionary<string, Action<byte[]>>(StringComparer.Ordinal)
        {
            ["text"] = input => Analyze(Encoding.UTF8.GetString(input)),
            ["utf16"] = input => Analyze(MemoryMarshal.Cast<byte, char>(input).ToString()),
            ["stream"] = input => Stream(Encoding.UTF8.GetString(input)),
            ["identifiers"] = input => Identifiers(Encoding.UTF8.GetString(input)),
            ["activity"] = Activity,
        };

    /// <summary>Spans lie inside the text, in order and apart; the same text gives the same answer; redacted text holds what lies between.</summary>
    private static void Analyze(string text)
    {
        // The first character chooses what was asked and the channel, so that inputs reach what questions open.
        var choice = text.Length > 0 ? text[0] : '\0';
        var context = new RedactionContext
        {
            Expected =
                choice % 2 == 0 ? CategorySet.None : CategorySet.Of((DataCategory)(choice % 19)),
            Channel = choice % 3 == 0 ? TextChannel.Speech : TextChannel.Typed,
        };
        var first = new RedactionResult();
        Engine.Value.Analyze(text, context, first);
        var at = 0;
        var kept = 0;
        foreach (var span in first.Spans)
        {
            Check(
                span.Start >= at && span.Length > 0 && span.End <= text.Length,
                "a span lies outside, or on another"
            );
            Check(Enum.IsDefined(span.Category), "a span has no category");
            kept += span.Start - at;
            at = span.End;
        }

        Check(first.Redact(text).Length >= kept, "words between spans were lost");
        Check(
            first.Redact(text, RedactionStyle.Mask).Length == text.Length,
            "a masked text is as long as the text"
        );

        var second = new RedactionResult();
        Engine.Value.Analyze(text, context, second);
        Check(first.Spans.SequenceEqual(second.Spans), "two readings of the same text differ");
    }

    /// <summary>However a text is cut, a stream holds no more than it says, and its masked output is as long as what it was given.</summary>
    private static void Stream(string text)
    {
        var stream = new RedactionStream(Engine.Value, default, RedactionStyle.Mask);
        var given = 0;
        for (var at = 0; at < text.Length; )
        {
            // The text itself says where it is cut.
            var length = Math.Min(1 + (text[at] % 97), text.Length - at);
            given += stream.Push(text.AsSpan(at, length)).Length;
            at += length;
            Check(
                stream.HeldLength <= RedactionStream.MaxHeldLength,
                "more is held than was promised"
            );
            Check(given + stream.HeldLength == at, "text was lost or made up");
        }

        given += stream.Flush().Length;
        Check(
            given == text.Length && stream.HeldLength == 0,
            "what was held is given out at the end"
        );
    }

    private static void Identifiers(string text)
    {
        if (PhoneNumber.TryParse(text, out var phone))
        {
            Check(
                PhoneNumber.TryParse(phone.Reveal(), out var again) && again == phone,
                "a number in E.164 form reads as itself"
            );
        }

        if (OneTimeCode.TryParse(text, out var code))
        {
            Check(
                OneTimeCode.TryParse(code.Reveal(), out var again) && again == code,
                "a code reads as itself"
            );
        }

        var space = text.IndexOf(' ', StringComparison.Ordinal);
        var (family, given) = space < 0 ? (text, text) : (text[..space], text[(space + 1)..]);
        if (PersonName.TryCreate(family, given, out var name))
        {
            Check(
                name!.RevealFamily().Length == family.Length
                    && name.RevealGiven().Length == given.Length,
                "a tidied name is as long as the name"
            );
        }
    }

    private static void Activity(byte[] input)
    {
        try
        {
            var activity = JsonSerializer.Deserialize(input, ActivityJson.Default.Activity);
            Check(activity?.ToString()?.Length is null or >= 0, "an activity prints");
        }
        catch (JsonException)
        {
            // What is not an activity is refused: nothing else may be thrown.
        }
    }

    private static void Check(bool holds, string what)
    {
        if (!holds)
        {
            throw new InvalidOperationException(what);
        }
    }
}
