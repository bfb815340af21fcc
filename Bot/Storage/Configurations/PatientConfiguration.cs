using ChatbotSante.Dialogs.Care.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ChatbotSante.Bot.Storage.Configurations;

/// <summary>Table <c>patients</c>.</summary>
internal sealed class PatientConfiguration : IEntityTypeConfiguration<PatientRow>
{
    public void Configure(EntityTypeBuilder<PatientRow> builder)
    {
        builder.ToTable("patients").HasKey(e => e.Id);
        builder.Property(e => e.Id).HasColumnName("id").HasMaxLength(32);
        builder.Property(e => e.Person).HasColumnName("person").HasMaxLength(PersonIndex.Length);
        builder.Property(e => e.Revision).HasColumnName("revision").IsConcurrencyToken();
        builder.Property(e => e.PurgeAt).HasColumnName("purge_at");
        builder
            .Property(e => e.KeyId)
            .HasColumnName("key_id")
            .HasConversion(KeyIdConversion.ToBytes)
            .HasMaxLength(16);
        builder.Property(e => e.Sealed).HasColumnName("sealed");
        builder.HasIndex(e => e.Person);
        builder.HasIndex(e => e.PurgeAt);
    }
}
