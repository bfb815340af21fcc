using ChatbotSante.Tests.Support;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using NUnit.Framework;

namespace ChatbotSante.Tests.Bot.Channels;

/// <summary>The clinic's page and its chat, in a patient's browser.</summary>
public sealed class WebChatTests
{
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
        var chat = await OpenChatAsync(await GoAsync(context));

        foreach (var line in Bots.Booking)
        {
            await chat.SayAsync(line);
        }

        await chat.SeesAsync("réservé");
    }

    [Test]
    public async Task A_patient_books_by_pressing_what_is_offered()
    {
        await using var context = await ContextAsync(320);
        var chat = await OpenChatAsync(await GoAsync(context));

        await chat.PressAsync("Prendre un rendez-vous");
        await chat.PressAsync("dermatologie");
        await chat.PressAsync("Le plus tôt possible");
        await chat.Frame.Locator(".webchat__suggested-action").First.ClickAsync();
        await chat.SeesAsync("date de naissance");
        await chat.SayAsync(Bots.Booking[2]);
        await chat.PressAsync("Oui");

        await chat.SeesAsync("réservé");
    }

    [TestCase("drop")]
    [TestCase("paste")]
    public async Task A_file_that_is_dropped_or_pasted_goes_nowhere_and_the_bot_says_so(string way)
    {
        await using var context = await ContextAsync(1280);
        var page = await GoAsync(context);
        var chat = await OpenChatAsync(page);
        var posted = new List<string?>();
        page.Request += (_, request) => posted.Add(request.PostData);

        await chat.AnsweredAsync(() =>
            chat.Frame.EvaluateAsync(
                """
                ([field, way]) => {
                  const transfer = new DataTransfer();
                  transfer.items.add(new File(['canari-du-fichier'], 'canari-du-nom.pdf'));
                  const init = { bubbles: true, cancelable: true };
                  const event = way === 'drop'
                    ? new DragEvent(way, { ...init, dataTransfer: transfer })
                    : new ClipboardEvent(way, { ...init, clipboardData: transfer });
                  document.querySelector(field).dispatchEvent(event);
                  if (!event.defaultPrevented) throw new Error('The browser would have had it.');
                }
                """,
                new[] { PatientChat.Field, way }
            )
        );

        await chat.SeesAsync("ni photo ni document");
        Assert.That(string.Concat(posted), Does.Not.Contain("canari"));
    }

    [Test]
    public async Task Nothing_is_asked_of_another_host_and_nothing_is_stored()
    {
        await using var context = await ContextAsync(1280);
        var page = await context.NewPageAsync();
        var traces = new BrowserTraces(page);
        await page.GotoAsync(_bot.PublicUrl.AbsoluteUri);
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        var before = await BrowserTraces.StoredAsync(page.MainFrame);
        var cookies = await context.CookiesAsync();

        var chat = await OpenChatAsync(page);
        await chat.SayAsync("quelle est votre adresse ?");
        await chat.SeesAsync("rue des Lilas");

        Assert.That(before, Is.EqualTo("0/0/0/0/"));
        Assert.That(cookies, Is.Empty);
        Assert.That(await context.CookiesAsync(), Is.Empty);
        Assert.That(traces.Authorities, Is.EqualTo([_bot.PublicUrl.Authority]));
        Assert.That(traces.Errors, Is.Empty);
        Assert.That(await BrowserTraces.StoredAsync(page.MainFrame), Is.EqualTo("0/0/0/0/"));
    }

    [Test]
    public async Task Axe_finds_nothing_to_say_closed_and_open(
        [Values(320, 1280)] int width,
        [Values] bool dark
    )
    {
        await using var context = await ContextAsync(width, dark);
        var page = await GoAsync(context);
        var closed = await page.RunAxe();

        var chat = await OpenChatAsync(page);
        await chat.SayAsync("bonjour, je voudrais un rendez-vous");
        await chat.SeesAsync("spécialité");
        var open = await page.RunAxe();

        Assert.That(Found(closed), Is.Empty);
        Assert.That(Found(open), Is.Empty);
    }

    [Test]
    public async Task The_emergency_number_is_in_sight_closed_and_open(
        [Values(320, 1280)] int width
    )
    {
        await using var context = await ContextAsync(width);
        var page = await GoAsync(context);
        await InSightAsync(page, ".top-emergency", width);

        var chat = await OpenChatAsync(page);
        await InSightAsync(page, ".chat-emergency", width);
        await chat.SayAsync("quelle est votre adresse ?");
        await chat.SeesAsync("rue des Lilas");
        await InSightAsync(page, ".chat-emergency", width);
    }

    [Test]
    public async Task Without_scripts_the_pages_still_say_whom_to_call(
        [Values("", "chat")] string path
    )
    {
        await using var context = await _chromium.NewContextAsync(
            new BrowserNewContextOptions { JavaScriptEnabled = false }
        );
        var page = await context.NewPageAsync();
        await page.GotoAsync(new Uri(_bot.PublicUrl, path).AbsoluteUri);

        var call = page.Locator("noscript a").First;

        Assert.That(await call.IsVisibleAsync());
        Assert.That(await call.GetAttributeAsync("href"), Does.Match("^tel:[0-9]{10}$"));
        Assert.That(await page.Locator("a[href='tel:15']").First.IsVisibleAsync());
        Assert.That(await page.ContentAsync(), Does.Not.Contain("{{"), "every blank is filled");
    }

    private static IEnumerable<string> Found(AxeResult axe) =>
        axe.Violations.Select(violation =>
            $"{violation.Id}: {violation.Help} {string.Join(' ', violation.Nodes.Select(node => node.Html))}"
        );

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

    private static Task<IBrowserContext> ContextAsync(int width, bool dark = false) =>
        _chromium.NewContextAsync(
            new BrowserNewContextOptions
            {
                Locale = "fr-FR",
                TimezoneId = "Europe/Paris",
                ViewportSize = new ViewportSize { Width = width, Height = 800 },
                ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light,
            }
        );

    private static async Task<IPage> GoAsync(IBrowserContext context)
    {
        var page = await context.NewPageAsync();
        await page.GotoAsync(_bot.PublicUrl.AbsoluteUri);
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);

        return page;
    }

    private static async Task<PatientChat> OpenChatAsync(IPage page)
    {
        await page.Locator("#open").ClickAsync();
        var chat = new PatientChat(page.MainFrame);
        await chat.GreetedAsync();

        return chat;
    }
}
