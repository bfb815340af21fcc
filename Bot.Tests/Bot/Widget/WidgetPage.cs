using ChatbotSante.Tests.Bot.Channels;
using Microsoft.Playwright;

namespace ChatbotSante.Tests.Bot.Widget;

/// <summary>A page of the clinic's site in a patient's browser, and the widget in it.</summary>
internal sealed class WidgetPage
{
    private static readonly PageWaitForFunctionOptions Patience = new() { Timeout = 15_000 };
    private readonly Uri _bot;

    private WidgetPage(IPage page, Uri bot)
    {
        Page = page;
        _bot = bot;
        Traces = new BrowserTraces(page);
    }

    public IPage Page { get; }

    public BrowserTraces Traces { get; }

    public ILocator Launcher => Page.Locator("chatbot-sante .open");

    public ILocator Dialog => Page.Locator("chatbot-sante dialog");

    /// <summary>The chat's frame; null while there is none.</summary>
    public IFrame? Frame =>
        Page.Frames.FirstOrDefault(frame =>
            frame != Page.MainFrame
            && frame.Url.StartsWith(_bot.AbsoluteUri, StringComparison.Ordinal)
        );

    /// <summary>Goes to a page of the site and waits for the button.</summary>
    public static async Task<WidgetPage> GoAsync(IBrowserContext context, Uri bot, string address)
    {
        var widget = new WidgetPage(await context.NewPageAsync(), bot);
        await widget.Page.GotoAsync(address);
        await widget.Launcher.WaitForAsync();

        return widget;
    }

    /// <summary>Presses the button and waits for the greeting.</summary>
    public async Task<PatientChat> OpenAsync()
    {
        await Launcher.ClickAsync();

        return await GreetedAsync();
    }

    public async Task<PatientChat> GreetedAsync()
    {
        await Page.Locator("chatbot-sante iframe").WaitForAsync();
        var chat = new PatientChat(Frame!);
        await chat.GreetedAsync();

        return chat;
    }

    /// <summary>Waits until what has the focus, seen from the page, matches a selector.</summary>
    public Task FocusedAsync(string selector) =>
        Page.WaitForFunctionAsync(
            "selector => (document.activeElement?.shadowRoot?.activeElement ?? document.activeElement)?.matches(selector)",
            selector,
            Patience
        );

    /// <summary>Presses a key until what has the focus in the frame, or in the page, matches a selector.</summary>
    public async Task PressUntilAsync(string key, string selector, IFrame? frame = null)
    {
        const string focused =
            "selector => (document.activeElement?.shadowRoot?.activeElement ?? document.activeElement)?.matches(selector)";
        for (var pressed = 0; pressed < 30; pressed++)
        {
            if (await (frame ?? Page.MainFrame).EvaluateAsync<bool>(focused, selector))
            {
                return;
            }

            await Page.Keyboard.PressAsync(key);
        }

        throw new TimeoutException($"{key} never reaches {selector}");
    }
}
