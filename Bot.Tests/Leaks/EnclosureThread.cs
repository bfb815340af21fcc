using System.Collections.Concurrent;
using System.ComponentModel;
using System.Globalization;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace ChatbotSante.Tests.Leaks;

/// <summary>
/// A thread of the test run inside an <see cref="Enclosure"/>: a socket that it makes belongs to the enclosure's network
/// wherever it is used afterwards, and the files that it opens are those that the program sees.
/// </summary>
internal sealed class EnclosureThread : IDisposable
{
    private const int FileSystemAttributes = 0x0000_0200;
    private const int MountNamespace = 0x0002_0000;
    private const int NetworkNamespace = 0x4000_0000;
    private readonly BlockingCollection<Task> _work = [];
    private readonly Task _entered;

    public EnclosureThread(int process)
    {
        _entered = new Task(() => Enter(process));
        _work.Add(_entered);
        new Thread(Run) { IsBackground = true, Name = "Inside an enclosure" }.Start();
    }

    /// <summary>Runs something inside.</summary>
    /// <exception cref="Win32Exception">The system does not let the thread in.</exception>
    public async Task<T> RunAsync<T>(Func<T> work)
    {
        await _entered;
        var task = new Task<T>(work);
        _work.Add(task);
        return await task;
    }

    public void Dispose() => _work.CompleteAdding();

    private static void Enter(int process)
    {
        using var network = Open(process, "net");
        using var mounts = Open(process, "mnt");
        // The working directory and the root are shared between threads; one that has its own may change what it sees.
        Check(Unshare(FileSystemAttributes));
        Check(SetNamespace(network, NetworkNamespace));
        Check(SetNamespace(mounts, MountNamespace));
    }

    private static SafeFileHandle Open(int process, string kind) =>
        File.OpenHandle(string.Create(CultureInfo.InvariantCulture, $"/proc/{process}/ns/{kind}"));

    private static void Check(int result)
    {
        if (result != 0)
        {
            throw new Win32Exception(Marshal.GetLastPInvokeError());
        }
    }

    [DllImport("libc", EntryPoint = "unshare", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Unshare(int flags);

    [DllImport("libc", EntryPoint = "setns", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SetNamespace(SafeFileHandle handle, int kind);

    private void Run()
    {
        foreach (var task in _work.GetConsumingEnumerable())
        {
            task.RunSynchronously(TaskScheduler.Default);
        }
    }
}
