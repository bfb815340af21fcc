using System.Globalization;

namespace ChatbotSante.Bot.Rehearsals;

/// <summary>Something that must be true after a turn.</summary>
/// <param name="Line">Where it stands in the file, from 1.</param>
internal abstract record Expectation(int Line)
{
    /// <summary>Why it does not hold, in French; null when it does.</summary>
    public abstract ValueTask<string?> FailureAsync(
        Evidence evidence,
        CancellationToken cancellationToken
    );

    private static ValueTask<string?> Unless(bool holds, string failure) =>
        ValueTask.FromResult(holds ? null : failure);

    private static string Listed(IEnumerable<string> words) =>
        words.Any() ? string.Join(", ", words.Select(word => $"« {word} »")) : "aucun";

    /// <summary>All of these words stand in the replies.</summary>
    internal sealed record Contains(int Line, IReadOnlyList<string> Words) : Expectation(Line)
    {
        public override ValueTask<string?> FailureAsync(
            Evidence evidence,
            CancellationToken cancellationToken
        )
        {
            var missing = Words.Where(words => !Wording.Has(evidence.Text, words)).ToArray();
            return Unless(missing.Length == 0, $"contient {Listed(missing)}");
        }
    }

    /// <summary>One of these wordings, at least, stands in the replies.</summary>
    internal sealed record OneOf(int Line, IReadOnlyList<string> Words) : Expectation(Line)
    {
        public override ValueTask<string?> FailureAsync(
            Evidence evidence,
            CancellationToken cancellationToken
        ) =>
            Unless(
                Words.Any(words => Wording.Has(evidence.Text, words)),
                $"contient l'une de {Listed(Words)}"
            );
    }

    /// <summary>None of these words stands in the replies or on a button.</summary>
    internal sealed record Lacks(int Line, IReadOnlyList<string> Words) : Expectation(Line)
    {
        public override ValueTask<string?> FailureAsync(
            Evidence evidence,
            CancellationToken cancellationToken
        )
        {
            var said = string.Join('\n', [evidence.Text, .. evidence.Buttons]);
            var present = Words.Where(words => Wording.Has(said, words)).ToArray();
            return Unless(present.Length == 0, $"sans mention de {Listed(present)}");
        }
    }

    /// <summary>All of these buttons show.</summary>
    internal sealed record Buttons(int Line, IReadOnlyList<string> Titles) : Expectation(Line)
    {
        public override ValueTask<string?> FailureAsync(
            Evidence evidence,
            CancellationToken cancellationToken
        )
        {
            var missing = Titles
                .Where(title => !evidence.Buttons.Any(shown => Wording.Same(shown, title)))
                .ToArray();
            return Unless(
                missing.Length == 0,
                $"boutons {Listed(missing)} (visibles : {Listed(evidence.Buttons)})"
            );
        }
    }

    /// <summary>None of these buttons shows.</summary>
    internal sealed record NoButtons(int Line, IReadOnlyList<string> Titles) : Expectation(Line)
    {
        public override ValueTask<string?> FailureAsync(
            Evidence evidence,
            CancellationToken cancellationToken
        )
        {
            var shown = Titles
                .Where(title => evidence.Buttons.Any(button => Wording.Same(button, title)))
                .ToArray();
            return Unless(shown.Length == 0, $"sans bouton {Listed(shown)}");
        }
    }

