using System.Security.Cryptography;
using ChatbotSante.Bot.Ports;
using ChatbotSante.Bot.Sealing;
using ChatbotSante.Tests.Support;
using NUnit.Framework;

namespace ChatbotSante.Tests.Bot.Sealing;

public sealed class SealFormatTests
{
    private static readonly SealedRow Row = new(
        "conversations",
        "00112233445566778899aabbccddeeff",
        7
    );
    private static readonly KeyId Key = new(Guid.Parse("6f9619ff-8b86-d011-b42d-00cf4fc964ff"));
    private static readonly byte[] Plain = "{\"format\":1,\"misses\":2}"u8.ToArray();

    [Test]
    public void What_was_sealed_opens_and_names_its_key(
        [Values(0, 1, 15, 16, 17, 60_000)] int length
    )
    {
        using var aes = Aes();
        var plain = RandomNumberGenerator.GetBytes(length);

        var sealedValue = SealFormat.Seal(aes, Key, Row, plain);

        Assert.That(sealedValue[0], Is.EqualTo(1));
        Assert.That(SealFormat.KeyOf(sealedValue), Is.EqualTo(Key));
        Assert.That(SealFormat.Open(aes, Row, sealedValue), Is.EqualTo(plain));
    }

    [Test]
    public void The_same_words_are_never_sealed_alike()
    {
        using var aes = Aes();

        var first = SealFormat.Seal(aes, Key, Row, Plain);
        var second = SealFormat.Seal(aes, Key, Row, Plain);

        Assert.That(second, Is.Not.EqualTo(first));
    }

    [Test]
    public void An_altered_byte_anywhere_after_the_key_s_name_breaks_the_seal()
    {
        using var aes = Aes();
        var sealedValue = SealFormat.Seal(aes, Key, Row, Plain);

        for (var i = 17; i < sealedValue.Length; i++)
        {
            var altered = sealedValue.ToArray();
            altered[i] ^= 1;

            Assert.That(
                () => SealFormat.Open(aes, Row, altered),
                Throws.InstanceOf<SealBrokenException>(),
                $"byte {i}"
            );
        }
    }

    [TestCase("appointments", "00112233445566778899aabbccddeeff", 7)]
    [TestCase("conversations", "00112233445566778899aabbccddeefe", 7)]
    [TestCase("conversations", "00112233445566778899aabbccddeeff", 6)]
    [TestCase("conversations", "00112233445566778899aabbccddeeff", 8)]
    [TestCase("conversations", "", 7)]
    public void A_value_moved_to_another_table_row_or_revision_does_not_open(
        string table,
        string id,
        long revision
    )
    {
        using var aes = Aes();
        var sealedValue = SealFormat.Seal(aes, Key, Row, Plain);

        Assert.That(
            () => SealFormat.Open(aes, new SealedRow(table, id, revision), sealedValue),
            Throws.InstanceOf<SealBrokenException>()
        );
    }

    [Test]
    public void What_is_not_a_sealed_value_is_refused()
    {
        using var aes = Aes();
        var sealedValue = SealFormat.Seal(aes, Key, Row, Plain);
        byte[] future = [2, .. sealedValue[1..]];

        Assert.That(() => SealFormat.KeyOf(future), Throws.InstanceOf<SealBrokenException>());
        Assert.That(
            () => SealFormat.KeyOf(sealedValue.AsSpan(0, 44)),
            Throws.InstanceOf<SealBrokenException>()
        );
        Assert.That(() => SealFormat.KeyOf([]), Throws.InstanceOf<SealBrokenException>());
    }

    [Test]
    public void A_truncated_value_is_broken_not_a_crash([Values(0, 1, 28, 29, 44, 45)] int length)
    {
        using var aes = Aes();
        var sealedValue = SealFormat.Seal(aes, Key, Row, Plain);

        Assert.That(
            () => SealFormat.Open(aes, Row, sealedValue.AsSpan(0, length)),
            Throws.InstanceOf<SealBrokenException>()
        );
    }

    [Test]
    public async Task A_value_sealed_by_version_1_opens_for_ever()
    {
        // Sealed once, by the first build, under the master key 01 02 … 20 (hexadecimal); never to be made again.
        var golden = Convert.FromBase64String((await File.ReadAllTextAsync(Golden)).Trim());
        using var aes = Aes();

        Assert.That(golden[0], Is.EqualTo(1));
        Assert.That(SealFormat.KeyOf(golden), Is.EqualTo(Key));
        Assert.That(SealFormat.Open(aes, Row, golden), Is.EqualTo(Plain));
    }

    private static string Golden => Checkout.PathOf("Bot.Tests/Fixtures/sealed-value-1.txt");

    private static AesGcm Aes() =>
        new(
            new MasterKey([.. Enumerable.Range(1, MasterKey.Length).Select(i => (byte)i)]).Derive(
                "golden"
            ),
            tagSizeInBytes: 16
        );
}
