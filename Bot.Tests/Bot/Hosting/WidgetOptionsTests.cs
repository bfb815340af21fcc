using ChatbotSante.Bot.Hosting;
using Microsoft.Extensions.Hosting;
using Moq;
using NUnit.Framework;

namespace ChatbotSante.Tests.Bot.Hosting;

public sealed class WidgetOptionsTests
{
    [TestCase("https://www.clinique.example")]
    [TestCase("https://clinique.example:8443")]
    [TestCase("https://xn--clinique-t-i7a.example")]
    [TestCase("http://localhost:8080", "Development")]
    public void An_origin_as_browsers_write_it_is_taken(
        string origin,
        string environment = "Production"
    ) =>
        Assert.That(
            Refusals(new WidgetOptions { AllowedOrigins = [origin] }, environment),
            Is.Empty
        );

    [TestCase("")]
    [TestCase("*")]
    [TestCase("null")]
    [TestCase("www.clinique.example")]
    [TestCase("https://")]
    [TestCase("https://*.clinique.example")]
    [TestCase("https://www.clinique.example/")]
    [TestCase("https://www.clinique.example/accueil")]
    [TestCase("https://www.clinique.example:443")]
    [TestCase("https://WWW.clinique.example")]
    [TestCase("https://cliniqueété.example")]
    [TestCase("https://moi@www.clinique.example")]
    [TestCase("https://www.clinique.example https://autre.example")]
    [TestCase("https://www.clinique.example; script-src *")]
    [TestCase("https://www.clinique.example\r\nX-A: b")]
    [TestCase("http://www.clinique.example")]
    [TestCase("ftp://www.clinique.example", "Development")]
    public void Anything_else_is_refused_and_named(
        string origin,
        string environment = "Production"
    ) =>
        Assert.That(
            Refusals(
                new WidgetOptions { AllowedOrigins = ["https://a.example", origin] },
                environment
            ),
            Is.EqualTo([
                $"Widget:AllowedOrigins: '{origin}' is not an origin such as https://www.clinique.example "
                    + "(https, host in lower case, a port if it is not 443, and nothing after).",
            ])
        );

    [TestCase("about:blank", true)]
    [TestCase("https://meteo.example/paris?jours=3", true)]
    [TestCase("", false)]
    [TestCase("/", false)]
    [TestCase("http://meteo.example/", false)]
    [TestCase("javascript:alert(1)", false)]
    [TestCase("data:text/html,x", false)]
    public void One_leaves_for_a_page_and_for_nothing_else(string url, bool isTaken) =>
        Assert.That(
            Refusals(new WidgetOptions { LeaveUrl = url }, "Development"),
            isTaken ? Is.Empty : Has.One.Contains("Widget:LeaveUrl")
        );

    private static IEnumerable<string> Refusals(WidgetOptions options, string environment) =>
        new WidgetOptionsValidator(
            Mock.Of<IHostEnvironment>(host => host.EnvironmentName == environment)
        )
            .Validate(null, options)
            .Failures
        ?? [];
}
