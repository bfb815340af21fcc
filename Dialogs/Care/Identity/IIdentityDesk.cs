using ChatbotSante.Redaction;

namespace ChatbotSante.Dialogs.Care.Identity;

/// <summary>Checks who writes, without ever saying whether anybody is known.</summary>
/// <remarks>What changes (a code sent, and counted) goes with the turn's transaction, as <see cref="Engine.TurnCommand"/>.</remarks>
public interface IIdentityDesk
{
    /// <summary>What a code sent to the declared number may open; null when the number is on no file under this name and date.</summary>
    /// <exception cref="Agenda.AgendaUnavailableException">The store cannot be read.</exception>
    ValueTask<AccessScope?> FindAsync(
        DeclaredPerson person,
        DateTimeOffset now,
        CancellationToken cancellationToken
    );

    /// <summary>How many codes were asked for a number today, whether it is known or not.</summary>
    /// <exception cref="Agenda.AgendaUnavailableException">The store cannot be read.</exception>
    ValueTask<int> SendsTodayAsync(
        PhoneNumber phone,
        DateTimeOffset now,
        CancellationToken cancellationToken
    );

    /// <summary>Whether a code is that of a challenge. Takes the same time for any code.</summary>
    bool Matches(ChallengeId challenge, OneTimeCode code);
}
