using System.CodeDom.Compiler;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using ChatbotSante.Bot.Governance;
using ChatbotSante.Dialogs;
using ChatbotSante.Dialogs.Engine;
using ChatbotSante.Dialogs.Nlu;
using ChatbotSante.Redaction;
using ChatbotSante.Tests.Support;
using Microsoft.Extensions.Logging;
using NUnit.Framework;

namespace ChatbotSante.Tests.Architecture;

public sealed partial class HouseStyleTests
{
    private static readonly Assembly[] Product =
    [
        typeof(PatientText).Assembly,
        typeof(Reply).Assembly,
        typeof(DataMap).Assembly,
    ];

    /// <summary>The files that read a patient's words: each has a reason, and the list is short.</summary>
    private static readonly string[] ReadPatientText =
    [
        // Turns words into an understanding.
        "Dialogs/Pipeline/ClassificationMiddleware.cs",
        // Shows the patient what the patient wrote, from memory.
        "Bot/Scaling/ActivityRenderer.cs",
        // Looks for an emergency when the conversation cannot answer.
        "Bot/Scaling/ConversationDirectory.cs",
        // Says what is understood of the sentences of a file.
        "Bot/Commands/Understand/SentenceUnderstander.cs",
    ];

    private static IEnumerable<Type> Types =>
        Product
            .SelectMany(assembly => assembly.GetTypes())
            .Where(type =>
                type.Namespace?.StartsWith("ChatbotSante", StringComparison.Ordinal) == true
            )
            .Where(type => !type.Namespace!.Contains("Migrations", StringComparison.Ordinal))
            .Where(type => !IsGenerated(type));

    [Test]
    public void Every_class_is_sealed_abstract_or_static() =>
        Assert.That(
            Types
                .Where(type => type.IsClass && !type.IsSealed && !type.IsAbstract)
                .Select(type => type.FullName),
            Is.Empty
        );

    [Test]
    public void Every_options_type_is_bound_and_checked_at_start()
    {
        var options = Types
            .Where(type => type.Name.EndsWith("Options", StringComparison.Ordinal))
            .Select(type => type.Name);
        var bound = Sources
            .Product.SelectMany(file => Section().Matches(file.Text))
            .Select(match => match.Groups["type"].Value.Split('.')[^1]);
        var binding = Sources
            .Product.Where(file =>
                file.Text.Contains("OptionsBuilder<T> AddSection<T>(", StringComparison.Ordinal)
            )
            .ToArray();

        Assert.That(options, Is.Not.Empty.And.SubsetOf(bound));
        Assert.That(binding, Has.Length.EqualTo(1));
        Assert.That(
            binding[0].Text,
            Does.Contain(".ValidateOnStart()").And.Contain("ErrorOnUnknownConfiguration = true")
        );
    }

    [Test]
    public void Every_options_type_is_immutable() =>
        Assert.That(
            from type in Types
            where type.Name.EndsWith("Options", StringComparison.Ordinal)
            from property in type.GetProperties()
            where
                property.SetMethod is { } set
                && !set
                    .ReturnParameter.GetRequiredCustomModifiers()
                    .Contains(typeof(IsExternalInit))
            select $"{type.Name}.{property.Name}",
            Is.Empty
        );

    [Test]
    public void Event_identifiers_are_unique_and_stay_in_their_folder()
    {
        var events =
            from type in Types
            from method in type.GetMethods(
                BindingFlags.Static
                    | BindingFlags.Instance
                    | BindingFlags.Public
                    | BindingFlags.NonPublic
            )
            let attribute = method.GetCustomAttribute<LoggerMessageAttribute>()
            where attribute is not null
            select (attribute.EventId, Folder: type.Namespace);
        var all = events.ToArray();

        Assert.That(all, Is.Not.Empty);
        Assert.That(all.Select(e => e.EventId), Is.Unique);
        Assert.That(
            all.GroupBy(e => e.EventId / 100)
                .Where(range =>
                    range.Select(e => e.Folder).Distinct(StringComparer.Ordinal).Count() > 1
                ),
            Is.Empty,
            "two folders share a range of a hundred"
        );
    }

    [Test]
    public void Error_codes_are_unique_and_explained()
    {
        var codes = Types
            .Where(type => type.IsSubclassOf(typeof(ChatbotSanteException)))
            .Select(type => (type.Name, Make(type).Code))
            .ToArray();
        var explained = File.ReadLines(Checkout.PathOf("deployment/error-codes.md"))
            .Where(line => line.StartsWith("| ", StringComparison.Ordinal))
            .Select(line => line.Split('|')[1].Trim(' ', '`'))
            .Where(code => Code().IsMatch(code))
            .ToArray();

        Assert.That(codes, Is.Not.Empty);
        Assert.That(codes.Select(pair => pair.Code), Is.Unique.And.All.Match("^[A-Z]+-[0-9]{3}$"));
        Assert.That(explained, Is.Unique);
        Assert.That(codes.Select(pair => pair.Code), Is.SubsetOf(explained));
    }

