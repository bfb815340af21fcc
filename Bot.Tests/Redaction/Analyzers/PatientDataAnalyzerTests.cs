using ChatbotSante.Redaction.Analyzers;
using NUnit.Framework;

namespace ChatbotSante.Tests.Redaction.Analyzers;

public sealed class PatientDataAnalyzerTests
{
    [Test]
    public Task A_log_call_is_given_nothing_of_a_patient() =>
        RunAsync(
            """
            logger.LogInformation("Heard {Text}", {|CBS0001:words|});
            logger.LogWarning("Heard {Text}", {|CBS0001:words.Reveal()|});
            logger.LogError("{Name} {Phone}", {|CBS0001:name|}, {|CBS0001:phone|});
            logger.LogError("{Birth}", {|CBS0001:birth.Reveal()|}.Year);
            logger.LogError("{Why}", {|CBS0001:symptom|});
            logger.LogError("{Why}", {|CBS0001:party.Reason|});
            logger.LogError("{Party}", {|CBS0001:party|});
            logger.LogError("{Parties}", {|CBS0001:parties|});
            logger.LogError({|CBS0001:folded.Original|});
            logger.Log(LogLevel.Error, "{Name}", {|CBS0001:name.RevealFamily()|});
            logger.Log(LogLevel.Error, default, {|CBS0001:party|}, null, (p, e) => "");
            using (logger.BeginScope({|CBS0001:phone|})) { }
            using (logger.BeginScope(new Dictionary<string, object> { ["phone"] = {|CBS0001:phone.Reveal()|} })) { }
            Log.Failed(logger, {|CBS0001:name.RevealGiven()|});
            Log.Anything(logger, 1, {|CBS0001:phone|});
            Log.Anything(logger, new object[] { "a", {|CBS0001:phone|} });
            LoggerMessage.Define<string>(LogLevel.Error, default, "{Name}")(logger, {|CBS0001:name.RevealGiven()|}, null);
            """
        );

    [Test]
    public Task A_log_call_is_given_no_part_of_an_expression_either() =>
        RunAsync(
            """
            Log.Failed(logger, $"for {{|CBS0001:name|}}");
            Log.Failed(logger, $"for {{|CBS0001:name.RevealGiven()|}:20}");
            Log.Failed(logger, "for " + {|CBS0001:phone|});
            Log.Failed(logger, "for " + yes + {|CBS0001:phone.Reveal()|} + ".");
            Log.Failed(logger, {|CBS0001:words|}.ToString());
            Log.Failed(logger, {|CBS0001:party|}.ToString());
            Log.Failed(logger, yes ? "nobody" : {|CBS0001:name.RevealGiven()|});
            Log.Failed(logger, yes switch { true => "nobody", false => {|CBS0001:symptom|} });
            Log.Failed(logger, {|CBS0001:party.Reason|} ?? "none");
            Log.Failed(logger, {|CBS0001:words.Reveal()|}.Trim().Substring(2).ToUpperInvariant());
            Log.Failed(logger, {|CBS0001:words.Reveal()|}[..4]);
            Log.Failed(logger, {|CBS0001:words.Reveal()|}[0].ToString());
            Log.Failed(logger, new string({|CBS0001:words.Reveal()|}.Reverse().ToArray()));
            Log.Failed(logger, string.Format(CultureInfo.InvariantCulture, "{0}", {|CBS0001:phone|}));
            Log.Failed(logger, string.Concat("a", {|CBS0001:symptom|}));
            Log.Failed(logger, string.Join(", ", parties.Select(p => {|CBS0001:p.Family|})));
            Log.Failed(logger, string.Create(CultureInfo.InvariantCulture, $"{{|CBS0001:phone|}}"));
            Log.Failed(logger, string.Create(3, {|CBS0001:symptom|}, (span, from) => from.AsSpan(0, 3).CopyTo(span)));
            Log.Failed(logger, Encoding.UTF8.GetString(Encoding.UTF8.GetBytes({|CBS0001:symptom|})));
            Log.Failed(logger, Convert.ToHexString(Encoding.UTF8.GetBytes({|CBS0001:symptom|})));
            Log.Failed(logger, JsonSerializer.Serialize({|CBS0001:party|}));
            Log.Failed(logger, (yes, {|CBS0001:symptom|}).ToString());
            Log.Failed(logger, new { name = {|CBS0001:symptom|} }.ToString());
            Log.Failed(logger, {|CBS0001:words?.Reveal()|});
            Log.Failed(logger, {|CBS0001:words?.Reveal().Trim()|});
            Log.Failed(logger, (await Task.FromResult({|CBS0001:symptom|})));
            Log.Anything(logger, [{|CBS0001:symptom|}]);
            Log.Anything(logger, [.. parties.Select(p => {|CBS0001:p.Family|})]);
            """
        );

