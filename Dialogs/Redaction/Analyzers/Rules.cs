using Microsoft.CodeAnalysis;

namespace ChatbotSante.Redaction.Analyzers;

/// <summary>What is refused, and what the refusal tells to do instead. The table in README.md says why.</summary>
internal static class Rules
{
    public static readonly DiagnosticDescriptor Logged = Privacy(
        "CBS0001",
        "Patient data is logged",
        "'{0}' is patient data and would be logged: log an identifier of ours, a count or a SafeText"
    );

    public static readonly DiagnosticDescriptor Printed = Privacy(
        "CBS0002",
        "Patient data is made part of a text",
        "'{0}' is patient data and would become part of a bare string: keep it in its own type, or justify this text with SuppressMessage"
    );

    public static readonly DiagnosticDescriptor Thrown = Privacy(
        "CBS0003",
        "Patient data is put into an exception",
        "'{0}' is patient data and would travel in an exception: give the exception a constant message"
    );

    public static readonly DiagnosticDescriptor Measured = Privacy(
        "CBS0004",
        "Patient data is put into a trace or a metric",
        "'{0}' is patient data and would become a tag or an event: use a count or the name of an outcome"
    );

    public static readonly DiagnosticDescriptor Addressed = Privacy(
        "CBS0005",
        "Patient data is put into an address",
        "'{0}' is patient data and would be part of an address, which proxies and servers log: send it in a body"
    );

    public static readonly DiagnosticDescriptor Unclassified = Privacy(
        "CBS0006",
        "A log parameter does not say what it holds",
        "Parameter '{0}' may hold anything: make it a number, an enumeration or a SafeText, or mark it [OperationalData] when it says nothing of a person"
    );

    public static readonly DiagnosticDescriptor NotOperational = Privacy(
        "CBS0007",
        "Something else is passed off as operational data",
        "'{0}' is not known to say nothing of a person: pass a constant, the name of a type or of an enumeration's value, or what is itself marked [OperationalData]"
    );

    public static readonly DiagnosticDescriptor OutsideItsRoom = Boundary(
        "CBS0008",
        "A way out is used outside its room",
        "'{0}' may be used in {1} only: {2}"
    );

    public static readonly DiagnosticDescriptor NoRooms = Boundary(
        "CBS0012",
        "The rooms cannot be read",
        "{0}",
        WellKnownDiagnosticTags.CompilationEnd
    );

    public static readonly DiagnosticDescriptor BareIdentifier = Privacy(
        "CBS0009",
        "An identifier is a bare string",
        "'{0}' is named as an identifier and is a bare string: give it a type that prints masked, or mark it [IdentityData], or [OperationalData] when it is no person's"
    );

    public static readonly DiagnosticDescriptor ForeignMessage = Privacy(
        "CBS0010",
        "Another exception's message is repeated",
        "'{0}' may quote patient data: name the exception's type, or throw with a message of your own"
    );

    public static readonly DiagnosticDescriptor SerialisedWords = Privacy(
        "CBS0011",
        "A patient's words are registered for JSON",
        "'{0}' holds a patient's words in '{1}': leave the property out with [JsonIgnore], or give it a converter that refuses to write"
    );

    public static readonly DiagnosticDescriptor GivenBack = Privacy(
        "CBS0013",
        "Patient data is given back bare",
        "'{0}' is patient data and is given back as a bare value: give back its own type, or mark the result [return: IdentityData] or [return: HealthData], so that callers are watched"
    );

    public static readonly DiagnosticDescriptor PutDown = Privacy(
        "CBS0014",
        "Patient data is put down unmarked",
        "'{0}' is patient data and is kept in or handed to '{1}', which does not say so: mark it [IdentityData] or [HealthData]"
    );

    private static DiagnosticDescriptor Privacy(string id, string title, string message) =>
        Make(id, title, message, "Privacy");

    private static DiagnosticDescriptor Boundary(
        string id,
        string title,
        string message,
        params string[] tags
    ) => Make(id, title, message, "Boundary", tags);

    private static DiagnosticDescriptor Make(
        string id,
        string title,
        string message,
        string category,
        params string[] tags
    ) =>
        new(
            id,
            title,
            message,
            category,
            DiagnosticSeverity.Error,
            isEnabledByDefault: true,
            description: "See Dialogs/Redaction/Analyzers/README.md.",
            helpLinkUri: null,
            tags
        );
}
