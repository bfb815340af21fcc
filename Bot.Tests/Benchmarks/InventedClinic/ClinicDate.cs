namespace ChatbotSante.Benchmarks.InventedClinic;

/// <summary>The date in the clinic, which is in Europe/Paris wherever this runs.</summary>
internal static class ClinicDate
{
    public static DateOnly Today =>
        DateOnly.FromDateTime(
            TimeZoneInfo
                .ConvertTime(
                    TimeProvider.System.GetUtcNow(),
                    TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris")
                )
                .DateTime
        );
}
