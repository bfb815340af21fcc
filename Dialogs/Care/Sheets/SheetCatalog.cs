using System.Collections.Frozen;

namespace ChatbotSante.Dialogs.Care.Sheets;

/// <summary>The sheets that may be served: signed, and as they were signed.</summary>
public sealed class SheetCatalog
{
    /// <summary>The profession that may sign first gestures.</summary>
    public const string Physician = "médecin";

    private readonly FrozenDictionary<string, Sheet> _byId;

    /// <param name="sheets">Every sheet of the content and of the clinic; the last of an identifier wins.</param>
    /// <param name="servesDemonstration">Whether invented sheets are served: outside Production only.</param>
    /// <exception cref="SheetException">A signed sheet was changed since.</exception>
    public SheetCatalog(IEnumerable<Sheet> sheets, bool servesDemonstration)
    {
        ArgumentNullException.ThrowIfNull(sheets);
        var served = new Dictionary<string, Sheet>(StringComparer.Ordinal);
        foreach (var sheet in sheets.Where(sheet => sheet.IsSigned))
        {
            if (!sheet.IsIntact)
            {
                throw new SheetException(sheet.Id);
            }

            if (servesDemonstration || !sheet.IsDemonstration)
            {
                served[sheet.Id] = sheet;
            }
        }

        _byId = served.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>No sheet at all.</summary>
    public static SheetCatalog Empty { get; } = new([], servesDemonstration: false);

    /// <summary>The sheets served, by identifier.</summary>
    public IEnumerable<Sheet> Served =>
        _byId.Values.OrderBy(sheet => sheet.Id, StringComparer.Ordinal);

    /// <summary>The sheet of an act, or null when none is served.</summary>
    public Sheet? Find(string act) => _byId.GetValueOrDefault(act);

    /// <summary>The first gestures of a family of emergencies, or null: only those that a physician signed (decision 5).</summary>
    public Sheet? FirstGestures(string family) =>
        Find($"gestes-{family}") is { IsDemonstration: false } sheet
        && string.Equals(sheet.SignedAs, Physician, StringComparison.Ordinal)
            ? sheet
            : null;
}
