namespace ChatbotSante.Bot.Rehearsals;

/// <summary>Somebody who writes in a rehearsal, and the page they have open.</summary>
internal sealed class RehearsalPerson(string name, Func<Manners> manners)
{
    public string Name { get; } = name;

    /// <summary>Null while the chat is closed.</summary>
    public RehearsalPage? Page { get; private set; }

    /// <summary>What the bot said last, all of one turn.</summary>
    public IReadOnlyList<SpokenReply> Heard { get; set; } = [];

    /// <summary>Watches over the conversation of the page.</summary>
    public Manners Manners { get; private set; } = manners();

    /// <summary>A new page is a new conversation.</summary>
    public void Open(RehearsalPage page) => (Page, Heard, Manners) = (page, [], manners());

    public void Close() => Page = null;
}
