using ChatbotSante.Redaction;

namespace ChatbotSante.Bot.Ports;

/// <summary>All that can be said to a host outside the boundary. Another field is a decision, not a parameter.</summary>
internal sealed record OutsideMessage
{
    /// <summary>Key of a message to patients (<c>sms.…</c>).</summary>
    public required string Template { get; init; }

    /// <summary>When the appointment is, with the clinic's offset.</summary>
    public DateTimeOffset? Date { get; init; }

    /// <summary>Identifier of one of the clinic's sites.</summary>
    public string? Place { get; init; }

    /// <summary>A page of this program's own origin.</summary>
    public Uri? Link { get; init; }

    [IdentityData]
    public PhoneNumber? To { get; init; }

    /// <summary>The fields that it holds.</summary>
    public IEnumerable<OutsideField> Fields
    {
        get
        {
            yield return OutsideField.Template;
            if (Date is not null)
            {
                yield return OutsideField.Date;
            }

            if (Place is not null)
            {
                yield return OutsideField.Place;
            }

            if (Link is not null)
            {
                yield return OutsideField.Link;
            }

            if (To is not null)
            {
                yield return OutsideField.To;
            }
        }
    }

    public override string ToString() => nameof(OutsideMessage);
}
