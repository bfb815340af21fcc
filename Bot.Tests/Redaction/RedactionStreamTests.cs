using ChatbotSante.Redaction;
using NUnit.Framework;

namespace ChatbotSante.Tests.Redaction;

public sealed class RedactionStreamTests
{
    private static readonly string Talk = string.Concat(
        Enumerable.Repeat(
            "alors voilà je vous appelle parce que je voudrais prendre un rendez-vous ",
            6
        )
    );

    [Test]
    public void What_is_given_out_is_the_text_redacted()
    {
        var stream = new RedactionStream(Engines.Shared, default);
        var given = Talk.Chunk(17).Select(piece => stream.Push(piece)).ToList();
        given.Add(stream.Push("mon numéro c'est le zéro six trente-neuf "));
        given.Add(stream.Push("quatre-vingt-dix-huit douze trente-quatre merci"));
        given.Add(stream.Flush());

        Assert.That(
            string.Concat(given),
            Is.EqualTo(Talk + "mon numéro c'est le [TELEPHONE] merci")
        );
        Assert.That(
            given.SkipLast(1).Any(piece => piece.Length > 0),
            "nothing came before the end"
        );
    }

    [Test]
    public void What_is_held_is_bounded()
    {
        var stream = new RedactionStream(Engines.Shared, default);
        for (var i = 0; i < 2000; i++)
        {
            stream.Push("12 34 ");
            Assert.That(stream.HeldLength, Is.LessThanOrEqualTo(RedactionStream.MaxHeldLength + 6));
        }

        Assert.That(stream.Push("x") + stream.Flush(), Does.Not.Contain("12 34 12 34"));
    }

    [Test]
    public void A_flushed_stream_starts_again()
    {
        var stream = new RedactionStream(Engines.Shared, default);
        stream.Push("je m'appelle Jeanne Mercier");

        Assert.That(stream.Flush(), Is.EqualTo("je m'appelle [NOM]"));
        Assert.That(stream.HeldLength, Is.Zero);
        Assert.That(stream.Push("bonjour") + stream.Flush(), Is.EqualTo("bonjour"));
    }
}
