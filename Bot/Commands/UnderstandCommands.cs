using System.Text;
using ChatbotSante.Bot.Clinics;
using ChatbotSante.Bot.Commands.Understand;

namespace ChatbotSante.Bot.Commands;

/// <summary><c>ChatbotSante understand</c>: sentences in, what the bot understands of each out.</summary>
internal static class UnderstandCommands
{
    /// <param name="file">The file; <c>-</c> for the standard input.</param>
    /// <param name="clinicFile">The clinic's file; null for the demonstration's.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>0; 1 when a line could not be read; 2 when nothing could be done.</returns>
    public static async Task<int> RunAsync(
        string file,
        string? clinicFile,
        CancellationToken cancellationToken
    )
    {
        try
        {
            var clinic = ClinicReader.ReadFile(clinicFile ?? ClinicReader.DemonstrationFile);
            var understander = new SentenceUnderstander(clinic);
            using var input = new StreamReader(
                file == "-" ? Terminal.OpenInput() : File.OpenRead(file),
                Encoding.UTF8
            );
            await using var output = new BufferedStream(Terminal.OpenOutput());
            var (number, refused) = (0L, 0L);
            while (await input.ReadLineAsync(cancellationToken) is { } line)
            {
                number++;
                if (string.IsNullOrWhiteSpace(line))
                {
                    continue;
                }

                if (Sentence.Read(line, out var refusal) is not { } sentence)
                {
                    refused++;
                    await Terminal.ErrorAsync($"line {number}: {refusal}");
                    continue;
                }

                var now = clinic.Local(TimeProvider.System.GetUtcNow());
                var (heard, slots) = understander.Understand(sentence, now);
                UnderstandingWriter.Write(output, heard, slots);
            }

            await output.FlushAsync(cancellationToken);
            return refused > 0 ? 1 : 0;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            await Terminal.ErrorAsync($"understand: {fault.Message}");
            return 2;
        }
    }
}
