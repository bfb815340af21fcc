using Microsoft.Extensions.Options;

namespace ChatbotSante.Bot.Clinics;

/// <summary>The clock is moved in Development only.</summary>
internal sealed class ClockOptionsValidator(IHostEnvironment environment)
    : IValidateOptions<ClockOptions>
{
    public ValidateOptionsResult Validate(string? name, ClockOptions options) =>
        options.StartAt is not null && !environment.IsDevelopment()
            ? ValidateOptionsResult.Fail(
                "Clock:StartAt moves the clinic's clock and is refused outside Development."
            )
            : ValidateOptionsResult.Success;
}
