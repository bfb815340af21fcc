using ChatbotSante.Redaction;

namespace ChatbotSante.Dialogs.Nlu.Slots;

/// <summary>Whether somebody else is the one to be seen: « pour ma mère », « ma fille a mal aux dents », « c'est pour une dame que j'accompagne ».</summary>
internal static class RelativeRules
{
    /// <summary>What says that one acts for another, whoever it is.</summary>
    private static readonly string[][] Roles =
    [
        .. (
            "dont je m occupe|le compte de|pour madame|pour monsieur|pour mme|pour mr|pour mlle|dont j ai la charge|dont je suis|que j accompagne|que j aide|que je garde|que je suis a|dont on s occupe|que nous accompagnons|"
            + "sous ma tutelle|sous ma curatelle|sous tutelle|sous curatelle|a ma charge|je suis le tuteur|je suis la tutrice|je suis tuteur|je suis tutrice|"
            + "je suis son tuteur|je suis sa tutrice|je suis son aidant|je suis sa curatrice|je suis le curateur|je suis la curatrice|je suis mandataire|"
            + "je suis son|je suis sa fille|je suis sa femme|je suis sa mere|je suis l aidant|je suis l aidante|moi l aidant|moi l aidante|"
            + "qui ne peut pas appeler|qui ne peut pas telephoner|je l emmene|je l amene|je l accompagne|je l emmenerai|je l amenerai|je la conduis|je le conduis|"
            + "je l inscris|pour autrui|pour un tiers|pour quelqu un d autre|pour une autre personne|quelqu un de ma famille|pour bebe|ma petite famille|"
            + "toute la famille|toute ma famille|de la part de ma|de la part de mon|je parle pour|je prends pour|j appelle pour lui|j appelle pour elle"
        )
            .Split('|')
            .Select(phrase => phrase.Split(' ')),
    ];

    /// <summary>Whether the request is for somebody else, or for somebody else too.</summary>
    /// <param name="text">The message.</param>
    public static bool IsForOther(FoldedText text)
    {
        var found = Whom.Unsaid;
        var foundAt = 0;
        for (var i = 0; i < text.Tokens.Length; i++)
        {
            var whom = WhomAt(text, i);
            if (whom == Whom.Unsaid)
            {
                continue;
            }

            var replaces =
                found == Whom.Unsaid
                || whom == Whom.Other
                || CorrectionRules.IsTakenBack(text, foundAt + 1, i);
            (found, foundAt) = replaces ? (whom, i) : (found, foundAt);
        }

        return found == Whom.Other;
    }

    /// <summary>Whether somebody is said at a token to be whom it is for, oneself or another, refused or not.</summary>
    internal static bool NamesWhom(FoldedText text, int i) =>
        text.At(i) is "moi"
        || Relatives.PossessedAt(text, i) > 0
        || (text.At(i - 1) is "pour" && Relatives.AnybodyAt(text, i) > 0);

    private static Whom WhomAt(FoldedText text, int i)
    {
        if (text.At(i) is "pour" or "pr" && !IsDenied(text, i))
        {
            if (text.At(i + 1) is "moi")
            {
                var and = text.At(i + 2) is "et" or "ainsi" or "puis" or "avec";
                return and && Relatives.AnybodyAt(text, i + 3) > 0 ? Whom.Other : Whom.Self;
            }

            if (IsForAnybody(text, i))
            {
                return Whom.Other;
            }
        }

        if (
            (text.Matches(i, ["nom", "de"]) && Relatives.AnybodyAt(text, i + 2) > 0)
            || (
                text.At(i) is "a"
                && text.At(i - 1)
                    is not (
                        "parle"
                        or "dit"
                        or "demande"
                        or "grace"
                        or "telephone"
                        or "ressemble"
                        or "pense"
                        or "cede"
                        or "donne"
                    )
                && i > 0
                && Relatives.PossessedAt(text, i + 1) > 0
            )
            || Array.Exists(Roles, words => text.Matches(i, words))
            || IsThird(text, i)
        )
        {
            return Whom.Other;
        }

        // « Le vaccin de ma fille ».
        var end = Relatives.PossessedAt(text, i);
        if (end > 0 && text.At(i - 1) is "de" && i > 1 && IsOwned(text.At(i - 2)))
        {
            return Whom.Other;
        }

        if (end == 0 && i == 0 && text.At(i) is "le" or "la" or "les")
        {
            end = Relatives.AnybodyAt(text, i);
            end = text.At(end) is "qui" ? 0 : end;
        }

        return end > 0 && !IsDenied(text, i) && IsPatient(text, i, end) ? Whom.Other : Whom.Unsaid;
    }

    /// <summary>« Le vaccin de ma fille », not « le dentiste de ma fille » nor « le décès de mon mari ».</summary>
    private static bool IsOwned(ReadOnlySpan<char> word) =>
        word
            is not (
                "part"
                or "medecin"
                or "docteur"
                or "avis"
                or "conseil"
                or "conseils"
                or "cote"
                or "lieu"
                or "place"
                or "ami"
                or "amie"
                or "collegue"
                or "celui"
                or "celle"
                or "kine"
                or "orl"
                or "psy"
                or "deces"
                or "mort"
                or "perte"
                or "naissance"
                or "mariage"
                or "depart"
                or "cause"
                or "aide"
                or "telephone"
                or "portable"
                or "adresse"
                or "mail"
                or "numero"
                or "carte"
                or "mutuelle"
                or "compagnie"
                or "occupe"
                or "pres"
                or "lors"
                or "loin"
                or "voiture"
                or "ecole"
            )
        && !word.EndsWith("logue")
        && !word.EndsWith("iste")
        && !word.EndsWith("iatre")
        && !word.EndsWith("o");

