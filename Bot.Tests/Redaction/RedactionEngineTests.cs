using ChatbotSante.Redaction;
using CsCheck;
using NUnit.Framework;

namespace ChatbotSante.Tests.Redaction;

public sealed class RedactionEngineTests
{
    private static readonly DataCategory[] Categories = Enum.GetValues<DataCategory>();

    private static readonly string[] Pieces =
    [
        "je m'appelle",
        "Jeanne Martin",
        "mme",
        "12/03/1948",
        "12 03 1948",
        "12.03.48",
        "né le",
        "06 39 98 12 34",
        "+33 6 39 98 12 34",
        "2 84 05 2A 261 045 12",
        "1840537261045",
        "a@b.fr",
        "@",
        "diabète",
        "12 bis rue des Lilas",
        ", 37000 Tours",
        "le 15 à 17 h",
        "1234567",
        "4970 1012 3456 7890",
        "-",
        ".",
        "?",
        "  ",
        "d'",
        "de",
        "la",
        "é",
        "\uD83D",
        "😀",
        "0",
        "06",
        "rue",
        "le docteur",
        "Dr",
        "fils",
    ];

    private static readonly Gen<string> Anything = Gen.OneOf(
        Gen.Int[0, Pieces.Length - 1]
            .Select(i => Pieces[i])
            .Array[0, 12]
            .Select(pieces => string.Join(' ', pieces)),
        Gen.Int[0, Pieces.Length - 1].Select(i => Pieces[i]).Array[0, 12].Select(string.Concat),
        Gen.String
    );

    private readonly RedactionEngine _classifier = Engines.Shared;

    [Test]
    public void Whatever_the_text_and_the_question_the_spans_are_in_order_apart_and_inside() =>
        Check.Sample(
            Gen.Select(Anything, Gen.Int[0, Categories.Length - 1].Array[0, 4]),
            (text, expected) =>
            {
                var permit = CategorySet.Of([.. expected.Select(i => Categories[i])]);
                var found = Engines.Shared.Classify(FoldedText.Of(text), permit);
                var at = 0;
                foreach (var detection in found.Detections)
                {
                    if (detection.Start < at || detection.Length < 1 || detection.End > text.Length)
                    {
                        return false;
                    }

                    at = detection.End;
                }

                return found.Detections.All(detection =>
                    found.Categories.Contains(detection.Category)
                );
            },
            iter: 50_000
        );

    [TestCase("mon numéro 06 39 98 12 34 merci", "06 39 98 12 34")]
    [TestCase("0639981234", "0639981234")]
    [TestCase("tel 06.39.98.12.34", "06.39.98.12.34")]
    [TestCase("tel : 02-61-91-10-00", "02-61-91-10-00")]
    [TestCase("c'est le +33 6 39 98 12 34", "+33 6 39 98 12 34")]
    [TestCase("+33639981234", "+33639981234")]
    [TestCase("né le 12/03/1948, 06 39 98 12 34", "06 39 98 12 34")]
    [TestCase("15 06 39 98 12 34", "06 39 98 12 34")]
    public void A_telephone_number_is_found(string text, string span) =>
        Finds(text, DataCategory.Phone, span);

    [TestCase("ma sécu 2 84 05 37 261 045 12", "2 84 05 37 261 045 12")]
    [TestCase("284053726104512", "284053726104512")]
    [TestCase("2840537261045", "2840537261045")]
    [TestCase("1 84 05 2A 261 045 12", "1 84 05 2A 261 045 12")]
    [TestCase("184052B26104512", "184052B26104512")]
    [TestCase("184052b261045", "184052b261045")]
    [TestCase("2.84.05.37.261.045.12", "2.84.05.37.261.045.12")]
    [TestCase("2-84-05-37-261-045-12", "2-84-05-37-261-045-12")]
    [TestCase("n° 1 99 12 75 001 001 99 pour info", "1 99 12 75 001 001 99")]
    [TestCase("2 01 12 37 261 045 12", "2 01 12 37 261 045 12")]
    [TestCase("2.01.12.37.261.045.12", "2.01.12.37.261.045.12")]
    public void A_social_security_number_is_found_even_with_a_wrong_key(string text, string span) =>
        Finds(text, DataCategory.Nir, span);

    [TestCase("écrivez à jeanne.martin@courriel.example svp", "jeanne.martin@courriel.example")]
    [TestCase("J.M+rdv@courriel.example", "J.M+rdv@courriel.example")]
    public void An_email_address_is_found(string text, string span) =>
        Finds(text, DataCategory.Email, span);

    [TestCase("né le 12/03/1948", "12/03/1948")]
    [TestCase("nee le 12-03-48", "12-03-48")]
    [TestCase("date de naissance 12.03.2001", "12.03.2001")]
    [TestCase("le 12 mars 1948", "12 mars 1948")]
    [TestCase("je suis née le 1er mars 1948", "1er mars 1948")]
    [TestCase("12/03/1948", "12/03/1948")]
    public void A_date_of_birth_is_found_without_being_asked_for(string text, string span) =>
        Finds(text, DataCategory.BirthDate, span);

