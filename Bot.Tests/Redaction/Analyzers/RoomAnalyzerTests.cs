using ChatbotSante.Redaction.Analyzers;
using ChatbotSante.Tests.Support;
using NUnit.Framework;

namespace ChatbotSante.Tests.Redaction.Analyzers;

/// <summary>On the rooms that the product has.</summary>
public sealed class RoomAnalyzerTests
{
    private static readonly string Rooms = File.ReadAllText(Checkout.PathOf("Rooms.txt"));

    [Test]
    public Task No_way_out_is_used_outside_its_room() =>
        RunAsync(
            "/src/Bot/Scaling/Case.cs",
            """
            using var a = {|CBS0008:new System.Net.Sockets.Socket(System.Net.Sockets.SocketType.Stream, System.Net.Sockets.ProtocolType.Tcp)|};
            using var b = {|CBS0008:new System.Net.Sockets.TcpClient()|};
            using var c = {|CBS0008:new System.Net.Sockets.UdpClient()|};
            using var d = {|CBS0008:new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0)|};
            using var e = {|CBS0008:new HttpClient()|};
            using HttpClient f = {|CBS0008:new(null)|};
            using var g = {|CBS0008:new SocketsHttpHandler()|};
            using var h = {|CBS0008:new HttpClientHandler()|};
            using var i = {|CBS0008:new System.Net.WebSockets.ClientWebSocket()|};
            using var j = {|CBS0008:new System.Net.Mail.SmtpClient()|};
            {|CBS0008:System.Net.Dns.GetHostName()|};
            {|CBS0008:Process.Start("ls")|};
            {|CBS0008:Process.Start({|CBS0008:new ProcessStartInfo("ls")|})|};
            {|CBS0008:Environment.FailFast("x")|};
            {|CBS0008:Debug.WriteLine("x")|};
            {|CBS0008:Trace.TraceInformation("x")|};
            {|CBS0008:Debugger.Log(1, "x", "x")|};
            {|CBS0008:Console.WriteLine("x")|};
            {|CBS0008:Console.Out|}.Flush();
            Action<string> k = {|CBS0008:Console.WriteLine|};
            {|CBS0008:Activator.CreateInstance<HttpClient>()|};
            Activator.CreateInstance({|CBS0008:typeof(HttpClient)|});
            """
        );

    [TestCase(
        "/src/Bot/Boundary/Case.cs",
        "using var s = new System.Net.Sockets.Socket(System.Net.Sockets.SocketType.Stream, System.Net.Sockets.ProtocolType.Tcp);"
    )]
    [TestCase(
        "/src/Bot/Telephony/Rtp/Case.cs",
        "using var s = new System.Net.Sockets.UdpClient();"
    )]
    [TestCase("/src/Bot/Boundary/Case.cs", "using var s = new SocketsHttpHandler();")]
    [TestCase("/src/Bot/Boundary/Case.cs", "System.Net.Dns.GetHostName();")]
    [TestCase("/src/Bot/Commands/Case.cs", "Console.Out.Flush();")]
    [TestCase(
        "/src/Bot/Scaling/Case.cs",
        "HttpClient client = null; await client.GetAsync(\"/a\");"
    )]
    [TestCase(
        "/src/Bot/Scaling/Case.cs",
        "try { Rooms(); } catch (System.Net.Sockets.SocketException) { } static void Rooms() { }"
    )]
    [TestCase(
        "/src/Bot/Scaling/Case.cs",
        "var family = System.Net.Sockets.AddressFamily.InterNetwork;"
    )]
    [TestCase("/src/Bot/Scaling/Case.cs", "using var own = Process.GetCurrentProcess();")]
    public Task It_is_used_in_its_room_and_what_opens_nothing_anywhere(
        string path,
        string statement
    ) => RunAsync(path, statement);

    [TestCase("/src/Bot/BoundaryOfMine/Case.cs")]
    [TestCase("/src/Elsewhere/Bot/Boundary/Case.cs")]
    [TestCase("/Bot/Boundary/Case.cs")]
    public Task A_folder_of_a_like_name_is_no_room(string path) =>
        RunAsync(path, "{|CBS0008:System.Net.Dns.GetHostName()|};");

    [Test]
    public Task A_type_made_of_a_client_is_one() =>
        Example.FileAsync<RoomAnalyzer>(
            """
            namespace ChatbotSante.Example
            {
                public sealed class Own() : {|CBS0008:HttpClient()|};
            }
            """,
            additional: ("/src/Rooms.txt", Rooms)
        );

    [Test]
    public void Without_the_file_the_build_fails() =>
        Assert.That(
            async () => await Example.MembersAsync<RoomAnalyzer>("public int None => 1;"),
            Throws.Exception.With.Message.Contains("Rooms.txt is not among the additional files")
        );

    [TestCase("System.Console")]
    [TestCase("System.Console = Bot/Commands")]
    [TestCase("System.Console ; log")]
    [TestCase(" = Bot/Commands; log")]
    [TestCase("System.Console = Bot/Commands;")]
    public Task A_line_that_says_nothing_fails_the_build(string line) =>
        Example.FileAsync<RoomAnalyzer>(
            "class None;",
            additional: ("/src/Rooms.txt", $"# The rooms.\n\n{{|CBS0012:{line}|}}\n")
        );

    private static Task RunAsync(string path, string statements) =>
        Example.FileAsync<RoomAnalyzer>(
            $$"""
            namespace ChatbotSante.Example
            {
                public sealed class Case
                {
                    public async Task RunAsync()
                    {
                        await Task.Yield();
                        {{statements}}
                    }
                }
            }
            """,
            path,
            ("/src/Rooms.txt", Rooms)
        );
}
