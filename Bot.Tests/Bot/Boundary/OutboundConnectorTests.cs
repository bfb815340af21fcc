using System.Net;
using System.Net.Sockets;
using ChatbotSante.Bot.Boundary;
using ChatbotSante.Bot.Ports;
using CsCheck;
using NUnit.Framework;

namespace ChatbotSante.Tests.Bot.Boundary;

/// <summary>What a name resolves to is checked, and what was checked is connected to.</summary>
public sealed class OutboundConnectorTests
{
    private const string Name = "inside.clinique.example";

    [Test]
    public async Task The_address_that_was_checked_is_the_one_connected_to()
    {
        await using var good = new Listener("127.0.0.2");
        using var host = Host(good.Port, "127.0.0.2/32");

        // Whoever asks twice gets another machine the second time.
        host.Resolver.Answers("127.0.0.2", "127.0.0.1");
        using var response = await host.Client().GetAsync(Url(good.Port));

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.NoContent));
        Assert.That(host.Resolver.Asked, Is.EqualTo([Name]));
        Assert.That(good.Requests.Single(), Does.Contain($"Host: {Name}:{good.Port}"));
    }

    [Test]
    public async Task A_name_that_points_elsewhere_the_next_time_is_refused()
    {
        await using var good = new Listener("127.0.0.2");
        await using var bad = new Listener("127.0.0.1");
        using var host = Host(good.Port, "127.0.0.2/32");
        host.Resolver.Answers("127.0.0.2", "127.0.0.1");
        var client = host.Client();
        using var first = await client.GetAsync(Url(good.Port));

        await Assert.ThrowsAsync<EgressDeniedException>(() => client.GetAsync(Url(good.Port)));

        Assert.That(good.Connections, Is.EqualTo(1));
        Assert.That(bad.Connections, Is.Zero);
        Assert.That(host.Decisions, Does.Contain("Inside denied Network 1"));
    }

    [TestCase("10.9.0.1", Description = "another network than the configured one")]
    [TestCase("8.8.8.8")]
    [TestCase("169.254.169.254")]
    [TestCase("0.0.0.0")]
    [TestCase("127.0.0.1")]
    [TestCase("::1")]
    [TestCase("::ffff:127.0.0.1")]
    [TestCase("::ffff:169.254.169.254")]
    [TestCase("::ffff:0:10.1.0.1")]
    [TestCase("::10.1.0.1")]
    [TestCase("64:ff9b::10.1.0.1")]
    [TestCase("2002:a01:1::")]
    [TestCase("fe80::1")]
    [TestCase("fe80::1%1")]
    [TestCase("fd00:ec2::254")]
    [TestCase("ff02::1")]
    [TestCase("10.1.0.1 8.8.8.8", Description = "right and wrong")]
    [TestCase("8.8.8.8 10.1.0.1", Description = "wrong and right")]
    [TestCase("", Description = "none at all")]
    public async Task An_address_that_is_not_allowed_is_not_connected_to(string answer)
    {
        using var host = Host(4711, "10.1.0.0/16");
        host.Resolver.Answers(answer);

        await Assert.ThrowsAsync<EgressDeniedException>(() => host.Client().GetAsync(Url(4711)));
        await Assert.ThrowsAsync<EgressDeniedException>(async () =>
            await host.Connector.ConnectAsync(Name, 4711, CancellationToken.None)
        );

        Assert.That(host.Decisions.Count(d => d == "Inside denied Network 1"), Is.EqualTo(2));
    }

    [Test]
    public void Whatever_a_name_server_answers_only_the_configured_network_is_given() =>
        Gen.OneOf(
                Gen.Byte.Array[4].Select(bytes => new IPAddress(bytes)),
                Gen.Byte.Array[16].Select(bytes => new IPAddress(bytes)),
                Gen.Byte.Array[2].Select(bytes => new IPAddress([10, 1, bytes[0], bytes[1]])),
                Gen.Byte.Array[2].Select(bytes => new IPAddress([10, 1, .. bytes]).MapToIPv6())
            )
            .Array[1, 4]
            .Sample(
                answer =>
                {
                    using var host = Host(4711, "10.1.0.0/16");
                    host.Resolver.Answers(string.Join(' ', answer.Select(a => a.ToString())));
                    var isAllowed = answer.All(address =>
                        (
                            address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address
                        ).GetAddressBytes()
                            is [10, 1, _, _]
                    );

                    var given = host.Connector.ResolveInsideAsync(
                        Name,
                        4711,
                        CancellationToken.None
                    );

                    Assert.That(given.IsCompletedSuccessfully, Is.EqualTo(isAllowed));
                },
                iter: 300
            );

    [TestCase("http://other.example/", "NotListed")]
    [TestCase("http://127.0.0.1:4711/", "NotListed")]
    [TestCase("http://inside.clinique.example.:4711/", "Malformed")]
    [TestCase("http://user@inside.clinique.example:4711/", "UserInfo")]
    [TestCase("http://inside.clinique.example:4712/", "NotListed")]
    public async Task What_is_not_listed_is_not_even_resolved(string address, string reason)
    {
        using var host = Host(4711, "10.1.0.0/16");
        host.Resolver.Answers("10.1.0.1");

        await Assert.ThrowsAsync<EgressDeniedException>(() =>
            host.Client().GetAsync(new Uri(address))
        );

        Assert.That(host.Resolver.Asked, Is.Empty);
        Assert.That(host.Decisions, Is.EqualTo([$"Nowhere denied {reason} 1"]));
        Assert.That(string.Concat(host.Logged), Does.Not.Contain("other.example"));
    }

    [Test]
    public async Task A_stream_for_another_protocol_is_guarded_too()
    {
        await using var relay = new Listener("127.0.0.2");
        using var host = Host(relay.Port, "127.0.0.2/32");
        host.Resolver.Answers("127.0.0.2");

        await using (var stream = await host.Connector.ConnectAsync(Name, relay.Port, default))
        {
            await stream.WriteAsync("EHLO\r\n\r\n"u8.ToArray());
            Assert.That(await stream.ReadAtLeastAsync(new byte[16], 1), Is.Positive);
        }

        await Assert.ThrowsAsync<EgressDeniedException>(async () =>
            await host.Connector.ConnectAsync("127.0.0.2", relay.Port, default)
        );
        await Assert.ThrowsAsync<EgressDeniedException>(async () =>
            await host.Connector.ConnectAsync(Name + ".", relay.Port, default)
        );
        Assert.That(relay.Connections, Is.EqualTo(1));
    }

    [Test]
    public async Task No_stream_goes_outside()
    {
        using var host = new BoundaryHost(
            new()
            {
                Outside =
                [
                    new() { Url = "http://sms.example:4711/", Fields = [OutsideField.Template] },
                ],
            }
        );

        await Assert.ThrowsAsync<EgressDeniedException>(async () =>
            await host.Connector.ConnectAsync("sms.example", 4711, default)
        );
        Assert.That(host.Resolver.Asked, Is.Empty);
    }

    [Test]
    public async Task A_host_of_the_outside_may_not_lead_inside()
    {
        await using var inside = new Listener();
        using var host = new BoundaryHost(
            new()
            {
                Outside =
                [
                    new()
                    {
                        Url = $"http://sms.example:{inside.Port}/",
                        Fields = [OutsideField.Template],
                    },
                ],
            }
        );
        host.Resolver.Answers("127.0.0.1");
        using var content = new StructuredContent(new() { Template = "sms.reserve" });

        await Assert.ThrowsAsync<EgressDeniedException>(() =>
            host.Client().PostAsync(new Uri($"http://sms.example:{inside.Port}/"), content)
        );

        Assert.That(inside.Connections, Is.Zero);
    }

    [Test]
    public async Task A_name_that_is_not_known_is_a_fault_and_no_refusal()
    {
        using var host = new BoundaryHost(
            new() { Inside = [new() { Host = "nobody.invalid:80" }] },
            more: services =>
                Microsoft.Extensions.DependencyInjection.ServiceCollectionServiceExtensions.AddSingleton<INameResolver>(
                    services,
                    new SystemNameResolver()
                )
        );

        var fault = await Assert.ThrowsAsync<HttpRequestException>(() =>
            host.Client().GetAsync(new Uri("http://nobody.invalid/"))
        );

        Assert.That(fault!.InnerException, Is.InstanceOf<SocketException>());
    }

    [Test]
    public void The_other_end_of_a_connection_made_by_a_library_is_checked()
    {
        using var host = new BoundaryHost(
            new() { Inside = [new() { Host = "10.1.0.0/16:11111" }] }
        );

        host.Connector.CheckInside(new IPEndPoint(IPAddress.Parse("10.1.2.3"), 11111));
        host.Connector.CheckInside(new IPEndPoint(IPAddress.Parse("::ffff:10.1.2.3"), 11111));

        foreach (var other in new[] { "10.2.0.1:11111", "10.1.2.3:11112", "[::1]:11111" })
        {
            Assert.Throws<EgressDeniedException>(() =>
                host.Connector.CheckInside(IPEndPoint.Parse(other))
            );
        }

        Assert.Throws<EgressDeniedException>(() => host.Connector.CheckInside(null));
    }

    private static Uri Url(int port) => new($"http://{Name}:{port}/");

    private static BoundaryHost Host(int port, string network) =>
        new(new() { Inside = [new() { Host = $"{Name}:{port}", Networks = [network] }] });
}
