using System.Net.Http.Headers;
using System.Net.WebSockets;
using System.Text;
using ChatbotSante.Redaction;

namespace ChatbotSante.Tests.Leaks;

/// <summary>What the invented patients want, and how they go about it: each gives away far more than it is asked.</summary>
internal sealed class Plots(PatientLine line, CanaryMint mint, CodeReader codes)
{
    private const int MostTurns = 12;
    private readonly Random _random = mint.Random;

    /// <summary>How many there are.</summary>
    public static int Count => 9;

    /// <summary>The one that asks to be called back, and says who one is, which nobody asked.</summary>
    public const int CallBack = 1;

    /// <summary>Plays one of them to its end.</summary>
    public async Task PlayAsync(int plot, CancellationToken cancellationToken)
    {
        await line.OpenAsync(cancellationToken);
        var play = (plot % Count) switch
        {
            0 => BookAsync(isSpelled: false, cancellationToken),
            1 => CallBackAsync(cancellationToken),
            2 => AskAsync(cancellationToken),
            3 => EmergencyAsync(cancellationToken),
            4 => RightsAsync(cancellationToken),
            5 => BookAsync(isSpelled: true, cancellationToken),
            6 => ByCodeAsync(cancellationToken),
            7 => RambleAsync(cancellationToken),
            _ => NonsenseAsync(cancellationToken),
        };
        await play;
    }

    /// <summary>Says a rehearsal's words, with more of one's own.</summary>
    public async Task RehearseAsync(IEnumerable<string> words, CancellationToken cancellationToken)
    {
        await line.OpenAsync(cancellationToken);
        foreach (var text in words)
        {
            await SayAsync(
                _random.Next(3) == 0 ? text : $"{text}, {mint.Any().Said}",
                cancellationToken
            );
        }
    }

    /// <summary>Takes an appointment, and comes back for it in the same conversation.</summary>
    private async Task<(string Identity, string Phone)?> BookAsync(
        bool isSpelled,
        CancellationToken cancellationToken
    )
    {
        string[] wishes =
        [
            "en cardiologie",
            "en dermatologie",
            "chez l'ophtalmo",
            "en ORL",
            "chez le gastro",
        ];
        string[] days =
        [
            "lundi",
            "mardi matin",
            "mercredi",
            "jeudi après-midi",
            "vendredi",
            "dès que possible",
        ];
        var (identity, phone) = Identity(isSpelled);
        var replies = await SayAsync(
            $"bonjour, je voudrais un rendez-vous {Pick(wishes)} {Pick(days)}{Aside()}",
            cancellationToken
        );
        for (var turn = 0; turn < MostTurns; turn++)
        {
            var last = replies.Count > 0 ? replies[^1] : "";
            if (Says(last, "réservé :"))
            {
                codes.Booked();
                return (identity[0], phone);
            }

            if (Says(last, "Je récapitule") || Says(last, "confirme ?"))
            {
                replies = await SayAsync("oui", cancellationToken);
            }
            else if (Says(last, "date de naissance"))
            {
                foreach (var part in identity)
                {
                    replies = await SayAsync(part, cancellationToken);
                }
            }
            else if (turn > 8)
            {
                return null;
            }
            else
            {
                replies = await SayAsync("le premier", cancellationToken);
            }
        }

        return null;
    }

    private async Task CallBackAsync(CancellationToken cancellationToken)
    {
        await SayAsync($"je voudrais parler à quelqu'un{Aside()}", cancellationToken);
        var phone = mint.Mobile();
        var replies = _random.Next(3) switch
        {
            0 => await SayAsync(phone.Said, cancellationToken),
            1 => await SayAsync(mint.InWords(phone).Said, cancellationToken),
            _ => await SayInTwoAsync(phone.Said, cancellationToken),
        };
        if (replies.Any(reply => Says(reply, "R-")))
        {
            codes.CallBackAsked();
        }

        // Nobody asked for it.
        var (family, given) = mint.Name();
        await SayAsync($"merci, je m'appelle {given.Value} {family.Value}", cancellationToken);
    }

    private async Task AskAsync(CancellationToken cancellationToken)
    {
        string[] questions =
        [
            "quels sont vos horaires ?",
            "où êtes-vous ?",
            "comment me préparer pour une coloscopie ?",
            "combien ça coûte ?",
            "avez-vous un cardiologue ?",
            "qui êtes-vous ?",
            "les visites ?",
        ];
        for (var i = 0; i < 3; i++)
        {
            await SayAsync($"{mint.Any().Said}, {Pick(questions)}", cancellationToken);
        }

        await line.SendFrameAsync(
            Encoding.UTF8.GetBytes(mint.Any().Said),
            WebSocketMessageType.Text
        );
        await line.SendFrameAsync(
            Encoding.Unicode.GetBytes(mint.Any().Said),
            WebSocketMessageType.Binary
        );
    }

