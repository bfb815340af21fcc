using Microsoft.Playwright;

namespace ChatbotSante.Tests.Bot.Channels;

/// <summary>The chat as a patient uses it in a browser, in the page itself or in a frame of it.</summary>
internal sealed class PatientChat(IFrame frame)
{
    /// <summary>What the bot has said, and is shown.</summary>
    private const string BotBubbles = ".webchat__bubble:not(.webchat__bubble--from-user)";

    public const string Field = "[data-id=\"webchat-sendbox-input\"]";

    private static readonly FrameWaitForFunctionOptions Patience = new() { Timeout = 15_000 };

    public IFrame Frame { get; } = frame;

    /// <summary>Waits for the greeting, after which there is somewhere to write.</summary>
    public Task GreetedAsync() => SeesAsync("assistant automatique de la Clinique des Lilas");

    /// <summary>Writes, sends, and waits for an answer.</summary>
    public Task SayAsync(string text) =>
        AnsweredAsync(async () =>
        {
            var field = Frame.Locator(Field);
            await field.FillAsync(text);
            await field.PressAsync("Enter");
        });

    /// <summary>Presses a suggested answer, and waits for what the bot says to it.</summary>
    public Task PressAsync(string title) =>
        AnsweredAsync(() =>
            Frame
                .Locator(".webchat__suggested-action")
                .Filter(new LocatorFilterOptions { HasText = title })
                .First.ClickAsync()
        );

    /// <summary>Does something, and waits until the bot has said one thing more.</summary>
    public async Task AnsweredAsync(Func<Task> action)
    {
        var before = await Frame.Locator(BotBubbles).CountAsync();
        await action();
        await Frame.WaitForFunctionAsync(
            "([bubbles, before]) => document.querySelectorAll(bubbles).length > before",
            new object[] { BotBubbles, before },
            Patience
        );
    }

    /// <summary>Waits until the conversation shows these words.</summary>
    public Task SeesAsync(string text) =>
        Frame.WaitForFunctionAsync(
            "text => document.querySelector('.chat-conversation')?.innerText.includes(text)",
            text,
            Patience
        );

    /// <summary>Waits until all has come to rest: connected, and the last words in sight.</summary>
    public Task SettledAsync() =>
        Frame.WaitForFunctionAsync(
            """
            field => {
              const last = [...document.querySelectorAll('.webchat__bubble')].pop().getBoundingClientRect();

              return (
                last.bottom <= document.querySelector(field).getBoundingClientRect().top &&
                !document.body.innerText.includes('Connexion en cours')
              );
            }
            """,
            Field,
            Patience
        );

    /// <summary>Waits until what has the focus matches a selector.</summary>
    /// <exception cref="TimeoutException">Something else kept it; the message says what.</exception>
    public async Task FocusedAsync(string selector)
    {
        try
        {
            await Frame.WaitForFunctionAsync(
                "selector => document.activeElement?.matches(selector)",
                selector,
                Patience
            );
        }
        catch (TimeoutException late)
        {
            var kept = await Frame.EvaluateAsync<string>(
                "() => `${document.hasFocus()} ${document.activeElement?.cloneNode().outerHTML}`"
            );

            throw new TimeoutException($"The focus is not on {selector}: {kept}", late);
        }
    }
}
