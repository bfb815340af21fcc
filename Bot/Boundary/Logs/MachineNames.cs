using System.Buffers;
using System.Collections.Frozen;

namespace ChatbotSante.Bot.Boundary.Logs;

/// <summary>
/// Strings of libraries that say nothing of a person, though nobody classified them: where the program listens, and the names
/// that the server gives to requests and traces. Everything else is redacted.
/// </summary>
internal static class MachineNames
{
    private static readonly SearchValues<char> UpperHexadecimal = SearchValues.Create(
        "0123456789ABCDEF"
    );
    private static readonly SearchValues<char> LowerHexadecimal = SearchValues.Create(
        "0123456789abcdef"
    );
    private static readonly SearchValues<char> Base32 = SearchValues.Create(
        "0123456789ABCDEFGHIJKLMNOPQRSTUV"
    );

    private static readonly FrozenSet<(string Category, string Key)> OfTheHost =
        FrozenSet.ToFrozenSet<(string, string)>([
            ("Microsoft.Hosting.Lifetime", "address"),
            ("Microsoft.Hosting.Lifetime", "EnvName"),
            ("Microsoft.Hosting.Lifetime", "ContentRoot"),
            ("Microsoft.AspNetCore.Server.Kestrel", "address"),
            ("Microsoft.AspNetCore.Server.Kestrel", "addresses"),
        ]);

    public static bool Has(string category, string key, string value) =>
        key switch
        {
            "TraceId" => IsHexadecimal(value, 32),
            "SpanId" or "ParentId" => IsHexadecimal(value, 16),
            "ConnectionId" => IsConnection(value),
            "RequestId" or "TraceIdentifier" => value.Length == 22
                && IsConnection(value.AsSpan(0, 13))
                && value[13] == ':'
                && !value.AsSpan(14).ContainsAnyExcept(UpperHexadecimal),
            _ => OfTheHost.Contains((category, key)),
        };

    private static bool IsHexadecimal(ReadOnlySpan<char> value, int length) =>
        value.Length == length && !value.ContainsAnyExcept(LowerHexadecimal);

    /// <summary>Kestrel's: thirteen digits in base 32.</summary>
    private static bool IsConnection(ReadOnlySpan<char> value) =>
        value.Length == 13 && value[0] == '0' && !value.ContainsAnyExcept(Base32);
}
