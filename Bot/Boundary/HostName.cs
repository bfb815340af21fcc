using System.Buffers;
using System.Globalization;
using System.Net;

namespace ChatbotSante.Bot.Boundary;

/// <summary>Brings a host name to the one form that is compared, or refuses it.</summary>
internal static class HostName
{
    private static readonly SearchValues<char> OfIPv6 = SearchValues.Create(
        "0123456789abcdefABCDEF:."
    );
    private static readonly SearchValues<char> OfNames = SearchValues.Create(
        "0123456789abcdefghijklmnopqrstuvwxyz-."
    );

    /// <summary>RFC 1035 §2.3.4, without the final dot.</summary>
    private const int MaxLength = 253;

    private static readonly IdnMapping Idn = new() { UseStd3AsciiRules = true };

    /// <summary>The name in lower-case ASCII, or the address in its one usual form, without brackets.</summary>
    /// <remarks>Refused: a final dot, a percent sign, a scope, an empty label, and an IPv4 address in any other form than four
    /// decimal numbers, which programs read differently.</remarks>
    public static bool TryCanonical(string? host, out string canonical)
    {
        canonical = string.Empty;
        if (string.IsNullOrEmpty(host) || host.Length > MaxLength)
        {
            return false;
        }

        if (host.Contains(':', StringComparison.Ordinal))
        {
            return TryIPv6(
                host.StartsWith('[') && host.EndsWith(']') ? host[1..^1] : host,
                out canonical
            );
        }

        if (!TryAscii(host, out var ascii))
        {
            return false;
        }

        if (EndsInNumber(ascii) && !IsDottedQuad(ascii))
        {
            return false;
        }

        canonical = ascii;
        return true;
    }

    /// <summary>The host of an address, in its canonical form.</summary>
    /// <returns>False where it has none that could be looked up: an address may hold what no name can.</returns>
    public static bool TryOf(Uri address, out string canonical)
    {
        try
        {
            return TryCanonical(address.IdnHost, out canonical);
        }
        catch (UriFormatException)
        {
            canonical = string.Empty;
            return false;
        }
    }

    private static bool TryIPv6(string text, out string canonical)
    {
        canonical = string.Empty;
        if (
            text.AsSpan().IndexOfAnyExcept(OfIPv6) >= 0
            || !IPAddress.TryParse(text, out var address)
        )
        {
            return false;
        }

        canonical = AddressKinds.Plain(address).ToString();
        return true;
    }

    private static bool TryAscii(string host, out string ascii)
    {
        ascii = string.Empty;
        try
        {
            ascii = Idn.GetAscii(host).ToLowerInvariant();
        }
        catch (ArgumentException)
        {
            return false;
        }

        // Looked at after the mapping, which turns full-width digits and dots into plain ones.
        return ascii.Length is > 0 and <= MaxLength
            && ascii.AsSpan().IndexOfAnyExcept(OfNames) < 0
            && !ascii.StartsWith('.')
            && !ascii.EndsWith('.')
            && !ascii.Contains("..", StringComparison.Ordinal);
    }

    private static bool EndsInNumber(string ascii)
    {
        var last = ascii.AsSpan()[(ascii.LastIndexOf('.') + 1)..];
        return last.IndexOfAnyExceptInRange('0', '9') < 0
            || last.StartsWith("0x", StringComparison.Ordinal);
    }

    private static bool IsDottedQuad(string ascii) =>
        IPAddress.TryParse(ascii, out var address)
        && string.Equals(address.ToString(), ascii, StringComparison.Ordinal);
}
