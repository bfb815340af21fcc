namespace ChatbotSante.Dialogs.Nlu.Dates;

/// <summary>Joins two days said as bounds: « du 7 au 11 », « entre lundi et mercredi », « de lundi 9 h à mercredi midi ».</summary>
internal static class DateRanges
{
    public static List<DateItem> Joined(scoped in DateSentence said, List<DateItem> items)
    {
        var joined = new List<DateItem>(items.Count);
        for (var i = 0; i < items.Count; i++)
        {
            var (item, used) = RangeAt(said, items, i);
            joined.Add(item);
            i += used - 1;
        }

        return joined;
    }

    private static (DateItem Item, int Used) RangeAt(
        scoped in DateSentence said,
        List<DateItem> items,
        int i
    )
    {
        var first = items[i];
        if (first.IsTime && IsMoved(said, first) && first.Window is { To: { } target })
        {
            // « Décaler de 10 h à 14 h ».
            return (first with { Window = null, At = target }, 1);
        }

        if (!CanBound(first))
        {
            return (first, 1);
        }

        var start = Follows(said, items, i) ? items[i + 1] : null;
        var at = start is null ? i + 1 : i + 2;
        if (
            at >= items.Count
            || !CanBound(items[at])
            || !IsRange(said, first, start ?? first, items[at])
        )
        {
            return (first, 1);
        }

        var last = items[at];
        var end = Follows(said, items, at) && (start is not null) ? items[at + 1] : null;
        var used = (end is null ? at : at + 1) - i + 1;
        if (IsMoved(said, first))
        {
            return (last with { Limit = DateLimit.None, IsExisting = false }, at - i + 1);
        }

        var to = last.To ?? last.From;
        if (last.Kind == DateItemKind.Weekday)
        {
            to = Weekdays.After(first.From, last.From.DayOfWeek);
        }
        else if (to < first.From)
        {
            to = to.AddMonths(1) >= first.From ? to.AddMonths(1) : to.AddYears(1);
        }

        var isNoon = end?.Window == DayParts.Of(DayPart.Noon);
        return (
            first with
            {
                Kind = DateItemKind.Period,
                Next = (end ?? last).Next,
                To = to,
                Days = 0,
                Period = PeriodKind.Other,
                Limit = DateLimit.None,
                StartsAt = start?.At ?? start?.Window?.From,
                EndsAt = isNoon ? end?.Window?.From : end?.At ?? end?.Window?.To,
                Trouble = first.Trouble == DateTrouble.None ? last.Trouble : first.Trouble,
                IsExisting = first.IsExisting && last.IsExisting,
            },
            used
        );
    }

    private static bool CanBound(DateItem item) =>
        item.Kind is DateItemKind.Day or DateItemKind.Weekday or DateItemKind.Period
            && !item.IsOld
            && item is { IsRefused: false, At: null }
        || (item.Kind == DateItemKind.Weekdays && item.To is not null && !item.IsRefused);

    /// <summary>Whether a time stands right behind the day at an index.</summary>
    private static bool Follows(scoped in DateSentence said, List<DateItem> items, int i) =>
        i + 1 < items.Count
        && items[i + 1].IsTime
        && items[i + 1].Limit == DateLimit.None
        && (
            items[i + 1].First == items[i].Next
            || (items[i + 1].First == items[i].Next + 1 && said.At(items[i].Next) is "a")
        );

    private static bool IsRange(
        scoped in DateSentence said,
        DateItem first,
        DateItem before,
        DateItem last
    )
    {
        var k = first.First - 1;
        while (said.At(k) is "le" or "la" or "l" or "les")
        {
            k--;
        }

        var opens = said.At(k);
        var between = before.Next;
        if (opens is "entre")
        {
            var isFilled = said.At(between) is "et" && OnlyArticles(said, between + 1, last.First);
            return isFilled;
        }

        if (
            opens is "du" or "de" or "des" or "d" or "depuis" or "partir"
            && said.At(between) is "a" or "au" or "aux" or "jusqu" or "jusquau" or "jusqua"
        )
        {
            return OnlyArticles(said, between + 1, last.First);
        }

        // « 7-11 décembre », « lundi à mercredi ».
        return (said.IsHyphen(last.First) && last.First == between && first.Kind == last.Kind)
            || (
                said.At(between) is "au"
                && last.First == between + 1
                && first.Kind == last.Kind
                && first.Limit == DateLimit.None
            )
            || (
                said.At(between) is "a"
                && last.First == between + 1
                && first is { Kind: DateItemKind.Weekday }
                && last is { Kind: DateItemKind.Weekday }
            );
    }

    private static bool OnlyArticles(scoped in DateSentence said, int from, int to)
    {
        for (var k = from; k < to; k++)
        {
            if (said.At(k) is not ("le" or "la" or "l" or "les" or "a" or "au" or "du" or "de"))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>« Décaler mon rendez-vous du 12 au 15 »: from one to the other, no span.</summary>
    private static bool IsMoved(scoped in DateSentence said, DateItem first)
    {
        var k = first.First - 1;
        while (said.At(k) is "du" or "de" or "d" or "le" or "la" or "l" or "celui")
        {
            k--;
        }

        if (k == first.First - 1)
        {
            return false;
        }

        for (var back = 0; back < 5 && k >= 0; back++, k--)
        {
            var word = said.At(k);
            if (said.IsApart(k + 1))
            {
                return false;
            }

            if (
                word.StartsWith("decal", StringComparison.Ordinal)
                || word.StartsWith("deplac", StringComparison.Ordinal)
                || word.StartsWith("report", StringComparison.Ordinal)
                || word.StartsWith("repouss", StringComparison.Ordinal)
                || word.StartsWith("avanc", StringComparison.Ordinal)
                || word.StartsWith("chang", StringComparison.Ordinal)
                || word.StartsWith("modifi", StringComparison.Ordinal)
                || word.StartsWith("transfer", StringComparison.Ordinal)
                || word is "passer" or "mettre" or "bouger"
            )
            {
                return true;
            }

            if (
                word
                is not (
                    "rdv"
                    or "rendez"
                    or "vous"
                    or "mon"
                    or "le"
                    or "un"
                    or "ma"
                    or "consultation"
                    or "irm"
                    or "scanner"
                    or "creneau"
                    or "notre"
                    or "son"
                )
            )
            {
                return false;
            }
        }

        return false;
    }
}
