using ChatbotSante.Dialogs.Care.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ChatbotSante.Bot.Storage.Configurations;

/// <summary>Table <c>code_sends</c>.</summary>
internal sealed class CodeSendConfiguration : IEntityTypeConfiguration<CodeSendRow>
{
    public void Configure(EntityTypeBuilder<CodeSendRow> builder)
    {
        builder.ToTable("code_sends").HasKey(e => new { e.Phone, e.Day });
        builder.Property(e => e.Phone).HasColumnName("phone").HasMaxLength(PhoneIndex.Length);
        builder.Property(e => e.Day).HasColumnName("day");
        builder.Property(e => e.Sends).HasColumnName("sends");
        builder.Property(e => e.PurgeAt).HasColumnName("purge_at");
        builder.HasIndex(e => e.PurgeAt);
    }
}
