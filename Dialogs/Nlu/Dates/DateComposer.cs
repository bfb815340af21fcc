namespace ChatbotSante.Dialogs.Nlu.Dates;

/// <summary>Puts what was said of days and hours together: alternatives, corrections, what is of what.</summary>
internal sealed class DateComposer(DateTime reference)
{
    private readonly DateOnly _today = DateOnly.FromDateTime(reference);
    private readonly List<DateDraft> _drafts = [];
    private bool _isSoon;
    private int _except;
    private int _interval = 1;
    private ClockWindow? _left;
    private ClockWindow? _bounds;

    public DateTrouble Trouble { get; private set; }

    /// <summary>Adds what was refused.</summary>
    /// <param name="item">The item.</param>
    /// <param name="isOfRefusedDay">« Pas jeudi matin » leaves nothing, « pas le matin » the rest of the day.</param>
    public void Refuse(DateItem item, bool isOfRefusedDay)
    {
        if (item.IsTime)
        {
            _left =
                !isOfRefusedDay && item.Window is { } window
                    ? DayParts.Without(window) ?? _left
                    : _left;
            return;
        }

        _except |= item.Days;
    }

    /// <summary>What was refused for what is said now is no exception to it.</summary>
    public void Forget(DateItem item) => _except &= ~item.Days;

    /// <summary>Adds « pas trop tôt »: it narrows whatever else is said.</summary>
    public void Bound(ClockWindow window) => _bounds = window;

    public void Report(DateTrouble trouble) =>
        Trouble = Trouble == DateTrouble.None ? trouble : Trouble;

    /// <summary>Adds what was said.</summary>
    /// <param name="item">The item.</param>
    /// <param name="joint">How it goes on from the one before.</param>
    /// <param name="isAdjacent">Whether nothing stands between.</param>
    /// <param name="isPlain">Whether nothing but articles, « et » and « ou » stands between.</param>
    public void Add(DateItem item, DateJoint joint, bool isAdjacent, bool isPlain)
    {
        switch (item.Kind)
        {
            case DateItemKind.Soon:
                _isSoon = true;
                break;
            case DateItemKind.Edge:
                AddEdge(item);
                break;
            case DateItemKind.Time:
                AddTime(item, joint, isAdjacent);
                break;
            default:
                Report(item.Trouble);
                var count = _drafts.Count;
                AddDays(item, joint);
                if (_drafts.Count > count && count > 0)
                {
                    _drafts[^1].IsLinked = isPlain;
                }

                break;
        }
    }

    public DateExpression? Build()
    {
        Finish();
        var built = new List<DateExpression>();
        foreach (var draft in _drafts)
        {
            if (Build(draft) is not { } expression)
            {
                Report(DateTrouble.Past);
            }
            else if (!built.Contains(expression))
            {
                built.Add(expression);
            }
        }

        return built switch
        {
            [] when _isSoon && Trouble == DateTrouble.None => new DateExpression
            {
                From = reference,
            },
            [] => null,
            [var one] => one,
            _ => new DateExpression { Any = [.. built] },
        };
    }

    private void Finish()
    {
        if (_drafts.Count == 0 && (_except != 0 || _left is not null || _bounds is not null))
        {
            _drafts.Add(new DateDraft());
        }

        foreach (var draft in _drafts)
        {
            if (!draft.HasTime && !draft.IsTimeInherited && _left is not null)
            {
                draft.Window = _left;
            }

            if (_bounds is not null)
            {
                draft.Narrow(_bounds);
            }
        }
    }

    private void AddEdge(DateItem item)
    {
        if (_drafts is [.., { Scope: { Period: not PeriodKind.Other } scope } last])
        {
            var part = PeriodReader.EdgeOf(scope, item.Edge);
            (last.From, last.To) = (part.From, part.To);
        }
    }

