using System.Globalization;

namespace ChatbotSante.Tests.Support;

/// <summary>
/// A folder of its own for one test, deleted with it. Its name holds the number of the test run's process, so that what
/// a killed run left behind is deleted by the next one.
/// </summary>
internal sealed class TemporaryFolder : IDisposable
{
    private const string Prefix = "chatbotsante-tests-";
    private static readonly Lock Sweeping = new();
    private static bool _swept;

    public TemporaryFolder(string name = "data")
    {
        Sweep();
        Root = Directory
            .CreateTempSubdirectory(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{Prefix}{Environment.ProcessId}-{name}-"
                )
            )
            .FullName;
    }

    public string Root { get; }

    /// <summary>The absolute path of a file or folder in it; nothing is created.</summary>
    public string PathOf(string relative) => Path.Combine(Root, relative);

    public void Dispose() => Delete(Root);

    private static void Sweep()
    {
        lock (Sweeping)
        {
            if (_swept)
            {
                return;
            }

            _swept = true;

            foreach (var folder in Directory.EnumerateDirectories(Path.GetTempPath(), Prefix + "*"))
            {
                var owner = Path.GetFileName(folder)[Prefix.Length..].Split('-')[0];

                if (!Directory.Exists(Path.Combine("/proc", owner)))
                {
                    Delete(folder);
                }
            }
        }
    }

    private static void Delete(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (DirectoryNotFoundException)
        {
            // Somebody was faster.
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // A process on its way out still writes into it, or it is another user's: the next run tries again.
        }
    }
}
