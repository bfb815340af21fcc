using ChatbotSante.Redaction;
using NUnit.Framework;

namespace ChatbotSante.Tests.Redaction.Detectors;

public sealed class MailTests
{
    [TestCase("jeanne.martin@courriel.example")]
    [TestCase("J.M+rdv@courriel.example")]
    [TestCase("jeanne point martin arobase gmail point com")]
    [TestCase("j point martin tiret bas trente-sept arobase orange point fr")]
    [TestCase("jeanne martin arobase laposte point net")]
    public void An_address_is_found_whole(string address) =>
        Assert.That(
            Found.Of($"mon mail c'est {address} merci", DataCategory.Email),
            Is.EqualTo(new[] { address })
        );

    [TestCase("rendez-vous @ 10 h")]
    [TestCase("j'ai oublié l'arobase")]
    public void A_sign_alone_is_none(string text) =>
        Assert.That(Found.Of(text, DataCategory.Email), Is.Empty);

    [TestCase("https://www.exemple.fr/page?id=12")]
    [TestCase("www.exemple.fr")]
    [TestCase("exemple.fr")]
    [TestCase("192.168.1.1")]
    [TestCase("192.168.1.0/24")]
    [TestCase("2001:db8::8a2e:370:7334")]
    [TestCase("::ffff:10.0.0.1")]
    [TestCase("@jeanne_m")]
    public void An_address_of_a_network_is_found_whole(string address) =>
        Assert.That(
            Found.Of($"voir {address} svp", DataCategory.Online),
            Is.EqualTo(new[] { address })
        );

    [TestCase("à 12:34:56")]
    [TestCase("c'est bien.je viens demain")]
    [TestCase("2001::25de::cade")]
    [TestCase("MyClass::toString")]
    public void What_only_looks_like_one_is_none(string text) =>
        Assert.That(Found.Of(text, DataCategory.Online), Is.Empty);
}
