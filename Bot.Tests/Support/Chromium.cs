using System.Collections;
using Microsoft.Playwright;

namespace ChatbotSante.Tests.Support;

/// <summary>Debian's Chromium, without a window, as a patient's browser in Paris. It calls nobody but the page's servers.</summary>
internal sealed class Chromium : IAsyncDisposable
{
    private readonly TemporaryFolder _home;
    private readonly IPlaywright _playwright;

    private Chromium(TemporaryFolder home, IPlaywright playwright, IBrowser browser)
    {
        _home = home;
        _playwright = playwright;
        Browser = browser;
    }

    public IBrowser Browser { get; }

    public static async Task<Chromium> LaunchAsync()
    {
        var home = new TemporaryFolder("chromium");
        IPlaywright? playwright = null;

        try
        {
            playwright = await Playwright.CreateAsync();

            var browser = await playwright.Chromium.LaunchAsync(
                new BrowserTypeLaunchOptions
                {
                    ExecutablePath = "/usr/bin/chromium",
                    Headless = true,
                    Env = Variables(home.Root),
                    Args =
                    [
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-quic",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                    ],
                }
            );

            return new Chromium(home, playwright, browser);
        }
        catch
        {
            playwright?.Dispose();
            home.Dispose();

            throw;
        }
    }

    /// <summary>A browser session with nothing in it: no cookie, no storage. Closed with the browser at the latest.</summary>
    /// <param name="options">Default: French, Europe/Paris, 1280 × 800.</param>
    public Task<IBrowserContext> NewContextAsync(BrowserNewContextOptions? options = null) =>
        Browser.NewContextAsync(
            options
                ?? new BrowserNewContextOptions
                {
                    Locale = "fr-FR",
                    TimezoneId = "Europe/Paris",
                    ViewportSize = new ViewportSize { Width = 1280, Height = 800 },
                }
        );

    public async ValueTask DisposeAsync()
    {
        await Browser.DisposeAsync();
        _playwright.Dispose();
        _home.Dispose();
    }

    // Chromium writes into its home folder whatever profile it is given.
    private static Dictionary<string, string> Variables(string home)
    {
        var variables = Environment
            .GetEnvironmentVariables()
            .Cast<DictionaryEntry>()
            .ToDictionary(
                entry => (string)entry.Key,
                entry => (string?)entry.Value ?? "",
                StringComparer.Ordinal
            );

        variables["HOME"] = home;
        variables["XDG_CONFIG_HOME"] = Path.Combine(home, ".config");
        variables["XDG_CACHE_HOME"] = Path.Combine(home, ".cache");

        return variables;
    }
}