    /// <summary>The bot said so many things.</summary>
    internal sealed record Replies(int Line, int Count) : Expectation(Line)
    {
        public override ValueTask<string?> FailureAsync(
            Evidence evidence,
            CancellationToken cancellationToken
        ) =>
            Unless(
                evidence.Replies.Count == Count,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{Count} réponse(s), et non {evidence.Replies.Count}"
                )
            );
    }

    /// <summary>The answer came in less than this.</summary>
    internal sealed record Within(int Line, TimeSpan Bound) : Expectation(Line)
    {
        public override ValueTask<string?> FailureAsync(
            Evidence evidence,
            CancellationToken cancellationToken
        ) =>
            Unless(
                evidence.Elapsed < Bound,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"réponse en moins de {Bound.TotalMilliseconds:0} ms, et non en {evidence.Elapsed.TotalMilliseconds:0} ms"
                )
            );
    }

    /// <summary>The agenda says this of a time.</summary>
    /// <param name="Line">Where it stands.</param>
    /// <param name="Local">The clinic's wall clock.</param>
    /// <param name="Practitioner">Whose agenda, by the identifier of the clinic's file; null for anyone's.</param>
    /// <param name="Use">What it must say.</param>
    internal sealed record Agenda(int Line, DateTime Local, string? Practitioner, SlotUse Use)
        : Expectation(Line)
    {
        public override async ValueTask<string?> FailureAsync(
            Evidence evidence,
            CancellationToken cancellationToken
        )
        {
            var clinic = evidence.Stage.Clinic;
            if (Practitioner is not null && clinic.Find(Practitioner) is null)
            {
                return $"agenda : le fichier de la clinique n'a pas de praticien « {Practitioner} »";
            }

            var use = await evidence.Stage.UseOfAsync(
                Practitioner,
                clinic.Instant(Local),
                evidence.Now,
                cancellationToken
            );
            return use == Use
                ? null
                : string.Create(
                    CultureInfo.InvariantCulture,
                    $"agenda {Local:yyyy-MM-dd HH:mm} {Practitioner} : {Name(Use)}, et non {Name(use)}"
                );
        }

        private static string Name(SlotUse use) =>
            use switch
            {
                SlotUse.Booked => "réservé",
                SlotUse.Held => "retenu",
                _ => "libre",
            };
    }

    /// <summary>So many appointments are booked in all.</summary>
    internal sealed record Booked(int Line, int Count) : Expectation(Line)
    {
        public override async ValueTask<string?> FailureAsync(
            Evidence evidence,
            CancellationToken cancellationToken
        )
        {
            var booked = await evidence.Stage.BookedAsync(cancellationToken);
            return booked == Count
                ? null
                : string.Create(
                    CultureInfo.InvariantCulture,
                    $"{Count} rendez-vous dans l'agenda, et non {booked}"
                );
        }
    }

    /// <summary>What was sent since the rehearsal began.</summary>
    /// <param name="Line">Where it stands.</param>
    /// <param name="IsSms">True for SMS to patients, false for e-mails to the secretariat.</param>
    /// <param name="Count">How many; null when it does not matter.</param>
    /// <param name="Words">All of them stand in the last one.</param>
    /// <param name="Without">None of them stands in any.</param>
    internal sealed record Sent(
        int Line,
        bool IsSms,
        int? Count,
        IReadOnlyList<string> Words,
        IReadOnlyList<string> Without
    ) : Expectation(Line)
    {
        public override async ValueTask<string?> FailureAsync(
            Evidence evidence,
            CancellationToken cancellationToken
        )
        {
            var kind = IsSms ? "SMS" : "courriel(s)";
            var sent = (await evidence.Stage.SentAsync(cancellationToken))
                .Where(message => message.IsSms == IsSms)
                .Select(message => $"{message.To} : {message.Text}")
                .ToArray();
            if (Count is { } count && sent.Length != count)
            {
                return string.Create(
                    CultureInfo.InvariantCulture,
                    $"{count} {kind}, et non {sent.Length}"
                );
            }

            var last = sent.LastOrDefault() ?? string.Empty;
            var missing = Words.Where(words => !Wording.Has(last, words)).ToArray();
            var present = Without
                .Where(words => Array.Exists(sent, text => Wording.Has(text, words)))
                .ToArray();
            return missing.Length > 0
                    ? $"{kind} : contient {Listed(missing)} ; envoyé : {Wording.Plain(last)}"
                : present.Length > 0 ? $"{kind} : sans mention de {Listed(present)}"
                : null;
        }
    }

    /// <summary>The store holds these kinds of things, and nothing else, beyond what it held at the beginning.</summary>
    internal sealed record Keeps(int Line, IReadOnlyList<string> Kinds) : Expectation(Line)
    {
        public override async ValueTask<string?> FailureAsync(
            Evidence evidence,
            CancellationToken cancellationToken
        )
        {
            var kept = (await evidence.Stage.KeptAsync(evidence.Now, cancellationToken))
                .Where(kind => kind.Value > evidence.KeptBefore.GetValueOrDefault(kind.Key))
                .Select(kind => kind.Key)
                .Order(StringComparer.Ordinal)
                .ToArray();
            return kept.SequenceEqual(
                Kinds.Order(StringComparer.Ordinal),
                StringComparer.OrdinalIgnoreCase
            )
                ? null
                : $"conserve {Listed(Kinds)}, et non {Listed(kept)}";
        }
    }

    /// <summary>The bot said its last words again.</summary>
    internal sealed record Repeats(int Line) : Expectation(Line)
    {
        public override ValueTask<string?> FailureAsync(
            Evidence evidence,
            CancellationToken cancellationToken
        )
        {
            var last = evidence.Previous is [.., var said] ? said.Text : string.Empty;
            return Unless(
                evidence.Replies.Any(reply => Wording.Same(reply.Text, last)),
                "répète ce qui vient d'être dit"
            );
        }
    }
}
