using System.Net.Http.Headers;
using System.Text.Json;
using ChatbotSante.Tests.Bot.Channels;
using ChatbotSante.Tests.Support;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using NUnit.Framework;

namespace ChatbotSante.Tests.Bot.Widget;

/// <summary>The chat inside a page of another site, in a patient's browser.</summary>
public sealed class WidgetTests
{
    private static TemporaryFolder _folder = null!;
    private static BotProcess _bot = null!;
    private static ClinicSite _site = null!;
    private static ClinicSite _stranger = null!;
    private static Chromium _chromium = null!;

    [OneTimeSetUp]
    public static async Task StartAsync()
    {
        _folder = new TemporaryFolder("widget");
        var origin = ClinicSite.NewOrigin();
        _bot = await Bots.StartAsync(
            _folder,
            $"--Widget:AllowedOrigins:0={origin}",
            "--Widget:AllowedOrigins:1=https://www.clinique.example"
        );
        _site = await ClinicSite.StartAsync(origin, _bot.PublicUrl);
        _stranger = await ClinicSite.StartAsync(ClinicSite.NewOrigin(), _bot.PublicUrl);
        _chromium = await Chromium.LaunchAsync();
    }

    [OneTimeTearDown]
    public static async Task StopAsync()
    {
        await _chromium.DisposeAsync();
        await _stranger.DisposeAsync();
        await _site.DisposeAsync();
        await _bot.DisposeAsync();
        _folder.Dispose();
    }

    [Test]
    public async Task The_page_around_it_can_read_nothing_of_the_conversation()
    {
        const string canary = "mirabelle";
        await using var context = await ContextAsync(1280);
        var widget = await GoAsync(context);
        var chat = await widget.OpenAsync();
        await chat.FocusedAsync(PatientChat.Field);
        await chat.AnsweredAsync(async () =>
        {
            await widget.Page.Keyboard.TypeAsync($"quelle est votre adresse, {canary} ?");
            await widget.Page.Keyboard.PressAsync("Enter");
        });
        await chat.SeesAsync("rue des Lilas");
        await chat.SeesAsync(canary);
        await chat.Frame.EvaluateAsync("() => getSelection().selectAllChildren(document.body)");

        var text = await widget.Page.EvaluateAsync<string>("() => spy()");
        var seen = JsonElement.Parse(text);
        var frame = seen.GetProperty("frame");

        foreach (
            var refused in new[] { "document", "address", "history", "name", "storage", "script" }
        )
        {
            Assert.That(
                frame.Of(refused),
                Is.EqualTo("refused: SecurityError").Or.EqualTo("refused: TypeError"),
                refused
            );
        }

        Assert.That(frame.Of("content"), Does.StartWith("refused"));
        Assert.That(frame.Of("byIndex"), Does.StartWith("refused"));
        var (id, token) = Session(widget);
        foreach (var secret in new[] { canary, "Lilas,", "rue des", "Parking", "/v3/", id, token })
        {
            Assert.That(text, Does.Not.Contain(secret).IgnoreCase);
        }

        Assert.That(
            seen.GetProperty("events")
                .GetProperty("heard")
                .EnumerateArray()
                .Select(message => message.GetRawText()),
            Is.EqualTo(["{\"type\":\"ready\"}"]),
            "what a script that listens before all others hears"
        );
        Assert.That(
            seen.GetProperty("events").GetProperty("pressed").GetArrayLength(),
            Is.LessThanOrEqualTo(2),
            "the focus moved to the frame, and nothing was typed here"
        );
    }

