namespace ChatbotSante.Benchmarks.InventedClinic;

/// <summary><c>clinic --out FILE [--practitioners 1000]</c>: writes the clinic that <c>load</c> and <c>compare</c> book in.</summary>
internal static class ClinicCommand
{
    public static int Run(ReadOnlySpan<string> args)
    {
        var arguments = new Arguments(args, "--out", "--practitioners");
        var path = arguments.Required("--out");
        var names = InventedSurnames.Take(
            arguments.Number("--practitioners", 1000, 1, InventedSurnames.Count)
        );
        BenchmarkClinic.Write(path, names);
        Console.WriteLine($"{path}: {names.Length} practitioners");
        return 0;
    }
}
