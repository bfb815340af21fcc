namespace ChatbotSante.Dialogs.Nlu;

/// <summary>What exactly a question for information is about: one answer each. The clinic's file calls them by these names.</summary>
public enum InfoTopic
{
    Address,
    Parking,
    Transport,

    /// <summary>Wheelchairs, lifts, guide dogs, sign language.</summary>
    Accessibility,

    /// <summary>Papers to bring.</summary>
    Papers,

    /// <summary>Where and how to register before a stay.</summary>
    PreAdmission,

    /// <summary>When and where to be on the day.</summary>
    Arrival,

    /// <summary>The room, its price, what is in it.</summary>
    Room,
    Prices,
    Reimbursement,
    Payment,
    Invoice,

    /// <summary>Medicines to stop or to go on with: the team's answer, never the bot's.</summary>
    Medicines,

    /// <summary>Eating and drinking before: the anaesthetist's answer, never the bot's.</summary>
    Fasting,

    /// <summary>Who may come along, and who takes one home.</summary>
    Companions,
    Meals,
    Internet,

    /// <summary>When and how results are handed over, not what they say.</summary>
    Results,

    /// <summary>Certificates, reports, medical files.</summary>
    Documents,
    LostProperty,
    Email,
}
