using System.Text.Encodings.Web;
using System.Text.Json;
using ChatbotSante.Bot.Ports;
using ChatbotSante.Dialogs.Care.Clinics;
using ChatbotSante.Dialogs.Care.Identity;
using ChatbotSante.Dialogs.Engine;
using ChatbotSante.Dialogs.Nlu.Dates;

namespace ChatbotSante.Bot.Outbox;

/// <summary>
/// Writes messages to patients to a folder, one file each, where the clinic's SMS provider takes them. The folder is the one
/// place where a number, and a code for ten minutes, lie in the clear.
/// </summary>
internal sealed class FolderSms(
    string folder,
    Clinic clinic,
    ReplyRenderer renderer,
    ISealer sealer
)
{
    private const string CodeTemplate = "sms.code";
    private const string CodeEnding = ".code.sms.json";
    private const string Ending = ".sms.json";

    /// <summary>Accents and the plus sign as they are: a person may have to read these files.</summary>
    private static readonly OutboxJson Json = new(
        new JsonSerializerOptions
        {
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        }
    );

    /// <summary>Writes a message; writing it again gives the same file. Nothing is written when its key was destroyed.</summary>
    public async ValueTask SendAsync(OutboxMessage message, CancellationToken cancellationToken)
    {
        var plain = await sealer.OpenAsync(
            new SealedRow("outbox", message.Id, 1),
            message.Sealed,
            cancellationToken
        );
        if (
            plain is null
            || JsonSerializer.Deserialize(plain, RecordJson.Default.SmsRecord) is not { } record
        )
        {
            return;
        }

        var sms = new SmsFile { To = record.Phone, Text = TextOf(message.Template, record) };
        var ending = message.Template == CodeTemplate ? CodeEnding : Ending;
        await OutboxFile.WriteAsync(
            folder,
            message.Id + ending,
            file => JsonSerializer.SerializeAsync(file, sms, Json.SmsFile, cancellationToken)
        );
    }

    /// <summary>Deletes the messages written before an instant, and the codes that are of no use any more.</summary>
    public void DeleteBefore(DateTimeOffset instant, DateTimeOffset now)
    {
        OutboxFile.DeleteBefore(folder, CodeEnding, now - CodeLimits.Lifetime);
        OutboxFile.DeleteBefore(folder, Ending, instant);
    }

    private string TextOf(string template, SmsRecord record)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        if (record.Code is { } code)
        {
            values["code"] = code;
        }

        if (record.Start is { } start)
        {
            values["moment"] = FrenchDateText.Moment(clinic.Local(start));
        }

        if (record.Address is { } address)
        {
            values["adresse"] = address;
        }

        return renderer.Text(
            new StoredReply
            {
                Sequence = 0,
                Key = template,
                Values = values,
            }
        );
    }
}
