using System.ComponentModel.DataAnnotations;

namespace ChatbotSante.Bot.Hosting;

/// <summary>Where everything this program writes lies. Section <c>Data</c>.</summary>
public sealed class DataOptions
{
    /// <summary>The folder: database, keys, outbox, lock. Default: <c>data</c> in the working directory.</summary>
    [Required]
    public string Folder { get; init; } = "data";
}
