using ChatbotSante.Dialogs.Care.Agenda;
using ChatbotSante.Dialogs.Nlu;
using ChatbotSante.Dialogs.Nlu.Dates;

namespace ChatbotSante.Dialogs.Conversations;

/// <summary>Whether a day or a time said chooses among the slots last offered, or is another wish.</summary>
internal sealed class SlotWishes(SlotText text)
{
    /// <summary>The wish from now on; null when nothing new was wished for.</summary>
    /// <param name="offered">The slots last said; null when none were.</param>
    /// <param name="earlier">The wish so far.</param>
    /// <param name="heard">What was said.</param>
    public DateWish? Next(Slot[]? offered, DateWish? earlier, Understanding heard)
    {
        if (earlier is { IsInDoubt: true } && Settled(earlier, heard) is { } settled)
        {
            return settled;
        }

        if (heard.When is not { } wish || IsAboutOffered(offered, wish, heard))
        {
            return null;
        }

        var next = wish == DateWish.AnyTime ? wish : wish.Over(earlier);

        // « Plutôt 11 h 30 ? », « après 17 h ? » are said of the day that was offered.
        if (IsByTheClock(wish, heard) && !wish.HasDay && text.OnlyDay(offered) is { } day)
        {
            next = next with { From = day, To = day };
        }

        return next == earlier ? null : next;
    }

    /// <summary>The wish on the one of its two days that is meant: by its number, its name or its place; null when that was not said.</summary>
    private static DateWish? Settled(DateWish doubted, Understanding heard)
    {
        var days = doubted.Doubted;
        if (heard.When is not { } when)
        {
            return heard.Ordinal switch
            {
                1 => doubted.On(days[0]),
                2 or -1 => doubted.On(days[1]),
                _ => null,
            };
        }

        if (when.IsInDoubt || when.From is not { } said || said != when.To)
        {
            return null;
        }

        foreach (var day in days)
        {
            var isMeant =
                (day.Month, day.Day) == (said.Month, said.Day) || heard.Weekday == day.DayOfWeek;
            if (isMeant)
            {
                return when.Over(doubted).On(day);
            }
        }

        return null;
    }

    private static bool IsByTheClock(DateWish wish, Understanding heard) =>
        heard.Clock is not null
        || (wish.HasWindow && (wish.Earliest is null || wish.Latest is null));

    /// <summary>« Celui de 10 h 30 » chooses a slot offered, « plus tôt » wants others; neither is a new wish.</summary>
    private bool IsAboutOffered(Slot[]? offered, DateWish wish, Understanding heard) =>
        offered is not null
        && (
            (heard.Clock is not null && text.ChosenAmong(offered, heard) is not null)
            || (heard.Alternative is not null && wish is { HasDay: false, HasWindow: false })
        );
}