    private void AddDays(DateItem item, DateJoint joint)
    {
        if (item is { Kind: DateItemKind.Weekdays, Days: 0 })
        {
            Repeat(item.IntervalWeeks);
            return;
        }

        if (_drafts.Count == 0)
        {
            _drafts.Add(Of(item));
            return;
        }

        var last = _drafts[^1];
        if (!last.HasDays)
        {
            foreach (var draft in _drafts)
            {
                Give(draft, item);
            }

            return;
        }

        if (joint != DateJoint.Correction && IsOfSame(last, item, joint))
        {
            return;
        }

        if (
            joint is DateJoint.Or or DateJoint.And or DateJoint.Comma
            || (
                joint == DateJoint.None
                && (
                    item.Kind == DateItemKind.Weekday
                    || (item.Kind == DateItemKind.Period && last.Kind == DateItemKind.Period)
                )
            )
        )
        {
            AddAlternative(last, item);
            return;
        }

        var replaced = Of(item);
        if (
            joint is DateJoint.Correction or DateJoint.Preference
            && (last.At is not null || last.Window is not null)
        )
        {
            (replaced.At, replaced.Window, replaced.IsTimeInherited) = (last.At, last.Window, true);
        }

        if (
            joint is DateJoint.Correction or DateJoint.Preference
            && last.Scope is { Period: PeriodKind.Week } week
            && item.Kind == DateItemKind.Weekday
        )
        {
            Narrow(replaced, week, item.Days);
        }

        _drafts.Clear();
        _drafts.Add(replaced);
    }

    /// <summary>« Le vendredi, toutes les deux semaines ».</summary>
    private void Repeat(int weeks)
    {
        _interval = weeks;
        foreach (var draft in _drafts)
        {
            if (draft.Days != 0)
            {
                draft.IntervalWeeks = weeks;
                (draft.From, draft.To) =
                    draft.Kind == DateItemKind.Weekday ? (null, null) : (draft.From, draft.To);
                draft.Kind = DateItemKind.Weekdays;
            }
        }
    }

    private void AddAlternative(DateDraft last, DateItem item)
    {
        var isRecurring = last.Kind == DateItemKind.Weekdays && last.From is null && !last.HasTime;
        if (
            isRecurring
            && item.Kind is DateItemKind.Weekdays or DateItemKind.Weekday
            && last.IntervalWeeks == item.IntervalWeeks
        )
        {
            last.Days |= item.Days;
            return;
        }

        if (
            last.Scope is { } scope
            && item.Kind == DateItemKind.Weekday
            && item.Limit == DateLimit.None
        )
        {
            if (last.Days != 0)
            {
                last.Days |= item.Days;
                return;
            }

            if (scope.Period == PeriodKind.Week)
            {
                var other = Of(item);
                Narrow(other, scope, item.Days);
                _drafts.Add(other);
                return;
            }
        }

        _drafts.Add(Of(item));
    }

    /// <summary>Whether the days said belong to those said before: a day of that week, the week of that day, the other bound.</summary>
    private bool IsOfSame(DateDraft last, DateItem item, DateJoint joint)
    {
        if (Bounds(last, item))
        {
            return true;
        }

        if (item.Limit != DateLimit.None || joint is DateJoint.Or)
        {
            return false;
        }

        var isWeekday = item.Kind is DateItemKind.Weekday or DateItemKind.Weekdays;
        if (isWeekday && last.Kind is DateItemKind.Period or DateItemKind.Day && last.Days == 0)
        {
            return OfPeriod(last, item, joint);
        }

        if (joint is DateJoint.And)
        {
            return false;
        }

        if (last.Kind is DateItemKind.Weekday or DateItemKind.Weekdays)
        {
            return OfWeekday(last, item, joint);
        }

        var isInside =
            last.Kind == DateItemKind.Period
            && item.Kind is DateItemKind.Day or DateItemKind.Period
            && item.From >= last.From
            && item.To <= last.To
            && joint is not DateJoint.Apart;
        if (isInside)
        {
            (last.From, last.To, last.Kind) = (item.From, item.To, item.Kind);
        }

        return isInside;
    }

