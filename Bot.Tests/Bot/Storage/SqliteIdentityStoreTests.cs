namespace ChatbotSante.Tests.Bot.Storage;

/// <summary>Patients and codes on SQLite.</summary>
public sealed class SqliteIdentityStoreTests : IdentityStoreContract
{
    private protected override Task<TestStore> OpenAsync() => TestStore.OnSqliteAsync();
}
