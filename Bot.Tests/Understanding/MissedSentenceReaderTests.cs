using ChatbotSante.Dialogs.Nlu;
using ChatbotSante.Redaction;
using ChatbotSante.Tests.Dialogs;
using ChatbotSante.Tests.Redaction;
using ChatbotSante.Tests.Redaction.Evaluation;
using ChatbotSante.Tests.Support;
using NUnit.Framework;

namespace ChatbotSante.Tests.Understanding;

public sealed class MissedSentenceReaderTests
{
    private static readonly DateOnly Today = new(2026, 11, 23);
    private static readonly SimpleUnderstander Understander = DemonstrationClinic.UnderstanderOf(
        DemonstrationClinic.Clinic
    );
    private static readonly MissedSentenceReader Reader = new(
        Engines.Shared,
        DemonstrationClinic.Emergencies,
        Engines.Fingerprints
    );

    [TestCase("Où est passé le facteur ?", "ou est passe le facteur")]
    [TestCase("  le chat est SUR le toit… ", "le chat est sur le toit")]
    [TestCase("gagnez 5000 euros par jour", "gagnez _ euros par jour")]
    [TestCase("gagnez cinq mille euros par jour", "gagnez _ euros par jour")]
    [TestCase("c'est quoi le 3919 ?", "c est quoi le _")]
    [TestCase("un chat est sur le toit", "un chat est sur le toit")]
    public void A_sentence_is_written_in_the_notation_of_the_wordings(
        string text,
        string written
    ) => Assert.That(Read(text)?.Reveal(), Is.EqualTo(written));

    // Identity.
    [TestCase("le chat de Gaston Verlier est sur le toit")]
    [TestCase("mme verlier a un chat sur le toit")]
    [TestCase("le chat est sur le toit au 06 39 98 12 34")]
    [TestCase(
        "le chat est sur le toit au zéro six trente-neuf quatre-vingt-dix-huit douze trente-quatre"
    )]
    [TestCase("le chat de gaston@exemple.fr est sur le toit")]
    [TestCase("le chat est sur le toit du 12 rue des Lilas")]
    [TestCase("le chat est sur le toit depuis le 12/03/1948")]
    [TestCase("j'ai 78 ans et un chat sur le toit")]
    [TestCase("mon code est 482913 et le chat est sur le toit")]
    [TestCase("2 48 03 37 123 456 59 et le chat est sur le toit")]
    // A date: that of an operation, as like as not.
    [TestCase("le chat est sur le toit depuis le 12 mars")]
    // Health, said of oneself or only asked about.
    [TestCase("le chat sur le toit me donne de la fièvre")]
    [TestCase("le chat sur le toit a pris du doliprane")]
    [TestCase("un toit pour les diabétiques")]
    [TestCase("un toit pour les femmes enceintes")]
    [TestCase("un toit pour les séropositifs")]
    [TestCase("avez-vous un toit pour la dépression ?")]
    // Emergencies, and what is like one.
    [TestCase("le chat du toit m'étouffe")]
    [TestCase("j'ai avalé le chat du toit")]
    [TestCase("il me frappe sur le toit")]
    [TestCase("je veux mourir sur le toit")]
    // Follow-up.
    [TestCase("depuis mon opération le chat gratte le toit")]
    [TestCase("je suis rentré chez moi hier après l'intervention, ça va")]
    // Too little.
    [TestCase("le chat")]
    [TestCase("le 3 du 4 et 5")]
    // Understood.
    [TestCase("quels sont vos horaires ?")]
    public void What_speaks_of_somebody_is_no_candidate(string text) =>
        Assert.That(Read(text), Is.Null);

    [Test]
    public void A_message_that_tells_a_story_is_no_candidate()
    {
        var longest = "le chat est sur le toit".PadRight(MissedSentence.MaxLength, '!');

        Assert.That(Read(longest), Is.Not.Null);
        Assert.That(Read(longest + "!"), Is.Null);
    }

    [Test]
    public void The_same_words_have_the_same_fingerprint_and_another_key_another()
    {
        var other = new MissedSentenceReader(
            Engines.Shared,
            DemonstrationClinic.Emergencies,
            new KeyedFingerprint([.. Enumerable.Range(2, 32).Select(i => (byte)i)])
        );
        var said = Read("Où est passé le facteur ?")!;

        Assert.That(Read("ou  est passé, le Facteur")!.Fingerprint, Is.EqualTo(said.Fingerprint));
        Assert.That(Read("le chat est sur le toit")!.Fingerprint, Is.Not.EqualTo(said.Fingerprint));
        Assert.That(
            Read("Où est passé le facteur ?", other)!.Fingerprint,
            Is.Not.EqualTo(said.Fingerprint)
        );
        Assert.That(said.Fingerprint, Does.Match("^[0-9a-f]{32}$"));
    }

    /// <summary>
    /// Messages that nobody wrote for this, marked by a reader. What gets through here must still not be understood, and be said word for
    /// word in five conversations.
    /// </summary>
    [TestCase("held-out-typed")]
    [TestCase("held-out-speech")]
    [TestCase("held-out-documents")]
    public void Of_messages_that_hold_something_hardly_any_is_a_candidate(string set)
    {
        var held = LabelledCorpus.Read(set).Where(message => !message.IsClean).ToArray();
        var candidates = held.Count(message =>
            Read(string.Concat(message.Passages.Select(passage => passage.Text))) is not null
        );

        TestContext.Out.WriteLine($"{set}: {candidates} of {held.Length}");
        Assert.That(candidates, Is.LessThanOrEqualTo(held.Length / 100));
    }

    [Test]
    public void No_emergency_of_the_sets_is_a_candidate()
    {
        var emergencies = File.ReadLines(
                Checkout.PathOf("Bot.Tests/Corpora/understanding/emergencies.tsv")
            )
            .Where(line => line.Length > 0 && line[0] != '#')
            .Select(line => line.Split('\t')[^1])
            .ToArray();

        var candidates = emergencies.Count(text => Read(text) is not null);

        TestContext.Out.WriteLine($"emergencies: {candidates} of {emergencies.Length}");
        Assert.That(emergencies, Is.Not.Empty);
        Assert.That(candidates, Is.LessThanOrEqualTo(emergencies.Length / 200));
    }

    private static MissedSentence? Read(string words, MissedSentenceReader? reader = null)
    {
        var text = FoldedText.Of(words);
        var classification = Engines.Shared.Classify(text, CategorySet.None);
        return (reader ?? Reader).Read(text, Understander.Understand(text, classification, Today));
    }
}