    /// <summary>« À partir du 2 et jusqu'au 10 ».</summary>
    private bool Bounds(DateDraft last, DateItem item)
    {
        if (last.IsOpen && item.Limit is DateLimit.UpTo or DateLimit.Before)
        {
            var to = item.Limit == DateLimit.UpTo ? item.To : item.From.AddDays(-1);
            if (to >= last.From)
            {
                last.To = to;
                return true;
            }
        }

        if (
            last.From == _today
            && !last.IsOneDay
            && last.To is not null
            && last.Scope is null
            && item.Limit is DateLimit.From or DateLimit.After
        )
        {
            var from = item.Limit == DateLimit.From ? item.From : item.To?.AddDays(1);
            if (from <= last.To)
            {
                last.From = from;
                return true;
            }
        }

        return false;
    }

    /// <summary>« La semaine prochaine, mardi », « en janvier, un mardi », « le 26, jeudi ».</summary>
    private bool OfPeriod(DateDraft last, DateItem item, DateJoint joint)
    {
        if (last.IsOneDay && last.Scope is null)
        {
            // « Le 26, jeudi » names the same day.
            var isSame =
                item.Kind == DateItemKind.Weekday
                && joint is DateJoint.None or DateJoint.Comma
                && (item.Days & DateWish.Bit(last.From!.Value.DayOfWeek)) != 0;
            return isSame;
        }

        if (last.Scope is { } scope && Width(last) <= 7)
        {
            var week =
                scope.Period == PeriodKind.Week
                    ? scope
                    : scope with
                    {
                        From = last.From!.Value,
                        To = last.To,
                    };
            if (last.Kind == DateItemKind.Day && joint is DateJoint.And or DateJoint.Apart)
            {
                return false;
            }

            Narrow(last, week, item.Days);
            return true;
        }

        if (last.Kind != DateItemKind.Period)
        {
            return false;
        }

        last.Days |= item.Days;
        last.IntervalWeeks = item.IntervalWeeks;
        return true;
    }

    /// <summary>« Mardi de la semaine prochaine », « un mardi en janvier », « mardi, le 24 ».</summary>
    private bool OfWeekday(DateDraft last, DateItem item, DateJoint joint)
    {
        if (
            joint
            is not (DateJoint.None or DateJoint.Comma or DateJoint.Preference or DateJoint.Apart)
        )
        {
            return false;
        }

        if (item.Kind == DateItemKind.Day && item.Period == PeriodKind.Other)
        {
            var isSame =
                joint is DateJoint.None or DateJoint.Comma
                && item.From == item.To
                && (last.Days & DateWish.Bit(item.From.DayOfWeek)) != 0;
            if (isSame)
            {
                Give(last, item);
            }

            return isSame;
        }

        if (item.Kind != DateItemKind.Period && item.Period != PeriodKind.Week)
        {
            return false;
        }

        if (joint == DateJoint.Apart && item.Period == PeriodKind.Other)
        {
            return false;
        }

        foreach (var draft in _drafts)
        {
            if (draft.Kind is not (DateItemKind.Weekday or DateItemKind.Weekdays))
            {
                continue;
            }

            if (item.Period == PeriodKind.Week)
            {
                Narrow(draft, item, draft.Days);
            }
            else
            {
                (draft.From, draft.To, draft.Scope, draft.Kind) = (
                    item.From,
                    item.To,
                    item,
                    DateItemKind.Period
                );
            }
        }

        return true;
    }

    /// <summary>Leaves, of a week, the days said.</summary>
    private void Narrow(DateDraft draft, DateItem week, int days)
    {
        draft.HasDays = true;
        draft.Scope = week;
        draft.Kind = DateItemKind.Day;
        var monday = Weekdays.Monday(week.From);
        var meant = Weekdays
            .Of(days)
            .Select(day => Weekdays.After(monday.AddDays(-1), day))
            .Where(day => day >= _today)
            .ToArray();
        if (meant is [var only])
        {
            (draft.From, draft.To, draft.Days) = (only, only, 0);
        }
        else if (meant.Length > 1)
        {
            (draft.From, draft.To, draft.Days, draft.Kind) = (
                monday,
                monday.AddDays(6),
                days,
                DateItemKind.Period
            );
        }
        else
        {
            (draft.From, draft.To) = (monday, monday.AddDays(6));
            Report(DateTrouble.Past);
        }
    }

