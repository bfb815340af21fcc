namespace ChatbotSante.Tests.Support;

/// <summary>What a test sends to a process that it started. Numbers: signal(7), Linux.</summary>
internal enum Signal
{
    None = 0,
    Interrupt = 2,
    Kill = 9,
    Terminate = 15,
    Continue = 18,
    Stop = 19,
}
