using ChatbotSante.Tests.Bot.Channels;
using ChatbotSante.Tests.Support;
using Microsoft.Playwright;
using NUnit.Framework;

namespace ChatbotSante.Tests.Bot.Widget;

/// <summary>Takes the pictures of <c>deployment/screenshots</c>: <c>./build.sh screenshots</c>.</summary>
[Explicit("It writes into the working copy.")]
[Category("Screenshots")]
public sealed class ScreenshotTests
{
    private static readonly string Folder = Checkout.PathOf("deployment/screenshots");

    [Test]
    public async Task The_page_and_the_widget_are_pictured_narrow_and_wide(
        [Values(320, 1280)] int width,
        [Values("", "-dark", "-contrast")] string look
    )
    {
        using var folder = new TemporaryFolder("screenshots");
        var origin = ClinicSite.NewOrigin();
        await using var bot = await Bots.StartAsync(folder, $"--Widget:AllowedOrigins:0={origin}");
        await using var site = await ClinicSite.StartAsync(origin, bot.PublicUrl);
        await using var chromium = await Chromium.LaunchAsync();
        await using var context = await chromium.NewContextAsync(
            new BrowserNewContextOptions
            {
                Locale = "fr-FR",
                TimezoneId = "Europe/Paris",
                ViewportSize = new ViewportSize
                {
                    Width = width,
                    Height = width == 320 ? 640 : 860,
                },
                ColorScheme = look == "-dark" ? ColorScheme.Dark : ColorScheme.Light,
                ForcedColors = look == "-contrast" ? ForcedColors.Active : ForcedColors.None,
                ReducedMotion = ReducedMotion.Reduce,
            }
        );
        if (look.Length > 0)
        {
            await WidgetAsync(FormattableString.Invariant($"widget-{width}{look}"));
            return;
        }

        var page = await context.NewPageAsync();
        await page.GotoAsync(bot.PublicUrl.AbsoluteUri);
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        await PictureAsync(page, FormattableString.Invariant($"page-{width}"));
        await page.Locator("#open").ClickAsync();
        await TalkAsync(new PatientChat(page.MainFrame));
        await PictureAsync(page, FormattableString.Invariant($"chat-{width}"));
        await WidgetAsync(FormattableString.Invariant($"widget-{width}"));

        async Task WidgetAsync(string name)
        {
            var widget = await WidgetPage.GoAsync(context, bot.PublicUrl, site.Origin);
            await TalkAsync(await widget.OpenAsync());
            await PictureAsync(widget.Page, name);
        }
    }

    /// <summary>To the middle of a booking.</summary>
    private static async Task TalkAsync(PatientChat chat)
    {
        await chat.GreetedAsync();
        foreach (var line in Bots.Booking.Take(2))
        {
            await chat.SayAsync(line);
        }

        await chat.SettledAsync();
    }

    private static async Task PictureAsync(IPage page, string name) =>
        await page.ScreenshotAsync(
            new PageScreenshotOptions
            {
                Path = Path.Combine(Folder, $"{name}.png"),
                Caret = ScreenshotCaret.Hide,
            }
        );
}