    private static int Width(DateDraft draft) =>
        draft is { From: { } from, To: { } to } ? to.DayNumber - from.DayNumber + 1 : int.MaxValue;

    private void AddTime(DateItem item, DateJoint joint, bool isAdjacent)
    {
        if (_drafts.Count == 0)
        {
            _drafts.Add(new DateDraft());
        }

        var last = _drafts[^1];
        if (isAdjacent && IsBound(last, item))
        {
            return;
        }

        if (!last.HasTime)
        {
            // « Mardi ou jeudi matin »: both; « mardi, et je peux aussi jeudi matin »: the last.
            for (var i = _drafts.Count - 1; i >= 0; i--)
            {
                if (!_drafts[i].HasTime)
                {
                    _drafts[i].TakeTime(item);
                }

                if (isAdjacent && !_drafts[i].IsLinked)
                {
                    break;
                }
            }

            return;
        }

        if (IsOfSameTime(last, item, joint))
        {
            return;
        }

        if (joint is DateJoint.Or or DateJoint.And or DateJoint.Comma)
        {
            var other = last.SameDays();
            other.TakeTime(item);
            _drafts.Add(other);
            return;
        }

        foreach (var draft in _drafts)
        {
            draft.TakeTime(item);
        }
    }

    /// <summary>« Avant vendredi midi », « à partir de lundi 14 h »: a bound of those days, not a time of each.</summary>
    private static bool IsBound(DateDraft last, DateItem item)
    {
        if (last.Bound is not { } limit || item.Limit != DateLimit.None)
        {
            return false;
        }

        var isNoon = item.Window == DayParts.Of(DayPart.Noon);
        var from = item.At ?? item.Window?.From;
        var to = isNoon ? from : item.At ?? item.Window?.To;
        switch (limit)
        {
            case DateLimit.From:
                last.StartsAt = from;
                break;
            case DateLimit.After:
                last.From = last.From?.AddDays(-1);
                last.StartsAt = to;
                break;
            case DateLimit.Before:
                last.To = last.To?.AddDays(1);
                last.EndsAt = from;
                break;
            default:
                last.EndsAt = to;
                break;
        }

        last.Bound = null;
        return true;
    }

    /// <summary>Whether two times said are one: « pas avant 15 h, pas après 17 h », « le matin vers 10 h », « le soir à 7 h ».</summary>
    private static bool IsOfSameTime(DateDraft last, DateItem item, DateJoint joint)
    {
        if (joint is DateJoint.Or or DateJoint.Correction)
        {
            return false;
        }

        switch (last.Window, item.Window)
        {
            case ({ From: { } from, To: null }, { From: null, To: { } to }) when from < to:
            case ({ From: null, To: { } to2 }, { From: { } from2, To: null }) when from2 < to2:
                last.Window = new ClockWindow(
                    last.Window.From ?? item.Window.From,
                    last.Window.To ?? item.Window.To
                );
                return true;
            default:
                break;
        }

        if (joint is DateJoint.And or DateJoint.Apart)
        {
            return false;
        }

        if (item.At is { } at && last.Window is { } part)
        {
            var inPart =
                Inside(part, at) ? at
                : Inside(part, at.AddHours(12)) ? at.AddHours(12)
                : (TimeOnly?)null;
            if (inPart is { } time)
            {
                (last.At, last.Window) = (time, null);
                return true;
            }
        }

        if (last.At is { } exact && item.Window is { } said)
        {
            var inPart =
                Inside(said, exact) ? exact
                : Inside(said, exact.AddHours(12)) ? exact.AddHours(12)
                : (TimeOnly?)null;
            if (inPart is { } time)
            {
                last.At = time;
                return true;
            }
        }

        if (
            last.Window is { } earlier
            && item.Window is { } now
            && joint is DateJoint.None
            && earlier != now
        )
        {
            var before = last.Window;
            last.Narrow(now);
            return last.Window != before || before == now;
        }

        return false;
    }

    private static bool Inside(ClockWindow window, TimeOnly time) =>
        (window.From is null || time >= window.From) && (window.To is null || time < window.To);

