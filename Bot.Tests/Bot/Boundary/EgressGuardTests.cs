using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Net.WebSockets;
using System.Text;
using ChatbotSante.Bot.Boundary;
using ChatbotSante.Bot.Ports;
using ChatbotSante.Redaction;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;

namespace ChatbotSante.Tests.Bot.Boundary;

/// <summary>What the clients of the factory may send, and what they may be answered.</summary>
public sealed class EgressGuardTests
{
    private const string Canary = "Gaston-Verlier-279035121518989";
    private static readonly OutsideField[] Every = Enum.GetValues<OutsideField>();

    private static readonly OutsideMessage Full = new()
    {
        Template = "sms.reserve",
        Date = BoundaryHost.Now.AddDays(3),
        Place = "principal",
        Link = new Uri("https://patients.example/chat/0123456789abcdef0123456789abcdef"),
        To = PhoneNumber.FromE164("+33639981001"),
    };

    private static IEnumerable<TestCaseData> Refused =>
        [
            Of("text", "Content", r => r.Content = new StringContent(Canary)),
            Of("redacted text", "Content", r => r.Content = new StringContent("[NOM] a mal")),
            Of("bytes", "Content", r => r.Content = new ByteArrayContent([1, 2, 3])),
            Of("a stream", "Content", r => r.Content = new StreamContent(new MemoryStream([1]))),
            Of("a form", "Content", r => r.Content = new FormUrlEncodedContent([new("a", Canary)])),
            Of("JSON", "Content", r => r.Content = JsonContentOf(Canary)),
            Of(
                "a file among parts",
                "Content",
                r =>
                    r.Content = new MultipartFormDataContent
                    {
                        { new StructuredContent(Full), "a", Canary },
                    }
            ),
            Of("nothing", "Content", r => r.Content = null),
            Of("a header", "Header", r => r.Headers.Add("X-Patient", Canary)),
            Of("a cookie", "Header", r => r.Headers.Add("Cookie", Canary)),
            Of("a trace", "Header", r => r.Headers.Add("baggage", Canary)),
            Of("an agent", "Header", r => r.Headers.UserAgent.ParseAdd("a/" + Canary)),
            Of("a bearer", "Header", r => r.Headers.Authorization = new("Bearer", Canary)),
            Of("chunks", "Header", r => r.Headers.TransferEncodingChunked = true),
            Of(
                "a header of the content",
                "Header",
                r => r.Content!.Headers.Add("X-Patient", Canary)
            ),
            Of(
                "a name of a file",
                "Header",
                r => r.Content!.Headers.ContentDisposition = new("attachment") { FileName = Canary }
            ),
            Of("another type", "Header", r => r.Content!.Headers.ContentType = new("text/plain")),
            Of(
                "a parameter of the type",
                "Header",
                r => r.Content!.Headers.ContentType!.Parameters.Add(new("a", Canary))
            ),
            Of("another length", "Header", r => r.Content!.Headers.ContentLength = 3),
            Of("another host", "HostHeader", r => r.Headers.Host = "evil.example"),
            Of("another method", "Method", r => r.Method = HttpMethod.Put),
            Of("an invented method", "Method", r => r.Method = new HttpMethod("GASTON")),
            Of("HTTP/3", "Protocol", r => r.Version = HttpVersion.Version30),
            Of("a query", "Address", r => r.RequestUri = new Uri(r.RequestUri + "?q=" + Canary)),
            Of(
                "a longer path",
                "Address",
                r => r.RequestUri = new Uri(r.RequestUri + "/" + Canary)
            ),
            Of("a fragment", "Address", r => r.RequestUri = new Uri(r.RequestUri + "#" + Canary)),
            Of(
                "a template that is none",
                "Value",
                r => r.Content = With(Full with { Template = "sms." + Canary })
            ),
            Of(
                "a wording that stays here",
                "Value",
                r => r.Content = With(Full with { Template = "accueil.bonjour" })
            ),
            Of(
                "a birth date",
                "Value",
                r =>
                    r.Content = With(
                        Full with
                        {
                            Date = new DateTimeOffset(1948, 3, 12, 0, 0, 0, TimeSpan.Zero),
                        }
                    )
            ),
            Of(
                "a far date",
                "Value",
                r => r.Content = With(Full with { Date = BoundaryHost.Now.AddYears(3) })
            ),
            Of(
                "a place that is none",
                "Value",
                r => r.Content = With(Full with { Place = Canary })
            ),
            Of(
                "another's link",
                "Value",
                r => r.Content = With(Full with { Link = new Uri("https://evil.example/chat") })
            ),
            Of(
                "a link in the clear",
                "Value",
                r => r.Content = With(Full with { Link = new Uri("http://patients.example/chat") })
            ),
            Of(
                "a link with a query",
                "Value",
                r =>
                    r.Content = With(
                        Full with
                        {
                            Link = new Uri("https://patients.example/chat?n=" + Canary),
                        }
                    )
            ),
            Of(
                "a link with a fragment",
                "Value",
                r =>
                    r.Content = With(
                        Full with
                        {
                            Link = new Uri("https://patients.example/chat#" + Canary),
                        }
                    )
            ),
            Of(
                "a link with a user",
                "Value",
                r =>
                    r.Content = With(
                        Full with
                        {
                            Link = new Uri($"https://{Canary}@patients.example/chat"),
                        }
                    )
            ),
            Of(
                "a link with a word",
                "Value",
                r =>
                    r.Content = With(
                        Full with
                        {
                            Link = new Uri("https://patients.example/" + Canary),
                        }
                    )
            ),
        ];

