using System.Globalization;
using System.Text;
using ChatbotSante.Redaction;

namespace ChatbotSante.Tests.Leaks;

/// <summary>What the long form saw, for <c>Bot.Tests/Proofs/leaks.md</c>.</summary>
internal sealed class LeakReport(int seed)
{
    private readonly List<(string Store, HuntResult Result)> _hunts = [];
    private readonly List<(GuardTrial Trial, bool IsGuarded, HuntResult Result)> _trials = [];

    public void Add(string store, HuntResult result) => _hunts.Add((store, result));

    public void Add(GuardTrial trial, bool isGuarded, HuntResult result) =>
        _trials.Add((trial, isGuarded, result));

    /// <summary>One hunt in one line.</summary>
    public static string Line(HuntResult hunt) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{hunt.Conversations} conversations, {hunt.Requests} answers, {hunt.Failed} refused or cut, {hunt.Bookings} bookings, {hunt.CallBacks} call-backs, {hunt.Codes} codes, {hunt.Canaries.Values.Sum()} canaries, {hunt.Bytes.Values.Sum()} bytes, {hunt.Packets} packets, {hunt.Leaks.Count} leaks, {hunt.Duration.TotalSeconds:0} s"
        );

    public override string ToString()
    {
        var text = new StringBuilder();
        text.Append(
            CultureInfo.InvariantCulture,
            $"""
            # Everything said, searched for in everything written or sent

            `./build.sh prove leaks`, seed {seed}. The program runs in network and mount namespaces of its own, whose default route
            leads nowhere and where every packet is captured. Invented patients play what they want and all the rehearsals, by
            Direct Line (polling and WebSocket) and `/api/messages`, and give away a random canary of a category at every turn and in
            every field, header and address; in turn the database is locked, connections are cut, the channel is down, the disk is
            full, the process is killed. Then every byte is searched for every canary in every usual encoding.

            | hunt | store | conversations | answers | refused or cut | bookings | call-backs | codes | SMS | packets | leaks | found by chance |
            | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |

            """
        );
        for (var i = 0; i < _hunts.Count; i++)
        {
            var (store, hunt) = _hunts[i];
            text.Append(
                CultureInfo.InvariantCulture,
                $"| {i + 1} | {store} | {hunt.Conversations} | {hunt.Requests} | {hunt.Failed} | {hunt.Bookings} | {hunt.CallBacks} | {hunt.Codes} | {hunt.Sms} | {hunt.Packets} | {hunt.Leaks.Count} | {hunt.FoundByChance} |\n"
            );
        }

        text.Append("\n| place | bytes searched | canaries found |\n| --- | --- | --- |\n");
        foreach (var place in Enum.GetValues<Place>())
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"| {place} | {_hunts.Sum(hunt => hunt.Result.Bytes.GetValueOrDefault(place))} | {_hunts.Sum(hunt => hunt.Result.Leaks.Count(leak => leak.Place == place))} |\n"
            );
        }

        text.Append("\n| category | canaries said |\n| --- | --- |\n");
        foreach (var category in Enum.GetValues<DataCategory>())
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"| {category} | {_hunts.Sum(hunt => hunt.Result.Canaries.GetValueOrDefault(category))} |\n"
            );
        }

        text.Append(
            "\nEach guard in turn, with a mistake that it must make harmless; the hunt must find what it kept.\n\n"
                + "| guard | mistake | found where | with it | without it |\n| --- | --- | --- | --- | --- |\n"
        );
        foreach (var rows in _trials.GroupBy(row => row.Trial))
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"| {rows.Key.Guard} | {rows.Key.Mistake} | {rows.Key.Place} | {Found(rows, isGuarded: true)} | {Found(rows, isGuarded: false)} |\n"
            );
        }

        return text.ToString();
    }

    private static string Found(
        IEnumerable<(GuardTrial Trial, bool IsGuarded, HuntResult Result)> rows,
        bool isGuarded
    )
    {
        var row = rows.FirstOrDefault(row => row.IsGuarded == isGuarded);
        return row.Result is { } result
            ? result
                .Leaks.Count(leak => !row.Trial.Tolerated.Contains(leak.Category))
                .ToString(CultureInfo.InvariantCulture)
            : "–";
    }
}
