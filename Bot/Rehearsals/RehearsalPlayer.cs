using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Xml;
using ChatbotSante.Redaction;

namespace ChatbotSante.Bot.Rehearsals;

/// <summary>Plays one rehearsal: each turn, then what must be true after it; at the end, what must be true of all.</summary>
internal sealed partial class RehearsalPlayer
{
    private const string FirstPerson = "patient";

    /// <summary>What is said last in each rehearsal, wherever it left the patient (A2).</summary>
    private const string AskForPerson = "Je voudrais parler à quelqu'un";

    /// <summary>What a patient writes is looked for afterwards, unless so short that it says nothing of anyone.</summary>
    private const int ShortestSecret = 12;

    private const int LongestCanary = 200;
    private readonly Rehearsal _rehearsal;
    private readonly IRehearsalStage _stage;
    private readonly ReplyKeys _keys;
    private readonly Dictionary<string, RehearsalPerson> _people = new(StringComparer.Ordinal);
    private readonly List<string> _transcript = [];
    private readonly List<RehearsalFailure> _failures = [];
    private readonly HashSet<string> _said = new(StringComparer.Ordinal);
    private RehearsalPerson _person;
    private DateTimeOffset _now;

    private RehearsalPlayer(Rehearsal rehearsal, IRehearsalStage stage)
    {
        _rehearsal = rehearsal;
        _stage = stage;
        _keys = new ReplyKeys(stage.Replies);
        _person = Person(FirstPerson);
    }

    /// <summary>Plays a rehearsal and ends the stage's server.</summary>
    /// <exception cref="HttpRequestException">The server did not answer as it should.</exception>
    public static async Task<RehearsalResult> PlayAsync(
        Rehearsal rehearsal,
        IRehearsalStage stage,
        CancellationToken cancellationToken
    )
    {
        var player = new RehearsalPlayer(rehearsal, stage);
        var watch = Stopwatch.StartNew();
        await player.PlayAsync(cancellationToken);
        await stage.StopAsync(cancellationToken);
        await player.SweepAsync();
        return new RehearsalResult(rehearsal, player._failures, player._transcript, watch.Elapsed);
    }

    private async Task PlayAsync(CancellationToken cancellationToken)
    {
        await MoveClockAsync(TimeSpan.Zero, cancellationToken);
        var keptBefore = await _stage.KeptAsync(_now, cancellationToken);
        foreach (var turn in _rehearsal.Turns)
        {
            await PlayAsync(turn, keptBefore, cancellationToken);
            if (_failures.Count > 0)
            {
                return;
            }
        }

        await AskForPersonAsync(cancellationToken);
    }

    private async Task PlayAsync(
        RehearsalTurn turn,
        IReadOnlyDictionary<string, int> keptBefore,
        CancellationToken cancellationToken
    )
    {
        if (turn.Person is { } name)
        {
            _person = Person(name);
        }

        var previous = _person.Heard;
        var watch = new Stopwatch();
        if (!await ActAsync(turn, watch, cancellationToken))
        {
            return;
        }

        await MoveClockAsync(TimeSpan.Zero, cancellationToken);
        var isReplay = turn.Action is RehearsalAction.Return;
        var replies = await HearAsync(turn.Line, turn.IsRepetition, isReplay, cancellationToken);
        var evidence = new Evidence(replies, previous, watch.Elapsed, _now, keptBefore, _stage);
        foreach (var expectation in turn.Expectations)
        {
            if (await expectation.FailureAsync(evidence, cancellationToken) is { } failure)
            {
                _failures.Add(new RehearsalFailure(expectation.Line, failure));
            }
        }
    }

