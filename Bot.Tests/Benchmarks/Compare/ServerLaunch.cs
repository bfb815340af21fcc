namespace ChatbotSante.Benchmarks.Compare;

/// <summary>How to start a server.</summary>
/// <param name="Name">What the report calls it.</param>
/// <param name="FileName">Executable; absolute, or found on the PATH.</param>
/// <param name="Arguments">Its arguments.</param>
/// <param name="WorkingFolder">Its working directory; its output goes to <c>server.log</c> in <paramref name="LogFolder"/>.</param>
/// <param name="LogFolder">An existing folder.</param>
/// <param name="Port">Where it says on 127.0.0.1 that it is ready.</param>
/// <param name="MessagesPort">Where it takes messages.</param>
internal sealed record ServerLaunch(
    string Name,
    string FileName,
    IReadOnlyList<string> Arguments,
    string WorkingFolder,
    string LogFolder,
    int Port,
    int MessagesPort
);
