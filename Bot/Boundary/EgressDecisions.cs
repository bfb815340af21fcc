using System.Diagnostics.Metrics;
using ChatbotSante.Bot.Ports;

namespace ChatbotSante.Bot.Boundary;

/// <summary>Counts and logs what was let out and what was not, without a word of it.</summary>
internal sealed class EgressDecisions
{
    /// <summary>Name of the meter and of its counter.</summary>
    public const string Meter = "ChatbotSante";
    public const string Counter = "chatbotsante.egress.decisions";

    /// <summary>What stands in the log for a host that no setting names: a caller may have typed it.</summary>
    private const string NotConfigured = "(not configured)";

    private readonly Counter<long> _counter;
    private readonly ILogger<EgressDecisions> _logger;

    public EgressDecisions(IMeterFactory meters, ILogger<EgressDecisions> logger)
    {
        _counter = meters
            .Create(Meter)
            .CreateCounter<long>(
                Counter,
                unit: "{decision}",
                description: "Connections and requests let out or refused"
            );
        _logger = logger;
    }

    public void Allow(Destination destination, EgressReason reason)
    {
        Count(destination.Zone, "allowed", reason);
        if (destination.Zone == Zone.Outside)
        {
            Log.SentOutside(_logger, destination.Name);
        }
        else
        {
            Log.SentInside(_logger, destination.Name);
        }
    }

    /// <summary>The exception to throw; nothing was sent.</summary>
    public EgressDeniedException Deny(Destination? destination, EgressReason reason)
    {
        Count(destination?.Zone ?? Zone.Nowhere, "denied", reason);
        Log.Refused(_logger, destination is null ? NotConfigured : destination.Name, reason);
        return new EgressDeniedException(reason.ToString());
    }

    private void Count(Zone zone, string outcome, EgressReason reason) =>
        _counter.Add(
            1,
            new KeyValuePair<string, object?>("zone", zone.ToString()),
            new KeyValuePair<string, object?>("outcome", outcome),
            new KeyValuePair<string, object?>("reason", reason.ToString())
        );
}
