namespace ChatbotSante.Tests.Leaks;

/// <summary>Where a canary can get to.</summary>
internal enum Place
{
    /// <summary>Standard output and error: the log.</summary>
    Output,

    /// <summary><c>/dev/log</c>.</summary>
    Syslog,

    /// <summary>The databases: pages, journals, and what else lies in the data folder.</summary>
    Data,

    /// <summary>Messages to the secretariat, and to patients beyond the number that they go to.</summary>
    Outbox,

    /// <summary>Every other file that it wrote.</summary>
    Files,

    /// <summary>Packets on any interface, the patients' own connections aside: connections, and names asked of DNS.</summary>
    Network,

    /// <summary>What was sent as telemetry.</summary>
    Telemetry,

    /// <summary>A header of an answer, or the body of a refusal.</summary>
    Refusals,

    /// <summary>The answers to somebody else.</summary>
    OtherPatients,
}
