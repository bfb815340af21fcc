using System.Globalization;

namespace ChatbotSante.Benchmarks;

/// <summary>A command line of <c>--name value</c> pairs. A name that the command did not announce is refused.</summary>
internal sealed class Arguments
{
    private readonly List<(string Name, string Value)> _pairs = [];

    /// <exception cref="UsageException">An unknown name, or a name without its value.</exception>
    public Arguments(ReadOnlySpan<string> arguments, params ReadOnlySpan<string> known)
    {
        for (var i = 0; i < arguments.Length; i += 2)
        {
            if (!known.Contains(arguments[i]))
            {
                throw new UsageException(
                    $"Unknown argument {arguments[i]}. Known: {string.Join(' ', known)}"
                );
            }

            if (i + 1 == arguments.Length)
            {
                throw new UsageException($"{arguments[i]} needs a value.");
            }

            _pairs.Add((arguments[i], arguments[i + 1]));
        }
    }

    /// <summary>Every value given for the name, in order.</summary>
    public string[] All(string name) =>
        [
            .. _pairs
                .Where(p => string.Equals(p.Name, name, StringComparison.Ordinal))
                .Select(p => p.Value),
        ];

    public string? Text(string name) => All(name).LastOrDefault();

    public string Text(string name, string fallback) => Text(name) ?? fallback;

    /// <exception cref="UsageException">The name is absent.</exception>
    public string Required(string name) =>
        Text(name) ?? throw new UsageException($"{name} is needed.");

    /// <exception cref="UsageException">Not a whole number between the bounds, both included.</exception>
    public int Number(string name, int fallback, int min, int max)
    {
        if (Text(name) is not { } text)
        {
            return fallback;
        }

        return
            int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value)
            && value >= min
            && value <= max
            ? value
            : throw new UsageException($"{name} must be a whole number between {min} and {max}.");
    }
}
