namespace ChatbotSante.Bot.Boundary;

/// <summary>Why a way out was opened, or not. A closed set: it is a tag of a metric.</summary>
internal enum EgressReason
{
    /// <summary>Allowed: the host is inside.</summary>
    Inside,

    /// <summary>Allowed: declared fields only, to an address that declares them.</summary>
    DeclaredFields,

    /// <summary>No setting names the host with this protocol and port.</summary>
    NotListed,

    /// <summary>The host or the address can be read in more than one way.</summary>
    Malformed,

    /// <summary>The address holds a user's name or password.</summary>
    UserInfo,

    /// <summary>A <c>Host</c> header names another host than the address.</summary>
    HostHeader,

    /// <summary>A proxied request, another version of HTTP, a stream or a blocking call to the outside.</summary>
    Protocol,

    /// <summary>The outside host is listed, this address of it is not.</summary>
    Address,

    /// <summary>The outside takes posted messages only.</summary>
    Method,

    /// <summary>A header that is not the message's own.</summary>
    Header,

    /// <summary>Anything but declared fields: text, a file, a stream.</summary>
    Content,

    /// <summary>A field that this address does not declare.</summary>
    Field,

    /// <summary>A template, date, place or link that is not one of the clinic's.</summary>
    Value,

    /// <summary>The name resolved to an address that is not allowed.</summary>
    Network,
}
