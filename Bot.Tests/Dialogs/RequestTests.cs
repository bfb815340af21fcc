using ChatbotSante.Tests.Support;
using NUnit.Framework;

namespace ChatbotSante.Tests.Dialogs;

/// <summary>With whom an appointment is asked for, where the clinic's own words do not say it.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class RequestTests
{
    private readonly TestBot _bot = new();

    private static IEnumerable<string> Departments =>
        File.ReadLines(Checkout.PathOf("Dialogs/Content/fr-FR/lexicon/soins.yml"))
            .Where(line => line.Length > 0 && char.IsAsciiLetterLower(line[0]))
            .Select(line => line.Split(':')[0]);

    [TestCase(
        "je voudrais un rendez-vous avec quelqu'un qui s'occupe du coeur jeudi",
        "cardiologie"
    )]
    [TestCase("rdv chez le spécialiste de la peau jeudi", "dermatologie")]
    [TestCase("un rdv jeudi pour faire enlever une dent", "dentaire")]
    [TestCase("un rendez-vous pour une fibroscopie jeudi", "gastro-entérologie")]
    [TestCase("rdv kardiologe jeudi svp", "cardiologie")]
    [TestCase("un rdv jeudi pour me faire poser un holter", "cardiologie")]
    public async Task A_paraphrase_a_misspelling_or_an_act_names_the_department(
        string words,
        string label
    )
    {
        await _bot.SayAsync("bonjour");

        var said = await _bot.SayAsync(words);

        Assert.That(
            said[^1].Key,
            Does.StartWith("reservation.").And.Not.EqualTo("reservation.pas-ici")
        );
        Assert.That(said[^1].Text, Does.Contain(label));
    }

    [TestCase("un rdv avec le docteur des enfants jeudi", "pédiatrie")]
    [TestCase("je cherche un rendez-vous pour un bilan d'allergies", "allergologie")]
    [TestCase("rdv chez un algologue svp", "médecine de la douleur")]
    [TestCase("je voudrais un rendez-vous pour me faire poser du botox", "chirurgie esthétique")]
    public async Task A_department_that_is_not_here_is_said_not_to_be(string words, string label)
    {
        await _bot.SayAsync("bonjour");

        var said = await _bot.SayAsync(words);

        Assert.That(said, Replies.Are("reservation.pas-ici", "reservation.avec-qui"));
        Assert.That(said[0].Text, Does.Contain(label));
    }

    [TestCase("un rdv ophtalmo jeudi, de la part de mon cardiologue", "en ophtalmologie")]
    [TestCase("mon dentiste m'envoie, je voudrais un rdv orl jeudi", "en ORL")]
    [TestCase("rdv dermato jeudi, pas cardio", "en dermatologie")]
    [TestCase("un rdv jeudi en cardiologie, pas le docteur morel", "en cardiologie")]
    public async Task Who_sends_or_is_refused_is_not_who_is_asked_for(string words, string label)
    {
        await _bot.SayAsync("bonjour");

        Assert.That((await _bot.SayAsync(words))[^1].Text, Does.Contain(label));
    }

    [TestCase("je voudrais voir le docteur gérare jeudi", "Dr Girard")]
    [TestCase("un rdv jeudi avec le dr lambair", "Dr Lambert")]
    [TestCase("un rendez-vous avec benali jeudi", "Dr Benali")]
    [TestCase("un rendez-vous avec le docteur ben ali jeudi", "Dr Benali")]
    public async Task A_practitioner_is_known_as_heard(string words, string name)
    {
        await _bot.SayAsync("bonjour");

        Assert.That((await _bot.SayAsync(words))[^1].Text, Does.Contain(name));
    }

    [Test]
    public async Task A_surname_alone_answers_who_to_see()
    {
        await _bot.SayAllAsync("bonjour", "je voudrais un rendez-vous");

        Assert.That((await _bot.SayAsync("haddad"))[^1].Text, Does.Contain("Dr Haddad"));
    }

    [TestCase("Morel Jeanne 12/03/1948 06 39 98 12 34")]
    [TestCase("Jeanne Morel, née le 12/03/1948, 06 39 98 12 34")]
    [TestCase("Keita Awa 12/03/1948 06 39 98 12 34")]
    public async Task A_patient_who_bears_a_practitioner_s_name_keeps_it(string who)
    {
        await _bot.SayAllAsync("un rdv en dermatologie jeudi matin", "le premier");

        var said = await _bot.SayAsync(who);

        Assert.That(said, Replies.Are("reservation.recapituler"));
        Assert.That(said[0].Text, Does.Contain("Dr Nguyen"));
    }

    [TestCaseSource(nameof(Departments))]
    public void Every_department_is_one_of_the_clinic_or_has_a_label(string department) =>
        Assert.That(DemonstrationClinic.Requests.Ours(department), Is.Not.Null);

    [Test]
    public async Task A_clinic_that_calls_a_department_otherwise_is_heard_all_the_same()
    {
        var bot = new TestBot(
            DemonstrationClinic.With(
                (
                    "{ id: cardiologie, label: cardiologie, words: [cardio, cardiologue, coeur] }",
                    "{ id: rythme, label: rythme et vaisseaux, words: [cardiologue] }"
                ),
                ("specialty: cardiologie }", "specialty: rythme }")
            )
        );
        await bot.SayAsync("bonjour");

        var said = await bot.SayAsync("un rdv jeudi pour un électrocardiogramme");

        Assert.That(said[^1].Text, Does.Contain("rythme et vaisseaux"));
    }

    [TestCase("mon pansement s'est décollé")]
    [TestCase("j'ai mal aux yeux depuis hier")]
    public async Task What_asks_for_no_appointment_begins_none(string words)
    {
        await _bot.SayAsync("bonjour");
        await _bot.SayAsync(words);

        Assert.That(_bot.Open, Has.No.Member("agenda.reserver"));
    }
}
