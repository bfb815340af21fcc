using ChatbotSante.Dialogs.Care.Clinics;
using ChatbotSante.Dialogs.Engine;

namespace ChatbotSante.Bot.Rehearsals;

/// <summary>Where a rehearsal is played: a server of its own, spoken to as any page does, and what may be looked at behind it.</summary>
internal interface IRehearsalStage
{
    /// <summary>The server's public address.</summary>
    Uri Site { get; }

    /// <summary>Speaks to the server.</summary>
    HttpMessageInvoker Http { get; }

    /// <summary>Path, under <see cref="Site"/>, of the clock's control.</summary>
    string ClockPath { get; }

    Clinic Clinic { get; }

    ReplyCatalog Replies { get; }

    /// <summary>Silence after which a conversation is forgotten.</summary>
    TimeSpan ForgetAfter { get; }

    /// <summary>What the agenda says of a time.</summary>
    /// <param name="schedule">Whose agenda; null for anyone's.</param>
    /// <param name="start">When the appointment would begin.</param>
    /// <param name="now">The clinic's time, by which a slot that is held becomes free.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    Task<SlotUse> UseOfAsync(
        string? schedule,
        DateTimeOffset start,
        DateTimeOffset now,
        CancellationToken cancellationToken
    );

    /// <summary>How many appointments are booked, everyone's.</summary>
    Task<int> BookedAsync(CancellationToken cancellationToken);

    /// <summary>How many rows the store holds, by what they are, in French; what holds none is left out, and so is the audit.</summary>
    Task<IReadOnlyDictionary<string, int>> KeptAsync(
        DateTimeOffset now,
        CancellationToken cancellationToken
    );

    /// <summary>What has left the outbox.</summary>
    Task<IReadOnlyList<SentMessage>> SentAsync(CancellationToken cancellationToken);

    /// <summary>Ends the server: what it has written is complete.</summary>
    Task StopAsync(CancellationToken cancellationToken);

    /// <summary>Looks in all that it has written, files and log, except where a message to a patient must hold them.</summary>
    /// <param name="canaries">Words to look for, of 6 bytes at least.</param>
    /// <returns>Where one was found, in French.</returns>
    Task<IReadOnlyList<string>> FindAsync(IReadOnlyCollection<string> canaries);
}
