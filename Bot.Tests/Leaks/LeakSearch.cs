using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using ChatbotSante.Redaction;
using ChatbotSante.Tests.Bot.Channels;

namespace ChatbotSante.Tests.Leaks;

/// <summary>Searches everything that a hunt gathered for everything that was said in it.</summary>
internal sealed partial class LeakSearch
{
    /// <summary>Ending of the messages to patients: the one kind of file that may hold a number, the one it goes to.</summary>
    private const string SmsEnding = ".sms.json";

    private const int DigitsOfDate = 8;

    private readonly Dictionary<string, LeakCanary> _byTrace = new(StringComparer.Ordinal);
    private readonly HashSet<string> _neverSaid;
    private readonly ByteSweep _sweep;
    private readonly Dictionary<Place, long> _bytes = [];
    private readonly HashSet<Leak> _leaks = [];
    private readonly HashSet<string> _byChance = new(StringComparer.Ordinal);
    private readonly HashSet<string> _sms = new(StringComparer.Ordinal);

    /// <param name="canaries">All that was said.</param>
    /// <param name="seed">For as many conversations that nobody had: what is found of them is found by chance.</param>
    public LeakSearch(IReadOnlyList<LeakCanary> canaries, int seed)
    {
        foreach (var canary in canaries)
        {
            foreach (var trace in canary.Traces)
            {
                _byTrace.TryAdd(trace, canary);
            }
        }

        Canaries = canaries.CountBy(canary => canary.Category).ToDictionary();
        _neverSaid =
        [
            .. Enumerable
                .Range(0, CanaryMint.MaxOwners / 10)
                .Select(i => new CanaryMint(seed, CanaryMint.MaxOwners + i))
                .SelectMany(mint =>
                    CanaryMint.Categories.SelectMany(category => mint.Of(category).Traces)
                )
                .Where(trace => !_byTrace.ContainsKey(trace)),
        ];
        _sweep = new ByteSweep([.. _byTrace.Keys, .. _neverSaid]);
    }

    public IReadOnlyDictionary<DataCategory, int> Canaries { get; }

    /// <summary>How many bytes were searched.</summary>
    public IReadOnlyDictionary<Place, long> Bytes => _bytes;

    public IReadOnlyList<Leak> Leaks => [.. _leaks];

    /// <summary>Canaries that nobody said, and that were found.</summary>
    public int FoundByChance => _byChance.Count;

    /// <summary>SMS that were looked at.</summary>
    public int Sms => _sms.Count;

    /// <summary>Searches bytes where no canary may be.</summary>
    public void Look(Place place, string source, ReadOnlySpan<byte> bytes) =>
        Keep(place, Find(place, source, bytes));

    /// <summary>Searches what was told to one conversation, which may hold its own words and nobody else's.</summary>
    public void LookForOthers(int owner, string source, ReadOnlySpan<byte> bytes)
    {
        foreach (var finding in Find(Place.OtherPatients, source, bytes))
        {
            if (
                _byTrace.GetValueOrDefault(finding.Canary)?.Owner != owner
                && !IsPartOfAnIdentifier(finding, bytes)
            )
            {
                Keep(Place.OtherPatients, [finding]);
            }
        }
    }

    /// <summary>
    /// Eight digits that are not written as a date is, « 05-08-2009 », nor stand alone: answers are full of random identifiers
    /// (<c>…-0508-2009-…</c>), and of tens of thousands of dates some stand in them. Dates in words are searched for beside.
    /// </summary>
    private static bool IsPartOfAnIdentifier(ByteSweepFinding finding, ReadOnlySpan<byte> bytes)
    {
        var digits = finding.Canary.Count(char.IsAsciiDigit);
        if (finding.Encoding != ByteEncoding.Digits || digits > DigitsOfDate)
        {
            return false;
        }

        var start = (int)finding.Offset;
        var end = start;
        while (digits > 0 && end < bytes.Length)
        {
            digits -= char.IsAsciiDigit((char)bytes[end]) ? 1 : 0;
            end++;
        }

        var written = Encoding.Latin1.GetString(bytes[start..end]);
        return !WrittenDate().IsMatch(written)
            || (start > 0 && IsOfIdentifier(bytes[start - 1]))
            || (end < bytes.Length && IsOfIdentifier(bytes[end]));
    }

