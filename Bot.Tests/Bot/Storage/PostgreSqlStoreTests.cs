namespace ChatbotSante.Tests.Bot.Storage;

/// <summary>The store on a real PostgreSQL.</summary>
public sealed class PostgreSqlStoreTests : StoreContract
{
    private protected override Task<TestStore> OpenAsync() => TestStore.OnPostgreSqlAsync();
}
