using Microsoft.EntityFrameworkCore;

namespace ChatbotSante.Bot.Storage;

/// <summary>The schema. Turns are written by <see cref="TurnWriter"/>; this maps, migrates and serves what is not on a turn's way.</summary>
internal abstract class BotDbContext(DbContextOptions options) : DbContext(options)
{
    public DbSet<ConversationRow> Conversations => Set<ConversationRow>();

    public DbSet<SlotClaimRow> SlotClaims => Set<SlotClaimRow>();

    public DbSet<AppointmentRow> Appointments => Set<AppointmentRow>();

    public DbSet<PatientRow> Patients => Set<PatientRow>();

    public DbSet<CodeSendRow> CodeSends => Set<CodeSendRow>();

    public DbSet<CallBackRow> CallBacks => Set<CallBackRow>();

    public DbSet<WaitingRow> WaitingList => Set<WaitingRow>();

    public DbSet<MissedSentenceRow> MissedSentences => Set<MissedSentenceRow>();

    public DbSet<OutboxRow> Outbox => Set<OutboxRow>();

    public DbSet<AuditRow> Audit => Set<AuditRow>();

    protected override void OnModelCreating(ModelBuilder modelBuilder) =>
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(BotDbContext).Assembly);
}
