namespace ChatbotSante.Benchmarks.Redaction;

/// <summary>What <c>redaction-peers/measure.js</c> says of one package.</summary>
internal sealed record PeerResult(
    string Version,
    double MedianMicroseconds,
    double P99Microseconds,
    double MegabytesPerCpuSecond,
    int Direct,
    int DirectMessages,
    long[] Identity,
    long[] Health,
    int Alarms,
    int Clean
);
