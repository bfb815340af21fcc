using System.Buffers.Binary;
using ChatbotSante.Bot.Ports;
using ChatbotSante.Dialogs.Care.Clinics;
using MimeKit;

namespace ChatbotSante.Bot.Outbox;

/// <summary>Writes e-mails to a folder, one file each: the default way out, which leaves nothing out.</summary>
internal sealed class FolderMail(string folder, Clinic clinic)
{
    private const string Sender = "chatbotsante@localhost";

    /// <summary>Writes a message; writing it again gives the same file.</summary>
    public async ValueTask SendAsync(OutboxMessage message, CancellationToken cancellationToken)
    {
        var (subject, body) = OutboxTemplates.Of(message);
        using var mail = new MimeMessage();
        mail.From.Add(new MailboxAddress(clinic.Name, Sender));
        mail.To.Add(MailboxAddress.Parse(clinic.SecretariatMailbox));
        mail.Date = message.Due;
        mail.MessageId = $"{message.Id}@chatbotsante";
        mail.Subject = subject;
        mail.Body = new TextPart("plain") { Text = body };

        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, message.Id + ".eml");
        var partial = path + ".partial";
        await using (var file = new FileStream(partial, FileMode.Create, FileAccess.Write))
        {
            await mail.WriteToAsync(file, cancellationToken);
            file.Flush(flushToDisk: true);
        }

        File.Move(partial, path, overwrite: true);
    }

    /// <summary>Deletes the messages written before an instant; a message's name holds its time (UUID version 7).</summary>
    public void DeleteBefore(DateTimeOffset instant)
    {
        if (!Directory.Exists(folder))
        {
            return;
        }

        foreach (var path in Directory.EnumerateFiles(folder, "*.eml"))
        {
            var isOurs = Guid.TryParseExact(
                Path.GetFileNameWithoutExtension(path),
                "N",
                out var id
            );
            if (isOurs && WrittenAt(id) < instant)
            {
                File.Delete(path);
            }
        }
    }

    private static DateTimeOffset WrittenAt(Guid id)
    {
        Span<byte> bytes = stackalloc byte[16];
        id.TryWriteBytes(bytes, bigEndian: true, out _);
        return DateTimeOffset.FromUnixTimeMilliseconds(
            BinaryPrimitives.ReadInt64BigEndian(bytes) >> 16
        );
    }
}
