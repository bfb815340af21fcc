namespace ChatbotSante.Training;

/// <summary>The grammar, or the command line, is not what it should be; the message says where and what to do.</summary>
internal sealed class TrainingException(string message, Exception? inner = null)
    : Exception(message, inner);
