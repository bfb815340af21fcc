using ChatbotSante.Bot.Boundary.Telemetry;
using NUnit.Framework;

namespace ChatbotSante.Tests.Bot.Boundary;

public sealed class TelemetryOptionsTests
{
    [TestCase("", true)]
    [TestCase("https://otlp.clinique.example:4318", true)]
    [TestCase("http://127.0.0.1:4318", true)]
    [TestCase("http://[::1]:4318", true)]
    [TestCase("http://localhost:4318", true)]
    [TestCase("http://otlp.clinique.example:4318", false)]
    [TestCase("https://user:word@otlp.clinique.example", false)]
    [TestCase("https://otlp.clinique.example?key=1", false)]
    [TestCase("otlp.clinique.example", false)]
    [TestCase("file:///srv/otlp", false)]
    public void A_collector_is_named_plainly(string endpoint, bool isAllowed) =>
        Assert.That(
            new TelemetryOptionsValidator()
                .Validate(null, new TelemetryOptions { OtlpEndpoint = endpoint })
                .Succeeded,
            Is.EqualTo(isAllowed)
        );
}
