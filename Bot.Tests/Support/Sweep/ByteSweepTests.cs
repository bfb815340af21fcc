using System.Net;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using NUnit.Framework;

namespace ChatbotSante.Tests.Support.Sweep;

public sealed class ByteSweepTests
{
    private const int LongestPrefix = 60;
    private const string Name = "Zéphyrine Quillebœuf-Lanthéaume";
    private const string Phone = "06 39 98 12 34";
    private const string Birth = "12/03/1948";
    private static readonly ByteSweep Sweep = new(Name, Phone, Birth)
    {
        ReadLocked = LockedFile.ReadAsync,
    };

    private static IEnumerable<TestCaseData<string, string, string>> Planted()
    {
        yield return Case(ByteEncoding.Utf8, Name, Latin1(Encoding.UTF8.GetBytes(Name)));
        yield return Case(
            ByteEncoding.Utf8,
            Name,
            Latin1(Encoding.UTF8.GetBytes(Name.ToUpperInvariant())),
            "in capitals"
        );
        yield return Case(
            ByteEncoding.Utf8,
            Name,
            Utf8("zephyrine quillebœuf-lantheaume"),
            "unaccented"
        );
        yield return Case(
            ByteEncoding.Utf8,
            Name,
            Utf8(Name.Normalize(NormalizationForm.FormD)),
            "decomposed"
        );
        yield return Case(ByteEncoding.Utf16, Name, Latin1(Encoding.Unicode.GetBytes(Name)));
        yield return Case(
            ByteEncoding.Utf16,
            Name,
            Latin1(Encoding.BigEndianUnicode.GetBytes(Name)),
            "big-endian"
        );

        for (var before = 0; before < 3; before++)
        {
            byte[] padded = [.. new byte[before], .. Encoding.UTF8.GetBytes(Name), 7];
            byte[] wide = [.. new byte[before], .. Encoding.Unicode.GetBytes(Name), 7];

            yield return Case(
                ByteEncoding.Base64,
                Name,
                Convert.ToBase64String(padded),
                $"after {before} bytes"
            );
            yield return Case(
                ByteEncoding.Base64,
                Name,
                Convert.ToBase64String(wide),
                $"UTF-16 after {before} bytes"
            );
        }

        var prefixed = Encoding.UTF8.GetBytes(new string('x', 40) + Name);

        yield return Case(
            ByteEncoding.Base64,
            Name,
            System.Buffers.Text.Base64Url.EncodeToString(prefixed),
            "for URLs"
        );
        yield return Case(
            ByteEncoding.Base64,
            Name,
            Convert.ToBase64String(prefixed, Base64FormattingOptions.InsertLineBreaks),
            "wrapped"
        );
        yield return Case(
            ByteEncoding.Hex,
            Name,
            Convert.ToHexString(Encoding.UTF8.GetBytes(Name))
        );
        yield return Case(
            ByteEncoding.Hex,
            Name,
            Convert.ToHexStringLower(Encoding.UTF8.GetBytes(Name)),
            "small"
        );
        yield return Case(
            ByteEncoding.Hex,
            Name,
            BitConverter.ToString(Encoding.UTF8.GetBytes(Name)),
            "dashed"
        );
        yield return Case(ByteEncoding.Percent, Name, Uri.EscapeDataString(Name));
        yield return Case(ByteEncoding.Percent, Name, WebUtility.UrlEncode(Name), "form");
        yield return Case(
            ByteEncoding.Percent,
            Name,
            Uri.EscapeDataString(Name).ToLowerInvariant(),
            "small"
        );
        yield return Case(ByteEncoding.Json, Name, JsonSerializer.Serialize(Name));
        yield return Case(
            ByteEncoding.Json,
            Name,
            JsonSerializer.Serialize(JsonSerializer.Serialize(Name)),
            "twice"
        );
        yield return Case(
            ByteEncoding.Json,
            Name,
            string.Concat(Name.Select(character => $"\\u{(int)character:X4}")),
            "every character"
        );
        yield return Case(ByteEncoding.Html, Name, HtmlEncoder.Default.Encode(Name));
        yield return Case(
            ByteEncoding.Html,
            Name,
            Utf8(Name).Replace(Utf8("é"), "&eacute;", StringComparison.Ordinal),
            "names"
        );
        yield return Case(
            ByteEncoding.QuotedPrintable,
            Name,
            Utf8(Name)
                .Replace("\u00c3\u00a9", "=C3=\r\n=A9", StringComparison.Ordinal)
                .Replace(Utf8("œ"), "=C5=93", StringComparison.Ordinal)
        );
        yield return Case(ByteEncoding.Utf8, Phone, Phone);
        yield return Case(ByteEncoding.Digits, Phone, "0639981234", "together");
        yield return Case(ByteEncoding.Digits, Phone, "06.39.98.12.34", "dots");
        yield return Case(ByteEncoding.Digits, Phone, "+33 (0)6 39-98-12-34", "international");
        yield return Case(ByteEncoding.Digits, Phone, "+33639981234", "E.164");
        yield return Case(
            ByteEncoding.Digits,
            Phone,
            Utf8("06\u202f39\u00a098 12 34"),
            "narrow spaces"
        );
        yield return Case(
            ByteEncoding.Digits,
            Phone,
            Latin1(Encoding.Unicode.GetBytes("0639981234")),
            "UTF-16"
        );
        yield return Case(ByteEncoding.Digits, Birth, "12-03-1948", "dashes");
        yield return Case(ByteEncoding.Digits, Birth, "1948.03.12", "year first");
        yield return Case(ByteEncoding.Utf8, Birth, "1948-03-12", "ISO 8601");
        yield return Case(
            ByteEncoding.Base64,
            Birth,
            Convert.ToBase64String(Encoding.UTF8.GetBytes("née le 1948-03-12")),
            "ISO 8601"
        );
    }