    private async Task EmergencyAsync(CancellationToken cancellationToken)
    {
        string[] alarms =
        [
            "j'ai très mal à la poitrine",
            "mon mari ne respire plus",
            "je veux mourir",
            "il me frappe",
            "j'ai avalé de la javel",
        ];
        await SayAsync($"{Pick(alarms)}, {mint.Any().Said}", cancellationToken);
        await SayAsync($"{mint.Of(DataCategory.Address).Said}{Aside()}", cancellationToken);
        await SayAsync("je veux parler à quelqu'un de l'équipe", cancellationToken);
        await SayAsync(mint.Mobile().Said, cancellationToken);
        await SayAsync("tout va bien, c'était une erreur", cancellationToken);
    }

    private async Task RightsAsync(CancellationToken cancellationToken)
    {
        var (identity, _) = Identity(isSpelled: false);
        await SayAsync($"quelles données avez-vous sur moi ? {identity[0]}", cancellationToken);
        await SayAsync(
            $"effacez tout ce qui concerne {mint.Of(DataCategory.Name).Value}",
            cancellationToken
        );
        await SayAsync($"c'est inadmissible, je porte plainte{Aside()}", cancellationToken);
        await SayAsync(mint.Of(DataCategory.Email).Said, cancellationToken);
        await line.EndAsync(cancellationToken);
    }

    /// <summary>Books, then shows who one is by the code that was sent, and changes the appointment.</summary>
    private async Task ByCodeAsync(CancellationToken cancellationToken)
    {
        if (await BookAsync(isSpelled: false, cancellationToken) is not var (identity, phone))
        {
            return;
        }

        await SayAsync("quand est mon rdv ?", cancellationToken);
        var replies = await SayAsync(identity, cancellationToken);
        await SayAsync("123456", cancellationToken);
        if (
            replies.Any(reply => Says(reply, "code"))
            && await codes.ReadAsync(phone, cancellationToken) is { } code
        )
        {
            await SayAsync(code, cancellationToken);
            await SayAsync(
                _random.Next(2) == 0 ? "annuler mon rendez-vous" : "déplacer mon rendez-vous",
                cancellationToken
            );
            await SayAsync("oui", cancellationToken);
            await SayAsync($"le premier{Aside()}", cancellationToken);
            await SayAsync("oui", cancellationToken);
        }
    }

    /// <summary>Says one value of every category, one after another, in every way of saying it.</summary>
    private async Task RambleAsync(CancellationToken cancellationToken)
    {
        foreach (
            var category in CanaryMint.Categories.Skip(_random.Next(3)).Where((_, i) => i % 3 == 0)
        )
        {
            var canary = mint.Of(category);
            if (canary.Value.All(char.IsAsciiDigit) && _random.Next(2) == 0)
            {
                await SayAsync(mint.InWords(canary).Said, cancellationToken);
            }
            else if (_random.Next(3) == 0)
            {
                await SayInTwoAsync(canary.Said, cancellationToken);
            }
            else
            {
                await SayAsync(canary.Said, cancellationToken);
            }
        }

        await SayAsync(
            $"mon nom s'épelle {mint.Spelled(mint.Of(DataCategory.Name)).Said}",
            cancellationToken
        );
    }

