using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ChatbotSante.Bot.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class MissedSentences : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "missed_sentences",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    times = table.Column<long>(type: "INTEGER", nullable: false),
                    last_day = table.Column<long>(type: "INTEGER", nullable: false),
                    purge_at = table.Column<long>(type: "INTEGER", nullable: false),
                    key_id = table.Column<byte[]>(type: "BLOB", maxLength: 16, nullable: true),
                    @sealed = table.Column<byte[]>(name: "sealed", type: "BLOB", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_missed_sentences", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_missed_sentences_purge_at",
                table: "missed_sentences",
                column: "purge_at");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "missed_sentences");
        }
    }
}
