using Microsoft.Extensions.Options;

namespace ChatbotSante.Bot.Storage;

/// <summary>PostgreSQL needs its two databases, and they must differ: one backup must not hold both a value and its key.</summary>
internal sealed class StoreOptionsValidator : IValidateOptions<StoreOptions>
{
    public ValidateOptionsResult Validate(string? name, StoreOptions options)
    {
        if (options.Provider != StoreProvider.PostgreSql)
        {
            return ValidateOptionsResult.Success;
        }

        if (options.ConnectionString.Length == 0 || options.KeysConnectionString.Length == 0)
        {
            return ValidateOptionsResult.Fail(
                "Store:ConnectionString and Store:KeysConnectionString must be set for PostgreSql."
            );
        }

        return string.Equals(
            options.ConnectionString,
            options.KeysConnectionString,
            StringComparison.OrdinalIgnoreCase
        )
            ? ValidateOptionsResult.Fail(
                "Store:KeysConnectionString must name another database than Store:ConnectionString."
            )
            : ValidateOptionsResult.Success;
    }
}
