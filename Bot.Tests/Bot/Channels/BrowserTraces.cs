using Microsoft.Playwright;

namespace ChatbotSante.Tests.Bot.Channels;

/// <summary>What a page does with the network and the browser's storage, from the moment it is watched.</summary>
internal sealed class BrowserTraces
{
    private readonly Lock _lock = new();
    private readonly List<(Uri Url, string? Authorization)> _requests = [];
    private readonly List<string> _errors = [];

    public BrowserTraces(IPage page)
    {
        page.Request += (_, request) =>
        {
            request.Headers.TryGetValue("authorization", out var authorization);
            lock (_lock)
            {
                _requests.Add((new Uri(request.Url), authorization));
            }
        };
        page.WebSocket += (_, socket) =>
        {
            lock (_lock)
            {
                _requests.Add((new Uri(socket.Url), null));
            }
        };
        page.Console += (_, message) =>
        {
            if (message.Type == "error")
            {
                lock (_lock)
                {
                    _errors.Add(message.Text);
                }
            }
        };
    }

    /// <summary>Requests and sockets, of every frame, in order; <c>about:</c> and <c>data:</c> addresses ask nobody.</summary>
    public IReadOnlyList<(Uri Url, string? Authorization)> Requests
    {
        get
        {
            lock (_lock)
            {
                return [.. _requests.Where(request => request.Url.Host.Length > 0)];
            }
        }
    }

    /// <summary>What the browser complained of on its console.</summary>
    public IReadOnlyList<string> Errors
    {
        get
        {
            lock (_lock)
            {
                return [.. _errors];
            }
        }
    }

    /// <summary>Hosts and ports that were asked for something.</summary>
    public IEnumerable<string> Authorities =>
        Requests
            .Select(request => request.Url.Authority)
            .Distinct(StringComparer.OrdinalIgnoreCase);

    /// <summary>What a frame's origin has stored: « 0/0/0/0/ » when it has nothing and no cookie. A store that the browser
    /// refuses to a frame of another site holds nothing.</summary>
    public static Task<string> StoredAsync(IFrame frame) =>
        frame.EvaluateAsync<string>(
            """
            async () => {
              const count = async list => {
                try {
                  return (await list()).length;
                } catch (refusal) {
                  if (!['SecurityError', 'UnknownError'].includes(refusal.name)) {
                    throw refusal;
                  }
                  return 0;
                }
              };

              const counts = [
                await count(() => localStorage),
                await count(() => sessionStorage),
                await count(() => indexedDB.databases()),
                await count(() => globalThis.caches?.keys() ?? [])
              ];

              return [...counts, document.cookie].join('/');
            }
            """
        );
}
