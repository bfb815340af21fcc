using System.Buffers.Text;
using System.Globalization;
using System.Net;
using System.Text;

namespace ChatbotSante.Bot.Rehearsals.Sweep;

/// <summary>Bytes with one way of escaping undone, and where each of them came from.</summary>
internal sealed class ByteView
{
    private const byte Gap = 0xFF;
    private readonly List<byte> _bytes;
    private readonly List<int> _origins;

    private ByteView(int capacity)
    {
        _bytes = new List<byte>(capacity);
        _origins = new List<int>(capacity);
    }

    public ReadOnlySpan<byte> Bytes =>
        System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_bytes);

    public int OriginOf(int index) => _origins[index];

    /// <summary>Whether no digit stands beside these, in a view of digits.</summary>
    public bool IsWholeNumber(int index, int length) =>
        (index == 0 || _bytes[index - 1] == Gap)
        && (index + length == _bytes.Count || _bytes[index + length] == Gap);

    public static ByteView Percent(ReadOnlySpan<byte> bytes) =>
        Escaped(bytes, (byte)'%', plusIsSpace: true);

    public static ByteView QuotedPrintable(ReadOnlySpan<byte> bytes) =>
        Escaped(bytes, (byte)'=', plusIsSpace: false);

    /// <summary>Without line breaks, for Base64 that was wrapped.</summary>
    public static ByteView Unwrapped(ReadOnlySpan<byte> bytes)
    {
        var view = new ByteView(bytes.Length);

        for (var at = 0; at < bytes.Length; at++)
        {
            if (bytes[at] is not ((byte)'\r' or (byte)'\n'))
            {
                view.Add(bytes[at], at);
            }
        }

        return view;
    }

    public static ByteView Json(ReadOnlySpan<byte> bytes)
    {
        var view = new ByteView(bytes.Length);
        var at = 0;

        while (at < bytes.Length)
        {
            var next = at;

            if (TryReadJsonEscape(bytes, ref next, out var first))
            {
                var afterPair = next;
                var rune =
                    char.IsHighSurrogate(first)
                    && TryReadJsonEscape(bytes, ref afterPair, out var second)
                    && char.IsLowSurrogate(second)
                        ? new Rune(first, second)
                    : char.IsSurrogate(first) ? Rune.ReplacementChar
                    : new Rune(first);

                view.Add(rune, at);
                at = rune.IsBmp ? next : afterPair;
            }
            else if (
                bytes[at] == (byte)'\\'
                && at + 1 < bytes.Length
                && bytes[at + 1] is (byte)'"' or (byte)'/' or (byte)'\\'
            )
            {
                at++;
            }
            else
            {
                view.Add(bytes[at], at);
                at++;
            }
        }

        return view;
    }

    public static ByteView Html(ReadOnlySpan<byte> bytes)
    {
        const int LongestEntity = 12;
        var view = new ByteView(bytes.Length);
        var at = 0;

        while (at < bytes.Length)
        {
            if (bytes[at] == (byte)'&')
            {
                var rest = bytes.Slice(at, Math.Min(LongestEntity, bytes.Length - at));
                var length = rest.IndexOf((byte)';') + 1;
                var entity = Encoding.Latin1.GetString(rest[..length]);
                var text = WebUtility.HtmlDecode(entity);

                if (!string.Equals(entity, text, StringComparison.Ordinal))
                {
                    foreach (var rune in text.EnumerateRunes())
                    {
                        view.Add(rune, at);
                    }

                    at += length;

                    continue;
                }
            }

            view.Add(bytes[at], at);
            at++;
        }

        return view;
    }

    /// <summary>Digits alone; what people and programs put between groups is passed over, anything else leaves a gap.</summary>
    public static ByteView Digits(ReadOnlySpan<byte> bytes)
    {
        var view = new ByteView(bytes.Length / 4);
        var at = 0;

        while (at < bytes.Length)
        {
            var separator = SeparatorLength(bytes[at..]);

            if (separator > 0)
            {
                at += separator;

                continue;
            }

            if (char.IsAsciiDigit((char)bytes[at]))
            {
                view.Add(bytes[at], at);
            }
            else if (view._bytes.Count > 0 && view._bytes[^1] != Gap)
            {
                view.Add(Gap, at);
            }

            at++;
        }

        return view;
    }

    // A zero is what UTF-16 has between two digits. No-break, narrow no-break and thin spaces group French numbers.
    private static int SeparatorLength(ReadOnlySpan<byte> bytes) =>
        bytes[0] switch
        {
            0
            or (byte)' '
            or (byte)'.'
            or (byte)'-'
            or (byte)'/'
            or (byte)'('
            or (byte)')'
            or (byte)'_' => 1,
            0xC2 when bytes is [_, 0xA0, ..] => 2,
            0xE2 when bytes is [_, 0x80, 0xAF or 0x89 or 0x91, ..] => 3,
            _ => 0,
        };

    private static ByteView Escaped(ReadOnlySpan<byte> bytes, byte escape, bool plusIsSpace)
    {
        var view = new ByteView(bytes.Length);
        var at = 0;

        while (at < bytes.Length)
        {
            var rest = bytes[at..];

            if (rest[0] != escape)
            {
                view.Add(plusIsSpace && rest[0] == (byte)'+' ? (byte)' ' : rest[0], at);
                at++;
            }
            else if (
                rest.Length > 2
                && Utf8Parser.TryParse(rest.Slice(1, 2), out byte value, out var consumed, 'x')
                && consumed == 2
            )
            {
                view.Add(value, at);
                at += 3;
            }
            else if (!plusIsSpace && rest is [_, (byte)'\r', (byte)'\n', ..])
            {
                at += 3;
            }
            else if (!plusIsSpace && rest is [_, (byte)'\n', ..])
            {
                at += 2;
            }
            else
            {
                view.Add(rest[0], at);
                at++;
            }
        }

        return view;
    }

    // JSON in a string of JSON doubles its backslashes: any number of them counts as one.
    private static bool TryReadJsonEscape(ReadOnlySpan<byte> bytes, ref int at, out char read)
    {
        const int HexDigits = 4;
        var next = at;

        while (next < bytes.Length && bytes[next] == (byte)'\\')
        {
            next++;
        }

        read = default;

        if (next == at || next + HexDigits >= bytes.Length || bytes[next] != (byte)'u')
        {
            return false;
        }

        if (
            !ushort.TryParse(
                bytes.Slice(next + 1, HexDigits),
                NumberStyles.AllowHexSpecifier,
                CultureInfo.InvariantCulture,
                out var code
            )
        )
        {
            return false;
        }

        at = next + 1 + HexDigits;
        read = (char)code;

        return true;
    }

    private void Add(byte value, int origin)
    {
        _bytes.Add(value);
        _origins.Add(origin);
    }

    private void Add(Rune rune, int origin)
    {
        Span<byte> utf8 = stackalloc byte[4];

        foreach (var value in utf8[..rune.EncodeToUtf8(utf8)])
        {
            Add(value, origin);
        }
    }
}
