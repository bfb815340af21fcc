using System.Runtime.InteropServices;

namespace ChatbotSante.Benchmarks.Load;

/// <summary><c>struct pollfd</c> of poll(2).</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct PollEntry
{
    public int Descriptor;
    public short Wanted;
    public short Ready;
}
