using ChatbotSante.Fuzzing;
using SharpFuzz;

// afl-fuzz starts this with the name of a target and gives inputs until it is told to stop. With files, they are given to the target one
// after the other, on a build that is not instrumented: what a fuzzer has kept is looked at so.
if (args is not [var name, .. var files] || !FuzzTargets.All.TryGetValue(name, out var target))
{
    return 2;
}

foreach (var file in files)
{
    target(File.ReadAllBytes(file));
}

if (files.Length == 0)
{
    Fuzzer.Run(stream =>
    {
        using var input = new MemoryStream();
        stream.CopyTo(input);
        target(input.ToArray());
    });
}

return 0;
