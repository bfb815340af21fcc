using System.Net;
using ChatbotSante.Bot.Boundary;

namespace ChatbotSante.Tests.Bot.Boundary;

/// <summary>A name server in the hands of somebody else: it answers what it likes, and another thing the next time.</summary>
internal sealed class FakeResolver : INameResolver
{
    private readonly Lock _lock = new();
    private readonly Queue<IPAddress[]> _answers = new();
    private IPAddress[] _last = [];

    /// <summary>The names that were asked for.</summary>
    public List<string> Asked { get; } = [];

    /// <summary>Answers these addresses, one set after the other; the last one for ever.</summary>
    public FakeResolver Answers(params string[] sets)
    {
        lock (_lock)
        {
            foreach (var set in sets)
            {
                _answers.Enqueue([
                    .. set.Split(' ', StringSplitOptions.RemoveEmptyEntries)
                        .Select(IPAddress.Parse),
                ]);
            }
        }

        return this;
    }

    public ValueTask<IReadOnlyList<IPAddress>> ResolveAsync(
        string host,
        CancellationToken cancellationToken
    )
    {
        lock (_lock)
        {
            Asked.Add(host);
            _last = _answers.TryDequeue(out var next) ? next : _last;

            return ValueTask.FromResult<IReadOnlyList<IPAddress>>(_last);
        }
    }
}
