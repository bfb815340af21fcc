using System.Buffers;
using ChatbotSante.Redaction;

namespace ChatbotSante.Dialogs.Nlu.Dates;

/// <summary>Reads when somebody wishes to come: days, weeks, months, hours, recurrences, typed or said.</summary>
/// <remarks>Conventions: a bare weekday is the first strictly after today; a day number alone, the next such day; day and month,
/// the next occurrence; bare hours from 1 to 6 are of the afternoon; what is taken back counts for nothing.</remarks>
public static class FrenchDateParser
{
    /// <summary>Messages of up to this many words are read without allocating for them.</summary>
    private const int OnStack = 128;

    /// <summary>How far a part of the day may stand behind its day: « jeudi l'après-midi ».</summary>
    private const int PartAfterDay = 3;

    /// <summary>Most items of one message: what is longer is no wish.</summary>
    private const int MaxItems = 24;

    /// <summary>What a message says of days and hours.</summary>
    /// <param name="text">The message.</param>
    /// <param name="reference">The clinic's wall clock.</param>
    public static DateReading Read(FoldedText text, DateTime reference)
    {
        ArgumentNullException.ThrowIfNull(text);
        var count = text.Tokens.Length;
        if (count == 0)
        {
            return DateReading.None;
        }

        if (count <= OnStack)
        {
            Span<DateWord> words = stackalloc DateWord[OnStack];
            words = words[..count];
            words.Clear();
            return Read(new DateSentence(text, reference, words));
        }

        var rented = ArrayPool<DateWord>.Shared.Rent(count);
        try
        {
            var words = rented.AsSpan(0, count);
            words.Clear();
            return Read(new DateSentence(text, reference, words));
        }
        finally
        {
            ArrayPool<DateWord>.Shared.Return(rented);
        }
    }

    /// <summary>The wish in a message, as the agenda searches by it; null when it holds none.</summary>
    /// <param name="text">The message.</param>
    /// <param name="today">The clinic's date.</param>
    public static DateWish? Parse(FoldedText text, DateOnly today)
    {
        var reference = today.ToDateTime(TimeOnly.MinValue);
        return DateWishes.Of(Read(text, reference), reference);
    }

    /// <summary>A clock time (« 10 h 40 », « onze heures », « 9:30 », « 9 heures et demie »), or null.</summary>
    public static TimeOnly? ParseClock(FoldedText text)
    {
        ArgumentNullException.ThrowIfNull(text);
        Span<DateWord> words = stackalloc DateWord[OnStack];
        words = words[..Math.Min(OnStack, text.Tokens.Length)];
        words.Clear();
        var said = new DateSentence(text, DateTime.MinValue, words);
        for (var i = 0; i < said.Count; i++)
        {
            if (ClockReader.TimeAt(said, i, out var next) is not { } clock)
            {
                continue;
            }

            if (!DateRefusals.IsRefused(text, i))
            {
                return clock;
            }

            i = Math.Max(i, next - 1);
        }

        return null;
    }

    private static DateReading Read(scoped in DateSentence said)
    {
        if (!said.HasAny && !MayBeSoon(said.Text))
        {
            return DateReading.None;
        }

        var items = DateRanges.Joined(said, Items(said));
        var composer = new DateComposer(said.Reference);
        var hasWish = items.Exists(item =>
            item is { IsRefused: false, IsOld: false, IsExisting: false, IsDay: true }
        );
        DateItem? before = null;
        DateItem? dropped = null;
        DateItem? doubted = null;
        foreach (var item in items)
        {
            var isOfDropped =
                item.IsTime
                && dropped is not null
                && item.First - dropped.Next < PartAfterDay
                && !said.IsApart(item.First);
            if (item.Kind == DateItemKind.Impossible)
            {
                composer.Report(DateTrouble.Impossible);
                dropped = item;
            }
            else if (item.IsOld)
            {
                composer.Report(item.Trouble);
                dropped = item;
            }
            else if (item.IsRefused)
            {
                composer.Refuse(item, isOfDropped);
                dropped = item.IsDay ? item : dropped;
            }
            else if ((item.IsExisting && hasWish) || isOfDropped)
            {
                dropped = item;
            }
            else
            {
                // « Pas jeudi, la semaine d'après »: one for the other; « la semaine d'après sauf jeudi » leaves out.
                if (
                    item.IsDay
                    && dropped is { IsRefused: true }
                    && !DateContext.IsExcepted(said, dropped.First)
                )
                {
                    composer.Forget(dropped);
                }

                var joint = before is null ? DateJoint.None : DateContext.Joint(said, before, item);
                composer.Add(
                    item,
                    joint,
                    IsAdjacent(said, before, item),
                    before is not null && DateContext.IsPlain(said, before, item)
                );
                before = item;
                dropped = null;
                doubted = item.Instead is null ? doubted : item;
            }
        }

        if (NotToo(said.Text) is { } bounds)
        {
            composer.Bound(bounds);
        }

        var expression = composer.Build();
        return new DateReading(expression, Relevant(composer.Trouble, expression))
        {
            Instead = expression?.OnlyDay == doubted?.From ? doubted?.Instead : null,
            Existing = Existing(said, items),
            Weekday = Weekday(items),
        };
    }

