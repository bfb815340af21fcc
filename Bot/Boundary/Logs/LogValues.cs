using System.Collections.Concurrent;
using System.Collections.Frozen;
using ChatbotSante.Redaction;

namespace ChatbotSante.Bot.Boundary.Logs;

/// <summary>Which values may be logged as they print: numbers, names of types, what is marked <see cref="OperationalDataAttribute"/>.</summary>
internal static class LogValues
{
    /// <summary>What Microsoft.Extensions.Telemetry puts in the place of a classified parameter: it prints as the redactor of its class says.</summary>
    private const string Classified = "Microsoft.Extensions.Logging.JustInTimeRedactor";

    private static readonly FrozenSet<Type> Known = FrozenSet.ToFrozenSet<Type>([
        typeof(bool),
        typeof(byte),
        typeof(sbyte),
        typeof(short),
        typeof(ushort),
        typeof(int),
        typeof(uint),
        typeof(long),
        typeof(ulong),
        typeof(Int128),
        typeof(UInt128),
        typeof(float),
        typeof(double),
        typeof(decimal),
        typeof(Guid),
        typeof(TimeSpan),
        typeof(Version),
        typeof(SafeText),
        // Nodes of the cluster, and grains: theirs are named by a conversation's keyed hash.
        typeof(SiloAddress),
        typeof(GrainId),
        typeof(GrainType),
        typeof(ActivationId),
        typeof(MembershipVersion),
    ]);

    private static readonly ConcurrentDictionary<Type, bool> Verdicts = new();

    public static bool IsSafe(Type type) => Verdicts.GetOrAdd(type, Judge);

    private static bool Judge(Type type) =>
        type.IsEnum
        || Known.Contains(type)
        || type.IsAssignableTo(typeof(Type))
        || type.IsDefined(typeof(OperationalDataAttribute), inherit: false)
        || (
            string.Equals(type.FullName, Classified, StringComparison.Ordinal)
            && type.Assembly.GetName().Name == "Microsoft.Extensions.Telemetry"
        );
}
