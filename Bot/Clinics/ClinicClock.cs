namespace ChatbotSante.Bot.Clinics;

/// <summary>
/// The clinic's clock. It can be started at another time (<c>Clock:StartAt</c>) and advanced, for rehearsals; the process's own
/// clock, by which nodes agree who is alive, never is.
/// </summary>
internal sealed class ClinicClock(TimeProvider machine, TimeSpan offset) : TimeProvider
{
    private long _offset = offset.Ticks;

    public override TimeZoneInfo LocalTimeZone => machine.LocalTimeZone;

    public override long TimestampFrequency => machine.TimestampFrequency;

    /// <summary>A clock that runs from a given instant.</summary>
    public static ClinicClock StartingAt(DateTimeOffset? start, TimeProvider machine) =>
        new(machine, start is { } at ? at - machine.GetUtcNow() : TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() =>
        machine.GetUtcNow().AddTicks(Interlocked.Read(ref _offset));

    public override long GetTimestamp() => machine.GetTimestamp();

    public override ITimer CreateTimer(
        TimerCallback callback,
        object? state,
        TimeSpan dueTime,
        TimeSpan period
    ) => machine.CreateTimer(callback, state, dueTime, period);

    /// <summary>Moves the clock forward.</summary>
    public void Advance(TimeSpan by)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(by, TimeSpan.Zero);
        Interlocked.Add(ref _offset, by.Ticks);
    }
}
