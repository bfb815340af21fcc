using ChatbotSante.Bot.Boundary;
using ChatbotSante.Bot.Ports;
using CsCheck;
using NUnit.Framework;

namespace ChatbotSante.Tests.Bot.Boundary;

public sealed class BoundaryMapTests
{
    private static readonly BoundaryOptions Options = new()
    {
        Inside =
        [
            new() { Host = "sql.clinique.example:5432" },
            new() { Host = "https://login.clinique.example" },
            new() { Host = "hôpital.example:80" },
            new() { Host = "10.1.0.0/16:11111" },
            new() { Host = "[fd00::1]:6379" },
        ],
        Outside =
        [
            new() { Url = "https://sms.example/v1/messages", Fields = [OutsideField.Template] },
        ],
    };

    [TestCase("https://login.clinique.example/", "Inside")]
    [TestCase("https://LOGIN.clinique.example:443/a?b=c", "Inside")]
    [TestCase("wss://login.clinique.example/stream", "Inside")]
    [TestCase("http://hôpital.example/", "Inside")]
    [TestCase("http://xn--hpital-ixa.example/", "Inside")]
    [TestCase("http://sql.clinique.example:5432/", "Inside")]
    [TestCase("http://10.1.2.3:11111/", "Inside")]
    [TestCase(
        "http://0xa.1.2.3:11111/",
        "Inside",
        Description = "The address type has read it as 10.1.2.3"
    )]
    [TestCase("http://[::ffff:10.1.2.3]:11111/", "Inside")]
    [TestCase("http://[fd00::1]:6379/", "Inside")]
    [TestCase("https://sms.example/v1/messages", "Outside")]
    [TestCase("https://SMS.example:443/v1/messages", "Outside")]
    [TestCase("https://sms.example/v1/messages?text=mal", "Address")]
    [TestCase("https://sms.example/v1/messages#mal", "Address")]
    [TestCase("https://sms.example/v1/messages/jeanne", "Address")]
    [TestCase("https://sms.example/v1/Messages", "Address")]
    [TestCase("https://sms.example/", "Address")]
    [TestCase("http://login.clinique.example/", "NotListed")]
    [TestCase("https://login.clinique.example:8443/", "NotListed")]
    [TestCase("https://a.login.clinique.example/", "NotListed")]
    [TestCase("https://login.clinique.example.evil.example/", "NotListed")]
    [TestCase("https://login.clinique.example./", "Malformed")]
    [TestCase("https://login.clinique.example@evil.example/", "UserInfo")]
    [TestCase("https://evil.example@login.clinique.example/", "UserInfo")]
    [TestCase("https://a:b@login.clinique.example/", "UserInfo")]
    [TestCase("https://evil.example#@login.clinique.example/", "NotListed")]
    [TestCase("http://10.2.0.1:11111/", "NotListed")]
    [TestCase("http://[fe80::1%251]:6379/", "Malformed")]
    [TestCase("http://127.0.0.1/", "NotListed")]
    [TestCase("http://localhost/", "NotListed")]
    [TestCase("ftp://login.clinique.example/", "Malformed")]
    [TestCase("file:///etc/passwd", "Malformed")]
    [TestCase("gopher://login.clinique.example:443/", "Malformed")]
    public void An_address_is_where_the_settings_say(string address, string expected)
    {
        using var host = new BoundaryHost(Options);

        var found = host.Map.Find(new Uri(address), out var refusal);

        Assert.That(found?.Zone.ToString() ?? refusal.ToString(), Is.EqualTo(expected));
    }

    [TestCase("https://login%2eclinique.example/")]
    [TestCase("https://login.clinique.example%00.evil.example/")]
    [TestCase("https://evil.example\\@login.clinique.example/")]
    public void What_other_programs_take_for_an_address_is_none_here(string written) =>
        Assert.That(Uri.TryCreate(written, UriKind.Absolute, out _), Is.False);

    [Test]
    public void What_is_no_address_is_nowhere()
    {
        using var host = new BoundaryHost(Options);

        Assert.That(host.Map.Find(null, out _), Is.Null);
        Assert.That(host.Map.Find(new Uri("/a", UriKind.Relative), out _), Is.Null);
    }

    [Test]
    public void Without_settings_everything_is_nowhere_but_this_machine_in_Development()
    {
        using var production = new BoundaryHost(new BoundaryOptions());
        using var development = new BoundaryHost(new BoundaryOptions(), "Development");

        foreach (
            var address in new[]
            {
                "http://127.0.0.1:1/",
                "http://localhost:2/",
                "https://[::1]:3/",
            }
        )
        {
            Assert.That(production.Map.IsInside(new Uri(address)), Is.False, address);
            Assert.That(development.Map.IsInside(new Uri(address)), address);
        }

        Assert.That(development.Map.IsInside(new Uri("http://10.0.0.1/")), Is.False);
    }

    [Test]
    public void Whatever_is_put_around_a_listed_host_leads_only_to_the_listed_host()
    {
        using var host = new BoundaryHost(Options);
        string[] written =
        [
            "login.clinique.example",
            "evil.example",
            "@",
            ":",
            "443",
            ".",
            "%2e",
            "%00",
            "\\",
            "/",
            "#",
            "?",
            "127.0.0.1",
            "[::1]",
            "[",
            "]",
            " ",
            "\t",
            "。",
            "xn--",
        ];
        Gen.Int[0, written.Length - 1]
            .Select(i => written[i])
            .Array[1, 6]
            .Sample(pieces =>
            {
                if (
                    !Uri.TryCreate(
                        "https://" + string.Concat(pieces),
                        UriKind.Absolute,
                        out var address
                    ) || host.Map.Find(address, out _) is null
                )
                {
                    return;
                }

                // What the HTTP client would connect to, and say in the Host header, is the listed host itself.
                Assert.That(address.IdnHost, Is.EqualTo("login.clinique.example"));
                Assert.That(address.Port, Is.EqualTo(443));
                Assert.That(address.UserInfo, Is.Empty);
            });
    }
}
