using ChatbotSante.Tests.Support;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using NUnit.Framework;

namespace ChatbotSante.Tests.Bot.Channels;

/// <summary>The clinic's page and its chat, in a patient's browser.</summary>
public sealed class WebChatTests
{
    private static readonly PageWaitForFunctionOptions Patience = new() { Timeout = 30_000 };
    private static TemporaryFolder _folder = null!;
    private static BotProcess _bot = null!;
    private static Chromium _chromium = null!;

    [OneTimeSetUp]
    public static async Task StartAsync()
    {
        _folder = new TemporaryFolder("webchat");
        _bot = await Bots.StartAsync(_folder);
        _chromium = await Chromium.LaunchAsync();
    }

    [OneTimeTearDown]
    public static async Task StopAsync()
    {
        await _chromium.DisposeAsync();
        await _bot.DisposeAsync();
        _folder.Dispose();
    }

    [Test]
    public async Task A_patient_books_by_typing()
    {
        await using var context = await ContextAsync(1280);
        var page = await OpenChatAsync(context);

        foreach (var line in Bots.Booking)
        {
            await SayAsync(page, line);
        }

        await SeesAsync(page, "réservé");
    }

    [Test]
    public async Task A_patient_books_by_pressing_what_is_offered()
    {
        await using var context = await ContextAsync(320);
        var page = await OpenChatAsync(context);

        await PressAsync(page, "Prendre un rendez-vous");
        await PressAsync(page, "dermatologie");
        await PressAsync(page, "Le plus tôt possible");
        await page.Locator(".webchat__suggested-action").First.ClickAsync();
        await SeesAsync(page, "date de naissance");
        await SayAsync(page, Bots.Booking[2]);
        await PressAsync(page, "Oui");

        await SeesAsync(page, "réservé");
    }

    [Test]
    public async Task Nothing_is_asked_of_another_host_and_nothing_is_stored()
    {
        await using var context = await ContextAsync(1280);
        var page = await context.NewPageAsync();
        var elsewhere = new List<string>();
        var complaints = new List<string>();
        page.Request += (_, request) =>
        {
            if (new Uri(request.Url).Authority != _bot.PublicUrl.Authority)
            {
                elsewhere.Add(request.Url);
            }
        };
        page.Console += (_, message) =>
        {
            if (message.Type == "error")
            {
                complaints.Add(message.Text);
            }
        };
        await page.GotoAsync(_bot.PublicUrl.AbsoluteUri);
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        var before = await StoredAsync(page);
        var cookies = await context.CookiesAsync();

        await OpenAsync(page);
        await SayAsync(page, "quelle est votre adresse ?");
        await SeesAsync(page, "rue des Lilas");

        Assert.That(before, Is.EqualTo("0/0/0/"));
        Assert.That(cookies, Is.Empty);
        Assert.That(await context.CookiesAsync(), Is.Empty);
        Assert.That(elsewhere, Is.Empty);
        Assert.That(complaints, Is.Empty);
        Assert.That(await StoredAsync(page), Does.Not.Contain("adresse"));
    }

    [Test]
    public async Task Axe_finds_nothing_to_say_closed_and_open([Values(320, 1280)] int width)
    {
        await using var context = await ContextAsync(width);
        var page = await context.NewPageAsync();
        await page.GotoAsync(_bot.PublicUrl.AbsoluteUri);
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        var closed = await page.RunAxe();

        await OpenAsync(page);
        await SayAsync(page, "bonjour, je voudrais un rendez-vous");
        await SeesAsync(page, "spécialité");
        var open = await page.RunAxe();

        Assert.That(
            closed.Violations.Select(violation => $"{violation.Id}: {violation.Help}"),
            Is.Empty
        );
        Assert.That(
            open.Violations.Select(violation =>
                $"{violation.Id}: {violation.Help} {string.Join(' ', violation.Nodes.Select(node => node.Html))}"
            ),
            Is.Empty
        );
    }

