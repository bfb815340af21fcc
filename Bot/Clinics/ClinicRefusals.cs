using System.Globalization;

namespace ChatbotSante.Bot.Clinics;

/// <summary>What is wrong with the clinic's file: all of it, so that whoever wrote it corrects it once.</summary>
internal sealed class ClinicRefusals(string file)
{
    private readonly List<(long Line, string What)> _all = [];

    /// <param name="line">Line of the file, from 1.</param>
    /// <param name="what">What is wrong there, and what to do: one sentence or two.</param>
    public void Add(long line, string what) => _all.Add((line, what));

    /// <exception cref="ClinicFileException">Something is wrong; one line for each, in the order of the file.</exception>
    public void ThrowIfAny()
    {
        if (_all.Count > 0)
        {
            var lines = _all.OrderBy(refusal => refusal.Line)
                .Select(refusal =>
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{file}, line {refusal.Line}: {refusal.What}"
                    )
                );
            throw new ClinicFileException(string.Join(Environment.NewLine, lines));
        }
    }
}
