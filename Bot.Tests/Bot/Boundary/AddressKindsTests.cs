using System.Net;
using ChatbotSante.Bot.Boundary;
using CsCheck;
using NUnit.Framework;

namespace ChatbotSante.Tests.Bot.Boundary;

public sealed class AddressKindsTests
{
    private static readonly Gen<byte[]> V4 = Gen.Byte.Array[4];
    private static readonly Gen<byte[]> V6 = Gen.Byte.Array[16];

    [TestCase("8.8.8.8", AddressKind.Public)]
    [TestCase("9.255.255.255", AddressKind.Public)]
    [TestCase("10.0.0.0", AddressKind.Private)]
    [TestCase("10.255.255.255", AddressKind.Private)]
    [TestCase("11.0.0.0", AddressKind.Public)]
    [TestCase("172.15.255.255", AddressKind.Public)]
    [TestCase("172.16.0.0", AddressKind.Private)]
    [TestCase("172.31.255.255", AddressKind.Private)]
    [TestCase("172.32.0.0", AddressKind.Public)]
    [TestCase("192.168.1.1", AddressKind.Private)]
    [TestCase("100.64.0.1", AddressKind.Shared)]
    [TestCase("100.127.255.255", AddressKind.Shared)]
    [TestCase("100.128.0.0", AddressKind.Public)]
    [TestCase("100.100.100.200", AddressKind.Metadata)]
    [TestCase("127.0.0.1", AddressKind.Loopback)]
    [TestCase("127.255.255.255", AddressKind.Loopback)]
    [TestCase("0.0.0.0", AddressKind.Unspecified)]
    [TestCase("0.1.2.3", AddressKind.Unspecified)]
    [TestCase("169.254.1.1", AddressKind.LinkLocal)]
    [TestCase("169.254.169.254", AddressKind.Metadata)]
    [TestCase("168.63.129.16", AddressKind.Metadata)]
    [TestCase("192.0.0.1", AddressKind.Reserved)]
    [TestCase("192.0.0.192", AddressKind.Metadata)]
    [TestCase("192.0.2.1", AddressKind.Documentation)]
    [TestCase("198.51.100.7", AddressKind.Documentation)]
    [TestCase("203.0.113.7", AddressKind.Documentation)]
    [TestCase("192.88.99.1", AddressKind.Tunnel)]
    [TestCase("198.18.0.1", AddressKind.Reserved)]
    [TestCase("198.19.255.255", AddressKind.Reserved)]
    [TestCase("224.0.0.1", AddressKind.Multicast)]
    [TestCase("239.255.255.250", AddressKind.Multicast)]
    [TestCase("240.0.0.1", AddressKind.Reserved)]
    [TestCase("255.255.255.255", AddressKind.Reserved)]
    [TestCase("2606:4700::1111", AddressKind.Public)]
    [TestCase("::", AddressKind.Unspecified)]
    [TestCase("::1", AddressKind.Loopback)]
    [TestCase("::127.0.0.1", AddressKind.Tunnel)]
    [TestCase("::ffff:127.0.0.1", AddressKind.Loopback)]
    [TestCase("::ffff:169.254.169.254", AddressKind.Metadata)]
    [TestCase("::ffff:10.1.2.3", AddressKind.Private)]
    [TestCase("::ffff:8.8.8.8", AddressKind.Public)]
    [TestCase("::ffff:0:127.0.0.1", AddressKind.Tunnel)]
    [TestCase("64:ff9b::127.0.0.1", AddressKind.Tunnel)]
    [TestCase("64:ff9b:1::a9fe:a9fe", AddressKind.Tunnel)]
    [TestCase("2002:7f00:1::", AddressKind.Tunnel)]
    [TestCase("2001:0:4136:e378:8000:63bf:3fff:fdd2", AddressKind.Tunnel)]
    [TestCase("2001:470:1:2:0:5efe:127.0.0.1", AddressKind.Tunnel)]
    [TestCase("fd00:1::200:5efe:10.0.0.1", AddressKind.Tunnel)]
    [TestCase("2001:2::1", AddressKind.Reserved)]
    [TestCase("2001:db8::1", AddressKind.Documentation)]
    [TestCase("3fff:fff::1", AddressKind.Documentation)]
    [TestCase("fc00::1", AddressKind.UniqueLocal)]
    [TestCase("fdff::1", AddressKind.UniqueLocal)]
    [TestCase("fd00:ec2::254", AddressKind.Metadata)]
    [TestCase("fd20:ce::254", AddressKind.Metadata)]
    [TestCase("fe80::1", AddressKind.LinkLocal)]
    [TestCase("fe80::1%1", AddressKind.LinkLocal)]
    [TestCase("fd00::1%1", AddressKind.LinkLocal)]
    [TestCase("febf::1", AddressKind.LinkLocal)]
    [TestCase("fec0::1", AddressKind.Reserved)]
    [TestCase("ff02::1", AddressKind.Multicast)]
    [TestCase("100::1", AddressKind.Reserved)]
    [TestCase("5f00::1", AddressKind.Reserved)]
    [TestCase("4000::1", AddressKind.Reserved)]
    public void An_address_is_what_the_registry_says(string address, object kind) =>
        Assert.That(AddressKinds.Of(IPAddress.Parse(address)), Is.EqualTo(kind));

