namespace ChatbotSante.Dialogs.Nlu.Emergencies;

/// <summary>
/// A word about as it sounds, so that « respirer » and « respirai », « hémorragie » and « emoragie » are one.
/// Rough on purpose: two words that fall together are told apart by their neighbours.
/// </summary>
internal static class FrenchSound
{
    /// <summary>Writes the sound of a folded word.</summary>
    /// <param name="word">The word; what is past the room there is does not count.</param>
    /// <param name="sound">Where to write.</param>
    /// <returns>Letters written; at least one for a word of one letter or more.</returns>
    public static int Write(ReadOnlySpan<char> word, Span<char> sound)
    {
        word = WithoutMuteEnd(word);
        var written = 0;
        for (var i = 0; i < word.Length && written < sound.Length; )
        {
            var (letter, length) = Next(word[i..]);
            i += length;
            if (letter != '\0' && (written == 0 || sound[written - 1] != letter))
            {
                sound[written++] = letter;
            }
        }

        if (written == 0 && word.Length > 0 && sound.Length > 0)
        {
            sound[written++] = word[0];
        }

        return written;
    }

    /// <summary>« ent », « es », « s », « t », « x », « d », « e » are not heard at the end of a word.</summary>
    private static ReadOnlySpan<char> WithoutMuteEnd(ReadOnlySpan<char> word)
    {
        if (word.Length > 5 && word.EndsWith("ent", StringComparison.Ordinal))
        {
            word = word[..^3];
        }

        if (word.Length > 3 && word is [.., 'e', 'r' or 'z'])
        {
            return word[..^1];
        }

        while (word.Length > 2 && word[^1] is 's' or 't' or 'x' or 'd' && word.Length > 2)
        {
            word = word[..^1];
        }

        while (word.Length > 3 && word[^1] == 'e')
        {
            word = word[..^1];
        }

        return word;
    }

    /// <summary>The sound at the start of what is left, and how many letters write it.</summary>
    private static (char Letter, int Length) Next(ReadOnlySpan<char> rest) =>
        rest switch
        {
            ['e', 'a', 'u', ..] => ('o', 3),
            ['a', 'u', ..] => ('o', 2),
            ['a' or 'e', 'i', ..] => ('e', 2),
            ['o', 'e', 'u', ..] => ('e', 3),
            ['o', 'e', ..] or ['e', 'u', ..] => ('e', 2),
            ['p', 'h', ..] => ('f', 2),
            ['t', 'h', ..] => ('t', 2),
            ['s', 'c', 'h', ..] => ('$', 3),
            ['c' or 's', 'h', ..] => ('$', 2),
            ['q', 'u', ..] => ('k', 2),
            ['g', 'u', 'e' or 'i', ..] => ('g', 2),
            ['g', 'e' or 'i', ..] => ('j', 1),
            ['c', 'e' or 'i' or 'y', ..] => ('s', 1),
            ['s', 'c', 'e' or 'i', ..] => ('s', 2),
            ['c' or 'q' or 'k', ..] => ('k', 1),
            ['z', ..] => ('s', 1),
            ['y', ..] => ('i', 1),
            ['a' or 'e', 'm', 'b' or 'p', ..] => ('&', 2),
            ['a' or 'e', 'n', not ('a' or 'e' or 'i' or 'o' or 'u' or 'y' or 'n'), ..] => ('&', 2),
            ['h', ..] => ('\0', 1),
            [var letter, ..] => (letter, 1),
            _ => ('\0', 1),
        };
}