    [Test]
    public async Task Declared_fields_leave_as_they_are_and_nothing_else()
    {
        await using var outside = new Listener();
        using var host = Host(outside, Every);
        using var content = new StructuredContent(Full);

        using var response = await host.Client().PostAsync(Url(outside), content);

        const string body =
            "{\"template\":\"sms.reserve\",\"date\":\"2026-11-26T09:00:00+01:00\",\"place\":\"principal\","
            + "\"link\":\"https://patients.example/chat/0123456789abcdef0123456789abcdef\",\"to\":\"\\u002B33639981001\"}";
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.NoContent));
        Assert.That(
            outside.Requests.Single(),
            Is.EqualTo(
                $"POST /m HTTP/1.1\r\nHost: sms.example:{outside.Port}\r\nContent-Type: application/json\r\n"
                    + $"Content-Length: {body.Length}\r\n\r\n{body}"
            )
        );
        Assert.That(host.Decisions, Is.EqualTo(["Outside allowed DeclaredFields 1"]));
        Assert.That(
            string.Concat(host.Logged),
            Does.Not.Contain("33639981001").And.Not.Contain("principal")
        );
    }

    [TestCaseSource(nameof(Refused))]
    public async Task Anything_else_is_refused_and_no_connection_made(
        Action<HttpRequestMessage> change,
        string reason
    )
    {
        await using var outside = new Listener();
        using var host = Host(outside, Every);
        using var request = new HttpRequestMessage(HttpMethod.Post, Url(outside))
        {
            Content = new StructuredContent(Full),
        };
        change(request);

        var denied = await Assert.ThrowsAsync<EgressDeniedException>(() =>
            host.Client().SendAsync(request)
        );

        Assert.That(denied!.Message, Is.EqualTo($"EGRESS-001: A way out is closed ({reason})."));
        Assert.That(outside.Connections, Is.Zero);
        Assert.That(host.Resolver.Asked, Is.Empty);
        Assert.That(host.Decisions.Single(), Does.EndWith($"denied {reason} 1"));
        Assert.That(string.Concat(host.Logged), Does.Not.Contain(Canary).And.Not.Contain("evil"));
    }

    [Test]
    public async Task A_field_that_is_not_declared_is_refused()
    {
        await using var outside = new Listener();
        foreach (var missing in Every)
        {
            using var host = Host(outside, [.. Every.Where(field => field != missing)]);
            using var content = new StructuredContent(Full);

            await Assert.ThrowsAsync<EgressDeniedException>(() =>
                host.Client().PostAsync(Url(outside), content)
            );
            Assert.That(host.Decisions, Is.EqualTo(["Outside denied Field 1"]));
        }

        Assert.That(outside.Connections, Is.Zero);
    }

    [Test]
    public async Task What_the_client_adds_by_itself_is_seen_too()
    {
        await using var outside = new Listener();
        using var host = Host(
            outside,
            Every,
            services =>
                services
                    .AddHttpClient(
                        "chatty",
                        http => http.DefaultRequestHeaders.Add("X-Patient", Canary)
                    )
                    .Services.AddHttpClient("meddling")
                    .AddHttpMessageHandler(() => new Meddling())
        );

        foreach (var name in new[] { "chatty", "meddling" })
        {
            using var content = new StructuredContent(Full);
            await Assert.ThrowsAsync<EgressDeniedException>(() =>
                host.Client(name).PostAsync(Url(outside), content)
            );
        }

        Assert.That(outside.Connections, Is.Zero);
    }

    [Test]
    public async Task A_client_with_a_handler_of_its_own_is_guarded_all_the_same()
    {
        await using var elsewhere = new Listener();
        using var host = new BoundaryHost(
            new(),
            more: services =>
                services
                    .AddHttpClient("stubborn")
                    .ConfigurePrimaryHttpMessageHandler(() => new HttpClientHandler())
        );

        await Assert.ThrowsAsync<EgressDeniedException>(() =>
            host.Client("stubborn").GetAsync(new Uri($"http://127.0.0.1:{elsewhere.Port}/"))
        );

        Assert.That(elsewhere.Connections, Is.Zero);
    }

    [Test]
    public async Task A_call_that_blocks_is_guarded_too()
    {
        await using var server = new Listener();
        using var inside = Inside(server);
        using var nowhere = new BoundaryHost(new());
        using var outside = Host(server, Every);
        var url = new Uri($"http://inside.example:{server.Port}/");
        using var allowed = new HttpRequestMessage(HttpMethod.Get, url);
        using var denied = new HttpRequestMessage(HttpMethod.Get, url);
        using var message = new HttpRequestMessage(HttpMethod.Post, Url(server))
        {
            Content = new StructuredContent(Full),
        };

        using var response = await Task.Run(() => inside.Client().Send(allowed));

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.NoContent));
        Assert.Throws<EgressDeniedException>(() => nowhere.Client().Send(denied));
        Assert.Throws<EgressDeniedException>(() => outside.Client().Send(message));
        Assert.That(server.Connections, Is.EqualTo(1));
    }

    [TestCase(301)]
    [TestCase(302)]
    [TestCase(307)]
    [TestCase(308)]
    public async Task A_redirect_is_an_answer_and_is_not_followed(int status)
    {
        await using var server = new Listener();
        await using var trap = new Listener();
        server.AnswerText(
            $"HTTP/1.1 {status} Moved\r\nLocation: http://127.0.0.1:{trap.Port}/\r\nSet-Cookie: a=b\r\n"
                + "Content-Length: 0\r\nConnection: close\r\n\r\n"
        );
        using var inside = Inside(server);
        using var outside = Host(server, Every);
        using var content = new StructuredContent(Full);

        using var first = await inside
            .Client()
            .GetAsync(new Uri($"http://inside.example:{server.Port}/"));
        using var again = await inside
            .Client()
            .GetAsync(new Uri($"http://inside.example:{server.Port}/"));
        using var posted = await outside.Client().PostAsync(Url(server), content);

        Assert.That((int)first.StatusCode, Is.EqualTo(status));
        Assert.That((int)posted.StatusCode, Is.EqualTo(status));
        Assert.That(posted.Headers, Is.Empty, "what the outside says beside its answer is dropped");
        Assert.That(trap.Connections, Is.Zero);
        Assert.That(server.Requests, Has.None.Contains("Cookie"));
    }

    [Test]
    public async Task No_header_of_a_trace_goes_out()
    {
        await using var server = new Listener();
        using var host = Inside(server);
        using var activity = new Activity("turn").AddBaggage("patient", Canary);
        activity.TraceStateString = "a=" + Canary;
        activity.Start();

        using var response = await host.Client()
            .GetAsync(new Uri($"http://inside.example:{server.Port}/"));

        Assert.That(
            server.Requests.Single(),
            Does.Not.Contain(Canary).And.Not.Contain("traceparent").And.Not.Contain("Correlation")
        );
    }

    [Test]
    public async Task A_web_socket_goes_by_the_same_guard()
    {
        await using var server = new Listener();
        using var host = Inside(server);
        using var invoker = new HttpMessageInvoker(BoundaryServices.GuardedHandler(host.Services));
        using var allowed = new ClientWebSocket();
        using var denied = new ClientWebSocket();

        // It answers no handshake: that it was asked is enough.
        await Assert.ThatAsync(
            () =>
                allowed.ConnectAsync(
                    new Uri($"ws://inside.example:{server.Port}/"),
                    invoker,
                    CancellationToken.None
                ),
            Throws.InstanceOf<WebSocketException>()
        );
        await Assert.ThatAsync(
            () =>
                denied.ConnectAsync(
                    new Uri($"ws://127.0.0.1:{server.Port}/"),
                    invoker,
                    CancellationToken.None
                ),
            Throws
                .InstanceOf<WebSocketException>()
                .With.InnerException.InstanceOf<EgressDeniedException>()
        );

        Assert.That(server.Requests.Single(), Does.Contain("Upgrade: websocket"));
    }

    [TestCase(
        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 65\r\n\r\n",
        65,
        Description = "says that it is too long"
    )]
    [TestCase(
        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n",
        65,
        Description = "is too long"
    )]
    [TestCase(
        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 5\r\nContent-Encoding: gzip\r\n\r\n",
        5,
        Description = "is packed"
    )]
    [TestCase(
        "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 5\r\n\r\n",
        5,
        Description = "is a page"
    )]
    [TestCase("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n", 5, Description = "is of no kind")]
    public async Task An_answer_from_outside_that_is_not_a_short_JSON_is_dropped(
        string head,
        int length
    )
    {
        await using var outside = new Listener();
        outside.AnswerText(head + new string('1', length));
        using var host = Host(outside, Every);
        using var content = new StructuredContent(Full);

        await Assert.ThrowsAsync<HttpRequestException>(() =>
            host.Client().PostAsync(Url(outside), content)
        );
    }

    [Test]
    public async Task A_short_JSON_is_read()
    {
        await using var outside = new Listener();
        outside.AnswerText(
            "HTTP/1.1 202 Accepted\r\nContent-Type: application/json; charset=utf-8\r\nX-Other: a\r\n"
                + "Connection: close\r\n\r\n{\"id\":1}"
                + new string(' ', 56)
        );
        using var host = Host(outside, Every);
        using var content = new StructuredContent(Full);

        using var response = await host.Client().PostAsync(Url(outside), content);

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.Accepted));
        Assert.That((await response.Content.ReadAsStringAsync()).Trim(), Is.EqualTo("{\"id\":1}"));
        Assert.That(response.Headers, Is.Empty);
    }

    [Test]
    public async Task An_answer_that_does_not_end_is_left()
    {
        await using var outside = new Listener();
        outside.Answer = async (stream, token) =>
        {
            await stream.WriteAsync(
                "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n["u8.ToArray(),
                token
            );
            await Task.Delay(Timeout.Infinite, token);
        };
        using var host = Host(outside, Every, timeout: TimeSpan.FromMilliseconds(200));
        using var content = new StructuredContent(Full);

        await Assert.ThrowsAsync<TimeoutException>(() =>
            host.Client().PostAsync(Url(outside), content)
        );
    }

    [Test]
    public async Task Heads_without_end_are_left()
    {
        await using var outside = new Listener();
        outside.AnswerText("HTTP/1.1 200 OK\r\nX: " + new string('a', 20_000) + "\r\n\r\n");
        using var host = Host(outside, Every);
        using var content = new StructuredContent(Full);

        await Assert.ThrowsAsync<HttpRequestException>(() =>
            host.Client().PostAsync(Url(outside), content)
        );
    }

    private static TestCaseData Of(string name, string reason, Action<HttpRequestMessage> change) =>
        new TestCaseData(change, reason).SetArgDisplayNames(name);

    private static StructuredContent With(OutsideMessage message) => new(message);

    private static StringContent JsonContentOf(string text) =>
        new(
            $"{{\"template\":\"{text}\"}}",
            Encoding.UTF8,
            new MediaTypeHeaderValue("application/json")
        );

    private static Uri Url(Listener outside) => new($"http://sms.example:{outside.Port}/m");

    private static BoundaryHost Host(
        Listener outside,
        OutsideField[] fields,
        Action<IServiceCollection>? more = null,
        TimeSpan? timeout = null
    )
    {
        var host = new BoundaryHost(
            new()
            {
                OwnOrigin = "https://patients.example",
                Outside =
                [
                    new()
                    {
                        Url = Url(outside).AbsoluteUri,
                        Fields = fields,
                        Networks = ["127.0.0.0/8"],
                        MaxResponseBytes = 64,
                        Timeout = timeout ?? TimeSpan.FromSeconds(10),
                    },
                ],
            },
            more: more
        );
        host.Resolver.Answers("127.0.0.1");

        return host;
    }

    private static BoundaryHost Inside(Listener server)
    {
        var host = new BoundaryHost(
            new()
            {
                Inside =
                [
                    new() { Host = $"inside.example:{server.Port}", Networks = ["127.0.0.0/8"] },
                ],
            }
        );
        host.Resolver.Answers("127.0.0.1");

        return host;
    }

    /// <summary>A handler that adds something of its own on the way.</summary>
    private sealed class Meddling : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request,
            CancellationToken cancellationToken
        )
        {
            request.Headers.Add("X-Patient", Canary);

            return base.SendAsync(request, cancellationToken);
        }
    }
}
