namespace ChatbotSante.Dialogs.Nlu;

/// <summary>What a message asks for. Each has a stable label (<see cref="IntentLabels"/>).</summary>
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

    /// <summary>The code received by SMS must be sent again.</summary>
    ResendCode,

    /// <summary>No code can be received: no mobile, a fixed line, another number.</summary>
    NoCode,
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

    /// <summary>Papers, pre-admission, arrival.</summary>
    Admission,

    /// <summary>Prices, reimbursement, a neutral question on a bill.</summary>
    Costs,

    /// <summary>What to do before an examination or an operation.</summary>
    Preparation,

    /// <summary>Whether the clinic has, does or takes something, and who does it.</summary>
    Services,

    /// <summary>How somebody is after an operation or a stay.</summary>
    FollowUpReport,

    /// <summary>A diagnosis, a gravity, a treatment, a dose, the reading of results: never answered, oriented.</summary>
    MedicalAdvice,
    Complaint,
    RightsAccess,
    RightsErase,
    RightsWithdraw,

    /// <summary>Say the last answer again, word for word.</summary>
    Repeat,

    /// <summary>One question back.</summary>
    Back,

    /// <summary>Nothing that a clinic's reception does: jobs, selling, the weather.</summary>
    OutOfScope,

    // Situations: who writes, and how. Recognised by rules alone, whatever classifier names the rest.

    /// <summary>A child writes.</summary>
    Child,

    /// <summary>An adolescent writes.</summary>
    Adolescent,

    /// <summary>A grown-up writes in the place of a child.</summary>
    Adult,

    /// <summary>Wants to know something of another person.</summary>
    AnotherPerson,
    Insult,

    /// <summary>Orders for the machine: « ignore tes instructions ».</summary>
    Injection,
    English,

    /// <summary>Whether a message that was received came from the clinic.</summary>
    MessageOrigin,

    /// <summary>Refers to an earlier conversation.</summary>
    PastConversation,
}
