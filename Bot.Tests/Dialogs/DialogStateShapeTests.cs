using System.Reflection;
using System.Text.Json.Serialization;
using ChatbotSante.Dialogs.Care.Agenda;
using ChatbotSante.Dialogs.Care.Identity;
using ChatbotSante.Dialogs.Engine;
using ChatbotSante.Dialogs.Nlu.Dates;
using ChatbotSante.Redaction;
using NUnit.Framework;

namespace ChatbotSante.Tests.Dialogs;

public sealed class DialogStateShapeTests
{
    /// <summary>What a state may hold beside enumerations: nothing a patient's words could hide in.</summary>
    private static readonly Type[] Permitted =
    [
        typeof(bool),
        typeof(int),
        typeof(long),
        typeof(DateOnly),
        typeof(TimeOnly),
        typeof(DateTimeOffset),
        typeof(DateWish),
        typeof(Slot),
        typeof(HoldId),
        typeof(Appointment),
        typeof(AccessScope),
        typeof(ChallengeId),
    ];

    private static readonly Type[] Identifying =
    [
        typeof(PersonName),
        typeof(PhoneNumber),
        typeof(BirthDate),
    ];

    /// <summary>Strings that are identifiers: of the clinic's file, or of a family of emergencies.</summary>
    private static readonly string[] Identifiers =
    [
        "BookAppointmentState.Specialty",
        "BookAppointmentState.Practitioner",
        "BookAppointmentState.Reason",
        "EmergencyState.Family",
    ];

    private static IEnumerable<TestCaseData> Properties =>
        typeof(DialogState)
            .Assembly.GetTypes()
            .Where(type => type.IsAssignableTo(typeof(DialogState)))
            .SelectMany(type =>
                type.GetProperties(
                    BindingFlags.Public
                        | BindingFlags.Instance
                        | BindingFlags.DeclaredOnly
                        | BindingFlags.NonPublic
                )
            )
            .Where(property =>
                property.Name != "EqualityContract"
                && property.GetCustomAttribute<JsonExtensionDataAttribute>() is null
            )
            .Select(property =>
                new TestCaseData(property).SetArgDisplayNames(
                    $"{property.DeclaringType!.Name}.{property.Name}"
                )
            );

    [TestCaseSource(nameof(Properties))]
    public void A_state_holds_no_free_text_and_says_what_identifies(PropertyInfo property)
    {
        var type = Core(property.PropertyType);
        var name = $"{property.DeclaringType!.Name}.{property.Name}";
        var isClassified = property.GetCustomAttribute<IdentityDataAttribute>() is not null;

        Assert.Multiple(() =>
        {
            Assert.That(
                type.IsEnum
                    || Permitted.Contains(type)
                    || Identifying.Contains(type)
                    || (type == typeof(string) && Identifiers.Contains(name)),
                $"{name} is a {type.Name}"
            );
            Assert.That(
                isClassified,
                Is.EqualTo(Identifying.Contains(type)),
                $"{name}: [IdentityData]"
            );
        });
    }

    [Test]
    public void No_listed_identifier_is_gone() =>
        Assert.That(
            Properties
                .Select(data => (PropertyInfo)data.Arguments[0]!)
                .Select(p => $"{p.DeclaringType!.Name}.{p.Name}"),
            Is.SupersetOf(Identifiers)
        );

    [Test]
    public void Every_command_of_a_turn_says_what_identifies()
    {
        var bare =
            from type in typeof(TurnCommand).GetNestedTypes().Append(typeof(BookingParty))
            from property in type.GetProperties()
            where Identifying.Contains(Core(property.PropertyType))
            where property.GetCustomAttribute<IdentityDataAttribute>() is null
            select $"{type.Name}.{property.Name}";

        Assert.That(bare, Is.Empty);
    }

    private static Type Core(Type type)
    {
        var item = type.IsArray ? type.GetElementType()! : type;
        return Nullable.GetUnderlyingType(item) ?? item;
    }
}
