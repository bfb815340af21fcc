using ChatbotSante.Bot.Ports;
using ChatbotSante.Dialogs.Care.Clinics;
using MimeKit;

namespace ChatbotSante.Bot.Outbox;

/// <summary>Writes e-mails to a folder, one file each: the default way out, which leaves nothing out.</summary>
internal sealed class FolderMail(string folder, Clinic clinic)
{
    private const string Sender = "chatbotsante@localhost";
    private const string Ending = ".eml";

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

        await OutboxFile.WriteAsync(
            folder,
            message.Id + Ending,
            file => mail.WriteToAsync(file, cancellationToken)
        );
    }

    /// <summary>Deletes the messages written before an instant; a message's name holds its time (UUID version 7).</summary>
    public void DeleteBefore(DateTimeOffset instant) =>
        OutboxFile.DeleteBefore(folder, Ending, instant);
}
