using System.Globalization;
using ChatbotSante.Redaction;

namespace ChatbotSante.Tests.Leaks;

/// <summary>
/// Makes the canaries of one conversation. A seed and a number give the same ones again, and no two conversations share one: what
/// makes a canary unique is its number, written in syllables or digits.
/// </summary>
internal sealed class CanaryMint(int seed, int owner)
{
    /// <summary>Conversations that a hunt can have: more would share a date or a number.</summary>
    public const int MaxOwners = 600;

    private const string Consonants = "bdfgjkmnpqrtvwxz";
    private const string Vowels = "aiou";
    private const string Accented = "âïôû";
    private readonly Random _random = new(unchecked((seed * 7919) + owner));
    private readonly List<LeakCanary> _made = [];
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private int _next;

    public static IReadOnlyList<DataCategory> Categories { get; } = Enum.GetValues<DataCategory>();

    public int Owner => owner;

    /// <summary>Everything made so far.</summary>
    public IReadOnlyList<LeakCanary> Made => _made;

    public Random Random => _random;

    /// <summary>One of the next category: in the long run, of all of them alike.</summary>
    public LeakCanary Any() => Of(Categories[(owner + _next++) % Categories.Count]);

    /// <summary>Who books, calls back or asks: surname and first name, as a form wants them.</summary>
    public (LeakCanary Family, LeakCanary Given) Name()
    {
        var (family, given) = (Capital(Word()), Capital(Word()));
        return (
            Keep(DataCategory.Name, family, family, family),
            Keep(DataCategory.Name, given, given, given)
        );
    }

    /// <summary>A mobile number of the range kept for fiction, where codes and confirmations are sent.</summary>
    public LeakCanary Mobile()
    {
        string digits;
        do
        {
            digits = "063998" + Padded(Number("mobile"), 4);
        } while (Rehearsed.Mobiles.Contains(digits));

        return Keep(DataCategory.Phone, Grouped(digits, 2), digits, digits);
    }

