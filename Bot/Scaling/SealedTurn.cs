namespace ChatbotSante.Bot.Scaling;

/// <summary>A turn's result between nodes.</summary>
/// <param name="Sequence">Place of the received activity in the stream.</param>
/// <param name="Replies">The replies, packed and sealed.</param>
[GenerateSerializer, Immutable, Alias("chatbotsante.sealed-turn")]
public sealed record SealedTurn([property: Id(0)] long Sequence, [property: Id(1)] byte[] Replies);
