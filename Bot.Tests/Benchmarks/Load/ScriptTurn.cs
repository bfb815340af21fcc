namespace ChatbotSante.Benchmarks.Load;

/// <summary>One turn of a <see cref="Script"/>: what to write, and what the answer must hold.</summary>
internal sealed record ScriptTurn(TextTemplate Text, TextTemplate[] Expect);
