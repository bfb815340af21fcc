using ChatbotSante.Redaction;
using CsCheck;
using NUnit.Framework;

namespace ChatbotSante.Tests.Redaction.Tagging;

/// <summary>The weights that ship, on invented messages that no template holds.</summary>
public sealed class TaggerTests
{
    private static readonly Tagger Shipped = Tagger.Load();

    private static readonly string[] Scraps =
    [
        "je",
        "m'appelle",
        "douleur",
        "Martin",
        "12",
        "\n",
        "\ud83d",
        "é",
        "œ",
        "rue",
        "38,5",
        ".",
    ];

    private static readonly Gen<string> Texts = Gen.OneOf(
        Gen.Char.Array[0, 300].Select(chars => new string(chars)),
        Gen.Int[0, Scraps.Length - 1]
            .Array[0, 600]
            .Select(picks => string.Join(' ', picks.Select(i => Scraps[i])))
    );

    [TestCase("Bonjour, je m'appelle Jeanne Mercier.", "Jeanne Mercier")]
    [TestCase("je m appelle jeanne mercier", "jeanne mercier")]
    [TestCase("JE M'APPELLE JEANNE MERCIER", "JEANNE MERCIER")]
    [TestCase("euh oui bonjour je m'appelle euh jeanne mercier", "jeanne mercier")]
    [TestCase("bjr jmappelle jeanne mercier", "jeanne mercier")]
    [TestCase("ma voisine Lucie Morand dit que c'est normal", "Lucie Morand")]
    [TestCase("rdv avec le docteur petit", "petit")]
    public void A_name_is_found_however_it_is_written(string text, string name) =>
        Assert.That(Found(text), Does.Contain((name, DataCategory.Name)));

    [TestCase(
        "j'habite 12 rue des Acacias, 3e étage, 75011 Paris",
        "12 rue des Acacias, 3e étage, 75011 Paris"
    )]
    [TestCase("j habite 12 rue des acacias 75011 paris", "12 rue des acacias 75011 paris")]
    public void An_address_is_one_span(string text, string address) =>
        Assert.That(Found(text), Is.EqualTo(new[] { (address, DataCategory.Address) }));

    [TestCase("je viens de Saint-Étienne en voiture", "Saint-Étienne")]
    [TestCase("mon mari est à la clinique Saint-Jean", "clinique Saint-Jean")]
    public void A_place_is_found(string text, string place) =>
        Assert.That(Found(text), Does.Contain((place, DataCategory.Location)));

    [TestCase("je suis diabétique", DataCategory.Condition)]
    [TestCase("JE SUIS DIABETIQUE", DataCategory.Condition)]
    [TestCase("j ai peur d avoir un cancer", DataCategory.Condition)]
    [TestCase("mon père est mort d'un infarctus", DataCategory.Condition)]
    [TestCase("je n'ai pas de fièvre", DataCategory.Symptom)]
    [TestCase("jai super mal au genou", DataCategory.Symptom)]
    [TestCase("je crache du sang depuis hier", DataCategory.Symptom)]
    [TestCase("je prends du xarelto", DataCategory.Drug)]
    [TestCase("je dois passer une IRM du genou", DataCategory.Procedure)]
    [TestCase("je suis enceinte de cinq mois", DataCategory.Pregnancy)]
    [TestCase("je veux mourir", DataCategory.Mental)]
    [TestCase("il m'a frappée", DataCategory.Mental)]
    [TestCase("je fume un paquet par jour", DataCategory.Substance)]
    [TestCase("allergique à la pénicilline", DataCategory.Allergy)]
    [TestCase("je suis en fauteuil roulant", DataCategory.Disability)]
    [TestCase("j'ai 38,5 de fièvre", DataCategory.Measure)]
    [TestCase("CRP 45 mg/L", DataCategory.Result)]
    public void Health_is_found_feared_denied_or_a_relatives(string text, DataCategory category) =>
        Assert.That(Found(text).Select(one => one.Category), Does.Contain(category));

