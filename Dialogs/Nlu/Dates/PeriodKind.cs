namespace ChatbotSante.Dialogs.Nlu.Dates;

/// <summary>What a period is a part of: its beginning and its end are other days then.</summary>
internal enum PeriodKind : byte
{
    Other,
    Week,
    Month,
}
