using System.Globalization;
using System.Text;

namespace ChatbotSante.Benchmarks.Load;

/// <summary>Undoes the escapes of JSON, so that an expected text is found however the server wrote its accents.</summary>
internal static class JsonText
{
    /// <summary>Writes <paramref name="json"/> with every escape replaced by its character, and returns the bytes written.</summary>
    /// <param name="json">JSON in UTF-8; what is no escape is copied.</param>
    /// <param name="destination">At least as long.</param>
    public static int Unescape(ReadOnlySpan<byte> json, Span<byte> destination)
    {
        var written = 0;
        while (true)
        {
            var escape = json.IndexOf((byte)'\\');
            var plain = escape < 0 ? json : json[..escape];
            plain.CopyTo(destination[written..]);
            written += plain.Length;
            if (escape < 0 || escape + 1 == json.Length)
            {
                return written;
            }

            if (json[escape + 1] == (byte)'u' && TryReadUnit(json[escape..], out var unit))
            {
                escape += 6;
                var rune = new Rune('\uFFFD');
                if (
                    char.IsHighSurrogate(unit)
                    && TryReadUnit(json[escape..], out var low)
                    && char.IsLowSurrogate(low)
                )
                {
                    escape += 6;
                    rune = new Rune(unit, low);
                }
                else if (!char.IsSurrogate(unit))
                {
                    rune = new Rune(unit);
                }

                written += rune.EncodeToUtf8(destination[written..]);
                json = json[escape..];
            }
            else
            {
                destination[written++] = json[escape + 1] switch
                {
                    (byte)'n' => (byte)'\n',
                    (byte)'r' => (byte)'\r',
                    (byte)'t' => (byte)'\t',
                    var other => other,
                };
                json = json[(escape + 2)..];
            }
        }
    }

    private static bool TryReadUnit(ReadOnlySpan<byte> json, out char unit)
    {
        unit = default;
        if (
            json.Length < 6
            || json[0] != (byte)'\\'
            || json[1] != (byte)'u'
            || !ushort.TryParse(
                json.Slice(2, 4),
                NumberStyles.AllowHexSpecifier,
                CultureInfo.InvariantCulture,
                out var value
            )
        )
        {
            return false;
        }

        unit = (char)value;
        return true;
    }
}
