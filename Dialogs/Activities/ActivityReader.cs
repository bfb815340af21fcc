using System.Text.Json;

namespace ChatbotSante.Dialogs.Activities;

/// <summary>Reads one activity from bytes that came from outside.</summary>
public static class ActivityReader
{
    /// <summary>Largest activity read, in bytes.</summary>
    public const int MaxBytes = 64 * 1024;

    /// <summary>Longest id of an activity, a conversation, an account, in UTF-16 code units.</summary>
    public const int MaxIdLength = 256;

    /// <summary>Reads an activity; false when the bytes are not one, are too many, or its ids are too long.</summary>
    /// <remarks>The reason is deliberately not given: a parser's message quotes what it read.</remarks>
    public static bool TryRead(ReadOnlySpan<byte> json, out Activity? activity)
    {
        activity = null;
        if (json.Length is 0 or > MaxBytes)
        {
            return false;
        }

        try
        {
            activity = JsonSerializer.Deserialize(json, ActivityJson.Default.Activity);
        }
        catch (JsonException)
        {
            return false;
        }

        if (activity is null || string.IsNullOrEmpty(activity.Type) || !HasBoundedIds(activity))
        {
            activity = null;
            return false;
        }

        return true;
    }

    private static bool HasBoundedIds(Activity activity) =>
        IsBounded(activity.Id)
        && IsBounded(activity.ChannelId)
        && IsBounded(activity.From?.Id)
        && IsBounded(activity.Recipient?.Id)
        && IsBounded(activity.Conversation?.Id)
        && IsBounded(activity.ChannelData?.ClientActivityId)
        && activity.ServiceUrl is not { Length: > 2048 };

    private static bool IsBounded(string? id) => id is not { Length: > MaxIdLength };
}