    /// <summary>« Pour une résidente », not « un docteur pour les enfants ».</summary>
    private static bool IsForAnybody(FoldedText text, int i)
    {
        var end = Relatives.AnybodyAt(text, i + 1);
        if (end == 0)
        {
            return false;
        }

        if (text.At(i + 1) is "quelqu" or "quelqun" or "qqn")
        {
            return true;
        }

        var isKindOfDoctor =
            text.At(i - 1) is "docteur" or "medecin" or "specialiste" or "toubib" or "medecins"
            && text.At(i + 1) is "les" or "l" or "la" or "le" or "des" or "enfants";
        return !isKindOfDoctor
            && text.At(end) is not ("docteur" or "medecin" or "qualifiee" or "competente");
    }

    private static bool IsDenied(FoldedText text, int i)
    {
        var k = text.At(i) is "pour" or "pr" ? i - 1 : i - 2;
        return text.At(k) is "pas"
            || (text.At(k) is "non" && text.At(k - 1) is "et")
            || text.At(k) is "plus" && text.At(k - 1) is "est";
    }

    /// <summary>« Il doit voir », « elle a besoin de »: nobody said « il » of a part of the body.</summary>
    private static bool IsThird(FoldedText text, int i)
    {
        if (text.At(i) is not ("il" or "elle" or "ils" or "elles"))
        {
            return false;
        }

        return text.At(i + 1) switch
        {
            "doit" or "doivent" or "devrait" => text.At(i + 2)
                is "voir"
                    or "faire"
                    or "passer"
                    or "consulter"
                    or "etre"
                    or "se"
                    or "avoir"
                    or "subir"
                    or "revoir"
                    or "prendre"
                    or "venir",
            "voudrait"
            or "voudraient"
            or "souhaite"
            or "souhaiterait"
            or "aimerait"
            or "souffre"
            or "tousse"
            or "ronfle" => true,
            "a" or "ont" => text.At(i + 2) is "besoin" or "mal" or "ans",
            "se" => text.At(i + 2) is "plaint" or "gratte" or "sent",
            _ => false,
        };
    }

    private static bool IsPatient(FoldedText text, int first, int end)
    {
        var before = text.At(first - 1);

        // « Ma femme et moi », « moi et mon mari ».
        if (
            (text.At(end) is "et" && text.At(end + 1) is "moi")
            || (before is "et" && text.At(first - 2) is "moi")
        )
        {
            return true;
        }

        if (
            before is "avec" or "chez" or "par" or "comme"
            || (before is "que" && text.At(first - 2) is not ("parce" or "vu" or "donne"))
        )
        {
            return false;
        }

        if (
            before
            is "emmener"
                or "amener"
                or "faire"
                or "soigner"
                or "accompagner"
                or "conduire"
                or "inscrire"
                or "emmene"
                or "amene"
                or "accompagne"
        )
        {
            return true;
        }

        // « Ma fille Léa a mal »: a first name may stand between.
        for (var k = end; k <= Math.Min(end + 4, text.Tokens.Length - 1); k++)
        {
            // « Mon neveu vient de se casser le bras », not « mon neveu vient me conduire ».
            if (text.At(k) is "vient" or "viennent" && text.At(k + 1) is "de" or "d")
            {
                return true;
            }

            if (IsReporting(text.At(k)))
            {
                return false;
            }

            if (text.At(k) is "qui" or "a" or "est" or "avait")
            {
                return !(
                    IsReporting(text.At(k + 1))
                    || text.At(k + 1) is "dit" or "appele" or "pris" or "conseille"
                );
            }

            if (IsVerb(text.At(k)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Somebody who only speaks, writes, drives.</summary>
    private static bool IsReporting(ReadOnlySpan<char> word) =>
        word
            is "m"
                or "me"
                or "nous"
                or "vous"
                or "viendra"
                or "vient"
                or "accompagne"
                or "dit"
                or "conseille"
                or "recommande"
                or "appelle"
                or "ecrit"
                or "travaille"
                or "conduit"
                or "emmene"
                or "amene"
                or "pense";

    private static bool IsVerb(ReadOnlySpan<char> word) =>
        word
            is "ont"
                or "doit"
                or "doivent"
                or "devrait"
                or "voudrait"
                or "voudraient"
                or "veut"
                or "veulent"
                or "souhaite"
                or "souhaitent"
                or "souhaiterait"
                or "aimerait"
                or "aimeraient"
                or "cherche"
                or "souffre"
                or "se"
                or "s"
                or "tousse"
                or "ronfle"
                or "boite"
                or "pleure"
                or "saigne"
                or "perd"
                or "dort"
                or "mange"
                or "respire"
                or "marche"
                or "voit"
                or "entend"
                or "sont"
                or "n"
                or "ne"
                or "besoin"
                or "peut"
                or "va"
                or "vont"
                or "fait"
                or "suit"
                or "commence"
                or "prend"
                or "vomit"
                or "tombe"
                or "attend";

    private enum Whom
    {
        Unsaid,
        Self,
        Other,
    }
}