    private DateDraft Of(DateItem item)
    {
        var draft = new DateDraft();
        Give(draft, item);
        return draft;
    }

    private void Give(DateDraft draft, DateItem item)
    {
        draft.HasDays = true;
        draft.Kind = item.Kind;
        draft.Days = item.Kind is DateItemKind.Weekday or DateItemKind.Weekdays ? item.Days : 0;
        draft.IntervalWeeks = Math.Max(
            item.IntervalWeeks,
            item.Kind == DateItemKind.Weekdays ? _interval : 1
        );
        draft.Scope = item.Period != PeriodKind.Other ? item : null;
        (draft.StartsAt, draft.EndsAt) = (item.StartsAt, item.EndsAt);
        if (item.At is not null)
        {
            draft.TakeTime(item);
        }

        if (item.Kind == DateItemKind.Weekdays)
        {
            return;
        }

        // « Avant la fin du mois »: until its last day.
        var limit = item is { Limit: DateLimit.Before, Edge: 2, Kind: DateItemKind.Period }
            ? DateLimit.UpTo
            : item.Limit;
        draft.Bound =
            item.Kind is DateItemKind.Day or DateItemKind.Weekday && limit != DateLimit.None
                ? limit
                : null;
        (draft.From, draft.To) = limit switch
        {
            DateLimit.From => (item.From, null),
            DateLimit.After => (item.To?.AddDays(1), null),
            DateLimit.Before => (_today, item.From.AddDays(-1)),
            DateLimit.UpTo => (_today, item.To),
            _ => ((DateOnly?)item.From, item.To),
        };
        if (limit != DateLimit.None)
        {
            draft.Kind = DateItemKind.Period;
            draft.Days = 0;
            draft.Scope = null;
        }
    }

    private DateExpression? Build(DateDraft draft)
    {
        var recurrence = RecurrenceOf(draft);
        if (draft.From is not { } first)
        {
            return new DateExpression
            {
                At = draft.At,
                Window = WindowOf(draft),
                Recurrence = recurrence,
            };
        }

        if (draft.To < _today || draft.To < first)
        {
            return null;
        }

        if (draft.IsOneDay && draft.StartsAt is null && draft.EndsAt is null)
        {
            return OneDay(draft, first);
        }

        var from = first.ToDateTime(draft.StartsAt ?? TimeOnly.MinValue);
        var to =
            draft.To is not { } last ? (DateTime?)null
            : draft.EndsAt is { } end ? last.ToDateTime(end)
            : last == DateOnly.MaxValue ? null
            : last.AddDays(1).ToDateTime(TimeOnly.MinValue);
        from = from < reference ? reference : from;
        return to <= from
            ? null
            : new DateExpression
            {
                From = from,
                To = to,
                At = draft.At,
                Window = WindowOf(draft),
                Recurrence = recurrence,
            };
    }

    /// <summary>« Toute la journée » leaves no window.</summary>
    private static ClockWindow? WindowOf(DateDraft draft) =>
        draft.Window is { From: null, To: null } ? null : draft.Window;

    private DateExpression? OneDay(DateDraft draft, DateOnly day)
    {
        if (draft.At is { } at)
        {
            return day.ToDateTime(at) < reference
                ? null
                : new DateExpression { Date = day, At = at };
        }

        if (draft.Window is { From: { } start, To: { } end })
        {
            var (from, to) = (day.ToDateTime(start), day.ToDateTime(end));
            from = from < reference ? reference : from;
            return from >= to ? null : new DateExpression { From = from, To = to };
        }

        return new DateExpression { Date = day, Window = WindowOf(draft) };
    }

    private DayRecurrence? RecurrenceOf(DateDraft draft)
    {
        var days = draft.Kind is DateItemKind.Weekday ? 0 : draft.Days & ~_except;
        return days != 0 ? new DayRecurrence(days, false, draft.IntervalWeeks)
            : _except != 0 && !draft.IsOneDay ? new DayRecurrence(_except, IsExclusion: true)
            : null;
    }
}
