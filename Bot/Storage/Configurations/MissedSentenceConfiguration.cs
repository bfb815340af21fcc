using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ChatbotSante.Bot.Storage.Configurations;

/// <summary>Table <c>missed_sentences</c>.</summary>
internal sealed class MissedSentenceConfiguration : IEntityTypeConfiguration<MissedSentenceRow>
{
    public void Configure(EntityTypeBuilder<MissedSentenceRow> builder)
    {
        builder.ToTable("missed_sentences").HasKey(e => e.Id);
        builder.Property(e => e.Id).HasColumnName("id").HasMaxLength(32);
        builder.Property(e => e.Times).HasColumnName("times");
        builder.Property(e => e.LastDay).HasColumnName("last_day");
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