    [Test]
    public void Every_type_that_reveals_something_prints_masked()
    {
        var today = new DateOnly(2026, 11, 23);
        Assert.That(PersonName.TryCreate("Verlier", "Gaston", out var name));
        Assert.That(BirthDate.TryCreate(new DateOnly(1948, 3, 12), today, out var birthDate));
        Assert.That(PhoneNumber.TryParse("0639981234", out var phone));
        object[] made =
        [
            new PatientText("Gaston Verlier"),
            name!,
            birthDate,
            phone,
            OneTimeCode.Of(42),
            new MissedSentence("gaston verlier est la", "00"),
        ];
        var revealing = Product
            .SelectMany(assembly => assembly.GetTypes())
            .Where(type =>
                type.GetMethods()
                    .Any(method => method.Name.StartsWith("Reveal", StringComparison.Ordinal))
            );

        Assert.That(
            made.Select(value => value.GetType()),
            Is.EquivalentTo(revealing),
            "make the new type here too"
        );
        Assert.That(made.Select(value => value.ToString()), Is.All.Match(@"^\[[A-Z_]+\]$"));
    }

    [Test]
    public void A_patients_words_are_read_in_a_few_places_only()
    {
        var places = Sources
            .Product.Where(file =>
                !file.Path.StartsWith("Dialogs/Redaction/", StringComparison.Ordinal)
            )
            .Where(file => PatientTextRevealed().IsMatch(file.Text))
            .Select(file => file.Path);

        Assert.That(places, Is.EquivalentTo(ReadPatientText));
    }

    [TestCase("Console.")]
    [TestCase("DateTime.Now")]
    [TestCase("DateTime.UtcNow")]
    [TestCase("DateTimeOffset.Now")]
    [TestCase("DateTimeOffset.UtcNow")]
    [TestCase("new HttpClient(")]
    [TestCase("#pragma warning disable")]
    [TestCase("#region")]
    [TestCase("TODO")]
    public void The_product_does_not_contain(string forbidden)
    {
        var terminal = new[]
        {
            "Bot/Commands/Terminal.cs",
            "Bot/Program.cs",
            "Dialogs/Training/Program.cs",
        };
        var places = Sources
            .Product.Where(file => file.Text.Contains(forbidden, StringComparison.Ordinal))
            .Where(file => !file.Path.Contains("/Migrations/", StringComparison.Ordinal))
            .Select(file => file.Path)
            .Where(path => forbidden != "Console." || !terminal.Contains(path));

        Assert.That(places, Is.Empty);
    }

    [Test]
    public void A_file_has_the_name_of_its_type() =>
        Assert.That(
            from file in Sources.Product
            where
                !file.Path.Contains("/Migrations/", StringComparison.Ordinal)
                && !file.Path.EndsWith("Program.cs", StringComparison.Ordinal)
            where
                !Regex.IsMatch(
                    file.Text,
                    $@"\b(class|record|struct|interface|enum|delegate)\b[^;{{]*\b{Path.GetFileNameWithoutExtension(file.Path).Split('.')[0]}\b",
                    RegexOptions.None,
                    TimeSpan.FromSeconds(1)
                )
            select file.Path,
            Is.Empty
        );

    private static bool IsGenerated(Type type) =>
        type.GetCustomAttribute<GeneratedCodeAttribute>() is not null
        || type.GetCustomAttribute<CompilerGeneratedAttribute>() is not null
        || type.Name.StartsWith('<')
        || type.FullName!.Contains("OrleansCodeGen", StringComparison.Ordinal)
        || (type.DeclaringType is { } outer && IsGenerated(outer));

    private static ChatbotSanteException Make(Type type)
    {
        var constructor = type.GetConstructors()[0];
        var arguments = constructor
            .GetParameters()
            .Select(parameter => Argument(parameter.ParameterType))
            .ToArray();
        return (ChatbotSanteException)constructor.Invoke(arguments);
    }

    private static object? Argument(Type type) =>
        type == typeof(string) ? "x"
        : type == typeof(Exception) ? new InvalidOperationException("x")
        : type.IsValueType ? Activator.CreateInstance(type)
        : null;

    [GeneratedRegex(
        @"AddSection<(?<type>[\w.]+)>\(",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Section();

    [GeneratedRegex("^[A-Z]+-[0-9]{3}$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Code();

    /// <summary>Reads text: other types that reveal something are named for what they hold (<c>Phone.Reveal()</c>).</summary>
    [GeneratedRegex(
        @"(words|Words|text|Text)\)?[!?]?\.Reveal\(\)",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex PatientTextRevealed();
}
