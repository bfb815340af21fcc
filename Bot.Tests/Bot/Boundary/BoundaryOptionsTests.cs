using ChatbotSante.Bot.Boundary;
using ChatbotSante.Bot.Ports;
using Microsoft.Extensions.Hosting;
using Moq;
using NUnit.Framework;

namespace ChatbotSante.Tests.Bot.Boundary;

public sealed class BoundaryOptionsTests
{
    private static readonly OutsideAddress Sms = new()
    {
        Url = "https://sms.example/messages",
        Fields = [OutsideField.Template, OutsideField.To],
    };

    private static IEnumerable<TestCaseData> Refused =>
        [
            Inside("a port", new() { Host = "sql.example" }, "Inside:0:Host must be"),
            Inside("a final dot", new() { Host = "sql.example.:5432" }, "Inside:0:Host must be"),
            Inside("a wide network", new() { Host = "0.0.0.0/0:5432" }, "too wide"),
            Inside(
                "a wide network of a name",
                new() { Host = "sql.example:5432", Networks = ["0.0.0.0/1"] },
                "Inside:0:Networks must be"
            ),
            Inside(
                "no network",
                new() { Host = "sql.example:5432", Networks = ["10.0.0.1"] },
                "Inside:0:Networks must be"
            ),
            Inside(
                "a network twice",
                new() { Host = "10.0.0.0/8:5432", Networks = ["10.0.0.0/8"] },
                "Networks is for a name"
            ),
            Outside("http", Sms with { Url = "http://sms.example/messages" }, "must be https"),
            Outside(
                "no address",
                Sms with
                {
                    Url = "sms.example",
                },
                "Outside:0:Url must be an address"
            ),
            Outside(
                "a user",
                Sms with
                {
                    Url = "https://a:b@sms.example/",
                },
                "Outside:0:Url must be an address"
            ),
            Outside(
                "a query",
                Sms with
                {
                    Url = "https://sms.example/?key=1",
                },
                "Outside:0:Url must be an address"
            ),
            Outside(
                "a final dot",
                Sms with
                {
                    Url = "https://sms.example./",
                },
                "Outside:0:Url must be an address"
            ),
            Outside("no field", Sms with { Fields = [] }, "Outside:0:Fields must say"),
            Outside("too much", Sms with { MaxResponseBytes = 2_000_000 }, "MaxResponseBytes"),
            Outside("too long", Sms with { Timeout = TimeSpan.FromMinutes(2) }, "Timeout"),
            Outside("at once", Sms with { Timeout = TimeSpan.Zero }, "Timeout"),
            Outside("no network", Sms with { Networks = ["all"] }, "Outside:0:Networks must be"),
            Case("an origin", new() { OwnOrigin = "https://patients.example/chat" }, "OwnOrigin"),
            Case(
                "an origin in the clear",
                new() { OwnOrigin = "http://patients.example" },
                "OwnOrigin"
            ),
            Case(
                "both sides",
                new() { Inside = [new() { Host = "sms.example:443" }], Outside = [Sms] },
                "one side only"
            ),
        ];

    [TestCaseSource(nameof(Refused))]
    public void What_could_be_read_in_two_ways_is_refused(BoundaryOptions options, string said) =>
        Assert.That(Validate(options, "Production"), Has.Some.Contains(said));

    [Test]
    public void What_is_meant_is_taken() =>
        Assert.That(
            Validate(
                new()
                {
                    Inside =
                    [
                        new()
                        {
                            Host = "sql.example:5432",
                            Networks = ["10.1.0.0/16", "fd12::/16"],
                        },
                        new() { Host = "https://login.example" },
                        new() { Host = "[fd00::/8]:11111" },
                    ],
                    Outside = [Sms],
                    OwnOrigin = "https://patients.example",
                },
                "Production"
            ),
            Is.Empty
        );

    [Test]
    public void In_Development_the_outside_may_be_this_machine_in_the_clear()
    {
        var options = new BoundaryOptions { Outside = [Sms with { Url = "http://127.0.0.1:9/m" }] };

        Assert.That(Validate(options, "Development"), Is.Empty);
        Assert.That(Validate(options, "Production"), Has.Some.Contains("https"));
    }

    private static TestCaseData Inside(string name, InsideHost host, string said) =>
        Case("inside: " + name, new() { Inside = [host] }, said);

    private static TestCaseData Outside(string name, OutsideAddress address, string said) =>
        Case("outside: " + name, new() { Outside = [address] }, said);

    private static TestCaseData Case(string name, BoundaryOptions options, string said) =>
        new TestCaseData(options, said).SetArgDisplayNames(name);

    private static IEnumerable<string> Validate(BoundaryOptions options, string environment)
    {
        var host = new Mock<IHostEnvironment>();
        host.Setup(h => h.EnvironmentName).Returns(environment);

        return new BoundaryOptionsValidator(host.Object).Validate(null, options).Failures ?? [];
    }
}