    /// <summary>Sends what no client sends: what a parser fails on, and quotes if one lets it.</summary>
    private async Task NonsenseAsync(CancellationToken cancellationToken)
    {
        string Say() => mint.Any().Said.Replace("\"", "", StringComparison.Ordinal);
        string[] bodies =
        [
            $"{{\"type\":\"message\",\"text\":\"{Say()}",
            $"{{\"type\":[\"{Say()}\"],\"text\":\"{Say()}\"}}",
            $"{{\"type\":\"message\",\"text\":{{\"a\":\"{Say()}\"}},\"from\":\"{Say()}\"}}",
            $"{{\"type\":\"message\",\"text\":12,\"{Say()}\":{Say()}}}",
            $"{{\"type\":\"message\",\"text\":\"{Say()}\",\"attachments\":[{{\"contentType\":\"{Say()}\",\"contentUrl\":\"https://{mint.Any().Value}/\",\"name\":\"{mint.Any().Value}.pdf\",\"content\":\"{Say()}\"}}]}}",
            $"{{\"type\":\"{Say()}\",\"name\":\"{Say()}\",\"value\":{{\"nir\":\"{mint.Of(DataCategory.Nir).Value}\"}}}}",
            $"{{\"type\":\"event\",\"name\":\"{Say()}\",\"value\":\"{Say()}\"}}",
            $"{{\"type\":\"conversationUpdate\",\"membersAdded\":[{{\"id\":\"{mint.Any().Value}\",\"name\":\"{Say()}\"}}]}}",
            $"{{\"type\":\"message\",\"id\":\"{string.Concat(Enumerable.Repeat(mint.Any().Value, 80))}\",\"text\":\"a\"}}",
            $"{string.Concat(Enumerable.Repeat("{\"a\":", 40))}\"{Say()}\"{new string('}', 40)}",
            $"{{\"type\":\"message\",\"text\":\"{Say()} {new string('x', 70 * 1024)}\"}}",
            $"{{\"type\":\"message\",\"text\":\"{Say()} {new string('x', 300 * 1024)}\"}}",
            $"\"{Say()}\"",
            Say(),
        ];
        foreach (var body in bodies)
        {
            await line.PostAsync(
                new StringContent(body, Encoding.UTF8, "application/json"),
                cancellationToken
            );
        }

        byte[] torn =
        [
            .. "{\"type\":\"message\",\"text\":\""u8,
            .. Encoding.Latin1.GetBytes(Say()),
            0xC3,
            0x28,
            (byte)'"',
        ];
        await line.PostAsync(new ByteArrayContent(torn), cancellationToken);
        var typed = new StringContent("{}", Encoding.UTF8);
        typed.Headers.Remove("Content-Type");
        typed.Headers.TryAddWithoutValidation(
            "Content-Type",
            $"application/{mint.Any().Value}; charset={mint.Any().Value}"
        );
        await line.PostAsync(typed, cancellationToken);
        await OddRequestsAsync(cancellationToken);
    }

    private async Task OddRequestsAsync(CancellationToken cancellationToken)
    {
        string Escaped() => Uri.EscapeDataString(mint.Any().Said);
        string[] paths =
        [
            $"conversations/{Escaped()}/activities",
            $"conversations/{{id}}/activities?watermark={Escaped()}",
            $"conversations/{{id}}?watermark={Escaped()}",
            $"conversations/{{id}}/stream?t={Escaped()}",
            $"{Escaped()}/{Escaped()}",
            $"../../{Escaped()}?{Escaped()}",
            $"../../assets/{Escaped()}.js",
        ];
        foreach (var path in paths)
        {
            await line.SendAsync(HttpMethod.Get, path, body: null, cancellationToken);
        }

        var form = new MultipartFormDataContent();
        var file = new ByteArrayContent(Encoding.UTF8.GetBytes(mint.Any().Said));
        file.Headers.ContentDisposition = new ContentDispositionHeaderValue("form-data")
        {
            Name = "file",
            FileName = $"{mint.Any().Value}.pdf",
        };
        form.Add(file);
        await line.SendAsync(
            HttpMethod.Post,
            $"conversations/{{id}}/upload?userId={Escaped()}",
            form,
            cancellationToken
        );
        await line.SendAsync(HttpMethod.Post, "tokens/refresh", mint.Any().Said, cancellationToken);
        await line.SendAsync(
            new HttpMethod("PATCH"),
            Escaped(),
            mint.Any().Said,
            cancellationToken
        );
    }

    /// <summary>What a form asks for, in one message, or spelled in several; and the number alone.</summary>
    private (string[] Messages, string Phone) Identity(bool isSpelled)
    {
        var (family, given) = mint.Name();
        var (birth, phone) = (mint.BirthDate(), mint.Mobile());
        return (
            isSpelled
                ?
                [
                    $"{family.Value}, {mint.Spelled(family).Said}",
                    $"prénom {given.Value}",
                    birth.Said,
                    mint.InWords(phone).Said,
                    $"{family.Value} {given.Value} {birth.Said} {phone.Said}",
                ]
                : [$"{family.Value} {given.Value} {birth.Said} {phone.Said}"],
            phone.Value
        );
    }

    private async Task<IReadOnlyList<string>> SayInTwoAsync(
        string text,
        CancellationToken cancellationToken
    )
    {
        var (first, second) = Speech.Split(text);
        await SayAsync(first, cancellationToken);
        return await SayAsync(second, cancellationToken);
    }

    private Task<IReadOnlyList<string>> SayAsync(
        string text,
        CancellationToken cancellationToken
    ) => line.SayAsync(text, cancellationToken);

    /// <summary>Something that nobody asked for, after one message in two.</summary>
    private string Aside() => _random.Next(2) == 0 ? $", {mint.Any().Said}" : "";

    private string Pick(string[] choices) => choices[_random.Next(choices.Length)];

    private static bool Says(string reply, string words) =>
        reply.Contains(words, StringComparison.OrdinalIgnoreCase);
}
