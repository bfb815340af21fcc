using System.Globalization;

namespace ChatbotSante.Tests.Support;

/// <summary>
/// A test that has a long form: <c>./build.sh test</c> runs the short one, <c>./build.sh prove NAME</c> the long one of the tests
/// with <c>[Category("Prove-NAME")]</c>, which write what they saw to <c>Bot.Tests/Proofs/NAME.md</c>.
/// </summary>
internal static class Proof
{
    /// <summary>Whether this run is <c>./build.sh prove</c>.</summary>
    public static bool IsLong { get; } =
        string.Equals(
            Environment.GetEnvironmentVariable("CHATBOTSANTE_PROVE"),
            "1",
            StringComparison.Ordinal
        );

    /// <summary>How many rounds to run.</summary>
    public static int Rounds(int inTests, int inProof) => IsLong ? inProof : inTests;

    /// <summary>How long to run.</summary>
    public static TimeSpan Duration(TimeSpan inTests, TimeSpan inProof) =>
        IsLong ? inProof : inTests;

    /// <summary>Writes the result of the long form; the short form leaves the file as it is.</summary>
    /// <param name="name">As in <c>./build.sh prove NAME</c>.</param>
    /// <param name="markdown">What was done, with its seed, and what was seen.</param>
    public static async Task WriteAsync(string name, string markdown)
    {
        if (!IsLong)
        {
            return;
        }

        var folder = Checkout.PathOf("Bot.Tests/Proofs");
        Directory.CreateDirectory(folder);
        await File.WriteAllTextAsync(
            Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{name}.md")),
            markdown.TrimEnd() + "\n"
        );
    }
}