    /// <summary>Does what a turn says; false when it cannot be done, which is noted.</summary>
    private async Task<bool> ActAsync(
        RehearsalTurn turn,
        Stopwatch watch,
        CancellationToken cancellationToken
    )
    {
        switch (turn.Action)
        {
            case RehearsalAction.Say(var text, var confidence):
                await SayAsync(turn.Line, text, confidence, watch, cancellationToken);
                return true;
            case RehearsalAction.Press(var title):
                return await PressAsync(turn.Line, title, watch, cancellationToken);
            case RehearsalAction.WriteCode(var phone):
                return await WriteCodeAsync(turn.Line, phone, watch, cancellationToken);
            case RehearsalAction.Open:
                await OpenAsync(cancellationToken);
                return true;
            case RehearsalAction.Close:
                _transcript.Add($"({_person.Name} ferme la page)");
                _person.Close();
                return true;
            case RehearsalAction.Return:
                return await ReturnAsync(turn.Line, cancellationToken);
            case RehearsalAction.Wait(var duration):
                await MoveClockAsync(duration, cancellationToken);
                _transcript.Add($"({Clock()})");
                return true;
            case RehearsalAction.SetClock(var local):
                return await SetClockAsync(turn.Line, local, cancellationToken);
            default:
                throw new UnreachableException();
        }
    }

    private async Task SayAsync(
        int line,
        string text,
        double? confidence,
        Stopwatch watch,
        CancellationToken cancellationToken
    )
    {
        await OpenIfClosedAsync(line, cancellationToken);
        _transcript.Add($"{_person.Name} : {text}");
        _said.Add(text);
        watch.Start();
        await _person.Page!.SayAsync(text, confidence, cancellationToken);
        watch.Stop();
    }

    private async Task<bool> PressAsync(
        int line,
        string title,
        Stopwatch watch,
        CancellationToken cancellationToken
    )
    {
        await OpenIfClosedAsync(line, cancellationToken);
        var shown = _person.Heard is [.., var last] ? last.Buttons : [];
        var button = shown.FirstOrDefault(shown => Wording.Same(shown.Title, title));
        if (button is not { Type: "imBack" })
        {
            var visible = string.Join(", ", shown.Select(other => $"« {other.Title} »"));
            _failures.Add(
                new RehearsalFailure(
                    line,
                    button is null
                        ? $"bouton « {title} » (visibles : {visible})"
                        : $"le bouton « {title} » ouvre {button.Value} et n'écrit rien"
                )
            );
            return false;
        }

        _transcript.Add($"{_person.Name} : [{button.Title}]");
        watch.Start();
        await _person.Page!.SayAsync(button.Value, confidence: null, cancellationToken);
        watch.Stop();
        return true;
    }

    private async Task<bool> WriteCodeAsync(
        int line,
        [IdentityData] string? phone,
        Stopwatch watch,
        CancellationToken cancellationToken
    )
    {
        var sent = await _stage.SentAsync(cancellationToken);
        var code = sent.LastOrDefault(message =>
            message.IsSms
            && (phone is null || SamePhone(message.To, phone))
            && Code().IsMatch(message.Text)
        );
        if (code is null)
        {
            _failures.Add(new RehearsalFailure(line, "un SMS avec un code de six chiffres"));
            return false;
        }

        await SayAsync(
            line,
            Code().Match(code.Text).Value,
            confidence: null,
            watch,
            cancellationToken
        );
        return true;
    }

    /// <summary>« 06 39 98 10 01 » is +33639981001.</summary>
    private static bool SamePhone(string international, [IdentityData] string national) =>
        PhoneNumber.TryParse(national, out var phone)
        && string.Equals(phone.Reveal(), international, StringComparison.Ordinal);

    private async Task OpenIfClosedAsync(int line, CancellationToken cancellationToken)
    {
        if (_person.Page is null)
        {
            await OpenAsync(cancellationToken);
            await HearAsync(line, isRepetition: false, isReplay: false, cancellationToken);
        }
    }

    private async Task OpenAsync(CancellationToken cancellationToken)
    {
        _transcript.Add($"({_person.Name} ouvre le chat)");
        _person.Open(await RehearsalPage.OpenAsync(_stage.Http, _stage.Site, cancellationToken));
    }

    private async Task<bool> ReturnAsync(int line, CancellationToken cancellationToken)
    {
        if (_person.Page is not { } page)
        {
            _failures.Add(new RehearsalFailure(line, "revient : le chat n'est pas ouvert"));
            return false;
        }

        _transcript.Add($"({_person.Name} retrouve la connexion)");
        await page.ReconnectAsync(cancellationToken);
        return true;
    }