    [Test]
    public async Task A_site_that_is_not_listed_gets_no_chat_and_the_patient_still_the_emergency_number()
    {
        await using var context = await ContextAsync(1280);
        var widget = await WidgetPage.GoAsync(context, _bot.PublicUrl, _stranger.Origin);
        await widget.Launcher.ClickAsync();
        await widget.Dialog.GetByText("n’a pas pu s’ouvrir").WaitForAsync();

        Assert.That(widget.Frame, Is.Null, "the browser shows an error in its place");
        Assert.That(
            widget.Traces.Requests.Select(request => request.Url.AbsolutePath),
            Has.None.StartsWith("/v3/").And.None.StartsWith("/assets/")
        );
        Assert.That(
            await widget.Page.Locator("chatbot-sante a[href='tel:15']").IsVisibleAsync(),
            Is.True
        );

        await widget.Page.Keyboard.PressAsync("Enter");
        await widget.FocusedAsync(".open");
        Assert.That(await widget.Dialog.IsVisibleAsync(), Is.False);
    }

    [Test]
    public async Task Before_it_opens_only_its_script_is_asked_for_and_nothing_is_ever_stored()
    {
        await using var context = await ContextAsync(1280);
        var widget = await GoAsync(context);
        await widget.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        var before = widget.Traces.Requests.Select(request => request.Url).ToArray();
        var storedBefore = await BrowserTraces.StoredAsync(widget.Page.MainFrame);

        var chat = await widget.OpenAsync();
        await chat.SayAsync("quelle est votre adresse ?");
        await chat.SeesAsync("rue des Lilas");

        Assert.That(
            before.Where(url => url.Authority == _bot.PublicUrl.Authority),
            Is.EqualTo([new Uri(_bot.PublicUrl, "chat.js")])
        );
        Assert.That(storedBefore, Is.EqualTo("0/0/0/0/"));
        Assert.That(
            widget.Traces.Authorities,
            Is.EquivalentTo([new Uri(_site.Origin).Authority, _bot.PublicUrl.Authority])
        );
        Assert.That(await BrowserTraces.StoredAsync(widget.Page.MainFrame), Is.EqualTo("0/0/0/0/"));
        Assert.That(await BrowserTraces.StoredAsync(chat.Frame), Is.EqualTo("0/0/0/0/"));
        Assert.That(await context.CookiesAsync(), Is.Empty);
        Assert.That(widget.Traces.Errors, Is.Empty, "its own policy and the site's are kept");
    }

    [Test]
    public async Task A_patient_books_by_keyboard_alone()
    {
        await using var context = await ContextAsync(1280);
        var widget = await GoAsync(context);
        var keyboard = widget.Page.Keyboard;
        await widget.PressUntilAsync("Tab", ".open");
        await keyboard.PressAsync("Enter");
        var chat = await widget.GreetedAsync();
        foreach (var line in Bots.Booking)
        {
            await chat.FocusedAsync(PatientChat.Field);
            await chat.AnsweredAsync(async () =>
            {
                await keyboard.TypeAsync(line);
                await keyboard.PressAsync("Enter");
            });
        }

        await chat.SeesAsync("réservé");

        await keyboard.PressAsync("Escape");
        await widget.FocusedAsync(".open");
        Assert.That(await widget.Dialog.IsVisibleAsync(), Is.False);

        await keyboard.PressAsync("Enter");
        await chat.FocusedAsync(PatientChat.Field);
        await chat.SeesAsync("réservé");
        Assert.That(widget.Frame, Is.EqualTo(chat.Frame), "it went on, unseen");

        await widget.PressUntilAsync("Shift+Tab", "[data-do='close']", chat.Frame);
        await keyboard.PressAsync("Enter");
        await widget.FocusedAsync(".open");
        await Bots.UntilAsync(() => Task.FromResult(widget.Frame is null), "the frame is gone");
        await ErasedAsync(widget);
    }