    [Test]
    public void An_address_is_the_same_when_it_is_mapped() =>
        V4.Sample(bytes =>
        {
            var plain = new IPAddress(bytes);

            Assert.That(AddressKinds.Of(plain.MapToIPv6()), Is.EqualTo(AddressKinds.Of(plain)));
        });

    [Test]
    public void An_address_that_hides_another_is_reached_by_nobody() =>
        Gen.Select(V4, V6, Gen.Int[0, 5])
            .Sample(
                (v4, v6, way) =>
                {
                    var hidden = Hide(v4, v6, way);

                    Assert.That(
                        AddressKinds.Of(hidden),
                        Is.EqualTo(AddressKind.Tunnel),
                        $"{hidden}"
                    );
                    Assert.That(Any(Zone.Inside).Admits(hidden), Is.False, $"{hidden}");
                    Assert.That(Any(Zone.Outside).Admits(hidden), Is.False, $"{hidden}");
                }
            );

    [Test]
    public void Whatever_the_networks_only_ordinary_addresses_are_admitted() =>
        Gen.OneOf(V4, V6)
            .Sample(bytes =>
            {
                var address = new IPAddress(bytes);
                var isOrdinary =
                    AddressKinds.Of(address)
                    is AddressKind.Public
                        or AddressKind.Private
                        or AddressKind.UniqueLocal
                        or AddressKind.Shared
                        or AddressKind.Loopback;

                Assert.That(Any(Zone.Inside).Admits(address), Is.EqualTo(isOrdinary), $"{address}");
            });

    [Test]
    public void Without_networks_inside_is_private_and_outside_is_public() =>
        Gen.OneOf(V4, V6)
            .Sample(bytes =>
            {
                var address = new IPAddress(bytes);
                var kind = AddressKinds.Of(address);

                Assert.That(
                    Bare(Zone.Inside).Admits(address),
                    Is.EqualTo(kind is AddressKind.Private or AddressKind.UniqueLocal)
                );
                Assert.That(
                    Bare(Zone.Outside).Admits(address),
                    Is.EqualTo(kind is AddressKind.Public)
                );
                Assert.That(Bare(Zone.Nowhere).Admits(address), Is.False);
            });

    private static IPAddress Hide(byte[] v4, byte[] v6, int way)
    {
        var hidden = (byte[])v6.Clone();
        switch (way)
        {
            case 0: // 6to4
                hidden[0] = 0x20;
                hidden[1] = 0x02;
                v4.CopyTo(hidden, 2);
                break;
            case 1: // Teredo: the server in the clear, the client inverted
                new byte[] { 0x20, 0x01, 0, 0 }.CopyTo(hidden, 0);
                v4.CopyTo(hidden, 4);
                break;
            case 2: // NAT64, well known
                new byte[] { 0, 0x64, 0xFF, 0x9B, 0, 0, 0, 0, 0, 0, 0, 0 }.CopyTo(hidden, 0);
                v4.CopyTo(hidden, 12);
                break;
            case 3: // NAT64, local
                new byte[] { 0, 0x64, 0xFF, 0x9B, 0, 1 }.CopyTo(hidden, 0);
                v4.CopyTo(hidden, 12);
                break;
            case 4: // ISATAP, under a public prefix
                hidden[0] = 0x26;
                new byte[] { 0, 0, 0x5E, 0xFE }.CopyTo(hidden, 8);
                v4.CopyTo(hidden, 12);
                break;
            default: // IPv4-translated
                new byte[] { 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF, 0, 0 }.CopyTo(hidden, 0);
                v4.CopyTo(hidden, 12);
                break;
        }

        return new IPAddress(hidden);
    }

    /// <summary>Nothing but the kinds stands in the way.</summary>
    private static Destination Any(Zone zone) =>
        Bare(zone) with
        {
            Networks = [IPNetwork.Parse("0.0.0.0/0"), IPNetwork.Parse("::/0")],
        };

    private static Destination Bare(Zone zone) =>
        new() { Zone = zone, At = new HostPort(null, "a.example", 1, null) };
}