    [Test]
    public async Task The_emergency_number_is_in_sight_closed_and_open(
        [Values(320, 1280)] int width
    )
    {
        await using var context = await ContextAsync(width);
        var page = await context.NewPageAsync();
        await page.GotoAsync(_bot.PublicUrl.AbsoluteUri);
        await InSightAsync(page, ".top-emergency", width);

        await OpenAsync(page);
        await InSightAsync(page, ".chat-emergency", width);
        await SayAsync(page, "quelle est votre adresse ?");
        await SeesAsync(page, "rue des Lilas");
        await InSightAsync(page, ".chat-emergency", width);
    }

    private static async Task InSightAsync(IPage page, string selector, int width)
    {
        var link = page.Locator(selector);
        var box = await link.BoundingBoxAsync();

        Assert.That(await link.IsVisibleAsync(), Is.True);
        Assert.That(await link.GetAttributeAsync("href"), Is.EqualTo("tel:15"));
        Assert.That(
            (await link.InnerTextAsync()).Replace('\u00a0', ' '),
            Is.EqualTo("Urgence : 15")
        );
        Assert.That(box!.X, Is.GreaterThanOrEqualTo(0));
        Assert.That(box.X + box.Width, Is.LessThanOrEqualTo(width));
        Assert.That(box.Y, Is.GreaterThanOrEqualTo(0));
        Assert.That(box.Y + box.Height, Is.LessThanOrEqualTo(800));
        Assert.That(
            await page.EvaluateAsync<bool>(
                "selector => { const link = document.querySelector(selector), b = link.getBoundingClientRect();"
                    + " const top = document.elementFromPoint(b.x + b.width / 2, b.y + b.height / 2);"
                    + " return link === top || link.contains(top); }",
                selector
            ),
            Is.True,
            "nothing covers it"
        );
    }

    private static Task<IBrowserContext> ContextAsync(int width) =>
        _chromium.NewContextAsync(
            new BrowserNewContextOptions
            {
                Locale = "fr-FR",
                TimezoneId = "Europe/Paris",
                ViewportSize = new ViewportSize { Width = width, Height = 800 },
            }
        );

    private static async Task<IPage> OpenChatAsync(IBrowserContext context)
    {
        var page = await context.NewPageAsync();
        await page.GotoAsync(_bot.PublicUrl.AbsoluteUri);
        await OpenAsync(page);

        return page;
    }

    private static async Task OpenAsync(IPage page)
    {
        await page.Locator("#open").ClickAsync();
        await SeesAsync(page, "assistant automatique de la Clinique des Lilas");
    }

    private static async Task SayAsync(IPage page, string text)
    {
        var box = page.Locator("[data-id=\"webchat-sendbox-input\"]");
        var before = await BotSaidAsync(page);
        await box.FillAsync(text);
        await box.PressAsync("Enter");
        await page.WaitForFunctionAsync(
            "before => document.querySelectorAll('.webchat__bubble:not(.webchat__bubble--from-user)').length > before",
            before,
            Patience
        );
    }

    private static async Task PressAsync(IPage page, string title)
    {
        var before = await BotSaidAsync(page);
        await page.Locator(".webchat__suggested-action")
            .Filter(new LocatorFilterOptions { HasText = title })
            .First.ClickAsync();
        await page.WaitForFunctionAsync(
            "before => document.querySelectorAll('.webchat__bubble:not(.webchat__bubble--from-user)').length > before",
            before,
            Patience
        );
    }

    private static Task<int> BotSaidAsync(IPage page) =>
        page.Locator(".webchat__bubble:not(.webchat__bubble--from-user)").CountAsync();

    private static async Task SeesAsync(IPage page, string text) =>
        await page.WaitForFunctionAsync(
            "text => document.querySelector('.chat-conversation')?.innerText.includes(text)",
            text,
            Patience
        );

    private static Task<string> StoredAsync(IPage page) =>
        page.EvaluateAsync<string>(
            "async () => [localStorage.length, sessionStorage.length, (await indexedDB.databases()).length,"
                + " document.cookie + Object.values(localStorage) + Object.values(sessionStorage)].join('/')"
        );
}