    [Test]
    public async Task A_reply_that_comes_while_it_is_minimised_is_counted_on_the_button()
    {
        await using var context = await ContextAsync(1280);
        var widget = await GoAsync(context);
        var chat = await widget.OpenAsync();
        var isMinimised = new TaskCompletionSource();
        await widget.Page.RouteAsync(
            "**/activities",
            async route =>
            {
                await isMinimised.Task;
                await route.ContinueAsync();
            }
        );
        await chat.Frame.Locator(PatientChat.Field).FillAsync("quelle est votre adresse ?");
        await chat.Frame.Locator(PatientChat.Field).PressAsync("Enter");
        await chat.Frame.Locator("[data-do='minimise']").ClickAsync();
        await widget.FocusedAsync(".open");
        isMinimised.SetResult();

        await widget.Page.Locator("chatbot-sante .unread").WaitForAsync();

        Assert.That(
            await widget.Launcher.GetAttributeAsync("aria-label"),
            Is.EqualTo("Écrire à la clinique, 1 nouveau message")
        );
        await widget.Launcher.ClickAsync();
        await chat.SeesAsync("rue des Lilas");
        Assert.That(await widget.Page.Locator("chatbot-sante .unread").IsVisibleAsync(), Is.False);
    }

    [Test]
    public async Task Leaving_at_once_leaves_no_page_no_way_back_and_no_conversation(
        [Values(320, 1280)] int width
    )
    {
        await using var context = await ContextAsync(width);
        var widget = await GoAsync(context);
        var chat = await widget.OpenAsync();
        await chat.SayAsync("quelle est votre adresse ?");

        await chat.Frame.Locator("[data-do='leave']").ClickAsync();
        await widget.Page.WaitForURLAsync("about:blank");

        Assert.That(await widget.Page.TitleAsync(), Is.Empty);
        Assert.That(await widget.Page.InnerTextAsync("body"), Is.Empty);
        await ErasedAsync(widget);
        await widget.Page.GoBackAsync();
        Assert.That(widget.Page.Url, Is.EqualTo("about:blank"));
    }

    [Test]
    public async Task Going_to_another_page_of_the_site_erases_the_conversation()
    {
        await using var context = await ContextAsync(1280);
        var widget = await GoAsync(context);
        var chat = await widget.OpenAsync();
        await chat.SayAsync("quelle est votre adresse ?");

        await widget.Page.GetByText("Nos spécialités").ClickAsync();
        await widget.Page.WaitForURLAsync("**/next.html");

        await ErasedAsync(widget);
    }

    [Test]
    public async Task Axe_finds_nothing_to_say_closed_and_open(
        [Values(320, 1280)] int width,
        [Values] bool dark
    )
    {
        await using var context = await ContextAsync(width, dark: dark);
        var widget = await GoAsync(context);
        var closed = await widget.Page.RunAxe();

        var chat = await widget.OpenAsync();
        await chat.SayAsync("bonjour, je voudrais un rendez-vous");
        await chat.SeesAsync("spécialité");
        var open = await widget.Page.RunAxe();

        Assert.That(Found(closed), Is.Empty);
        Assert.That(Found(open), Is.Empty);
        Assert.That(
            open.Passes.SelectMany(rule => rule.Nodes)
                .Count(node => node.Target.ToString().Contains("iframe", StringComparison.Ordinal)),
            Is.Positive,
            "it looked into the frame"
        );
    }

