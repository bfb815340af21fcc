using ChatbotSante.Bot.Hosting;
using ChatbotSante.UnguardedBot;

// The program itself, with a mistake in it, a guard taken out, or both: for the leak hunt of the tests, which must find what
// comes of it, and of nothing else. `--mistake=NAME` and `--without=NAME`, each several times; the rest is the program's.
const string MistakeIs = "--mistake=";
const string WithoutIs = "--without=";
var mistakes = Named<Mistake>(MistakeIs);
var without = Named<Guard>(WithoutIs);
string[] rest =
[
    .. args.Where(argument =>
        !argument.StartsWith(MistakeIs, StringComparison.Ordinal)
        && !argument.StartsWith(WithoutIs, StringComparison.Ordinal)
    ),
];
return await Server.RunAsync(rest, services => Sabotage.Apply(services, mistakes, without));

HashSet<T> Named<T>(string prefix)
    where T : struct, Enum =>
    [
        .. args.Where(argument => argument.StartsWith(prefix, StringComparison.Ordinal))
            .Select(argument => Enum.Parse<T>(argument[prefix.Length..])),
    ];
