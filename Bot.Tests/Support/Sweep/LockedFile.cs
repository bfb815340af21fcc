namespace ChatbotSante.Tests.Support.Sweep;

/// <summary>Reads what the program under test has locked: .NET respects that, the system does not ask for it.</summary>
internal static class LockedFile
{
    /// <exception cref="IOException">It cannot be read: what was not searched must not pass for clean.</exception>
    public static async Task<byte[]> ReadAsync(string path)
    {
        await using var process = await ChildProcess.StartAsync("cat", [path], "/");
        await process.WaitAsync(TimeSpan.FromMinutes(1));

        return process.ExitCode == 0
            ? process.OutputBytes
            : throw new IOException($"{path} cannot be read.");
    }
}