    [TestCaseSource(nameof(Planted))]
    public void A_planted_canary_is_found_where_it_is(
        string encoding,
        string canary,
        string planted
    )
    {
        var noise = new string('\u00a7', 100) + "{\"id\":\"";
        var bytes = Encoding.Latin1.GetBytes(noise + planted + "\"}");

        var found = Sweep.Find("memory", bytes);

        Assert.That(found, Has.Count.EqualTo(1));
        Assert.That(found[0].Encoding.ToString(), Is.EqualTo(encoding));
        Assert.That(found[0].Canary, Is.EqualTo(canary));
        Assert.That(found[0].Offset, Is.InRange(noise.Length, noise.Length + LongestPrefix));
    }

    [Test]
    public void A_canary_across_two_windows_is_found_once([Values(-40, -1, 0, 1, 40)] int shift)
    {
        const int Window = 1 << 20;
        var planted = Encoding.UTF8.GetBytes(Name);
        var bytes = new byte[3 * Window];
        planted.CopyTo(bytes, Window + shift);

        var found = Sweep.Find("memory", bytes);

        Assert.That(
            found,
            Is.EqualTo(
                new[] { new ByteSweepFinding("memory", Window + shift, ByteEncoding.Utf8, Name) }
            )
        );
    }

    [Test]
    public void Escapes_elsewhere_do_not_report_a_canary_twice()
    {
        var found = Sweep.Find("memory", $"%20 \\u0020 &amp; =20 \r\n{Phone} + {Name}");

        Assert.That(
            found.Select(finding => finding.Encoding),
            Is.EqualTo([ByteEncoding.Utf8, ByteEncoding.Utf8])
        );
    }

    [Test]
    public void What_only_looks_alike_is_not_found()
    {
        var found = Sweep.Find(
            "memory",
            "Zéphyrine; Quillebœuf; 06 39 98 12 35; 06 39 98, 12 34; 12:03:1948; 2048-03-12; 10:00:12.0319480Z; %C3 \\u00 &eacute =C3="
        );

        Assert.That(found, Is.Empty);
    }

    [Test]
    public void Random_bytes_hold_no_canary()
    {
        var bytes = new byte[8 << 20];
        new Random(20_261_123).NextBytes(bytes);

        Assert.That(Sweep.Find("memory", bytes), Is.Empty);
    }

    [Test]
    public async Task Files_are_searched_with_their_names_and_even_when_locked()
    {
        using var folder = new TemporaryFolder();
        var named = Directory
            .CreateDirectory(folder.PathOf("a/zephyrine quillebœuf-lantheaume"))
            .FullName;
        var locked = folder.PathOf("a/.lock");
        await File.WriteAllTextAsync(locked, $"held by {Phone}");
        await using var holder = new FileStream(
            locked,
            FileMode.Open,
            FileAccess.ReadWrite,
            FileShare.None
        );

        var found = await Sweep.FindInAsync(folder.Root);

        Assert.That(
            found,
            Is.EquivalentTo([
                new ByteSweepFinding($"{named} (name)", 2, ByteEncoding.Utf8, Name),
                new ByteSweepFinding(locked, 8, ByteEncoding.Utf8, Phone),
            ])
        );
    }

    [Test]
    public async Task A_place_that_is_not_there_does_not_pass_for_clean() =>
        await Assert.ThatAsync(
            () => Sweep.FindInAsync("/nowhere/at/all"),
            Throws.InstanceOf<FileNotFoundException>()
        );

    [Test]
    public void A_canary_that_chance_would_find_is_refused() =>
        Assert.That(() => new ByteSweep("Luc"), Throws.ArgumentException);

    private static TestCaseData<string, string, string> Case(
        ByteEncoding encoding,
        string canary,
        string planted,
        string detail = "plain"
    ) =>
        new TestCaseData<string, string, string>(
            encoding.ToString(),
            canary,
            planted
        ).SetArgDisplayNames(encoding.ToString(), canary, detail);

    // One character a byte, so that any bytes travel as a test case.
    private static string Latin1(byte[] bytes) => Encoding.Latin1.GetString(bytes);

    private static string Utf8(string text) => Latin1(Encoding.UTF8.GetBytes(text));
}
