using ChatbotSante.Bot.Commands;
using ChatbotSante.Bot.Hosting;

CrashGuard.Install();

// `ChatbotSante callbacks …` and its like are commands; anything else serves.
return CommandLine.IsCommand(args) ? await CommandLine.RunAsync(args) : await Server.RunAsync(args);