    [Test]
    public Task Content_is_followed_through_locals() =>
        RunAsync(
            """
            var said = words.Reveal();
            Log.Failed(logger, {|CBS0001:said|});
            var shorter = said.Substring(1);
            var upper = shorter.ToUpperInvariant();
            Log.Failed(logger, $"{{|CBS0001:upper|}}");
            string late;
            late = "none";
            if (yes) { late = phone.Reveal(); }
            Log.Failed(logger, {|CBS0001:late|});
            object boxed = name;
            Log.Failed(logger, {|CBS0001:boxed|}.ToString());
            var built = new StringBuilder();
            built.Append({|CBS0002:symptom|});
            Log.Failed(logger, {|CBS0001:built|}.ToString());
            var list = new List<string>();
            list.Add(symptom);
            Log.Failed(logger, string.Join(' ', {|CBS0001:list|}));
            var array = new string[2];
            array[0] = symptom;
            Log.Failed(logger, {|CBS0001:array|}[0]);
            var pair = (Id: party.Id, Said: symptom);
            Log.Failed(logger, {|CBS0001:pair.Said|});
            Log.Failed(logger, pair.Id);
            var (id, why) = (party.Id, symptom);
            Log.Failed(logger, {|CBS0001:why|});
            foreach (var word in said.Split(' ')) { Log.Failed(logger, {|CBS0001:word|}); }
            foreach (var one in parties) { Log.Failed(logger, {|CBS0001:one.Family|}); }
            if (party.Reason is { } reason) { Log.Failed(logger, {|CBS0001:reason|}); }
            if (party is { Reason: { } inside }) { Log.Failed(logger, {|CBS0001:inside|}); }
            if ((object)symptom is string cast) { Log.Failed(logger, {|CBS0001:cast|}); }
            Func<string> ask = () => symptom;
            Log.Failed(logger, {|CBS0001:ask()|});
            string Local() => symptom;
            Log.Failed(logger, {|CBS0001:Local()|});
            parties.Select(p => p.Family).ToList().ForEach(f => Log.Failed(logger, {|CBS0001:f|}));
            var a = "x"; var b = "y";
            for (var i = 0; i < 2; i++) { a = b; b = a; }
            Log.Failed(logger, a);
            """
        );

    [Test]
    public Task Content_is_followed_through_spans() =>
        RunAsync(
            """
            Log.Failed(logger, Cut(words));
            static string Cut(PatientText from)
            {
                Span<char> copy = stackalloc char[8];
                from.Reveal().AsSpan(0, 8).CopyTo(copy);
                throw new RefusedException({|CBS0003:copy|}.ToString());
            }
            """
        );

    [Test]
    public Task A_mark_counts_wherever_it_stands() =>
        Example.MembersAsync<PatientDataAnalyzer>(
            """
            [HealthData] private readonly string _why = "x";
            [IdentityData] public string Owner { get; init; }
            [IdentityData] private string this[int place] => "x";
            [return: IdentityData] private static string Named(int number) => "x";
            private sealed record Wrapped(List<Party> Parties);
            [IdentityData] private readonly record struct Plate(int Number);

            private void Run<T>(ILogger logger, Wrapped wrapped, T generic, Plate plate, Case other, Lazy<Party> late, (int, Party) pair)
                where T : class, IEnumerable<Party>
            {
                logger.LogError("{Why}", {|CBS0001:_why|});
                logger.LogError("{Owner}", {|CBS0001:other.Owner|});
                logger.LogError("{Owner}", {|CBS0001:this[1]|});
                logger.LogError("{Owner}", {|CBS0001:Named(1)|});
                logger.LogError("{Wrapped}", {|CBS0001:wrapped|});
                logger.LogError("{Generic}", {|CBS0001:generic|});
                logger.LogError("{Plate} {Number}", {|CBS0001:plate|}, {|CBS0001:plate.Number|});
                logger.LogError("{Late} {Pair}", {|CBS0001:late.Value|}, {|CBS0001:pair|});
                logger.LogError("{Case}", {|CBS0001:other|});
                logger.LogError("{Number} {Parties}", pair.Item1, wrapped.Parties.Count);
            }
            """
        );

