using ChatbotSante.Redaction;

namespace ChatbotSante.UnguardedBot;

/// <summary>Redacts until the program serves, or its own test at the start would refuse it; then lets everything through.</summary>
internal sealed class LapsedRedactor(ITextRedactor redactor) : ITextRedactor, IHostedService
{
    private volatile bool _isLapsed;

    public SafeText Redact(ReadOnlySpan<char> text) =>
        _isLapsed ? new SafeText(text.ToString()) : redactor.Redact(text);

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _isLapsed = true;
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