    [Test]
    public async Task What_is_always_at_hand_is_in_sight_and_large_enough_to_press(
        [Values(320, 640, 1280)] int width
    )
    {
        // 640 × 400 is a window of 1280 × 800 at 200 %.
        var height = width == 640 ? 400 : 800;
        await using var context = await ContextAsync(width, height);
        var widget = await GoAsync(context);
        var chat = await widget.OpenAsync();
        await chat.SayAsync("quelle est votre adresse ?");
        await chat.SeesAsync("rue des Lilas");

        foreach (var selector in AtHand.Keys)
        {
            var there = chat.Frame.Locator(selector);
            var box = (await there.BoundingBoxAsync())!;

            Assert.That(
                await there.EvaluateAsync<string>(
                    "button => (button.ariaLabel ?? button.innerText).replace(/\\s/g, ' ')"
                ),
                Is.EqualTo(AtHand[selector])
            );
            Assert.That(box.Width, Is.GreaterThanOrEqualTo(44), selector);
            Assert.That(box.Height, Is.GreaterThanOrEqualTo(44), selector);
            Assert.That(box.X, Is.GreaterThanOrEqualTo(0), selector);
            Assert.That(box.Y, Is.GreaterThanOrEqualTo(0), selector);
            Assert.That(box.X + box.Width, Is.LessThanOrEqualTo(width), selector);
            Assert.That(box.Y + box.Height, Is.LessThanOrEqualTo(height), selector);
        }

        Assert.That(
            await chat.Frame.EvaluateAsync<bool>(
                "() => document.documentElement.scrollWidth <= innerWidth"
            ),
            Is.True,
            "nothing scrolls sideways"
        );
        Assert.That(
            await chat.Frame.Locator(".chat-emergency").GetAttributeAsync("href"),
            Is.EqualTo("tel:15")
        );
    }

    [Test]
    public async Task A_person_is_one_press_away()
    {
        await using var context = await ContextAsync(320);
        var widget = await GoAsync(context);
        var chat = await widget.OpenAsync();

        await chat.AnsweredAsync(() => chat.Frame.Locator("[data-do='person']").ClickAsync());

        await chat.SeesAsync("parler à quelqu'un");
    }

    [Test]
    public async Task Styles_of_the_page_cannot_hide_it()
    {
        await using var context = await ContextAsync(1280);
        var widget = await GoAsync(context, "/hostile.html");
        var launcher = (await widget.Launcher.BoundingBoxAsync())!;
        var chat = await widget.OpenAsync();
        var emergency = (await chat.Frame.Locator(".chat-emergency").BoundingBoxAsync())!;

        Assert.That(launcher.Width, Is.GreaterThan(150));
        Assert.That(launcher.Height, Is.GreaterThanOrEqualTo(44));
        Assert.That(launcher.X + launcher.Width, Is.LessThanOrEqualTo(1280));
        Assert.That(
            await widget.Page.EvaluateAsync<string>(
                "([x, y]) => document.elementFromPoint(x, y).localName",
                new[]
                {
                    emergency.X + (emergency.Width / 2.0),
                    emergency.Y + (emergency.Height / 2.0),
                }
            ),
            Is.EqualTo("chatbot-sante"),
            "nothing covers it"
        );
        Assert.That(
            await widget.Page.EvaluateAsync<string>(
                "() => { const { filter, opacity, transform, visibility } = getComputedStyle(document.querySelector('chatbot-sante'));"
                    + " return [filter, opacity, transform, visibility].join(); }"
            ),
            Is.EqualTo("none,1,none,visible")
        );
    }

    [Test]
    public async Task Included_several_times_it_is_there_once_on_the_side_where_lines_end()
    {
        await using var context = await ContextAsync(1280);
        var widget = await GoAsync(context, "/right-to-left.html");
        await widget.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        var launcher = (await widget.Launcher.BoundingBoxAsync())!;
        await widget.OpenAsync();
        var dialog = (await widget.Dialog.BoundingBoxAsync())!;

        Assert.That(await widget.Page.Locator("chatbot-sante").CountAsync(), Is.EqualTo(1));
        Assert.That(launcher.X, Is.LessThan(100));
        Assert.That(dialog.X, Is.LessThan(100));
        Assert.That(widget.Traces.Errors, Is.Empty);
    }

    [Test]
    public async Task A_site_that_isolates_itself_can_show_it()
    {
        await using var context = await ContextAsync(1280);
        var widget = await GoAsync(context, "/isolated.html");
        var chat = await widget.OpenAsync();

        await chat.SayAsync("quelle est votre adresse ?");

        await chat.SeesAsync("rue des Lilas");
        Assert.That(widget.Traces.Errors, Is.Empty);
    }

