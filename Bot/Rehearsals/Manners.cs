namespace ChatbotSante.Bot.Rehearsals;

/// <summary>What must be true of every conversation, looked at reply by reply: the assertions A1, A3, A4 and A5.</summary>
internal sealed class Manners(ReplyKeys keys, TimeSpan forgetAfter)
{
    private const string Disclosure = "assistant automatique";

    /// <summary>Texts that may come twice: the numbers to call.</summary>
    private const string Emergency = "urgence.";

    private const string Misunderstood = "incompris.";

    /// <summary>Questions about who the patient is; of somebody else, they are asked as often as there is somebody else.</summary>
    private static readonly string[] AsksWho =
    [
        "reservation.identite",
        "reservation.naissance",
        "identite.demander",
        "identite.naissance",
        "identite.telephone",
    ];

    /// <summary>What is said once the patient is known: nothing above may follow.</summary>
    private static readonly string[] SaysKnown = ["reservation.recapituler", "identite.verifiee"];

    private readonly HashSet<string> _lately = new(StringComparer.OrdinalIgnoreCase);
    private bool _isNew = true;
    private bool _isKnown;
    private int _misses;
    private DateTimeOffset _last;

    /// <summary>What a turn's replies break, in French.</summary>
    /// <param name="replies">What the bot said.</param>
    /// <param name="now">The clinic's time.</param>
    /// <param name="isRepetition">The bot was asked to say its last words again.</param>
    public IReadOnlyList<string> Broken(
        IReadOnlyList<SpokenReply> replies,
        DateTimeOffset now,
        bool isRepetition
    )
    {
        var broken = new List<string>();
        if (replies.Count == 0)
        {
            return broken;
        }

        if (!_isNew && now - _last >= forgetAfter)
        {
            (_isNew, _isKnown, _misses) = (true, false, 0);
            _lately.Clear();
        }

        var said = replies.Select(reply => (reply, key: keys.Of(reply))).ToArray();
        if (_isNew && !Wording.Has(replies[0].Text, Disclosure))
        {
            broken.Add($"A1 : les premiers mots ne disent pas « {Disclosure} »");
        }

        broken.AddRange(RepeatsIn(said, isRepetition));
        broken.AddRange(MissesIn(said));
        broken.AddRange(IdentityIn(said));
        (_isNew, _last) = (false, now);
        return broken;
    }

    private IEnumerable<string> RepeatsIn((SpokenReply Reply, string Key)[] said, bool isRepetition)
    {
        var now = new List<string>();
        foreach (
            var (reply, _) in said.Where(one =>
                !one.Key.StartsWith(Emergency, StringComparison.Ordinal)
            )
        )
        {
            foreach (var sentence in Wording.Sentences(reply.Text))
            {
                if (!isRepetition && (_lately.Contains(sentence) || now.Contains(sentence)))
                {
                    yield return $"A3 : la même phrase deux fois de suite, « {sentence} »";
                }

                now.Add(sentence);
            }
        }

        _lately.Clear();
        _lately.UnionWith(now);
    }

    private IEnumerable<string> MissesIn((SpokenReply Reply, string Key)[] said)
    {
        if (!Array.Exists(said, one => one.Key.StartsWith(Misunderstood, StringComparison.Ordinal)))
        {
            _misses = 0;
            yield break;
        }

        _misses++;
        var buttons = said[^1].Reply.Buttons;
        if (_misses == 2 && buttons.Count < 2)
        {
            yield return "A4 : à la deuxième incompréhension, des choix à toucher manquent";
        }

        var offersPerson = buttons.Any(button =>
            Wording.Has(button.Title, "quelqu'un") || Wording.Has(button.Title, "secrétariat")
        );
        if (_misses >= 3 && !offersPerson)
        {
            yield return "A4 : à la troisième incompréhension, une personne n'est pas proposée";
        }
    }

    private IEnumerable<string> IdentityIn((SpokenReply Reply, string Key)[] said)
    {
        foreach (var (_, key) in said)
        {
            if (_isKnown && AsksWho.Contains(key, StringComparer.Ordinal))
            {
                yield return "A5 : l'identité est demandée une seconde fois";
            }

            _isKnown |= SaysKnown.Contains(key, StringComparer.Ordinal);
        }
    }
}
