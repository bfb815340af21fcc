using System.Reflection;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using System.Text.RegularExpressions;
using ChatbotSante.Bot.Governance;
using ChatbotSante.Bot.Ports;
using ChatbotSante.Bot.Storage;
using ChatbotSante.Dialogs.Care.Agenda;
using ChatbotSante.Dialogs.Care.Identity;
using ChatbotSante.Dialogs.Conversations;
using ChatbotSante.Dialogs.Engine;
using ChatbotSante.Dialogs.Nlu.Dates;
using ChatbotSante.Redaction;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using NUnit.Framework;

namespace ChatbotSante.Tests.Architecture;

/// <summary>Every stored field has its entry in the data map, and every entry its field.</summary>
public sealed partial class DataMapTests
{
    /// <summary>What is stored as JSON, sealed: where to start walking.</summary>
    private static readonly Type[] Stored =
    [
        typeof(ConversationState),
        typeof(PartyRecord),
        typeof(CallBackRecord),
        typeof(WaitingRecord),
        typeof(PatientRecord),
        typeof(SmsRecord),
        typeof(MissedRecord),
        .. typeof(DialogState)
            .Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(DialogState))),
    ];

    /// <summary>Values that count as part of the property that holds them.</summary>
    private static readonly Type[] Leaves =
    [
        typeof(Slot),
        typeof(HoldId),
        typeof(DateWish),
        typeof(Appointment),
        typeof(PatientId),
        typeof(ChallengeId),
        typeof(RawJson),
        typeof(PersonName),
        typeof(BirthDate),
        typeof(PhoneNumber),
    ];

    private static IEnumerable<string> Entries => DataMap.Entries.Select(entry => entry.Field);

    [Test]
    public void No_field_has_two_entries() => Assert.That(Entries, Is.Unique);

    [Test]
    public void Every_entry_says_everything() =>
        Assert.That(
            DataMap.Entries.SelectMany(entry =>
                new[] { entry.Category, entry.Purpose, entry.LegalBasis, entry.Retention }
            ),
            Is.All.Not.Empty
        );

    [Test]
    public void Every_column_has_its_entry() => Assert.That(Columns(), Is.SubsetOf(Entries));

    [Test]
    public void Both_databases_have_the_same_columns()
    {
        using var postgreSql = new PostgreSqlDesignTimeFactory().CreateDbContext([]);

        Assert.That(ColumnsOf(postgreSql.Model), Is.EquivalentTo(Columns()));
    }

    [Test]
    public void Every_property_of_every_stored_type_has_its_entry() =>
        Assert.That(Properties().Distinct(StringComparer.Ordinal), Is.SubsetOf(Entries));

    [Test]
    public void No_entry_is_stale()
    {
        var known = Columns()
            .Concat(Properties())
            .Concat(KeyColumns())
            .ToHashSet(StringComparer.Ordinal);

        Assert.That(
            Entries.Where(entry => !entry.StartsWith("file:", StringComparison.Ordinal)),
            Is.SubsetOf(known)
        );
    }

    [Test]
    public void Every_column_of_the_keys_has_its_entry()
    {
        Assert.That(KeyColumns(), Is.Not.Empty);
        Assert.That(KeyColumns(), Is.SubsetOf(Entries));
    }

    [Test]
    public void What_is_walked_is_what_the_serialisers_write()
    {
        JsonTypeInfo[] written =
        [
            EngineJson.Default.ConversationState,
            EngineJson.Default.ConversationReference,
            EngineJson.Default.DialogFrame,
            EngineJson.Default.StoredReply,
            EngineJson.Default.SeenActivity,
            DialogJson.Default.BookAppointmentState,
            DialogJson.Default.CallBackState,
            DialogJson.Default.EmergencyState,
            DialogJson.Default.AnswerState,
            DialogJson.Default.ChildState,
            DialogJson.Default.VerifyIdentityState,
            DialogJson.Default.ViewAppointmentsState,
            DialogJson.Default.CancelAppointmentState,
            DialogJson.Default.MoveAppointmentState,
            EngineJson.Default.AccessGrant,
            EngineJson.Default.AccessScope,
            EngineJson.Default.DeclaredPerson,
            RecordJson.Default.PartyRecord,
            RecordJson.Default.CallBackRecord,
            RecordJson.Default.WaitingRecord,
            RecordJson.Default.PatientRecord,
            RecordJson.Default.SmsRecord,
            RecordJson.Default.MissedRecord,
        ];

        Assert.Multiple(() =>
        {
            foreach (var type in written)
            {
                Assert.That(
                    PropertiesOf(type.Type).Count(),
                    Is.EqualTo(type.Properties.Count(property => !property.IsExtensionData)),
                    type.Type.Name
                );
            }

            Assert.That(
                Walk(Stored).Select(type => type.Name),
                Is.EquivalentTo(written.Select(type => type.Type.Name))
            );
        });
    }

    [Test]
    public void What_identifies_is_sealed()
    {
        var identity =
            from type in Walk(Stored)
            from property in PropertiesOf(type)
            where property.GetCustomAttribute<IdentityDataAttribute>() is not null
            select $"{property.DeclaringType!.Name}.{property.Name}";
        var sealings = DataMap.Entries.ToDictionary(
            entry => entry.Field,
            entry => entry.Sealing,
            StringComparer.Ordinal
        );

        Assert.That(
            identity.Select(field => sealings[field]),
            Is.Not.Empty.And.All.Not.EqualTo(SealingKind.None)
        );
    }

    private static string[] Columns()
    {
        using var context = new SqliteDesignTimeFactory().CreateDbContext([]);
        return ColumnsOf(context.Model);
    }

    private static string[] ColumnsOf(IModel model) =>
        [
            .. model
                .GetEntityTypes()
                .SelectMany(entity =>
                    entity
                        .GetProperties()
                        .Select(property => $"{entity.GetTableName()}.{property.Name}")
                ),
        ];

    /// <summary>The keys lie in a database of their own, made by one statement.</summary>
    private static IEnumerable<string> KeyColumns()
    {
        var source = Sources
            .Product.Single(file =>
                file.Path.EndsWith("/SqlWrappedKeyStore.cs", StringComparison.Ordinal)
            )
            .Text;
        var columns = CreateKeys().Match(source).Groups["columns"].Value.Split(',');
        return columns.Select(column => $"wrapped_keys.{column.Trim().Split(' ')[0]}");
    }

    private static IEnumerable<string> Properties() =>
        Walk(Stored)
            .SelectMany(PropertiesOf)
            .Select(property => $"{property.DeclaringType!.Name}.{property.Name}");

    private static IEnumerable<PropertyInfo> PropertiesOf(Type type) =>
        type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.GetCustomAttribute<JsonIgnoreAttribute>() is null)
            .Where(property => property.GetCustomAttribute<JsonExtensionDataAttribute>() is null);

    private static HashSet<Type> Walk(IEnumerable<Type> from)
    {
        var walked = new HashSet<Type>();
        var waiting = new Queue<Type>(from);
        while (waiting.TryDequeue(out var type))
        {
            if (!walked.Add(type))
            {
                continue;
            }

            foreach (
                var held in PropertiesOf(type).SelectMany(property => Held(property.PropertyType))
            )
            {
                waiting.Enqueue(held);
            }
        }

        return walked;
    }

    /// <summary>Our own types inside a property's type: those to walk into.</summary>
    private static IEnumerable<Type> Held(Type type)
    {
        var parts =
            type.IsArray ? [type.GetElementType()!]
            : type.IsGenericType ? type.GetGenericArguments()
            : [type];
        return parts.Where(part =>
            part.Namespace?.StartsWith("ChatbotSante", StringComparison.Ordinal) == true
            && !part.IsEnum
            && !Leaves.Contains(part)
        );
    }

    [GeneratedRegex(
        @"CREATE TABLE IF NOT EXISTS wrapped_keys \((?<columns>[^)]*)\)",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex CreateKeys();
}
