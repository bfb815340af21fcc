using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ChatbotSante.Bot.Storage.Configurations;

/// <summary>Table <c>slot_claims</c>.</summary>
internal sealed class SlotClaimConfiguration : IEntityTypeConfiguration<SlotClaimRow>
{
    public void Configure(EntityTypeBuilder<SlotClaimRow> builder)
    {
        builder.ToTable("slot_claims").HasKey(e => new { e.Schedule, e.Start });
        builder.Property(e => e.Schedule).HasColumnName("schedule").HasMaxLength(64);
        builder.Property(e => e.Start).HasColumnName("start");
        builder.Property(e => e.HoldId).HasColumnName("hold_id").HasMaxLength(32);
        builder.Property(e => e.HeldUntil).HasColumnName("held_until");
        builder.HasIndex(e => e.HoldId);
    }
}
