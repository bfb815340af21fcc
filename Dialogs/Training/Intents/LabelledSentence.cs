namespace ChatbotSante.Training.Intents;

/// <summary>One sentence of a corpus: label, channel, words. Even ones are held out.</summary>
internal sealed record LabelledSentence(int Number, string Label, string Channel, string Text)
{
    public bool IsHeldOut => Number % 2 == 0;

    /// <summary>Reads a corpus; its comments do not count.</summary>
    public static IReadOnlyList<LabelledSentence> Read(string file) =>
        [
            .. File.ReadLines(file)
                .Index()
                .Where(line => line.Item.Length > 0 && line.Item[0] != '#')
                .Select(line => (line.Index, Parts: line.Item.Split('\t')))
                .Select(line => new LabelledSentence(
                    line.Index + 1,
                    line.Parts[0],
                    line.Parts[1],
                    line.Parts[2]
                )),
        ];
}
