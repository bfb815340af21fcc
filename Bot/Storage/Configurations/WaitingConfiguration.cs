using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ChatbotSante.Bot.Storage.Configurations;

/// <summary>Table <c>waiting_list</c>.</summary>
internal sealed class WaitingConfiguration : IEntityTypeConfiguration<WaitingRow>
{
    public void Configure(EntityTypeBuilder<WaitingRow> builder)
    {
        builder.ToTable("waiting_list").HasKey(e => e.Id);
        builder.Property(e => e.Id).HasColumnName("id").HasMaxLength(32);
        builder.Property(e => e.CreatedAt).HasColumnName("created_at");
        builder.Property(e => e.ClosedAt).HasColumnName("closed_at");
        builder.Property(e => e.PurgeAt).HasColumnName("purge_at");
        builder
            .Property(e => e.KeyId)
            .HasColumnName("key_id")
            .HasConversion(KeyIdConversion.ToBytes)
            .HasMaxLength(16);
        builder.Property(e => e.Sealed).HasColumnName("sealed");
        builder.HasIndex(e => e.PurgeAt);
    }
}
