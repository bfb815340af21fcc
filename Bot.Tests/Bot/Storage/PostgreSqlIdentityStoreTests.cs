namespace ChatbotSante.Tests.Bot.Storage;

/// <summary>Patients and codes on PostgreSQL.</summary>
public sealed class PostgreSqlIdentityStoreTests : IdentityStoreContract
{
    private protected override Task<TestStore> OpenAsync() => TestStore.OnPostgreSqlAsync();
}
