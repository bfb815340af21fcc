using ChatbotSante.Bot.Ports;
using ChatbotSante.Bot.Scaling;
using ChatbotSante.Dialogs.Engine;
using ChatbotSante.Dialogs.Nlu;
using ChatbotSante.Tests.Dialogs;
using Moq;
using NUnit.Framework;

namespace ChatbotSante.Tests.Bot.Scaling;

/// <summary>What leaves a turn of a sentence that was not understood.</summary>
public sealed class MissedSentenceSealingTests
{
    private const string Id = "0123456789abcdef0123456789abcdef";
    private static readonly DateOnly Day = new(2026, 11, 23);

    /// <summary>Midnight of the clinic's, thirty days on.</summary>
    private static readonly DateTimeOffset End = new(2026, 12, 23, 0, 0, 0, TimeSpan.FromHours(1));

    [Test]
    public async Task Its_words_are_not_even_sealed_before_they_are_to_be_kept()
    {
        var sealer = new Mock<ISealer>(MockBehavior.Strict);

        var commands = await SealAsync(sealer, "le truc vert ne marche plus", isToBeKept: false);

        Assert.That(
            commands,
            Is.EqualTo(new StoreCommand[] { new StoreCommand.CountMissed(Id, Day.DayNumber, End) })
        );
    }

    [TestCase("le truc vert ne marche plus")]
    [TestCase("un mot")]
    public async Task What_is_sealed_has_one_length_whatever_was_said(string words)
    {
        var key = new KeyId(Guid.NewGuid());
        var plain = Array.Empty<byte>();
        var sealer = new Mock<ISealer>(MockBehavior.Strict);
        sealer.Setup(s => s.NewUndatedKeyAsync(default)).ReturnsAsync(key);
        sealer
            .Setup(s =>
                s.SealAsync(
                    key,
                    new SealedRow("missed_sentences", Id, 1),
                    It.IsAny<ReadOnlyMemory<byte>>(),
                    default
                )
            )
            .Callback(
                (KeyId _, SealedRow _, ReadOnlyMemory<byte> given, CancellationToken _) =>
                    plain = given.ToArray()
            )
            .ReturnsAsync([42]);
        sealer.Setup(s => s.Release(key));

        var commands = await SealAsync(sealer, words, isToBeKept: true);

        var counted = (StoreCommand.CountMissed)commands.Single();
        Assert.That(counted.Key, Is.EqualTo(key));
        Assert.That(counted.Sealed, Is.EqualTo(new byte[] { 42 }));
        Assert.That(plain, Has.Length.EqualTo(MissedSentence.MaxLength + 20));
        Assert.That(
            System.Text.Json.JsonSerializer.Deserialize(plain, RecordJson.Default.MissedRecord),
            Is.EqualTo(new MissedRecord { Words = words })
        );
    }

    [Test]
    public async Task The_longest_sentence_fits_its_length()
    {
        var sealer = new Mock<ISealer>();
        sealer
            .Setup(s =>
                s.SealAsync(
                    It.IsAny<KeyId>(),
                    It.IsAny<SealedRow>(),
                    It.Is<ReadOnlyMemory<byte>>(p => p.Length == MissedSentence.MaxLength + 20),
                    default
                )
            )
            .ReturnsAsync([1]);

        var commands = await SealAsync(
            sealer,
            new string('a', MissedSentence.MaxLength),
            isToBeKept: true
        );

        Assert.That(
            ((StoreCommand.CountMissed)commands.Single()).Sealed,
            Is.EqualTo(new byte[] { 1 })
        );
    }

    private static async Task<IReadOnlyList<StoreCommand>> SealAsync(
        Mock<ISealer> sealer,
        string words,
        bool isToBeKept
    )
    {
        var missed = new Mock<IMissedSentences>(MockBehavior.Strict);
        missed.Setup(m => m.WantsWordsAsync(Id)).ReturnsAsync(isToBeKept);
        return await new CommandSealer(
            sealer.Object,
            Mock.Of<IInstallationSecrets>(),
            DemonstrationClinic.Clinic,
            missed.Object
        ).SealAsync(
            [new TurnCommand.CountMissed(new MissedSentence(words, Id), Day)],
            CancellationToken.None
        );
    }
}
