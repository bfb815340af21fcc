using System.Text;
using System.Text.Json;

namespace ChatbotSante.Tests.Bot.Channels;

/// <summary>Reads activities as a client does.</summary>
internal static class JsonText
{
    /// <summary>A property's text, or null.</summary>
    public static string? Of(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value)
            ? value.GetString()
            : null;

    public static string Id(this JsonElement activity) => activity.Of("id") ?? "";

    public static string Text(this JsonElement activity) => activity.Of("text") ?? "";

    public static bool IsOfBot(this JsonElement activity) =>
        activity.GetProperty("from").Of("role") == "bot";

    public static StringContent Content(object body) =>
        new(body as string ?? JsonSerializer.Serialize(body), Encoding.UTF8, "application/json");

    public static async Task<JsonElement> JsonAsync(this HttpResponseMessage response) =>
        JsonElement.Parse(await response.Content.ReadAsStringAsync());
}
