namespace ChatbotSante.Tests.Bot.Boundary;

/// <summary>A value that throws when it is printed, and quotes a patient doing so.</summary>
internal sealed class Unprintable
{
    public override string ToString() =>
        throw new InvalidOperationException("Gaston Verlier cannot be printed.");
}