    /// <summary>When the appointment is that is spoken of, from the first thing said of it on.</summary>
    private static DateExpression? Existing(scoped in DateSentence said, List<DateItem> items)
    {
        var first = 0;
        while (
            first < items.Count && !(IsOfExisting(items[first]) && IsTold(said, items[first].First))
        )
        {
            first++;
        }

        if (first == items.Count)
        {
            return null;
        }

        var composer = new DateComposer(said.Reference);
        composer.Add(items[first], DateJoint.None, isAdjacent: false, isPlain: false);
        for (var i = first + 1; i < items.Count && IsOfExisting(items[i]); i++)
        {
            // « Jeudi à 17 h 30 », but « celui de 17 h 30 à mardi » says where to.
            var isNext = items[i].First == items[i - 1].Next;
            if (!isNext && !(items[i].IsTime && IsAdjacent(said, items[i - 1], items[i])))
            {
                break;
            }

            composer.Add(items[i], DateJoint.None, isAdjacent: true, isPlain: false);
        }

        return composer.Build();
    }

    /// <summary>« Mon rendez-vous de jeudi », « il est prévu à 15 h »; « déplacer mon rendez-vous jeudi » may say where to.</summary>
    private static bool IsTold(scoped in DateSentence said, int i)
    {
        if (said.At(i - 1) is "de" or "du" or "d")
        {
            return true;
        }

        var k = said.At(i - 1) is "le" or "a" or "au" or "pour" ? i - 2 : i - 1;
        return said.At(k) is "est" or "etait" or "prevu" or "prevue" or "fixe";
    }

    private static bool IsOfExisting(DateItem item) =>
        item is { IsExisting: true, IsRefused: false, IsOld: false }
        && (item.IsTime || item.Kind is DateItemKind.Day or DateItemKind.Weekday);

    private static DayOfWeek? Weekday(List<DateItem> items)
    {
        DayOfWeek? found = null;
        foreach (var item in items)
        {
            if (item is not { Kind: DateItemKind.Weekday, IsRefused: false, IsOld: false })
            {
                continue;
            }

            if (found is not null)
            {
                return null;
            }

            found = item.From.DayOfWeek;
        }

        return found;
    }

    /// <summary>What is gone by is said only where nothing else was wished for.</summary>
    private static DateTrouble Relevant(DateTrouble trouble, DateExpression? expression) =>
        trouble == DateTrouble.Past && expression is not null ? DateTrouble.None : trouble;

    private static List<DateItem> Items(scoped in DateSentence said)
    {
        var items = new List<DateItem>();
        DateOnly? week = null;
        for (var i = 0; i < said.Count && items.Count < MaxItems; )
        {
            var item = ItemAt(said, i, week);
            if (item is null)
            {
                i++;
                continue;
            }

            if (DateContext.Marked(said, item) is { } marked)
            {
                items.Add(marked);
                if (
                    marked is
                    {
                        IsDay: true,
                        IsOld: false,
                        Kind: DateItemKind.Day or DateItemKind.Weekday or DateItemKind.Period
                    }
                )
                {
                    week = Weekdays.Monday(marked.From);
                }

                item = marked;
            }

            i = Math.Max(i + 1, item.Next);
        }

        return items;
    }

    private static DateItem? ItemAt(scoped in DateSentence said, int i, DateOnly? week) =>
        ThisPart(said, i) ?? ClockReader.At(said, i) ?? DayReader.At(said, i, week);

    /// <summary>« Ce matin », « cet après-midi », « ce soir »: of today.</summary>
    private static DateItem? ThisPart(scoped in DateSentence said, int i)
    {
        var isThis =
            said.At(i) is "ce" or "cet" or "cette" or "st"
            && said.Kind(i + 1) is DateWordKind.Part or DateWordKind.Noon;
        return isThis ? DayReader.One(i, i + 1, said.Today) : null;
    }

    private static bool IsAdjacent(scoped in DateSentence said, DateItem? before, DateItem item)
    {
        if (before is null || said.IsApart(item.First))
        {
            return false;
        }

        return item.First == before.Next
            || (
                item.First == before.Next + 1
                && said.At(before.Next) is "a" or "au"
                && !said.IsApart(before.Next)
            );
    }

    private static bool MayBeSoon(FoldedText text) =>
        text.HasWord(
            "vite",
            "rapidement",
            "asap",
            "possible",
            "importe",
            "nimporte",
            "tot",
            "tard",
            "delais",
            "quand",
            "suite",
            "immediatement",
            "disponibilite",
            "dispo",
            "maintenant",
            "celle",
            "fetes",
            "creneau",
            "place",
            "rapide"
        );

    /// <summary>« Pas trop tôt », « pas trop tard », as a window; or null.</summary>
    private static ClockWindow? NotToo(FoldedText text)
    {
        for (var i = 0; i < text.Tokens.Length; i++)
        {
            if (text.At(i) is "pas" && text.At(i + 1) is "trop" or "tres")
            {
                return text.At(i + 2) switch
                {
                    "tot" => new ClockWindow(new TimeOnly(10, 0), null),
                    "tard" => new ClockWindow(null, new TimeOnly(17, 0)),
                    _ => null,
                };
            }
        }

        return null;
    }
}
