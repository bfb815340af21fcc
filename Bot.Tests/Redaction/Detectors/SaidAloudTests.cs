using ChatbotSante.Redaction;
using NUnit.Framework;

namespace ChatbotSante.Tests.Redaction.Detectors;

/// <summary>What is said aloud instead of written: letters, hesitations and numbers among each other.</summary>
public sealed class SaidAloudTests
{
    [TestCase(
        "mon iban c'est ",
        "f r soixante-seize trente mille trois zéro deux cent onze mille douze euh treize"
    )]
    [TestCase(
        "alors le rib ",
        "f r sept six un zéro zéro neuf six un huit deux zéro zéro un zéro zéro m zéro quatre"
    )]
    [TestCase(
        "",
        "fr soixante-seize dix zéro neuf soixante et un puis quatre-vingt-deux zéro zéro dix"
    )]
    [TestCase(
        "c'est ",
        "f comme françois r comme robert soixante-seize vingt zéro quatre dix dix zéro cinq"
    )]
    [TestCase(
        "",
        "d e quatre-vingt-neuf trente-sept zéro quatre zéro zéro quarante-quatre zéro cinq"
    )]
    public void An_account_is_hidden_with_its_country(string before, string account) =>
        Found.Hides(before + account, account);

    [TestCase("f r c'est la france")]
    [TestCase("c'est fermé le un et le deux")]
    public void Two_letters_alone_are_no_account(string text) =>
        Assert.That(Found.Of(text, DataCategory.Iban, isSaid: true), Is.Empty);

    [TestCase("", "jean dupont quatre-vingt-deux à gmail point com")]
    [TestCase("", "l martin deux mille trois arobase yahoo point fr")]
    [TestCase("le mail c'est ", "a point ben salah arobase exemple point org")]
    [TestCase("", "info arobase exemple point fr")]
    public void An_address_of_mail_begins_at_its_first_letter(string before, string mail) =>
        Found.Hides(before + mail, mail);

    [TestCase("mon mot de passe c'est ", "soleil dix-neuf cent quatre-vingt-sept")]
    [TestCase("login ", "fb quarante et un mille deux cent vingt")]
    [TestCase("identifiant ", "m point chevrel")]
    public void A_made_word_is_hidden_with_what_goes_on_with_it(string before, string made) =>
        Found.Hides(before + made, made);

    [TestCase(
        "mon numéro de sécu c'est ",
        "un cinquante-quatre onze quarante-quatre cent neuf deux cent six clé vingt-trois"
    )]
    [TestCase(
        "",
        "deux quarante-huit zéro trois euh attendez je regarde trente-sept cent trente-deux zéro quatorze"
    )]
    public void A_social_security_number_goes_on_past_what_is_said_to_gain_time(
        string before,
        string number
    ) => Found.Hides(before + number, number);

    [TestCase("ma carte 4970 4012 3456 7893 expire en ", "août vingt-sept")]
    [TestCase("carte 4970 4012 3456 7893 fin ", "zéro six vingt-neuf")]
    public void The_end_of_a_card_is_hidden(string before, string end) =>
        Found.Hides(before + end, end);
}
