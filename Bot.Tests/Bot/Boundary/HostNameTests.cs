using System.Net;
using ChatbotSante.Bot.Boundary;
using CsCheck;
using NUnit.Framework;

namespace ChatbotSante.Tests.Bot.Boundary;

public sealed class HostNameTests
{
    [TestCase("sql.clinique.example", "sql.clinique.example")]
    [TestCase("SQL.Clinique.EXAMPLE", "sql.clinique.example")]
    [TestCase("hôpital.example", "xn--hpital-ixa.example")]
    [TestCase("HÔPITAL.example", "xn--hpital-ixa.example")]
    [TestCase("xn--hpital-ixa.example", "xn--hpital-ixa.example")]
    [TestCase("sql。clinique.example", "sql.clinique.example")]
    [TestCase("localhost", "localhost")]
    [TestCase("10.1.2.3", "10.1.2.3")]
    [TestCase("１0.1.2.3", "10.1.2.3")]
    [TestCase("[::1]", "::1")]
    [TestCase("::1", "::1")]
    [TestCase("0:0:0:0:0:0:0:1", "::1")]
    [TestCase("FD00::0A", "fd00::a")]
    [TestCase("[::ffff:10.0.0.1]", "10.0.0.1")]
    [TestCase("::ffff:a00:1", "10.0.0.1")]
    public void A_name_has_one_form(string written, string form)
    {
        Assert.That(HostName.TryCanonical(written, out var canonical));
        Assert.That(canonical, Is.EqualTo(form));
    }

    [TestCase("")]
    [TestCase(null)]
    [TestCase(".")]
    [TestCase("sql.clinique.example.")]
    [TestCase("sql.clinique.example。")]
    [TestCase("127.0.0.1.")]
    [TestCase(".example")]
    [TestCase("a..example")]
    [TestCase("a b")]
    [TestCase("a\u0000.example")]
    [TestCase("a%2Eexample")]
    [TestCase("127.0.0.1%00.example")]
    [TestCase("user@sql.example")]
    [TestCase("sql.example/path")]
    [TestCase("sql.example\\path")]
    [TestCase("sql.example#fragment")]
    [TestCase("sql.example?query")]
    [TestCase("sql_1.example")]
    [TestCase("-a.example")]
    [TestCase("127.1")]
    [TestCase("2130706433")]
    [TestCase("0x7f000001")]
    [TestCase("0x7f.1")]
    [TestCase("0x")]
    [TestCase("a.0x7f")]
    [TestCase("017700000001")]
    [TestCase("0177.0.0.1")]
    [TestCase("127.0.0.01")]
    [TestCase("127.0.0.256")]
    [TestCase("1.2.3.4.5")]
    [TestCase("a.example.1")]
    [TestCase("１２７.1")]
    [TestCase("①②⑦.1")]
    [TestCase("fe80::1%eth0")]
    [TestCase("[fe80::1%25eth0]")]
    [TestCase("[::1")]
    [TestCase("::1]")]
    [TestCase("[[::1]]")]
    [TestCase(":::1")]
    [TestCase("::g")]
    [TestCase("::1/128")]
    [TestCase("sql.example:5432")]
    public void A_name_that_can_be_read_in_two_ways_is_refused(string? written) =>
        Assert.That(HostName.TryCanonical(written, out _), Is.False);

    [Test]
    public void A_name_that_is_too_long_is_refused() =>
        Assert.That(
            HostName.TryCanonical(string.Join('.', Enumerable.Repeat("abcdefg", 32)), out _),
            Is.False
        );

    [Test]
    public void Whatever_is_written_the_form_is_its_own_form() =>
        Gen.OneOf(
                Gen.String,
                Gen.String[Gen.Char["abcxX0127.:-%[]@/é。１"], 0, 24],
                Gen.Byte.Array[4].Select(bytes => new IPAddress(bytes).ToString()),
                Gen.Byte.Array[16].Select(bytes => new IPAddress(bytes).ToString())
            )
            .Sample(written =>
            {
                if (!HostName.TryCanonical(written, out var form))
                {
                    return;
                }

                Assert.That(HostName.TryCanonical(form, out var again));
                Assert.That(again, Is.EqualTo(form));

                // What a resolver or a socket would take for an address is the address that was checked.
                if (IPAddress.TryParse(form, out var address))
                {
                    Assert.That(address.ToString(), Is.EqualTo(form));
                    Assert.That(address.IsIPv4MappedToIPv6, Is.False);
                }
            });

    [TestCase("sql.example:5432", null, "sql.example", 5432)]
    [TestCase("https://login.example", "https", "login.example", 443)]
    [TestCase("http://login.example", "http", "login.example", 80)]
    [TestCase("https://LOGIN.example:8443", "https", "login.example", 8443)]
    [TestCase("[fd00::1]:6379", null, "fd00::1", 6379)]
    [TestCase("10.0.0.1:1", null, "10.0.0.1", 1)]
    public void A_host_and_its_port_are_read(string written, string? scheme, string host, int port)
    {
        Assert.That(HostPort.TryParse(written, out var at));
        Assert.That(at, Is.EqualTo(new HostPort(scheme, host, port, null)));
    }

    [TestCase("10.1.0.0/16:11111", "10.1.0.0/16")]
    [TestCase("[fd12::/32]:11111", "fd12::/32")]
    public void A_network_and_its_port_are_read(string written, string network)
    {
        Assert.That(HostPort.TryParse(written, out var at));
        Assert.That(at!.Network, Is.EqualTo(IPNetwork.Parse(network)));
        Assert.That(at.Port, Is.EqualTo(11111));
    }

    [TestCase("sql.example")]
    [TestCase("sql.example:")]
    [TestCase("sql.example:0")]
    [TestCase("sql.example:65536")]
    [TestCase("sql.example:*")]
    [TestCase("sql.example:+1")]
    [TestCase("sql.example: 1")]
    [TestCase("sql.example.:1")]
    [TestCase("ftp://sql.example:21")]
    [TestCase("HTTPS://sql.example")]
    [TestCase("https://user@sql.example")]
    [TestCase("https://sql.example/path")]
    [TestCase("https://10.1.0.0/16")]
    [TestCase("fd00::1:6379")]
    [TestCase("[fd00::1:6379")]
    [TestCase("[]:1")]
    [TestCase("[fd00::1]x:1")]
    [TestCase("10.1.0.0/33:1")]
    [TestCase(":1")]
    [TestCase("")]
    public void What_is_not_a_host_and_a_port_is_refused(string written) =>
        Assert.That(HostPort.TryParse(written, out _), Is.False);

    [Test]
    public void Reading_a_host_and_a_port_never_throws() =>
        Gen.OneOf(Gen.String, Gen.String[Gen.Char["a1./:[]*@ %"], 0, 16])
            .Sample(written =>
                Assert.That(() => HostPort.TryParse(written, out _), Throws.Nothing)
            );
}