    [TestCase("12 03 1948", "12 03 1948")]
    [TestCase("12032001", "12032001")]
    [TestCase("1er mars 2001", "1er mars 2001")]
    [TestCase("01/02/2001", "01/02/2001")]
    public void A_date_of_birth_asked_for_is_found(string text, string span)
    {
        var found = _classifier
            .Classify(FoldedText.Of(text), CategorySet.Of(DataCategory.BirthDate))
            .Detections;
        var spans = found
            .Where(d => d.Category == DataCategory.BirthDate)
            .Select(d => text.Substring(d.Start, d.Length));

        Assert.That(spans, Is.EqualTo(new[] { span }));
    }

    [TestCase("j'ai du diabète", DataCategory.Condition, "diabète")]
    [TestCase("JE SUIS ENCEINTE", DataCategory.Pregnancy, "ENCEINTE")]
    [TestCase("sous Xarelto", DataCategory.Drug, "Xarelto")]
    [TestCase("une depression", DataCategory.Mental, "depression")]
    [TestCase("séropositif", DataCategory.Condition, "séropositif")]
    [TestCase("allergique", DataCategory.Allergy, "allergique")]
    [TestCase("un œdème", DataCategory.Symptom, "œdème")]
    [TestCase("on m'a opéré", DataCategory.Procedure, "opéré")]
    [TestCase("j’ai de la fièvre", DataCategory.Symptom, "fièvre")]
    public void A_word_of_health_is_found(string text, DataCategory category, string span) =>
        Finds(text, category, span);

    [TestCase("je m'appelle Jeanne Martin", "Jeanne Martin")]
    [TestCase("mon nom est Le Goff", "Le Goff")]
    [TestCase("Madame Martin", "Martin")]
    [TestCase("pour Jeanne Martin", "Jeanne Martin")]
    public void A_name_announced_or_capitalised_is_found(string text, string span) =>
        Finds(text, DataCategory.Name, span);

    [TestCase("martin jeanne", "martin jeanne")]
    [TestCase("oui martin jeanne 12/03/48", "martin jeanne")]
    [TestCase("le goff yannick", "le goff yannick")]
    public void A_name_asked_for_is_found_in_small_letters(string text, string span)
    {
        var found = _classifier
            .Classify(FoldedText.Of(text), CategorySet.Of(DataCategory.Name))
            .Detections;

        Assert.That(
            found
                .Where(d => d.Category == DataCategory.Name)
                .Select(d => text.Substring(d.Start, d.Length)),
            Is.EqualTo(new[] { span })
        );
    }

    [TestCase("laissez tomber")]
    [TestCase("laisse tomber merci")]
    [TestCase("je veux parler à quelqu'un")]
    [TestCase("je ne sais pas, rappelez-moi plus tard")]
    [TestCase("j'habite 12 rue des Tilleuls")]
    public void What_answers_something_else_is_no_name_though_one_was_asked_for(string text)
    {
        var found = _classifier.Classify(FoldedText.Of(text), CategorySet.Of(DataCategory.Name));

        Assert.That(
            found
                .Detections.Where(d => d.Category == DataCategory.Name)
                .Select(d => text.Substring(d.Start, d.Length).Split(' ')),
            Has.All.Length.LessThan(2)
        );
    }

    [TestCase("j'habite 12 rue des Tilleuls", "12 rue des Tilleuls")]
    [TestCase(
        "au 12 bis, avenue du Général Pontarvert, 37000 Tours",
        "12 bis, avenue du Général Pontarvert, 37000 Tours"
    )]
    [TestCase(
        "12 bis avenue du général pontarvert à Tours",
        "12 bis avenue du général pontarvert à Tours"
    )]
    [TestCase("impasse des Lilas merci", "impasse des Lilas")]
    [TestCase("3 place de la Mairie", "3 place de la Mairie")]
    public void A_postal_address_is_found(string text, string span) =>
        Finds(text, DataCategory.Address, span);

    [TestCase("quels sont vos horaires ?")]
    [TestCase("Vous êtes ouverts le samedi ?")]
    [TestCase("rdv le 15 à 17 h")]
    [TestCase("je voudrais un rendez-vous jeudi 26 à 10h30")]
    [TestCase("où se trouve le parking ?")]
    [TestCase("il y a une place de parking ?")]
    [TestCase("c'est combien la consultation, 25 ou 30 euros ?")]
    [TestCase("le 15, le 17, le 18 ou le 112 ?")]
    [TestCase("3114")]
    [TestCase("faites-vous des IRM ?")]
    [TestCase("bonjour, je voudrais voir un cardiologue le plus tôt possible svp")]
    [TestCase("Non plutôt jeudi")]
    [TestCase("oui")]
    [TestCase("le 2eme")]
    [TestCase("au 3e étage ?")]
    [TestCase("c'est dans quelle rue ?")]
    [TestCase("vous avez des places ?")]
    [TestCase("")]
    public void A_clean_message_holds_nothing(string text) =>
        Assert.That(
            _classifier.Classify(FoldedText.Of(text), CategorySet.None).Detections,
            Is.Empty
        );

    private void Finds(string text, DataCategory category, string span)
    {
        var found = _classifier.Classify(FoldedText.Of(text), CategorySet.None).Detections;

        Assert.That(
            found.Where(d => d.Category == category).Select(d => text.Substring(d.Start, d.Length)),
            Is.EqualTo(new[] { span }),
            string.Join(
                ", ",
                found.Select(d => $"{d.Category}: {text.Substring(d.Start, d.Length)}")
            )
        );
    }
}
