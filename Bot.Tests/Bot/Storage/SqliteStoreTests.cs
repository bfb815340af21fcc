namespace ChatbotSante.Tests.Bot.Storage;

/// <summary>The store on SQLite: the default.</summary>
public sealed class SqliteStoreTests : StoreContract
{
    private protected override Task<TestStore> OpenAsync() => TestStore.OnSqliteAsync();
}
