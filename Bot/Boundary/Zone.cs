namespace ChatbotSante.Bot.Boundary;

/// <summary>Which side of the HDS boundary a host is on.</summary>
internal enum Zone
{
    /// <summary>Not listed: nothing may be sent.</summary>
    Nowhere,
    Inside,
    Outside,
}