    [Test]
    public async Task Only_the_chat_may_stand_in_another_site_and_only_its_script_be_loaded_by_it()
    {
        using var http = _bot.CreateClient();
        var chat = await HeadersAsync(http, "chat");
        var home = await HeadersAsync(http, "");
        var script = await HeadersAsync(http, "chat.js");
        var bundle = await HeadersAsync(http, "assets/chat.js");

        Assert.That(
            chat.Policy,
            Does.EndWith($"frame-ancestors 'self' {_site.Origin} https://www.clinique.example")
        );
        Assert.That(home.Policy, Does.EndWith("frame-ancestors 'self'"));
        Assert.That(chat.Resource, Is.EqualTo("cross-origin"));
        Assert.That(script.Resource, Is.EqualTo("cross-origin"));
        Assert.That(home.Resource, Is.EqualTo("same-origin"));
        Assert.That(bundle.Resource, Is.EqualTo("same-origin"));
        Assert.That(
            (await http.GetByteArrayAsync(new Uri("chat.js", UriKind.Relative))).Length,
            Is.LessThan(10_240)
        );
    }

    private static Dictionary<string, string> AtHand { get; } =
        new(StringComparer.Ordinal)
        {
            [".chat-emergency"] = "Urgence : 15",
            ["[data-do='person']"] = "Parler à quelqu’un",
            ["[data-do='leave']"] = "Quitter vite",
            ["[data-do='minimise']"] = "Réduire la discussion",
            ["[data-do='close']"] = "Fermer et effacer la discussion",
        };

    private static async Task<(string Policy, string Resource)> HeadersAsync(
        HttpClient http,
        string path
    )
    {
        using var response = await http.GetAsync(new Uri(path, UriKind.Relative));
        var headers = response.EnsureSuccessStatusCode().Headers;

        return (
            headers.GetValues("Content-Security-Policy").Single(),
            headers.GetValues("Cross-Origin-Resource-Policy").Single()
        );
    }

    private static IEnumerable<string> Found(AxeResult axe) =>
        axe.Violations.Select(violation =>
            $"{violation.Id}: {violation.Help} {string.Join(' ', violation.Nodes.Select(node => node.Html))}"
        );

    /// <summary>The conversation's name and token, as the frame used them.</summary>
    private static (string Id, string Token) Session(WidgetPage widget)
    {
        var (url, authorization) = widget.Traces.Requests.Last(request =>
            request.Authorization is not null
            && request.Url.AbsolutePath.EndsWith("/activities", StringComparison.Ordinal)
        );

        return (url.Segments[^2].TrimEnd('/'), authorization!["Bearer ".Length..]);
    }

    /// <summary>Waits until the server has nothing left of the conversation to read.</summary>
    private static async Task ErasedAsync(WidgetPage widget)
    {
        var (id, token) = Session(widget);
        using var http = _bot.CreateClient();
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        await Bots.UntilAsync(
            async () =>
                JsonElement
                    .Parse(
                        await http.GetStringAsync(
                            new Uri(
                                $"v3/directline/conversations/{id}/activities",
                                UriKind.Relative
                            )
                        )
                    )
                    .GetProperty("activities")
                    .GetArrayLength() == 0,
            "the conversation is erased",
            TimeSpan.FromSeconds(5)
        );
    }

    private static Task<WidgetPage> GoAsync(IBrowserContext context, string path = "/") =>
        WidgetPage.GoAsync(context, _bot.PublicUrl, _site.Origin + path);

    private static Task<IBrowserContext> ContextAsync(
        int width,
        int height = 800,
        bool dark = false
    ) =>
        _chromium.NewContextAsync(
            new BrowserNewContextOptions
            {
                Locale = "fr-FR",
                TimezoneId = "Europe/Paris",
                ViewportSize = new ViewportSize { Width = width, Height = height },
                ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light,
            }
        );
}