    public LeakCanary BirthDate()
    {
        var date = new DateOnly(1920, 1, 1).AddDays(Number("birth") * 7919 % 31_000);
        var text = date.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);
        return Keep(
            DataCategory.BirthDate,
            text,
            text,
            text,
            date.ToString("d MMMM yyyy", CultureInfo.GetCultureInfo("fr-FR"))
        );
    }

    /// <summary>How somebody spells a value: « d comme denis ».</summary>
    public LeakCanary Spelled(LeakCanary canary) =>
        Spoken(canary, Speech.Spelled(FoldedText.FoldWord(canary.Value)));

    /// <summary>How somebody says digits: « zéro six, trente-neuf ».</summary>
    public LeakCanary InWords(LeakCanary canary) => Spoken(canary, Speech.InWords(canary.Value));

    private LeakCanary Spoken(LeakCanary canary, string text) =>
        Keep(canary.Category, text, text, text);

    public LeakCanary Of(DataCategory category)
    {
        var word = Word();
        return category switch
        {
            DataCategory.Name => Named(
                category,
                $"je m'appelle {Capital(word)}",
                word,
                Capital(word)
            ),
            DataCategory.BirthDate => BirthDate(),
            DataCategory.Nir => Nir(category, "mon numéro de sécu est le "),
            DataCategory.Ins => Nir(category, "mon matricule INS : "),
            DataCategory.FileNumber => Digits(category, "mon IPP est le ", "71", 12),
            DataCategory.Phone => Landline(category),
            DataCategory.Email => Named(
                category,
                $"mon mail est {Plain(word)}.zq@{Plain(Word())}.example",
                word,
                $"{Plain(word)}.zq"
            ),
            DataCategory.Address => Named(
                category,
                $"j'habite {_random.Next(2, 180)} rue {Capital(word)}, 37550 Tours",
                word,
                $"rue {Capital(word)}"
            ),
            DataCategory.Location => Named(
                category,
                $"je vis à Villiers-{Capital(word)}",
                word,
                $"Villiers-{Capital(word)}"
            ),
            DataCategory.Iban => Iban(category),
            DataCategory.Card => Card(category),
            DataCategory.IdDocument => Document(category, Plain(word).ToUpperInvariant()),
            DataCategory.Online => Named(
                category,
                $"mon site https://{Plain(word)}.example/moi et @{Plain(word)}",
                word,
                Plain(word)
            ),
            DataCategory.Plate => Plate(category),
            DataCategory.Secret => Named(
                category,
                $"mon mot de passe : {Plain(word)}!{_random.Next(10, 99)}",
                word,
                $"{Plain(word)}!"
            ),
            DataCategory.Age => Named(
                category,
                $"j'ai {_random.Next(20, 99)} ans au {word}",
                word,
                $"ans au {word}"
            ),
            DataCategory.ProId => Digits(category, "mon médecin a le RPPS ", "10", 11),
            DataCategory.InsurerId => Digits(category, "ma mutuelle, adhérent ", "8", 13),
            DataCategory.Date => CareDate(category),
            DataCategory.Symptom => Named(category, $"une {word}algie", word, $"{word}algie"),
            DataCategory.Condition => Named(
                category,
                $"la maladie de {Capital(word)}",
                word,
                $"maladie de {Capital(word)}"
            ),
            DataCategory.Drug => Named(category, $"je prends du {word}ol", word, $"{word}ol"),
            DataCategory.Dose => Named(
                category,
                $"{_random.Next(2, 900)} mg de {word} matin et soir",
                word,
                $"mg de {word}"
            ),
            DataCategory.Procedure => Named(
                category,
                $"on m'a fait une {word}ectomie",
                word,
                $"{word}ectomie"
            ),
            DataCategory.Result => Named(
                category,
                $"ma {word}émie est à {_random.Next(2, 9)},{_random.Next(1, 9)}",
                word,
                $"{word}émie est à"
            ),
            DataCategory.Measure => Named(
                category,
                $"je pèse {_random.Next(40, 140)} kg en {word}",
                word,
                $"kg en {word}"
            ),
            DataCategory.Pregnancy => Named(
                category,
                $"je suis enceinte de {word}",
                word,
                $"enceinte de {word}"
            ),
            DataCategory.Mental => Named(
                category,
                $"j'ai une phobie des {word}",
                word,
                $"phobie des {word}"
            ),
            DataCategory.Substance => Named(
                category,
                $"je fume du {word}",
                word,
                $"fume du {word}"
            ),
            DataCategory.Allergy => Named(
                category,
                $"je suis allergique au {word}",
                word,
                $"allergique au {word}"
            ),
            DataCategory.Disability => Named(
                category,
                $"je suis en fauteuil {word}",
                word,
                $"fauteuil {word}"
            ),
            _ => throw new ArgumentOutOfRangeException(
                nameof(category),
                category,
                "A category without a canary."
            ),
        };
    }

    /// <summary>A word of ten letters that no language has, unique in the hunt, its accents aside.</summary>
    public string Word()
    {
        const int Syllables = 5;
        // Multiplying by an odd number permutes the numbers below a power of two: still unique, and unlike its neighbours.
        const long Space = 1L << 30;
        var number = ((Number("word") * 654_435_761L) + (seed * 40_503L)) % Space;
        Span<char> word = stackalloc char[2 * Syllables];
        for (var i = 0; i < Syllables; i++)
        {
            word[2 * i] = Consonants[(int)(number >> (6 * i)) & 15];
            var vowel = (int)(number >> ((6 * i) + 4)) & 3;
            word[(2 * i) + 1] = (_random.Next(5) == 0 ? Accented : Vowels)[vowel];
        }

        return new string(word);
    }

    /// <summary>Searched for by the word that makes it unique: whoever keeps it keeps what it stands for.</summary>
    private LeakCanary Named(DataCategory category, string said, string word, string value) =>
        Keep(category, said, value, word);

    private LeakCanary Digits(DataCategory category, string lead, string prefix, int length)
    {
        var digits = prefix + Padded(Scattered(category.ToString()), length - prefix.Length);
        return Keep(category, lead + Grouped(digits, 3), digits, digits);
    }

    private LeakCanary Landline(DataCategory category)
    {
        // Not 02 61 91: the demonstration clinic has its numbers there.
        string[] ranges = ["019900", "035301", "046571", "053649"];
        var number = Number("landline");
        var digits = ranges[number / 10_000 % ranges.Length] + Padded(number % 10_000, 4);
        return Keep(category, "mon numéro est le " + Grouped(digits, 2), digits, digits);
    }

    private LeakCanary Nir(DataCategory category, string lead)
    {
        var body = string.Create(
            CultureInfo.InvariantCulture,
            $"{_random.Next(1, 3)}{_random.Next(20, 99)}{_random.Next(1, 13):00}{_random.Next(1, 95):00}{Scattered("nir") % 1_000_000:000000}"
        );
        var key = 97 - (long.Parse(body, CultureInfo.InvariantCulture) % 97);
        var digits = body + Padded(key, 2);
        var separator = Separator();
        var spaced = string.Join(
            separator,
            digits[..1],
            digits[1..3],
            digits[3..5],
            digits[5..7],
            digits[7..10],
            digits[10..13],
            digits[13..]
        );
        return Keep(category, lead + spaced, digits, body);
    }

    private LeakCanary Iban(DataCategory category)
    {
        var account = "3000" + Padded(Scattered("iban"), 19);
        // ISO 13616: the country and 00 go to the end, letters as numbers (F = 15, R = 27).
        var rest = 0;
        foreach (var digit in account + "152700")
        {
            rest = ((rest * 10) + (digit - '0')) % 97;
        }

        var iban = "FR" + Padded(98 - rest, 2) + account;
        return Keep(category, "mon IBAN " + Grouped(iban, 4), iban, iban, iban[2..]);
    }

    private LeakCanary Card(DataCategory category)
    {
        var digits = "4970" + Padded(Scattered("card"), 11);
        return Keep(
            category,
            "ma carte " + Grouped(digits + Luhn(digits), 4),
            digits + Luhn(digits),
            digits + Luhn(digits)
        );
    }

    private LeakCanary Document(DataCategory category, string word)
    {
        var number = $"{_random.Next(10, 99)}{word[..4]}{Padded(Number("id"), 5)}";
        return Keep(category, $"mon passeport {number}", number, number);
    }

    private LeakCanary Plate(DataCategory category)
    {
        var number = Number("plate") + 20_000;
        var letters = string.Create(
            4,
            number / 900,
            static (letters, rest) =>
            {
                foreach (ref var letter in letters)
                {
                    letter = (char)('A' + (rest % 26));
                    rest /= 26;
                }
            }
        );
        var plate = string.Create(
            CultureInfo.InvariantCulture,
            $"{letters[..2]}-{100 + (number % 900)}-{letters[2..]}Z"
        );
        return Keep(category, $"ma voiture {plate}", plate, plate);
    }

    private LeakCanary CareDate(DataCategory category)
    {
        var date = new DateOnly(2005, 1, 1).AddDays(Number("care") * 7919 % 7_560);
        var text = date.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);
        return Keep(category, "on m'a opéré le " + text, text, text);
    }

    private LeakCanary Keep(
        DataCategory category,
        string said,
        string value,
        params IReadOnlyList<string> traces
    )
    {
        var canary = new LeakCanary(owner, category, said, value, traces);
        _made.Add(canary);
        return canary;
    }

    /// <summary>The next number of a kind: no other conversation has it.</summary>
    private int Number(string kind)
    {
        var used = _numbers.GetValueOrDefault(kind);
        _numbers[kind] = used + 1;
        var perOwner = kind switch
        {
            "word" => 1024,
            "mobile" => 15,
            "birth" => 40,
            "care" => 11,
            _ => 32,
        };
        return used < perOwner
            ? (owner * perOwner) + used
            : throw new InvalidOperationException(
                $"A conversation has more than {perOwner} of « {kind} »."
            );
    }

    /// <summary>The next number of a kind, behind ten random digits.</summary>
    private long Scattered(string kind) => (_random.NextInt64(1_000) * 1_000_000) + Number(kind);

    private string Grouped(string text, int size) =>
        string.Join(Separator(), text.Chunk(size).Select(group => new string(group)));

    private string Separator() =>
        _random.Next(4) switch
        {
            0 => "",
            1 => ".",
            2 => "-",
            _ => " ",
        };

    private static string Capital(string word) => char.ToUpperInvariant(word[0]) + word[1..];

    private static string Plain(string word) => FoldedText.FoldWord(word);

    private static string Padded(long number, int length) =>
        number.ToString(CultureInfo.InvariantCulture).PadLeft(length, '0')[^length..];

    private static char Luhn(string digits)
    {
        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            var digit = digits[^(i + 1)] - '0';
            sum +=
                i % 2 == 1 ? digit
                : digit < 5 ? 2 * digit
                : (2 * digit) - 9;
        }

        return (char)('0' + ((10 - (sum % 10)) % 10));
    }
}
