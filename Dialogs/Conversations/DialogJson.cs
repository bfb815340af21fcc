using System.Text.Json.Serialization;
using ChatbotSante.Dialogs.Engine;

namespace ChatbotSante.Dialogs.Conversations;

/// <summary>JSON of the dialogs' states, always sealed before it is stored.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    Converters = [
        typeof(PersonNameConverter),
        typeof(BirthDateConverter),
        typeof(PhoneNumberConverter),
    ]
)]
[JsonSerializable(typeof(BookAppointmentState))]
[JsonSerializable(typeof(CallBackState))]
[JsonSerializable(typeof(EmergencyState))]
[JsonSerializable(typeof(AnswerState))]
[JsonSerializable(typeof(ChildState))]
[JsonSerializable(typeof(VerifyIdentityState))]
[JsonSerializable(typeof(ViewAppointmentsState))]
[JsonSerializable(typeof(CancelAppointmentState))]
[JsonSerializable(typeof(MoveAppointmentState))]
public sealed partial class DialogJson : JsonSerializerContext;
