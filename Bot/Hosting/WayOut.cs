using System.Net;

namespace ChatbotSante.Bot.Hosting;

/// <summary>What a setting makes this program connect to by a library's own socket.</summary>
/// <param name="Setting">Key of the setting.</param>
/// <param name="Hosts">Every host that it names; null when they cannot be told.</param>
internal sealed record WayOut(string Setting, IReadOnlyList<EndPoint>? Hosts);
