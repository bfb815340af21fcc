using Microsoft.Playwright;
using NUnit.Framework;

namespace ChatbotSante.Tests.Support;

public sealed class ChromiumTests
{
    [Test]
    public async Task A_page_runs_its_script_in_French_in_Paris()
    {
        await using var chromium = await Chromium.LaunchAsync();
        var page = await (await chromium.NewContextAsync()).NewPageAsync();

        await page.SetContentAsync(
            "<button onclick=\"this.textContent = navigator.language\">langue</button>"
        );
        await page.GetByRole(AriaRole.Button).ClickAsync();

        Assert.That(await page.GetByRole(AriaRole.Button).TextContentAsync(), Is.EqualTo("fr-FR"));
        Assert.That(
            await page.EvaluateAsync<string>(
                "() => Intl.DateTimeFormat().resolvedOptions().timeZone"
            ),
            Is.EqualTo("Europe/Paris")
        );
    }
}
