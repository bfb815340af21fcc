namespace ChatbotSante.Benchmarks.Load;

/// <summary>What a script may leave blank: <c>{practitioner}</c>, <c>{day}</c>, <c>{part}</c>, <c>{family}</c>, <c>{given}</c>, <c>{phone}</c>.</summary>
internal enum Placeholder
{
    /// <summary>A surname of the clinic, such as « Bavolor ».</summary>
    Practitioner,

    /// <summary>Such as « le 3 décembre ».</summary>
    Day,

    /// <summary>« le matin » or « l'après-midi ».</summary>
    Part,

    /// <summary>A patient's surname.</summary>
    Family,

    /// <summary>A patient's given name.</summary>
    Given,

    /// <summary>Ten digits by twos, in 06 39 98, which is reserved for fiction (ARCEP).</summary>
    Phone,
}
