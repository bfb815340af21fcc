using System.Globalization;
using System.Text;

namespace ChatbotSante.Benchmarks.Load;

/// <summary>What each conversation asks for and who asks, from its number alone.</summary>
/// <remarks>
/// The number is read in mixed radix, practitioner first, then day, then half-day: the first <see cref="HalfDays"/> conversations all ask
/// for a different half-day, and neighbours for different practitioners. Each further round takes the next free slot of the same
/// half-days; there are at least 6. The counts of names and numbers are coprime, so no patient comes twice in 15 million.
/// </remarks>
internal sealed class BookingPlan(string[] practitioners, DateOnly[] days)
{
    private const int Phones = 10_000;

    // A step coprime with the count, so that successive numbers do not look alike.
    private const int PhoneStep = 7_919;

    private static readonly CultureInfo French = CultureInfo.GetCultureInfo("fr-FR");

    private static readonly byte[][] Parts = Encode(["le matin", "l'après-midi"]);

    private static readonly byte[][] Families = Encode([
        "Dubois",
        "Durand",
        "Moreau",
        "Lefebvre",
        "Garcia",
        "Fournier",
        "Girard",
        "Bonnet",
        "Dupont",
        "Lambert",
        "Rousseau",
        "Garnier",
        "Faure",
        "Perrin",
        "Guérin",
        "Boyer",
        "Renaud",
        "Schmitt",
        "Dumont",
        "Lemoine",
        "Duval",
        "Gaillard",
        "Brunet",
        "Chauvin",
        "Leclercq",
        "Guillot",
        "Haddad",
        "Nguyen",
        "Da Silva",
        "Lopez",
        "Benali",
        "Traoré",
        "Kaya",
        "Aubert",
        "Besson",
        "Carlier",
        "Delmas",
    ]);

    private static readonly byte[][] Givens = Encode([
        "Marie",
        "Jeanne",
        "Monique",
        "Françoise",
        "Jacqueline",
        "Nicole",
        "Danielle",
        "Colette",
        "Odile",
        "Simone",
        "Yvette",
        "Andrée",
        "Hélène",
        "Josiane",
        "Ginette",
        "Paulette",
        "Fatima",
        "Huguette",
        "Arlette",
        "Christiane",
        "Jean",
        "Pierre",
        "Michel",
        "André",
        "Jacques",
        "Claude",
        "Roger",
        "Marcel",
        "Georges",
        "Gérard",
        "Raymond",
        "Ahmed",
        "Lucien",
        "Maurice",
        "Henri",
        "Bernard",
        "René",
        "Serge",
        "Guy",
        "Yves",
        "Gilbert",
    ]);

    private readonly byte[][] _practitioners = Encode(practitioners);
    private readonly byte[][] _days = Encode(days.Select(Say));

    /// <summary>How many conversations come before one asks for a half-day that was already asked for.</summary>
    public int HalfDays => _practitioners.Length * _days.Length * Parts.Length;

    /// <summary>Writes one value of conversation <paramref name="number"/>, from 0.</summary>
    public void Append(ref Utf8Cursor cursor, Placeholder placeholder, long number)
    {
        switch (placeholder)
        {
            case Placeholder.Practitioner:
                cursor.Append(_practitioners[number % _practitioners.Length]);
                break;
            case Placeholder.Day:
                cursor.Append(_days[number / _practitioners.Length % _days.Length]);
                break;
            case Placeholder.Part:
                cursor.Append(Parts[number / _practitioners.Length / _days.Length % Parts.Length]);
                break;
            case Placeholder.Family:
                cursor.Append(Families[number % Families.Length]);
                break;
            case Placeholder.Given:
                cursor.Append(Givens[number % Givens.Length]);
                break;
            default:
                var last = (int)(number * PhoneStep % Phones);
                cursor.Append("06 39 98 "u8);
                cursor.AppendPair(last / 100);
                cursor.Append(" "u8);
                cursor.AppendPair(last % 100);
                break;
        }
    }

    private static string Say(DateOnly day) =>
        day.Day == 1 ? day.ToString("'le 1er 'MMMM", French) : day.ToString("'le 'd MMMM", French);

    private static byte[][] Encode(IEnumerable<string> texts) =>
        [.. texts.Select(Encoding.UTF8.GetBytes)];
}
