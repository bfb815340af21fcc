using ChatbotSante.Dialogs.Nlu.Dates;
using ChatbotSante.Redaction;

namespace ChatbotSante.Dialogs.Nlu;

/// <summary>The first understander: rules over words, the clinic's own vocabulary, and the spans of the classifier.</summary>
public sealed class SimpleUnderstander(ClinicVocabulary vocabulary) : IUnderstander
{
    /// <inheritdoc />
    public Understanding Understand(
        FoldedText text,
        TextClassification classification,
        DateOnly today
    )
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(classification);
        if (text.Tokens.Length == 0)
        {
            return Understanding.Nothing;
        }

        var specialty = vocabulary.SpecialtyIn(text);
        var practitioner = vocabulary.PractitionerIn(text);
        var intents = IntentRules.In(text);
        if (intents.All(IsCourtesy) && (specialty ?? practitioner) is not null)
        {
            intents = intents.Insert(0, Intent.BookAppointment);
        }

        return new Understanding
        {
            Intents = intents,
            Answer = AnswerRules.YesOrNo(text),
            Ordinal = AnswerRules.Ordinal(text),
            Clock = FrenchDateParser.ParseClock(text),
            Specialty = specialty,
            Practitioner = practitioner,
            ForOther = ForSomebodyElse(text),
            When = FrenchDateParser.Parse(text, today),
            Name = IdentityRules.Name(text, classification),
            BirthDate = IdentityRules.BirthDate(text, classification, today),
            Phone = IdentityRules.Phone(text, classification),
            Code = IdentityRules.Code(text, classification),
            Held = classification.Categories,
        };
    }

    private static bool IsCourtesy(Intent intent) =>
        intent is Intent.Greet or Intent.Thanks or Intent.Goodbye;

    private static bool ForSomebodyElse(FoldedText text)
    {
        for (var i = 1; i < text.Tokens.Length; i++)
        {
            var relative =
                text.At(i)
                is "mere"
                    or "pere"
                    or "mari"
                    or "femme"
                    or "fils"
                    or "fille"
                    or "maman"
                    or "papa"
                    or "enfant"
                    or "epouse"
                    or "conjoint";
            if (
                relative
                && text.At(i - 1) is ("ma" or "mon")
                && text.At(i - 2) is ("pour" or "pr" or "a")
            )
            {
                return true;
            }
        }

        return false;
    }
}
