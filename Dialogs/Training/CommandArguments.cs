using System.Globalization;

namespace ChatbotSante.Training;

/// <summary>The <c>--name value</c> pairs of a command line.</summary>
internal sealed class CommandArguments(IReadOnlyList<string> arguments)
{
    public bool Has(string name) => arguments.Contains($"--{name}", StringComparer.Ordinal);

    /// <exception cref="TrainingException">It is missing.</exception>
    public string Required(string name) =>
        Find(name) ?? throw new TrainingException($"--{name} is missing.");

    /// <exception cref="TrainingException">It is no number.</exception>
    public int Number(string name, int otherwise) =>
        Find(name) is not { } written ? otherwise
        : int.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
        : throw new TrainingException($"--{name} must be a number.");

    private string? Find(string name)
    {
        for (var i = 0; i + 1 < arguments.Count; i++)
        {
            if (arguments[i] == $"--{name}")
            {
                return arguments[i + 1];
            }
        }

        return null;
    }
}
