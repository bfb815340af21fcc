namespace ChatbotSante.Bot.Rehearsals;

/// <summary>What a turn left to look at.</summary>
/// <param name="Replies">What the bot said in it.</param>
/// <param name="Previous">What it had said in the turn before, in this conversation.</param>
/// <param name="Elapsed">From the patient's message to the answer.</param>
/// <param name="Now">The clinic's time.</param>
/// <param name="KeptBefore">What the store held when the rehearsal began, by <see cref="IRehearsalStage.KeptAsync"/>.</param>
/// <param name="Stage">Where it is played.</param>
internal sealed record Evidence(
    IReadOnlyList<SpokenReply> Replies,
    IReadOnlyList<SpokenReply> Previous,
    TimeSpan Elapsed,
    DateTimeOffset Now,
    IReadOnlyDictionary<string, int> KeptBefore,
    IRehearsalStage Stage
)
{
    /// <summary>The buttons that show: a page shows those of the last message only.</summary>
    public IEnumerable<string> Buttons =>
        Replies is [.., var last] ? last.Buttons.Select(button => button.Title) : [];

    /// <summary>All that was said, one reply a line.</summary>
    public string Text => Wording.Plain(string.Join('\n', Replies.Select(reply => reply.Text)));
}
