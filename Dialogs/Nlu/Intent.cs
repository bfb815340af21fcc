namespace ChatbotSante.Dialogs.Nlu;

/// <summary>What a message asks for.</summary>
public enum Intent
{
    Greet,
    Goodbye,
    Thanks,
    Help,
    BookAppointment,

    /// <summary>A place on the waiting list.</summary>
    WaitingList,
    ChangeAppointment,
    CancelAppointment,
    ViewAppointment,
    Hours,
    Access,
    Contact,
    Visits,
    Human,
    BotIdentity,
    Abandon,

    /// <summary>There is no emergency after all.</summary>
    FalseAlarm,
}
