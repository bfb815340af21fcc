using ChatbotSante.Redaction;

namespace ChatbotSante.Tests.Leaks;

/// <summary>What a hunt did, and found.</summary>
internal sealed record HuntResult
{
    public required int Conversations { get; init; }
    public required int Requests { get; init; }

    /// <summary>Requests that were cut, or refused.</summary>
    public required int Failed { get; init; }

    public required int Bookings { get; init; }
    public required int CallBacks { get; init; }
    public required int Codes { get; init; }

    /// <summary>SMS to patients that were looked at, each of which may hold the number it goes to.</summary>
    public required int Sms { get; init; }

    /// <summary>Files of patients that a command refused.</summary>
    public required int RefusedFiles { get; init; }

    /// <summary>How many canaries were said, by category.</summary>
    public required IReadOnlyDictionary<DataCategory, int> Canaries { get; init; }

    /// <summary>How many bytes were searched, by place.</summary>
    public required IReadOnlyDictionary<Place, long> Bytes { get; init; }

    public required IReadOnlyList<Leak> Leaks { get; init; }

    /// <summary>Canaries that nobody said, and were found: how often chance looks like a leak.</summary>
    public required int FoundByChance { get; init; }

    public required int Packets { get; init; }

    /// <summary>Exit codes of the ends that were asked for.</summary>
    public required int ExitCode { get; init; }

    public required TimeSpan Duration { get; init; }

    /// <summary>The first few leaks of each place, for who must mend them.</summary>
    public string Summary =>
        Leaks.Count == 0
            ? "none"
            : string.Join(
                '\n',
                Leaks
                    .GroupBy(leak => leak.Place)
                    .SelectMany(place =>
                        place
                            .Take(5)
                            .Select(leak =>
                                $"{leak.Place}: {leak.Category} « {leak.Trace} » as {leak.Encoding} in {leak.Source} at {leak.Offset}"
                            )
                            .Prepend($"{place.Key}: {place.Count()}")
                    )
            );
}
