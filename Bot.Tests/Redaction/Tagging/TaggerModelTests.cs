using ChatbotSante.Redaction;
using NUnit.Framework;

namespace ChatbotSante.Tests.Redaction.Tagging;

public sealed class TaggerModelTests
{
    [Test]
    public void What_was_written_is_read_again()
    {
        var model = Small();

        var read = TaggerModel.Read(new MemoryStream(Bytes(model)));

        Assert.That(read.Rows, Is.EqualTo(model.Rows));
        Assert.That(read.Steps, Is.EqualTo(model.Steps));
        Assert.That(read.Words.Slots.ToArray(), Is.EqualTo(model.Words.Slots.ToArray()));
    }

    [Test]
    public void A_change_of_any_byte_is_refused()
    {
        var bytes = Bytes(Small());
        for (var i = 0; i < bytes.Length; i += 7)
        {
            bytes[i] ^= 1;
            Assert.That(
                () => TaggerModel.Read(new MemoryStream(bytes)),
                Throws.InstanceOf<InvalidDataException>(),
                $"byte {i}"
            );
            bytes[i] ^= 1;
        }
    }

    [Test]
    public void A_file_cut_short_is_refused([Values(0, 10, 20, 2000, -1)] int length)
    {
        var bytes = Bytes(Small());
        var cut = bytes[..(length < 0 ? bytes.Length - 1 : length)];

        Assert.Throws<InvalidDataException>(() => TaggerModel.Read(new MemoryStream(cut)));
    }

    [Test]
    public void A_word_is_found_with_its_classes()
    {
        var table = new WordTable(new uint[64]);
        var word = WordHash.Of("mercier");

        table.Add(word, WordClasses.Surname);
        table.Add(word, WordClasses.Ordinary);

        Assert.That(table.Find(word), Is.EqualTo(WordClasses.Surname | WordClasses.Ordinary));
        Assert.That(table.Find(WordHash.Of("xarelto")), Is.EqualTo(WordClasses.None));
    }

    [Test]
    public void A_full_table_refuses_words()
    {
        var table = new WordTable(new uint[2]);

        Assert.Throws<InvalidOperationException>(() =>
        {
            foreach (var word in new[] { "un", "deux", "trois", "quatre" })
            {
                table.Add(WordHash.Of(word), WordClasses.Ordinary);
            }
        });
        Assert.That(table.Find(WordHash.Of("cinq")), Is.EqualTo(WordClasses.None));
    }

    private static TaggerModel Small()
    {
        var rows = new sbyte[4 * TagLabels.Count];
        rows[5] = 12;
        var words = new WordTable(new uint[8]);
        words.Add(WordHash.Of("mercier"), WordClasses.Surname);
        return new TaggerModel(rows, new short[TagLabels.Count * TagLabels.Count], words);
    }

    private static byte[] Bytes(TaggerModel model)
    {
        using var stream = new MemoryStream();
        model.Write(stream);
        return stream.ToArray();
    }
}
