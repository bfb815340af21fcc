namespace ChatbotSante.Dialogs.Activities;

/// <summary>How the sender of an activity wants the replies.</summary>
public static class DeliveryModes
{
    /// <summary>By separate requests to the channel's <c>serviceUrl</c>.</summary>
    public const string Normal = "normal";

    /// <summary>In the body of the response.</summary>
    public const string ExpectReplies = "expectReplies";
}
