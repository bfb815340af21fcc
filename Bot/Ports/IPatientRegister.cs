namespace ChatbotSante.Bot.Ports;

/// <summary>The patients on file, and the appointments that the staff gave them.</summary>
internal interface IPatientRegister
{
    /// <summary>Adds what is not there yet, all of it or nothing; leaves an audit entry. Doing it again changes nothing.</summary>
    /// <exception cref="StoreUnavailableException">The store cannot be written; nothing was.</exception>
    Task<RegisterOutcome> ImportAsync(
        IReadOnlyList<PatientOnFile> patients,
        string actor,
        DateTimeOffset now,
        CancellationToken cancellationToken
    );
}
