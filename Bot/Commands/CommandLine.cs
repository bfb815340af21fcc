using System.CommandLine;
using ChatbotSante.Bot.Hosting;

namespace ChatbotSante.Bot.Commands;

/// <summary>The commands of the executable, for staff and scripts.</summary>
internal static class CommandLine
{
    private static readonly string[] Names =
    [
        "callbacks",
        "waiting-list",
        "audit",
        "purge",
        "rehearse",
        "redact",
        "understand",
        "sheets",
        "seed",
        "help",
        "--help",
        "-h",
        "-?",
        "--version",
    ];

    public static bool IsCommand(string[] args) =>
        args.Any(argument => Names.Contains(argument, StringComparer.Ordinal));

    public static async Task<int> RunAsync(string[] args)
    {
        try
        {
            return await Root()
                .Parse(args[0] == "help" ? ["--help"] : args)
                .InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (Exception refusal) when (Refusal.Is(refusal))
        {
            await Terminal.ErrorAsync(Refusal.Of(refusal));
            return 1;
        }
    }

    private static RootCommand Root()
    {
        var settings = new Option<string[]>("--set")
        {
            Description = "A setting, as Section:Key=value; may be given several times.",
            Recursive = true,
        };
        var root = new RootCommand("ChatbotSante. Without a command, it serves: see README.md.")
        {
            settings,
        };
        root.Add(CallBacks(settings));
        root.Add(WaitingList(settings));
        root.Add(Audit(settings));
        root.Add(Purge(settings));
        root.Add(Rehearse(settings));
        root.Add(Redact());
        root.Add(Understand(settings));
        root.Add(Sheets(settings));
        root.Add(Seed(settings));
        return root;
    }

    private static Command CallBacks(Option<string[]> settings)
    {
        var reference = new Argument<string>("reference")
        {
            Description = "The reference the patient was given, such as R-4F7A21C9.",
        };
        var close = new Command(
            "close",
            "Closes a request once the person was called; it is erased 24 hours later."
        )
        {
            reference,
        };
        close.SetAction(
            (parsed, token) =>
                CallBackCommands.CloseAsync(
                    parsed.GetValue(settings) ?? [],
                    parsed.GetValue(reference) ?? string.Empty,
                    token
                )
        );
        var list = new Command(
            "callbacks",
            "Lists the people who asked to be called back, oldest first. The reading is audited."
        )
        {
            close,
        };
        list.SetAction(
            (parsed, token) => CallBackCommands.ListAsync(parsed.GetValue(settings) ?? [], token)
        );
        return list;
    }

    private static Command WaitingList(Option<string[]> settings)
    {
        var reference = new Argument<string>("reference")
        {
            Description = "The reference the patient was given, such as A-4F7A21C9.",
        };
        var close = new Command(
            "close",
            "Takes a person off the list once they were called; the entry is erased 24 hours later."
        )
        {
            reference,
        };
        close.SetAction(
            (parsed, token) =>
                WaitingListCommands.CloseAsync(
                    parsed.GetValue(settings) ?? [],
                    parsed.GetValue(reference) ?? string.Empty,
                    token
                )
        );
        var list = new Command(
            "waiting-list",
            "Lists who waits for an appointment, oldest first, and for whom a slot is free now. The reading is audited."
        )
        {
            close,
        };
        list.SetAction(
            (parsed, token) => WaitingListCommands.ListAsync(parsed.GetValue(settings) ?? [], token)
        );
        return list;
    }

    private static Command Audit(Option<string[]> settings)
    {
        var verify = new Command(
            "verify",
            "Checks that no entry was altered or removed; names the first broken one of each chain."
        );
        verify.SetAction(
            (parsed, token) => AuditCommands.VerifyAsync(parsed.GetValue(settings) ?? [], token)
        );
        return new Command("audit", "The append-only record of who did what.") { verify };
    }

    private static Command Sheets(Option<string[]> settings)
    {
        var sheets = new Command(
            "sheets",
            "Lists the sheets for patients: which are served, and the fingerprint to be signed. Exit code 1 when one was changed."
        );
        sheets.SetAction(
            (parsed, cancellationToken) =>
                SheetCommands.ListAsync(parsed.GetValue(settings) ?? [], cancellationToken)
        );
        return sheets;
    }

    private static Command Purge(Option<string[]> settings)
    {
        var purge = new Command(
            "purge",
            "Forgets now what has reached the end of its retention. The server does it every minute."
        );
        purge.SetAction(
            (parsed, token) => PurgeCommands.RunAsync(parsed.GetValue(settings) ?? [], token)
        );
        return purge;
    }

    private static Command Rehearse(Option<string[]> settings)
    {
        var files = new Argument<string[]>("files")
        {
            Description = "The rehearsals (.yml). None: those that ship with the program.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var show = new Option<bool>("--show")
        {
            Description = "Shows all that was said, not only around what was not as expected.",
        };
        var rehearse = new Command(
            "rehearse",
            "Plays conversations that staff have written, each on a server of its own; nothing of the installation is touched."
        )
        {
            files,
            show,
        };
        rehearse.SetAction(
            (parsed, token) =>
                RehearseCommands.PlayAsync(
                    parsed.GetValue(settings) ?? [],
                    parsed.GetValue(files) ?? [],
                    parsed.GetValue(show),
                    token
                )
        );
        return rehearse;
    }

    private static Command Redact()
    {
        var file = new Argument<string>("file")
        {
            Description = "What to read, in UTF-8; - is the standard input.",
            DefaultValueFactory = _ => "-",
        };
        var text = new Option<bool>("--text")
        {
            Description =
                "The input is plain text, a message a line; written back with what was found replaced.",
        };
        var redact = new Command(
            "redact",
            "Takes identity and health data out of messages: reads {\"id\",\"text\",\"question\"?} a line, writes {\"id\",\"redacted\",\"spans\","
                + "\"identity\",\"health\",\"degree\"} a line, in the same order. question is what was asked before, in French, or categories "
                + "(NAME, PHONE). The id comes back as it is: it must not name anybody. Exit code 1 when a line could not be read."
        )
        {
            file,
            text,
        };
        redact.SetAction(
            (parsed, token) =>
                RedactCommands.RunAsync(parsed.GetValue(file) ?? "-", parsed.GetValue(text), token)
        );
        return redact;
    }

    private static Command Understand(Option<string[]> settings)
    {
        var file = new Argument<string>("file")
        {
            Description = "What to read, in UTF-8; - is the standard input.",
            DefaultValueFactory = _ => "-",
        };
        var clinic = new Option<string?>("--clinic")
        {
            Description = "The clinic's file; the demonstration's when there is none.",
        };
        var missed = new Option<bool>("--missed")
        {
            Description =
                "Reads nothing, and lists the sentences that patients said in five conversations and that were not understood, the most "
                + "frequent first. Where Understanding:KeepMissed is off there are none. The reading is audited.",
        };
        var understand = new Command(
            "understand",
            "Shows what the bot understands: reads {\"text\",\"ref\"?,\"channel\"?} a line, writes {\"intent\",\"score\",\"intents\","
                + "\"emergency\",\"slots\",\"date\"} a line, in the same order. ref is the clinic's local time (2026-11-23T09:00), channel "
                + "chat or voice. Exit code 1 when a line could not be read."
        )
        {
            file,
            clinic,
            missed,
        };
        understand.SetAction(
            (parsed, token) =>
                parsed.GetValue(missed)
                    ? MissedSentenceCommands.ListAsync(parsed.GetValue(settings) ?? [], token)
                    : UnderstandCommands.RunAsync(
                        parsed.GetValue(file) ?? "-",
                        parsed.GetValue(clinic),
                        token
                    )
        );
        understand.Validators.Add(result =>
        {
            if (
                result.GetValue(missed)
                && (
                    result.GetResult(file) is { Implicit: false }
                    || result.GetResult(clinic) is { Implicit: false }
                )
            )
            {
                result.AddError(
                    "--missed reads no file, and the clinic's is the one of the settings."
                );
            }
        });
        return understand;
    }

    private static Command Seed(Option<string[]> settings)
    {
        var file = new Argument<FileInfo>("file")
        {
            Description =
                "YAML: a list, patients, each with family, given, birth_date (1948-03-12), phone (verified by the staff), and "
                + "appointments, each with practitioner (an id of the clinic's file) and start (2026-11-26T09:00, local time).",
        };
        var seed = new Command(
            "seed",
            "Puts patients on file with the appointments that the staff gave them, all of the file or nothing; doing it again changes nothing."
        )
        {
            file,
        };
        seed.SetAction(
            (parsed, token) =>
                SeedCommands.RunAsync(
                    parsed.GetValue(settings) ?? [],
                    parsed.GetRequiredValue(file),
                    token
                )
        );
        return seed;
    }
}
