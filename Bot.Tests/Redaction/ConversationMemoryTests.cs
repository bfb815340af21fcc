using System.Text;
using ChatbotSante.Redaction;
using NUnit.Framework;

namespace ChatbotSante.Tests.Redaction;

public sealed class ConversationMemoryTests
{
    private static ConversationMemory New(byte[]? stored = null) =>
        new(Engines.Fingerprints, stored);

    [Test]
    public void A_name_heard_once_is_hidden_in_every_later_turn()
    {
        var memory = New();
        memory.Remember("Kerlouan Gwendoline");
        var result = new RedactionResult();
        const string later = "et si kerlouan vient plus tôt ?";

        Engines.Shared.Analyze(
            later,
            new RedactionContext { Memory = New(memory.Store()) },
            result
        );

        Assert.That(result.Redact(later), Is.EqualTo("et si [NOM] vient plus tôt ?"));
    }

    [Test]
    public void The_same_person_keeps_the_same_number_and_another_gets_the_next()
    {
        var memory = New();

        Assert.That(memory.Remember("Jeanne Mercier"), Is.EqualTo(1));
        Assert.That(memory.Remember("MERCIER"), Is.EqualTo(1));
        Assert.That(memory.Remember("Lucie Morand"), Is.EqualTo(2));
        Assert.That(New(memory.Store()).Remember("mme morand"), Is.EqualTo(2));
    }

    [Test]
    public void What_is_stored_holds_no_word_and_is_of_no_use_under_another_key()
    {
        var memory = New();
        memory.Remember("Gwendoline");
        var stored = memory.Store();
        var elsewhere = new ConversationMemory(new KeyedFingerprint(new byte[32]), stored);

        Assert.That(Encoding.Latin1.GetString(stored), Does.Not.Contain("wendo").IgnoreCase);
        Assert.That(stored, Has.Length.EqualTo(KeyedFingerprint.LengthBytes + 1));
        Assert.That(elsewhere.PersonOf("Gwendoline"), Is.Zero);
    }

    [Test]
    public void It_is_bounded_and_takes_bytes_of_any_kind()
    {
        var memory = New();
        for (var i = 0; i < 500; i++)
        {
            memory.Remember("Nom" + new string((char)('a' + (i % 26)), (i / 26) + 1));
        }

        Assert.That(memory.Count, Is.EqualTo(ConversationMemory.MaxWords));
        Assert.That(New([1, 2, 3]).Count, Is.Zero);
    }

    [Test]
    public void A_short_key_is_refused() =>
        Assert.That(() => new KeyedFingerprint(new byte[15]), Throws.ArgumentException);

    [Test]
    public void A_vault_gives_stable_pseudonyms_and_gives_back_what_they_stand_for()
    {
        var memory = New();
        var vault = new PseudonymVault(memory);
        const string first = "je m'appelle Jeanne Mercier, tel 06 39 98 12 34";
        const string second = "Mme Mercier, c'est le 06 39 98 12 34 ou le 06 39 98 12 35";

        Assert.That(
            vault.Replace(first, Found.In(first)),
            Is.EqualTo("je m'appelle [NOM_1], tel [TELEPHONE_1]")
        );
        Assert.That(
            vault.Replace(second, Found.In(second)),
            Is.EqualTo("Mme [NOM_1], c'est le [TELEPHONE_1] ou le [TELEPHONE_2]")
        );
        Assert.That(vault.TryResolve("[NOM_1]", out var name));
        Assert.That(name!.Reveal(), Is.EqualTo("Jeanne Mercier"));
        Assert.That(vault.TryResolve("[NOM_9]", out _), Is.False);
        Assert.That(vault.ToString(), Is.EqualTo(PatientText.Mask));
    }
}