    [Test]
    public Task What_says_nothing_of_a_person_may_be_logged() =>
        RunAsync(
            """
            logger.LogInformation("{Length} {Age} {Id}", words.Length, party.Age, party.Id);
            logger.LogInformation("{Count}", parties.Count);
            logger.LogInformation("{Known}", name is null);
            logger.LogInformation("{Same}", party.Reason == "x" || symptom.Contains("x"));
            logger.LogInformation("{Words}", words.Reveal().Length);
            logger.LogInformation("{Place}", symptom.IndexOf('x'));
            logger.LogInformation("{Ids}", string.Join(' ', parties.Select(p => p.Id)));
            logger.LogInformation("{Mask}", PatientText.Mask);
            logger.LogInformation("{Name}", nameof(name));
            logger.LogInformation("{Type}", name.GetType().Name);
            logger.LogInformation("{Hash}", Convert.ToHexString(HMACSHA256.HashData(new byte[32], Encoding.UTF8.GetBytes(symptom))));
            var known = new Dictionary<string, string>();
            known.TryGetValue(symptom, out var id);
            logger.LogInformation("{Id}", id);
            try { symptom.Trim(); } catch (InvalidOperationException fault) { Log.Raised(logger, fault); Log.Failed(logger, fault.GetType().Name); }
            """
        );

    [Test]
    public Task A_text_is_made_of_nothing_of_a_patient() =>
        RunAsync(
            """
            var a = $"{{|CBS0002:name|}}";
            var b = $"{{|CBS0002:name.RevealGiven()|}} {{|CBS0002:name.RevealFamily()|}}";
            var c = "a" + {|CBS0002:phone|} + "b";
            var d = string.Format("{0}", {|CBS0002:symptom|});
            var e = string.Join(' ', {|CBS0002:folded.Folded|}, "x");
            a += {|CBS0002:symptom|};
            var f = new StringBuilder();
            f.Append({|CBS0002:symptom|}).Append("and").Append({|CBS0002:party|});
            FormattableString g = $"{{|CBS0002:birth|}}";
            var h = $"{parties.Count} {party.Id} {words.Length}";
            var i = "a" + party.Age;
            var said = words.Reveal();
            var j = $"{{|CBS0002:said|}}";
            var k = FoldedText.FoldWord(name.RevealGiven());
            var l = $"{{|CBS0002:k|}}";
            """
        );

    [Test]
    public Task A_text_with_a_justification_is_let_through() =>
        Example.MembersAsync<PatientDataAnalyzer>(
            """
            [SuppressMessage("Privacy", "CBS0002:Patient data is made part of a text", Justification = "Read back to the patient.")]
            public string Back(PersonName name) => $"{name.RevealGiven()}";

            public string Other(PersonName name) => $"{{|CBS0002:name.RevealGiven()|}}";
            """
        );

    [Test]
    public Task An_exception_is_given_nothing_of_a_patient() =>
        RunAsync(
            """
            if (yes) { throw new InvalidOperationException({|CBS0003:symptom|}); }
            if (yes) { throw new RefusedException($"no {{|CBS0003:name|}}"); }
            if (yes) { throw new RefusedException("no " + {|CBS0003:phone.Reveal()|}); }
            if (yes) { throw new ArgumentOutOfRangeException(nameof(birth), {|CBS0003:birth|}, "No."); }
            if (yes) { throw Refused({|CBS0003:symptom|}); }
            ArgumentOutOfRangeException.ThrowIfEqual({|CBS0003:symptom|}, "x");
            var kept = new RefusedException({|CBS0003:words.Reveal()|});
            kept.Data["words"] = {|CBS0003:symptom|};
            kept.Data.Add("phone", {|CBS0003:phone|});
            kept.HelpLink = {|CBS0003:symptom|};
            _ = name ?? throw new RefusedException({|CBS0003:symptom|});
            ArgumentNullException.ThrowIfNull(name);
            ArgumentException.ThrowIfNullOrEmpty(symptom);
            if (yes) { throw new RefusedException("The name is not known."); }
            if (yes) { throw new ArgumentException("No.", nameof(phone)); }
            if (yes) { throw new RefusedException($"{parties.Count} are too many."); }
            static Exception Refused(string why) => new RefusedException(why);
            """
        );

