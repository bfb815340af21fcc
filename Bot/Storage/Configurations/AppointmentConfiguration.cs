using ChatbotSante.Dialogs.Care.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ChatbotSante.Bot.Storage.Configurations;

/// <summary>Table <c>appointments</c>.</summary>
internal sealed class AppointmentConfiguration : IEntityTypeConfiguration<AppointmentRow>
{
    public void Configure(EntityTypeBuilder<AppointmentRow> builder)
    {
        builder.ToTable("appointments").HasKey(e => e.Id);
        builder.Property(e => e.Id).HasColumnName("id").HasMaxLength(32);
        builder.Property(e => e.Schedule).HasColumnName("schedule").HasMaxLength(64);
        builder.Property(e => e.Start).HasColumnName("start");
        builder.Property(e => e.Length).HasColumnName("length");
        builder.Property(e => e.Revision).HasColumnName("revision").IsConcurrencyToken();
        builder.Property(e => e.PurgeAt).HasColumnName("purge_at");
        builder.Property(e => e.Person).HasColumnName("person").HasMaxLength(PersonIndex.Length);
        builder.Property(e => e.PatientId).HasColumnName("patient_id").HasMaxLength(32);
        builder
            .Property(e => e.KeyId)
            .HasColumnName("key_id")
            .HasConversion(KeyIdConversion.ToBytes)
            .HasMaxLength(16);
        builder.Property(e => e.Sealed).HasColumnName("sealed");
        builder.HasIndex(e => e.PurgeAt);
        builder.HasIndex(e => e.Person);
        builder.HasIndex(e => e.PatientId);
    }
}
