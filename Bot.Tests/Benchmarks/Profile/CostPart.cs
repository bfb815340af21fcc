namespace ChatbotSante.Benchmarks.Profile;

/// <summary>The part of the program that a sample is counted under: the innermost that can be named.</summary>
internal static class CostPart
{
    private const string Runtime = "runtime: allocation, collection, casts";
    private const string Compiler = "compiler (tiering)";

    /// <summary>What the kernel was asked for, by what its symbols contain.</summary>
    private static readonly (string Symbol, string Part)[] Kernel =
    [
        ("sys_fsync", "kernel: flush to disk"),
        ("sys_fdatasync", "kernel: flush to disk"),
        ("sys_pwrite", "kernel: pages written and read"),
        ("sys_pread", "kernel: pages written and read"),
        ("sys_sendto", "kernel: network"),
        ("sys_recv", "kernel: network"),
        ("sys_epoll", "kernel: network"),
        ("sys_futex", "kernel: threads woken and put to sleep"),
        ("sched_yield", "kernel: threads woken and put to sleep"),
        ("reschedule", "kernel: threads woken and put to sleep"),
    ];

    /// <summary>Whose code it is, by the name of its types.</summary>
    private static readonly (string Name, string Part)[] Code =
    [
        ("ChatbotSante.Redaction.", "ours: words folded, classified"),
        ("ChatbotSante.Dialogs.Nlu.", "ours: understanding"),
        ("ChatbotSante.Dialogs.", "ours: dialogs, engine"),
        ("ChatbotSante.Bot.Channels.", "ours: channel"),
        ("ChatbotSante.Bot.Scaling.", "ours: conversation"),
        ("ChatbotSante.Bot.Sealing.", "ours: seal"),
        ("ChatbotSante.Bot.Storage.", "ours: storage"),
        ("ChatbotSante.", "ours: other"),
        ("Orleans.", "Orleans"),
        ("System.Text.Json.", "JSON"),
        ("Microsoft.AspNetCore.", "ASP.NET Core, sockets"),
        ("System.Net.", "ASP.NET Core, sockets"),
        ("System.IO.Pipelines.", "ASP.NET Core, sockets"),
        ("Microsoft.EntityFrameworkCore.", "EF Core, ADO.NET"),
        ("Microsoft.Data.Sqlite.", "EF Core, ADO.NET"),
        ("System.Threading.", ".NET: tasks and thread pool"),
        ("System.Runtime.CompilerServices.", ".NET: tasks and thread pool"),
    ];

    public static string Of(StackSample sample)
    {
        if (sample.Thread.StartsWith(".NET Tiered", StringComparison.Ordinal))
        {
            return Compiler;
        }

        var module = sample.Frames[0].Module;
        return module.StartsWith("[kernel", StringComparison.Ordinal) ? OfKernel(sample)
            : module.StartsWith("libe_sqlite3", StringComparison.Ordinal) ? "SQLite"
            : module.StartsWith("libcrypto", StringComparison.Ordinal) ? "OpenSSL"
            : module.StartsWith("libclrjit", StringComparison.Ordinal) ? Compiler
            : module.StartsWith("libcoreclr", StringComparison.Ordinal) ? Runtime
            : module.StartsWith("lib", StringComparison.Ordinal)
            || module.StartsWith("ld-", StringComparison.Ordinal)
                ? "C library: memory, locks, system calls"
            : OfCode(sample);
    }

    private static string OfKernel(StackSample sample)
    {
        foreach (var frame in sample.Frames)
        {
            foreach (var (symbol, part) in Kernel)
            {
                if (frame.Symbol.Contains(symbol, StringComparison.Ordinal))
                {
                    return part;
                }
            }
        }

        return "kernel: other";
    }

    /// <summary>The declaring type of the innermost method that can be named: what stands before the last « :: ».</summary>
    private static string OfCode(StackSample sample)
    {
        foreach (var frame in sample.Frames)
        {
            var end = frame.Symbol.LastIndexOf("::", StringComparison.Ordinal);
            if (end < 0)
            {
                continue;
            }

            var start = frame.Symbol.LastIndexOf("] ", end, StringComparison.Ordinal);
            var type = frame.Symbol.AsSpan((start < 0 ? 0 : start + 2)..end);
            foreach (var (name, part) in Code)
            {
                if (type.StartsWith(name, StringComparison.Ordinal))
                {
                    return part;
                }
            }
        }

        return ".NET: the rest";
    }
}
