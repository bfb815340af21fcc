using ChatbotSante.Bot.Sealing;
using NUnit.Framework;

namespace ChatbotSante.Tests.Bot.Sealing;

public sealed class TransitSealerTests
{
    private static readonly byte[] Plain = [1, 2, 3];

    [Test]
    public void Every_node_of_the_installation_opens_what_another_sealed_and_nobody_else()
    {
        using var one = Node(1);
        using var other = Node(1);
        using var stranger = Node(2);

        var bytes = one.Seal("conversation", Plain);

        Assert.That(other.Open("conversation", bytes), Is.EqualTo(Plain));
        Assert.That(() => other.Open("another", bytes), Throws.InstanceOf<SealBrokenException>());
        Assert.That(
            () => stranger.Open("conversation", bytes),
            Throws.InstanceOf<SealBrokenException>()
        );
    }

    [Test]
    public void Altered_or_cut_bytes_do_not_open()
    {
        using var node = Node(1);
        var bytes = node.Seal("conversation", Plain);

        for (var length = 0; length < bytes.Length; length++)
        {
            var end = length;

            Assert.That(
                () => node.Open("conversation", bytes.AsSpan(0, end)),
                Throws.InstanceOf<SealBrokenException>()
            );
        }

        bytes[^1] ^= 1;
        Assert.That(
            () => node.Open("conversation", bytes),
            Throws.InstanceOf<SealBrokenException>()
        );
    }

    private static TransitSealer Node(byte key) =>
        new(new MasterKey([.. Enumerable.Repeat(key, MasterKey.Length)]));
}
