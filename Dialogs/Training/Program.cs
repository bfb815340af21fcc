using ChatbotSante.Training.Emergencies;
using ChatbotSante.Training.Intents;
using ChatbotSante.Training.Tagging;

namespace ChatbotSante.Training;

/// <summary>The command line.</summary>
internal static class Program
{
    private const string Help = """
        Trains and measures what is learned. For developers: nothing of it ships but the weights.

          tagger --lexicons FOLDER --out FILE [--messages N] [--rounds N] [--failures] [--hide | --quick]
                  trains the tagger; writes the weights, and beside them what was measured on held-out templates
          tagger-measure --weights FILE --corpora FOLDER [--failures N]
              measures weights on public corpora, which are never trained on
          tagger-try --weights FILE
              marks what the tagger finds in each line of standard input
          emergencies --lexicons FOLDER --out FILE [--messages N] [--quick]
              trains what finds emergencies beside the wordings; says what it does on templates held out
          emergencies-measure --content FOLDER --weights FILE --corpora FOLDER --out FILE [--failures]
              measures wordings and weights on sentences kept apart; with --failures, shows those of odd lines instead
          emergencies-try --content FOLDER --weights FILE
              says what becomes of each line of standard input
          intents --content FOLDER --corpus FILE --out FILE [--samples N] [--rounds N] [--quick]
              trains the classifier of intents on the phrases of the content, calibrates it on the odd lines of the corpus; writes the
              weights, and beside them what was measured
          intents-measure --content FOLDER --weights FILE --corpus FILE [--failures]
              measures them on sentences written apart; failures are those of odd lines
        """;

    private static int Main(string[] args)
    {
        try
        {
            var arguments = new CommandArguments(args);
            switch (args.FirstOrDefault())
            {
                case "tagger":
                    TaggerCommand.Train(arguments, TimeProvider.System, Console.Out);
                    return 0;
                case "tagger-measure":
                    TaggerCommand.Measure(arguments, Console.Out);
                    return 0;
                case "tagger-try":
                    TaggerCommand.Try(arguments, Console.In, Console.Out);
                    return 0;
                case "emergencies":
                    EmergencyCommand.Train(arguments, Console.Out);
                    return 0;
                case "emergencies-measure":
                    EmergencyCommand.Measure(arguments, Console.Out);
                    return 0;
                case "emergencies-try":
                    EmergencyCommand.Try(arguments, Console.In, Console.Out);
                    return 0;
                case "intents":
                    IntentCommand.Train(arguments, TimeProvider.System, Console.Out);
                    return 0;
                case "intents-measure":
                    IntentCommand.Measure(arguments, Console.Out);
                    return 0;
                default:
                    Console.Out.WriteLine(Help);
                    return args.FirstOrDefault() is null or "--help" ? 0 : 2;
            }
        }
        catch (Exception refused)
            when (refused is TrainingException or IOException or InvalidDataException)
        {
            for (var reason = refused; reason is not null; reason = reason.InnerException)
            {
                Console.Error.WriteLine(reason.Message);
            }

            return 2;
        }
    }
}
