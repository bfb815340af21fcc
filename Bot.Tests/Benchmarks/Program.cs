using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Running;
using ChatbotSante.Benchmarks;
using ChatbotSante.Benchmarks.Compare;
using ChatbotSante.Benchmarks.InventedClinic;
using ChatbotSante.Benchmarks.Load;
using ChatbotSante.Benchmarks.Profile;
using ChatbotSante.Benchmarks.Redaction;
using ChatbotSante.Benchmarks.Sockets;
using ChatbotSante.Benchmarks.Understanding;

try
{
    switch (args)
    {
        case ["load", .. var rest]:
            return LoadCommand.Run(rest);
        case ["race", .. var rest]:
            return RaceCommand.Run(rest);
        case ["compare", .. var rest]:
            return CompareCommand.Run(rest);
        case ["sockets", .. var rest]:
            return await SocketsCommand.RunAsync(rest);
        case ["redaction", .. var rest]:
            return await RedactionCommand.RunAsync(rest);
        case ["redaction-start"]:
            return RedactionCommand.Start();
        case ["understanding", .. var rest]:
            return await UnderstandingCommand.RunAsync(rest);
        case ["understanding-start"]:
            return UnderstandingCommand.Start();
        case ["profile", .. var rest]:
            return ProfileCommand.Run(rest);
        case ["clinic", .. var rest]:
            return ClinicCommand.Run(rest);
        default:
            BenchmarkSwitcher
                .FromAssembly(typeof(UsageException).Assembly)
                .Run(args, DefaultConfig.Instance.WithArtifactsPath("artifacts/benchmarks"));
            return 0;
    }
}
catch (UsageException exception)
{
    Console.Error.WriteLine(exception.Message);
    return 2;
}
