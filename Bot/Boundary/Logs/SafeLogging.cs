using ChatbotSante.Redaction;
using Microsoft.Extensions.Compliance.Classification;
using Microsoft.Extensions.Compliance.Redaction;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace ChatbotSante.Bot.Boundary.Logs;

/// <summary>Puts redaction under everything that logs.</summary>
internal static class SafeLogging
{
    /// <summary>
    /// Classified parameters go through the redactor of their class; then every message, value, scope and exception through the
    /// operator's redactor, before any provider. Providers may be added before or after this.
    /// </summary>
    public static ILoggingBuilder AddRedactedLogging(this ILoggingBuilder logging)
    {
        var services = logging.Services;
        services.AddRedaction(redaction =>
        {
            redaction.SetRedactor<WithholdingRedactor>(
                new DataClassificationSet(CareData.Identity),
                new DataClassificationSet(CareData.Health)
            );
            redaction.SetRedactor<NullRedactor>(new DataClassificationSet(CareData.Operational));
            redaction.SetFallbackRedactor<WithholdingRedactor>();
        });
        logging.EnableRedaction(redaction => redaction.ApplyDiscriminator = false);
        var inner = services
            .Last(service => service.ServiceType == typeof(ILoggerFactory))
            .ImplementationType!;
        // One of its own, which knows nothing of the clinic: what is logged before its file is read is redacted too.
        services.TryAddSingleton<ITextClassifier>(_ => RedactionEngine.Create());
        services.TryAddSingleton<ITextRedactor>(provider => new FailClosedRedactor(
            provider.GetRequiredService<ITextClassifier>(),
            TimeProvider.System
        ));
        services.TryAddSingleton<OperatorRedactor>();
        services.AddSingleton(provider => new LogMask(
            provider.GetRequiredService<OperatorRedactor>()
        ));
        services.AddSingleton<ILoggerFactory>(provider => new RedactingLoggerFactory(
            provider,
            inner,
            provider.GetRequiredService<LogMask>()
        ));
        return logging;
    }
}