    [TestCase("Faites-vous des IRM ?")]
    [TestCase("combien coute une coloscopie")]
    [TestCase("quels sont vos horaires le samedi ?")]
    [TestCase("ça me rend malade, ces délais")]
    [TestCase("je voudrais un rendez-vous lundi matin")]
    [TestCase("c'est la petite porte blanche à côté de la fontaine ?")]
    [TestCase("merci docteur, bonne journée")]
    [TestCase("j'ai perdu ma carte vitale")]
    [TestCase("OUI MERCI")]
    public void What_is_nobodys_is_left_alone(string text) => Assert.That(Found(text), Is.Empty);

    [Test]
    public void The_question_makes_a_lone_word_a_name()
    {
        var asked = CategorySet.Of(DataCategory.Name);

        Assert.That(Found("poirier", asked), Is.EqualTo(new[] { ("poirier", DataCategory.Name) }));
        Assert.That(Found("je ne sais pas", asked), Is.Empty);
    }

    [Test]
    public void A_sign_after_a_number_belongs_to_the_measure() =>
        Assert.That(Found("saturation à 92 %").Single().Text, Does.EndWith("92 %"));

    [Test]
    public void Any_text_is_tagged_without_a_fault_and_spans_lie_in_it_in_order() =>
        Check.Sample(
            Texts,
            text =>
            {
                var end = 0;
                foreach (var span in Detect(text, CategorySet.Health))
                {
                    if (span.Length < 1 || span.Start < end)
                    {
                        return false;
                    }

                    end = span.End;
                }

                return end <= text.Length;
            }
        );

    // A message longer than one run is cut: what stands on either side of every cut must still be found.
    [Test]
    public void A_long_message_is_tagged_to_its_end()
    {
        const int Times = 60;
        var text = string.Concat(
            Enumerable.Repeat("Je m'appelle Jeanne Mercier. J'ai mal au genou.\n", Times)
        );

        var found = Found(text);

        Assert.That(
            found.Count(one => one == ("Jeanne Mercier", DataCategory.Name)),
            Is.EqualTo(Times)
        );
        Assert.That(
            found.Count(one => one == ("mal au genou", DataCategory.Symptom)),
            Is.EqualTo(Times)
        );
    }

    // Until the runtime has optimised the code, vectors are boxed: it is asked again until it has.
    [Test]
    public void Tagging_allocates_nothing()
    {
        var text = FoldedText.Of(
            "je m'appelle Jeanne Mercier, j'ai mal au genou et je prends du xarelto"
        );
        var found = new List<Detection>(64);

        Assert.That(Allocated, Is.Zero.After(30).Seconds.PollEvery(20).MilliSeconds);

        long Allocated()
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            for (var i = 0; i < 100; i++)
            {
                found.Clear();
                Shipped.Tag(
                    text.Original,
                    text.Folded,
                    text.Tokens.AsSpan(),
                    CategorySet.None,
                    found
                );
            }

            return GC.GetAllocatedBytesForCurrentThread() - before;
        }
    }

    [Test]
    public void A_folded_form_of_another_length_is_refused() =>
        Assert.Throws<ArgumentException>(() =>
            Shipped.Tag("ab", "abc", [new TextToken(0, 2, IsNumber: false)], CategorySet.None, [])
        );

    private static List<(string Text, DataCategory Category)> Found(string text) =>
        Found(text, CategorySet.None);

    private static List<(string Text, DataCategory Category)> Found(
        string text,
        CategorySet expected
    ) =>
        [
            .. Detect(text, expected)
                .Select(span => (text.Substring(span.Start, span.Length), span.Category)),
        ];

    private static List<Detection> Detect(string text, CategorySet expected)
    {
        var folded = FoldedText.Of(text);
        var found = new List<Detection>();
        Shipped.Tag(folded.Original, folded.Folded, folded.Tokens.AsSpan(), expected, found);
        return found;
    }
}
