using ChatbotSante.Fuzzing;
using SharpFuzz;

// afl-fuzz starts this with the name of a target and gives inputs until it is told to stop.
if (args is not [var name] || !FuzzTargets.All.TryGetValue(name, out var target))
{
    return 2;
}

Fuzzer.Run(stream =>
{
    using var input = new MemoryStream();
    stream.CopyTo(input);
    target(input.ToArray());
});
return 0;
