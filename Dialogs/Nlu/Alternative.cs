namespace ChatbotSante.Dialogs.Nlu;

/// <summary>What is wanted in the place of the slots just offered.</summary>
public enum Alternative
{
    /// <summary>Others: « ni l'un ni l'autre ».</summary>
    Others,

    /// <summary>« Plus tard ».</summary>
    Later,

    /// <summary>« Plus tôt » (« le plus tôt possible » is a wish, not this).</summary>
    Earlier,

    /// <summary>« Un autre jour ».</summary>
    OtherDay,
}
