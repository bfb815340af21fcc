using BenchmarkDotNet.Attributes;
using ChatbotSante.Bot.Clinics;
using ChatbotSante.Bot.Commands.Understand;
using ChatbotSante.Redaction;

namespace ChatbotSante.Benchmarks.Understanding;

/// <summary>Everything that is understood of one sentence, personal data and emergencies too. Budget: 60 µs.</summary>
[MemoryDiagnoser]
public class UnderstandingBenchmarks
{
    private static readonly DateTime Now = new(2026, 11, 23, 9, 0, 0);

    private readonly SentenceUnderstander _understander = new(
        ClinicReader.ReadFile(ClinicReader.DemonstrationFile)
    );
    private Sentence _sentence = new(new PatientText(string.Empty), Now, IsSpoken: false);

    [Params(
        "quels sont vos horaires",
        "bjr jvoudrais un rdv avec le cardiologue jeudi aprem svp",
        "alors voilà euh je me suis fait opérer du genou lundi et je voulais savoir si je peux déplacer mon rendez vous de contrôle"
    )]
    public string Said { get; set; } = "";

    [GlobalSetup]
    public void Setup() => _sentence = new Sentence(new PatientText(Said), Now, IsSpoken: false);

    [Benchmark]
    public int Understand() => _understander.Understand(_sentence, Now).Heard.Intents.Length;
}
