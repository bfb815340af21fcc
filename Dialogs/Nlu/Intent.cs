namespace ChatbotSante.Dialogs.Nlu;

/// <summary>What a message asks for.</summary>
public enum Intent
{
    Greet,
    Goodbye,
    Thanks,
    Help,
    BookAppointment,
    ChangeAppointment,
    CancelAppointment,
    ViewAppointment,

    /// <summary>The code received by SMS must be sent again.</summary>
    ResendCode,
    Hours,
    Access,
    Contact,
    Visits,
    Human,
    BotIdentity,
    Abandon,

    /// <summary>« Annuler », without saying what: an appointment, or what is being talked of.</summary>
    Cancel,

    /// <summary>There is no emergency after all.</summary>
    FalseAlarm,
}