    private static bool IsOfIdentifier(byte value) =>
        char.IsAsciiLetterOrDigit((char)value) || value is (byte)'-' or (byte)'_' or (byte)'|';

    [GeneratedRegex(
        "^[0-9]{2}(?<separator>[^0-9A-Za-z]?)[0-9]{2}\\k<separator>[0-9]{4}$",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex WrittenDate();

    /// <summary>Searches a file.</summary>
    public async Task LookAsync(Place place, string path) =>
        Look(place, path, await File.ReadAllBytesAsync(path));

    /// <summary>Searches a copy of the data folder, its messages apart from its databases.</summary>
    public async Task LookInDataAsync(string folder)
    {
        foreach (var path in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            var name = Path.GetRelativePath(folder, path);
            var bytes = await File.ReadAllBytesAsync(path);
            var place = name.StartsWith("outbox", StringComparison.Ordinal)
                ? Place.Outbox
                : Place.Data;
            Look(place, $"{name} (name)", Encoding.UTF8.GetBytes(name));
            if (name.Contains(SmsEnding, StringComparison.Ordinal))
            {
                LookInSms(name, bytes);
            }
            else
            {
                Look(place, name, bytes);
            }
        }
    }

    /// <summary>Searches every file below a folder, contents and names.</summary>
    public async Task LookInFilesAsync(Place place, string folder)
    {
        foreach (
            var path in Directory.EnumerateFileSystemEntries(
                folder,
                "*",
                new EnumerationOptions
                {
                    RecurseSubdirectories = true,
                    AttributesToSkip = FileAttributes.ReparsePoint,
                }
            )
        )
        {
            var name = Path.GetRelativePath(folder, path);
            Look(place, $"{name} (name)", Encoding.UTF8.GetBytes(name));
            if (new FileInfo(path) is { Exists: true, Length: > 0 })
            {
                await LookAsync(place, path);
            }
        }
    }

    /// <summary>A message to a patient holds the number that it goes to, under <c>to</c>, and nothing else.</summary>
    private void LookInSms(string name, byte[] bytes)
    {
        _sms.Add(name);
        var to = "";
        try
        {
            to = JsonElement.Parse(bytes).Of("to") ?? "";
        }
        catch (JsonException)
        {
            // Cut off in the middle: then nothing in it is expected.
        }

        Keep(
            Place.Outbox,
            Find(Place.Outbox, name, bytes)
                .Where(finding =>
                    !IsItsNumber(finding, to)
                    || Encoding.UTF8.GetString(bytes).Split(to[3..]).Length > 2
                )
        );
    }

    private bool IsItsNumber(ByteSweepFinding finding, string to) =>
        finding.Encoding == ByteEncoding.Digits
        && _byTrace.GetValueOrDefault(finding.Canary)?.Category == DataCategory.Phone
        && string.Equals(to, $"+33{finding.Canary[1..]}", StringComparison.Ordinal);

    private IReadOnlyList<ByteSweepFinding> Find(
        Place place,
        string source,
        ReadOnlySpan<byte> bytes
    )
    {
        _bytes[place] = _bytes.GetValueOrDefault(place) + bytes.Length;
        return _sweep.Find(source, bytes);
    }

    private void Keep(Place place, IEnumerable<ByteSweepFinding> findings)
    {
        foreach (var finding in findings)
        {
            if (_byTrace.TryGetValue(finding.Canary, out var canary))
            {
                _leaks.Add(
                    new Leak(
                        place,
                        finding.Source,
                        finding.Offset,
                        finding.Encoding,
                        canary.Category,
                        finding.Canary
                    )
                );
            }
            else
            {
                _byChance.Add(finding.Canary);
            }
        }
    }
}
