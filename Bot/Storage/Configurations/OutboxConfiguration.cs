using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ChatbotSante.Bot.Storage.Configurations;

/// <summary>Table <c>outbox</c>.</summary>
internal sealed class OutboxConfiguration : IEntityTypeConfiguration<OutboxRow>
{
    public void Configure(EntityTypeBuilder<OutboxRow> builder)
    {
        builder.ToTable("outbox").HasKey(e => e.Id);
        builder.Property(e => e.Id).HasColumnName("id").HasMaxLength(64);
        builder.Property(e => e.Template).HasColumnName("template").HasMaxLength(64);
        builder.Property(e => e.Reference).HasColumnName("reference").HasMaxLength(64);
        builder.Property(e => e.Due).HasColumnName("due");
        builder.Property(e => e.SentAt).HasColumnName("sent_at");
        builder.Property(e => e.PurgeAt).HasColumnName("purge_at");
        builder
            .Property(e => e.KeyId)
            .HasColumnName("key_id")
            .HasConversion(KeyIdConversion.ToBytes)
            .HasMaxLength(16);
        builder.Property(e => e.Sealed).HasColumnName("sealed");
        builder.HasIndex(e => new { e.SentAt, e.Due });
    }
}