    [Test]
    public Task A_base_constructor_of_an_exception_is_given_nothing_either() =>
        Example.FileAsync<PatientDataAnalyzer>(
            """
            namespace ChatbotSante.Example
            {
                public sealed class UnknownException(PersonName name) : Exception($"No {{|CBS0003:name|}}");

                public sealed class OtherException : Exception
                {
                    public OtherException(PhoneNumber phone) : base({|CBS0003:phone.Reveal()|}) { }
                }
            }
            """
        );

    [Test]
    public Task A_trace_and_a_metric_are_given_nothing_of_a_patient() =>
        RunAsync(
            """
            using var source = new ActivitySource("x");
            using var activity = source.StartActivity($"call {{|CBS0004:phone|}}");
            activity?.SetTag("phone", {|CBS0004:phone|});
            activity?.AddTag("name", {|CBS0004:name.RevealGiven()|});
            activity?.SetBaggage("why", {|CBS0004:symptom|});
            activity?.AddEvent(new ActivityEvent({|CBS0004:symptom|}));
            activity?.SetStatus(ActivityStatusCode.Error, {|CBS0004:words.Reveal()|});
            if (activity is not null) { activity.DisplayName = {|CBS0004:symptom|}; }
            using var meter = new Meter("x");
            var turns = meter.CreateCounter<int>("turns");
            turns.Add(1, new KeyValuePair<string, object>("phone", {|CBS0004:phone|}));
            var tags = new TagList();
            tags.Add("why", {|CBS0004:symptom|});
            tags.Add(new("why", {|CBS0004:symptom|}));
            var more = new TagList { { "why", {|CBS0004:symptom|} } };
            turns.Add(1, new KeyValuePair<string, object>("outcome", yes ? "yes" : "no"));
            activity?.SetTag("count", parties.Count);
            var hours = meter.CreateHistogram<int>("age");
            hours.Record({|CBS0004:birth.Reveal()|}.Year);
            """
        );

    [Test]
    public Task An_address_is_given_nothing_of_a_patient() =>
        RunAsync(
            """
            var a = new Uri("https://host.example/?q=" + {|CBS0005:symptom|});
            var b = new Uri($"https://host.example/{{|CBS0005:phone.Reveal()|}}");
            var c = new UriBuilder("https://host.example") { Query = {|CBS0005:symptom|} };
            c.Path = {|CBS0005:symptom|};
            var d = QueryHelpers.AddQueryString("/a", "name", {|CBS0005:name.RevealGiven()|});
            var e = Uri.EscapeDataString({|CBS0005:symptom|});
            using var request = new HttpRequestMessage(HttpMethod.Get, {|CBS0005:symptom|});
            request.Headers.Add("X-Why", {|CBS0005:symptom|});
            HttpClient client = null;
            await client.GetAsync("/a?name=" + {|CBS0005:name|});
            await client.PostAsync("/a", new StringContent(symptom));
            Uri.TryCreate({|CBS0005:symptom|}, UriKind.Absolute, out _);
            var ok = new Uri("https://host.example/" + party.Id);
            """
        );

    [Test]
    public Task Anothers_message_is_not_repeated() =>
        RunAsync(
            """
            try { symptom.Trim(); }
            catch (InvalidOperationException fault)
            {
                Log.Failed(logger, {|CBS0010:fault.Message|});
                logger.LogError("{Fault}", {|CBS0010:fault.InnerException.Message|});
                Log.Failed(logger, $"{{|CBS0010:fault|}}");
                Log.Failed(logger, {|CBS0010:fault|}.ToString());
                var said = fault.Message;
                Log.Failed(logger, "It failed: " + {|CBS0010:said|});
                Activity.Current?.SetTag("fault", {|CBS0010:fault.Message|});
                throw new RefusedException({|CBS0010:fault.Message|});
            }
            catch (AggregateException faults)
            {
                throw new RefusedException(string.Join(' ', faults.InnerExceptions.Select(f => {|CBS0010:f.Message|})));
            }
            catch (ChatbotSanteException ours)
            {
                Log.Failed(logger, ours.Message);
                Log.Raised(logger, ours);
                throw new InvalidOperationException("It failed.", ours);
            }
            """
        );

    private static Task RunAsync(string statements) =>
        Example.StatementsAsync<PatientDataAnalyzer>(statements);
}
