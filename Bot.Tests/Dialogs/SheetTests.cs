using ChatbotSante.Dialogs.Care.Sheets;
using ChatbotSante.Dialogs.Engine;
using ChatbotSante.Tests.Support;
using NUnit.Framework;

namespace ChatbotSante.Tests.Dialogs;

/// <summary>Only what a professional signed, as it was signed, reaches a patient.</summary>
public sealed class SheetTests
{
    private static readonly Sheet Signed = DemonstrationClinic.Sign(
        new Sheet
        {
            Id = "coloscopie",
            Title = "coloscopie",
            Acts = ["coloscopie"],
            Version = 2,
            Text = "Suivez la feuille remise par la clinique.",
            SignedBy = "Dr Élise Marchandeau",
            SignedAs = SheetCatalog.Physician,
            SignedOn = new DateOnly(2026, 10, 5),
        }
    );

    private static IEnumerable<string> Files =>
        Directory
            .EnumerateFiles(Checkout.PathOf("Dialogs/Content/fr-FR/sheets"), "*.md")
            .Select(file => Path.GetFileName(file));

    [TestCaseSource(nameof(Files))]
    public void A_sheet_that_ships_is_signed_unchanged_and_marked_invented(string file)
    {
        var sheet = ContentReader.Sheet(
            file,
            File.ReadAllText(Checkout.PathOf($"Dialogs/Content/fr-FR/sheets/{file}"))
        );

        Assert.Multiple(() =>
        {
            Assert.That(sheet.Id, Is.EqualTo(Path.GetFileNameWithoutExtension(file)));
            Assert.That(sheet.IsSigned);
            Assert.That(sheet.Fingerprint, Is.EqualTo(sheet.ComputeFingerprint()));
            Assert.That(sheet.IsDemonstration);
            Assert.That(sheet.SignedBy, Does.Contain("inventée"));
            Assert.That(sheet.Text, Has.Length.LessThan(600).And.EndsWith("."));
        });
    }

    [Test]
    public void A_signed_sheet_is_served() =>
        Assert.That(Catalog(Signed).Find("coloscopie"), Is.EqualTo(Signed));

    [Test]
    public void A_sheet_nobody_signed_is_not_served() =>
        Assert.That(Catalog(Signed with { SignedBy = null }).Find("coloscopie"), Is.Null);

    [Test]
    public void An_invented_sheet_is_not_served_in_production() =>
        Assert.That(Catalog(Signed with { IsDemonstration = true }).Find("coloscopie"), Is.Null);

    [TestCase("text")]
    [TestCase("title")]
    [TestCase("act")]
    [TestCase("version")]
    [TestCase("id")]
    public void A_sheet_changed_after_it_was_signed_is_refused_by_its_name(string what)
    {
        var changed = what switch
        {
            "text" => Signed with { Text = Signed.Text + " Mangez ce que vous voulez." },
            "title" => Signed with { Title = "autre" },
            "act" => Signed with { Acts = ["coloscopie", "cataracte"] },
            "version" => Signed with { Version = 3 },
            _ => Signed with { Id = "cataracte" },
        };

        var refused = Assert.Throws<SheetException>(() => Catalog(changed));

        Assert.That(refused!.Code, Is.EqualTo("CONTENT-002"));
        Assert.That(refused.Message, Does.Contain(changed.Id));
    }

    [TestCase("médecin", true)]
    [TestCase("infirmière", false)]
    [TestCase(null, false)]
    public void First_gestures_are_a_physicians(string? profession, bool served)
    {
        var gestures = DemonstrationClinic.Sign(
            Signed with
            {
                Id = "gestes-u4",
                Acts = [],
                SignedAs = profession,
            }
        );

        Assert.That(Catalog(gestures).FirstGestures("u4") is not null, Is.EqualTo(served));
    }

    [Test]
    public async Task First_gestures_are_said_after_the_number_to_call_once_signed()
    {
        var bot = new TestBot(DemonstrationClinic.WithFirstGestures);

        var said = await bot.SayAsync("je saigne beaucoup");

        Assert.That(
            said,
            Replies.Are("accueil.assistant-automatique", "urgence.u4", "urgence.gestes")
        );
        Assert.That(said[1].Text, Does.Contain("15"));
        Assert.That(said[2].Text, Does.Contain("linge propre").And.Contain("Marchandeau"));
    }

    [TestCase("no front matter")]
    [TestCase("---\nid: x\n---\n")]
    [TestCase("---\nid: x\ntitre: x\nactes: [x]\nversion: deux\n---\nTexte.\n")]
    [TestCase("---\nid: x\ntitre: x\nactes: [x]\nversion: 1\nvalide: oui\n---\nTexte.\n")]
    [TestCase("---\nid: x\ntitre: x\nactes: [x]\nversion: 1\nvalide_le: hier\n---\nTexte.\n")]
    public void A_sheet_that_does_not_read_is_refused_by_its_name(string text) =>
        Assert.That(
            Assert.Throws<ContentException>(() => ContentReader.Sheet("fiche.md", text))!.Message,
            Does.Contain("fiche.md")
        );

    private static SheetCatalog Catalog(Sheet sheet) => new([sheet], servesDemonstration: false);
}
