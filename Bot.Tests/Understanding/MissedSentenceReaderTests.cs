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
    private static readonly SimpleUnderstander Understander = new(
        new ClinicVocabulary(DemonstrationClinic.Clinic, DemonstrationClinic.Specialties),
        DemonstrationClinic.Intents,
        DemonstrationClinic.Reader,
        DemonstrationClinic.Acts
    );
    private static readonly MissedSentenceReader Reader = new(
        Engines.Shared,
        DemonstrationClinic.Emergencies,
        Engines.Fingerprints
    );

    [TestCase("Ça marche avec le machin bleu ?", "ca marche avec le machin bleu")]
    [TestCase("  le truc VERT… ne marche plus ", "le truc vert ne marche plus")]
    [TestCase("le machin 3 marche avec le truc vert", "le machin _ marche avec le truc vert")]
    [TestCase("le machin trois marche avec le truc vert", "le machin _ marche avec le truc vert")]
    [TestCase("le machin vingt-deux marche bien", "le machin _ marche bien")]
    [TestCase("un truc marche avec le machin вода", "un truc marche avec le machin _")]
    public void A_sentence_is_written_in_the_notation_of_the_wordings(
        string text,
        string written
    ) => Assert.That(Read(text)?.Reveal(), Is.EqualTo(written));

    // Identity.
    [TestCase("le machin bleu de Gaston Verlier marche")]
    [TestCase("mme verlier a le machin bleu")]
    [TestCase("le machin bleu au 06 39 98 12 34")]
    [TestCase("le machin bleu au zéro six trente-neuf quatre-vingt-dix-huit douze trente-quatre")]
    [TestCase("le machin bleu de gaston@exemple.fr marche")]
    [TestCase("le machin bleu du 12 rue des Lilas")]
    [TestCase("le machin bleu du 12/03/1948 marche")]
    [TestCase("le machin bleu a 78 ans")]
    [TestCase("mon code est 482913 pour le machin")]
    [TestCase("le machin 2 48 03 37 123 456 59 marche")]
    // Health, said of oneself or only asked about.
    [TestCase("le machin bleu me donne de la fièvre")]
    [TestCase("le machin bleu marche avec le doliprane")]
    [TestCase("le machin bleu marche pour les diabétiques")]
    [TestCase("le machin pour les femmes enceintes marche")]
    [TestCase("le machin pour les séropositifs marche")]
    [TestCase("faites-vous le machin pour la dépression ?")]
    // Emergencies, and what is like one.
    [TestCase("le machin bleu m'étouffe")]
    [TestCase("j'ai avalé le machin bleu")]
    [TestCase("il me frappe avec le machin bleu")]
    [TestCase("je veux mourir avec le machin bleu")]
    // Follow-up.
    [TestCase("depuis mon opération le machin bleu gratte")]
    [TestCase("je suis rentré chez moi hier après l'intervention, ça va")]
    // Too little, or too much.
    [TestCase("machin bleu")]
    [TestCase("le 3")]
    public void What_speaks_of_somebody_is_no_candidate(string text) =>
        Assert.That(Read(text), Is.Null);

    [Test]
    public void A_message_that_tells_a_story_is_no_candidate()
    {
        var longest = "le machin ".PadRight(MissedSentence.MaxLength - 4, 'x') + "bleu";

        Assert.That(longest, Has.Length.EqualTo(MissedSentence.MaxLength));
        Assert.That(Read(longest + "s"), Is.Null);
    }

    [Test]
    public void The_same_words_have_the_same_fingerprint_and_another_key_another()
    {
        var other = new MissedSentenceReader(
            Engines.Shared,
            DemonstrationClinic.Emergencies,
            new KeyedFingerprint([.. Enumerable.Range(2, 32).Select(i => (byte)i)])
        );
        var said = Read("Ça marche avec le machin bleu ?")!;

        Assert.That(
            Read("ca  marche avec le Machin, bleu")!.Fingerprint,
            Is.EqualTo(said.Fingerprint)
        );
        Assert.That(
            Read("ca marche avec le machin vert")!.Fingerprint,
            Is.Not.EqualTo(said.Fingerprint)
        );
        Assert.That(
            Read("Ça marche avec le machin bleu ?", other)!.Fingerprint,
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
