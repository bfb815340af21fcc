using System.Collections.Concurrent;
using System.Text;

namespace ChatbotSante.Tests.Leaks;

/// <summary>
/// What the program answered: to each conversation what is its own, which may hold its own words and nobody else's; and what no
/// answer may repeat, which is any header, and the body of any refusal.
/// </summary>
internal sealed class Exchanges
{
    private readonly ConcurrentDictionary<int, MemoryStream> _heard = new();
    private readonly List<byte> _refusals = [];
    private int _requests;
    private int _failed;

    /// <summary>Requests that were answered.</summary>
    public int Requests => _requests;

    /// <summary>Requests that were cut, or refused with 4xx or 5xx.</summary>
    public int Failed => _failed;

    /// <summary>What each conversation was told, by number.</summary>
    public IEnumerable<(int Owner, byte[] Bytes)> Heard =>
        _heard.Select(pair =>
        {
            lock (pair.Value)
            {
                return (pair.Key, pair.Value.ToArray());
            }
        });

    /// <summary>Status lines and headers of every answer, bodies of those that refuse.</summary>
    public byte[] Refusals
    {
        get
        {
            lock (_refusals)
            {
                return [.. _refusals];
            }
        }
    }

    /// <summary>Keeps an answer.</summary>
    /// <returns>Its body.</returns>
    public async Task<byte[]> KeepAsync(
        int owner,
        HttpResponseMessage response,
        CancellationToken cancellationToken
    )
    {
        Interlocked.Increment(ref _requests);
        var body = await response.Content.ReadAsByteArrayAsync(cancellationToken);
        KeepRefusal(Headers(response));
        if (response.IsSuccessStatusCode)
        {
            Keep(owner, body);
        }
        else
        {
            Interlocked.Increment(ref _failed);
            KeepRefusal(body);
        }

        return body;
    }

    /// <summary>Keeps what a conversation was told.</summary>
    public void Keep(int owner, ReadOnlySpan<byte> bytes)
    {
        var heard = _heard.GetOrAdd(owner, _ => new MemoryStream());
        lock (heard)
        {
            heard.Write(bytes);
            heard.WriteByte((byte)'\n');
        }
    }

    /// <summary>Keeps what may repeat nothing.</summary>
    public void KeepRefusal(ReadOnlySpan<byte> bytes)
    {
        lock (_refusals)
        {
            _refusals.AddRange(bytes);
            _refusals.Add((byte)'\n');
        }
    }

    public void Cut() => Interlocked.Increment(ref _failed);

    private static byte[] Headers(HttpResponseMessage response)
    {
        var text = new StringBuilder();
        text.Append((int)response.StatusCode).Append(' ').Append(response.ReasonPhrase);
        foreach (var header in response.Headers.Concat(response.Content.Headers))
        {
            text.Append('\n').Append(header.Key).Append(": ").AppendJoin(", ", header.Value);
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }
}
