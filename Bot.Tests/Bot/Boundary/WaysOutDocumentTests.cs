using System.Text.Json;
using System.Text.RegularExpressions;
using ChatbotSante.Bot.Boundary;
using ChatbotSante.Bot.Ports;
using ChatbotSante.Tests.Architecture;
using ChatbotSante.Tests.Support;
using NUnit.Framework;

namespace ChatbotSante.Tests.Bot.Boundary;

/// <summary>The documents on what leaves the program say all of it, and name what exists.</summary>
public sealed partial class WaysOutDocumentTests
{
    private const string WaysOut = "deployment/hds/ways-out.md";
    private const string DataFlow = "deployment/hds/data-flow.md";

    private static readonly string Text = File.ReadAllText(Checkout.PathOf(WaysOut));

    [Test]
    public void Every_client_has_its_line()
    {
        var clients = ClientsOf(Sources.Product).ToArray();

        Assert.That(clients, Is.SupersetOf(new[] { "connector", "authority" }));
        Assert.That(
            clients.Where(client =>
                !Text.Contains($"| HTTP client `{client}` |", StringComparison.Ordinal)
            ),
            Is.Empty
        );
    }

    [Test]
    public void Every_setting_that_holds_an_address_is_there()
    {
        using var settings = JsonDocument.Parse(
            File.ReadAllText(Checkout.PathOf("appsettings.json"))
        );
        var addresses = Keys(settings.RootElement, string.Empty)
            .Where(key => Address().IsMatch(key))
            .ToArray();

        Assert.That(
            addresses,
            Is.SupersetOf(
                new[]
                {
                    "Urls",
                    "AllowedHosts",
                    "Store:ConnectionString",
                    "Cluster:Redis",
                    "Connector:ServiceUrls",
                    "Boundary:Inside",
                    "Proxies:Trusted",
                }
            )
        );
        Assert.That(
            addresses.Where(key => !Text.Contains($"`{key}`", StringComparison.Ordinal)),
            Is.Empty
        );
    }

    [Test]
    public void Every_field_that_may_go_outside_is_there() =>
        Assert.That(
            Enum.GetNames<OutsideField>()
                .Where(field => !Text.Contains($"| `{field}` |", StringComparison.Ordinal)),
            Is.Empty
        );

    [Test]
    public void Every_proof_exists()
    {
        var proofs = Proof()
            .Matches(Text)
            .Select(match => $"Bot.Tests/Bot/{match.Groups["file"].Value}.cs")
            .ToArray();

        Assert.That(proofs, Is.Not.Empty);
        Assert.That(proofs.Where(file => !File.Exists(Checkout.PathOf(file))), Is.Empty);
    }

    [TestCase(WaysOut)]
    [TestCase(DataFlow)]
    [TestCase("deployment/decisions/0019-zones-and-one-connector.md")]
    public void Every_link_leads_somewhere(string document)
    {
        var folder = Path.GetDirectoryName(Checkout.PathOf(document))!;
        var links = Link()
            .Matches(File.ReadAllText(Checkout.PathOf(document)))
            .Select(match => Path.Combine(folder, match.Groups["to"].Value))
            .ToArray();

        Assert.That(links, Is.Not.Empty);
        Assert.That(links.Where(link => !File.Exists(link)), Is.Empty);
    }

    [Test]
    public void The_counter_and_the_types_that_are_named_exist()
    {
        var decision = File.ReadAllText(
            Checkout.PathOf("deployment/decisions/0019-zones-and-one-connector.md")
        );

        Assert.That(decision, Does.Contain($"`{EgressDecisions.Counter}`"));
        foreach (
            var type in new[]
            {
                nameof(OutboundConnector),
                nameof(EgressGuard),
                nameof(GuardEveryHandler),
            }
        )
        {
            Assert.That(Text, Does.Contain($"`{type}"));
        }
    }

    // Sockets and clients of one's own are looked for here as well as by the banned list: one list may be forgotten.
    [TestCase("new Socket(", "Bot/Boundary/OutboundConnector.cs")]
    [TestCase("new SocketsHttpHandler", "")]
    [TestCase("new HttpClient(", "")]
    [TestCase("new HttpClientHandler", "")]
    [TestCase("new HttpMessageInvoker(", "Bot/Hosting/RehearsalServer.cs")]
    [TestCase("new ClientWebSocket", "")]
    [TestCase("new TcpClient", "")]
    [TestCase("new UdpClient", "")]
    [TestCase("new SmtpClient", "")]
    [TestCase("WebRequest", "")]
    [TestCase("Dns.", "Bot/Boundary/SystemNameResolver.cs")]
    public void A_connection_is_made_in_one_place(string made, string where) =>
        Assert.That(
            Sources
                .Product.Where(file =>
                    Regex.IsMatch(
                        file.Text,
                        $@"(?<![\w.]){Regex.Escape(made)}",
                        RegexOptions.None,
                        TimeSpan.FromSeconds(1)
                    )
                )
                .Select(file => file.Path),
            where.Length == 0 ? Is.Empty : Is.EqualTo([where])
        );

    private static IEnumerable<string> ClientsOf(IReadOnlyList<(string Path, string Text)> files) =>
        from file in files
        from Match match in Client().Matches(file.Text)
        let written = match.Groups["name"].Value
        select written.StartsWith('"') ? written.Trim('"') : ConstantOf(files, file, written);

    private static string ConstantOf(
        IReadOnlyList<(string Path, string Text)> files,
        (string Path, string Text) file,
        string written
    )
    {
        var path = written.Split('.');
        var home =
            path.Length == 1
                ? file
                : files.Single(other =>
                    other.Path.EndsWith($"/{path[^2]}.cs", StringComparison.Ordinal)
                );
        var constant = Regex.Match(
            home.Text,
            $"const string {path[^1]} = \"(?<value>[^\"]+)\"",
            RegexOptions.None,
            TimeSpan.FromSeconds(1)
        );

        return constant.Success
            ? constant.Groups["value"].Value
            : throw new InvalidOperationException($"The name of the client {written} is not told.");
    }

    private static IEnumerable<string> Keys(JsonElement element, string prefix)
    {
        foreach (var property in element.EnumerateObject())
        {
            var key = prefix.Length == 0 ? property.Name : $"{prefix}:{property.Name}";
            if (property.Value.ValueKind == JsonValueKind.Object)
            {
                foreach (var inner in Keys(property.Value, key))
                {
                    yield return inner;
                }
            }
            else
            {
                yield return key;
            }
        }
    }

    [GeneratedRegex(
        @"(AddHttpClient|CreateClient)\(\s*(?<name>""[^""]+""|[\w.]+)",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Client();

    [GeneratedRegex(
        "(Urls?|Origins?|Hosts?|Authority|ConnectionString|Redis|Address|Endpoint|Server|Relay|Inside|Outside|Trusted)$",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Address();

    [GeneratedRegex(
        @"`(?<file>[A-Za-z]+(/[A-Za-z]+)*Tests)`",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Proof();

    [GeneratedRegex(
        @"\]\((?<to>[^)#:]+)(#[^)]*)?\)",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Link();
}
