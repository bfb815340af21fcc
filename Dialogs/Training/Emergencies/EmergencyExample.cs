using Microsoft.ML.Data;

namespace ChatbotSante.Training.Emergencies;

/// <summary>A message as the learner reads it.</summary>
internal sealed class EmergencyExample
{
    /// <summary>How often each feature is there.</summary>
    public VBuffer<float> Features { get; set; }

    /// <summary>Column in the weights.</summary>
    public uint Label { get; set; }
}
