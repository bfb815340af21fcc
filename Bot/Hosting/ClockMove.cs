namespace ChatbotSante.Bot.Hosting;

/// <summary>How a rehearsal moves the clinic's clock: one of the two.</summary>
/// <param name="Advance">By how much, as an ISO 8601 duration (<c>PT30M</c>, <c>P1D</c>); <c>PT0S</c> only catches up.</param>
/// <param name="To">Until when, with its offset (<c>2026-11-24T10:45:00+01:00</c>).</param>
internal sealed record ClockMove(string? Advance, DateTimeOffset? To);