    private async Task<bool> SetClockAsync(
        int line,
        DateTime local,
        CancellationToken cancellationToken
    )
    {
        var by = _stage.Clinic.Instant(local) - _now;
        if (by < TimeSpan.Zero)
        {
            _failures.Add(
                new RehearsalFailure(line, $"l'horloge ne recule pas : {Clock()} est passé")
            );
            return false;
        }

        await MoveClockAsync(by, cancellationToken);
        _transcript.Add($"({Clock()})");
        return true;
    }

    /// <summary>Reads what the bot said, and looks at its manners.</summary>
    private async Task<IReadOnlyList<SpokenReply>> HearAsync(
        int line,
        bool isRepetition,
        bool isReplay,
        CancellationToken cancellationToken
    )
    {
        if (_person.Page is not { } page)
        {
            return [];
        }

        var replies = await page.ReadAsync(cancellationToken);
        foreach (var reply in replies)
        {
            var buttons = string.Concat(reply.Buttons.Select(button => $" [{button.Title}]"));
            _transcript.Add($"    assistant : {Wording.Plain(reply.Text)}{buttons}");
        }

        if (!isReplay)
        {
            _failures.AddRange(
                _person
                    .Manners.Broken(replies, _now, isRepetition)
                    .Select(broken => new RehearsalFailure(line, broken))
            );
        }

        if (replies.Count > 0)
        {
            _person.Heard = replies;
        }

        return replies;
    }

    /// <summary>A2: wherever the rehearsal left them, each patient who has the chat open gets a person.</summary>
    private async Task AskForPersonAsync(CancellationToken cancellationToken)
    {
        foreach (var person in _people.Values.Where(person => person.Page is not null))
        {
            _person = person;
            await SayAsync(0, AskForPerson, confidence: null, new Stopwatch(), cancellationToken);
            var replies = await HearAsync(
                0,
                isRepetition: false,
                isReplay: false,
                cancellationToken
            );
            var isPerson = replies.Any(reply =>
                Wording.Has(reply.Text, _stage.Clinic.Phone)
                || (
                    _stage.Clinic.ContinuityPhone is { } continuity
                    && Wording.Has(reply.Text, continuity)
                )
            );
            if (!isPerson)
            {
                _failures.Add(
                    new RehearsalFailure(
                        0,
                        $"A2 : « {AskForPerson} » n'obtient ni le secrétariat ni le numéro de continuité"
                    )
                );
            }
        }
    }

    /// <summary>A6 and A8: what patients said, and the canaries, are in no file and in no log.</summary>
    private async Task SweepAsync()
    {
        string[] canaries =
        [
            .. _rehearsal.Canaries,
            .. _said
                .Except([AskForPerson], StringComparer.Ordinal)
                .Where(text => text.Length > ShortestSecret)
                .Select(text => text.Length <= LongestCanary ? text : text[..LongestCanary]),
        ];
        foreach (var place in await _stage.FindAsync(canaries))
        {
            _failures.Add(new RehearsalFailure(0, $"A6, A8 : {place}"));
        }
    }

    private async Task MoveClockAsync(TimeSpan by, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(
            HttpMethod.Post,
            new Uri(_stage.Site, _stage.ClockPath)
        );
        request.Content = JsonContent.Create(
            new JsonObject { ["advance"] = XmlConvert.ToString(by) }
        );
        using var response = await _stage.Http.SendAsync(request, cancellationToken);
        if (response.StatusCode != HttpStatusCode.OK)
        {
            throw new HttpRequestException(
                "The clock's control refused.",
                inner: null,
                response.StatusCode
            );
        }

        var moved = await response.Content.ReadFromJsonAsync<JsonElement>(cancellationToken);
        _now = moved.GetProperty("now").GetDateTimeOffset();
    }

    private RehearsalPerson Person(string name)
    {
        if (!_people.TryGetValue(name, out var person))
        {
            person = new RehearsalPerson(name, () => new Manners(_keys, _stage.ForgetAfter));
            _people.Add(name, person);
        }

        return person;
    }

    private string Clock() =>
        _stage
            .Clinic.Local(_now)
            .ToString(RehearsalTimes.LocalFormat, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\b[0-9]{6}\b", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Code();
}
