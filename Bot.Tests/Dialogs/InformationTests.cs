using NUnit.Framework;

namespace ChatbotSante.Tests.Dialogs;

/// <summary>Questions answered from the clinic's file and the signed sheets.</summary>
public sealed class InformationTests
{
    private readonly TestBot _bot = new();

    [Test]
    public async Task Two_questions_in_one_message_get_two_answers_in_order()
    {
        await _bot.JoinAsync();

        var said = await _bot.SayAsync("c ou le parking et vous ete ouvert samedi ?");

        Assert.That(said, Replies.Are("info.parking", "info.ouvert"));
        Assert.That(said[0].Text, Does.Contain("rue des Lilas"));
        Assert.That(said[1].Text, Does.Contain("8 h").And.Contain("12 h"));
    }

    [TestCase("c'est accessible en fauteuil roulant ?", "info.fait", "plain-pied")]
    [TestCase("quel bus pour venir ?", "info.fait", "bus 4")]
    [TestCase("quels papiers faut-il apporter ?", "info.fait", "carte Vitale")]
    [TestCase("je paie comment, vous prenez la carte bleue ?", "info.fait", "carte bancaire")]
    [TestCase("on peut m'accompagner ?", "info.fait", "accompagner")]
    [TestCase("ya le wifi ?", "info.fait", "wifi")]
    [TestCase("quand est-ce que j'aurai mes résultats ?", "info.fait", "médecin")]
    [TestCase("avez-vous un cardiologue ?", "info.specialite-noms", "Dr Lambert et Dr Morel")]
    [TestCase("qui opère la cataracte ?", "info.specialite-noms", "Dr Girard")]
    [TestCase("vous faites des IRM ?", "info.specialite", "imagerie")]
    [TestCase("est-ce que vous avez le docteur Benali ?", "info.praticien", "Dr Benali")]
    [TestCase("vous avez un pneumologue ?", "info.specialites", "cardiologie")]
    public async Task A_question_is_answered_from_the_clinics_file(
        string question,
        string key,
        string words
    )
    {
        await _bot.JoinAsync();

        var said = await _bot.SayAsync(question);

        Assert.That(said, Replies.Are(key));
        Assert.That(said[0].Text, Does.Contain(words));
    }

    [TestCase("combien coûte une consultation ?")]
    [TestCase("combien coute une chambre individuelle ?")]
    [TestCase("j'ai oublié mes lunettes chez vous")]
    public async Task What_the_file_does_not_tell_is_said_not_to_be_known(string question)
    {
        await _bot.JoinAsync();

        var said = await _bot.SayAsync(question);

        Assert.That(said[0].Key, Is.EqualTo("info.inconnu"));
        Assert.That(said[0].Text, Does.Contain("02 61 91 10 00"));
    }

    [Test]
    public async Task What_is_not_known_is_said_in_other_words_each_time()
    {
        await _bot.JoinAsync();
        var texts = new List<string>();
        for (var i = 0; i < 3; i++)
        {
            texts.Add((await _bot.SayAsync("combien coûte une consultation ?"))[0].Text);
        }

        Assert.That(texts, Is.Unique);
    }

    [Test]
    public async Task The_sheet_of_an_act_is_served_with_who_signed_it()
    {
        await _bot.JoinAsync();

        var said = await _bot.SayAsync("comment je me prépare pour ma coloscopie ?");

        Assert.That(said, Replies.Are("info.fiche"));
        Assert.That(said[0].Text, Does.Contain("régime").And.Contain("Marchandeau"));
    }

    [Test]
    public async Task Which_act_is_asked_by_buttons_that_are_understood()
    {
        await _bot.JoinAsync();

        var said = await _bot.SayAsync("comment dois-je me préparer ?");
        Assert.That(said, Replies.Are("info.quel-acte"));

        Assert.That(await _bot.SayAsync(said[0].Buttons[0]), Replies.Are("info.fiche"));
    }

    [TestCase("dois-je arrêter mes anticoagulants avant l'opération ?", "info.traitement")]
    [TestCase("faut-il être à jeun ?", "info.jeun")]
    [TestCase("je peux boire avant l'anesthésie ?", "info.jeun")]
    public async Task Medicines_and_fasting_are_never_answered_here(string question, string key)
    {
        await _bot.JoinAsync();

        var said = await _bot.SayAsync(question);

        Assert.That(said, Replies.Are(key));
        Assert.That(said[0].Text, Does.Match("anesthésiste"));
    }

    [TestCase("combien coûte une IRM ?")]
    [TestCase("vous avez un dermato ?")]
    [TestCase("comment préparer une coloscopie ?")]
    [TestCase("on peut me rendre visite jeudi ?")]
    public async Task A_question_in_the_middle_of_a_booking_leaves_the_booking_as_it_was(
        string question
    )
    {
        var asked = (await _bot.SayAllAsync("un rdv en cardiologie jeudi matin", "le premier"))[^1];
        var before = _bot.Top.ToString();

        var said = await _bot.SayAsync(question);

        Assert.That(said[0].Key, Does.StartWith("info."));
        Assert.That(said[^1].Key, Is.EqualTo(asked.Key));
        Assert.That(said[^1].Text, Is.Not.EqualTo(asked.Text), "asked again in other words");
        Assert.That(_bot.Top.ToString(), Is.EqualTo(before));
    }
}
