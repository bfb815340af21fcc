using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ChatbotSante.Bot.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class WaitingListAndLengths : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_slot_claims_hold_id",
                table: "slot_claims");

            migrationBuilder.AddColumn<int>(
                name: "length",
                table: "appointments",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateTable(
                name: "waiting_list",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    closed_at = table.Column<long>(type: "INTEGER", nullable: true),
                    purge_at = table.Column<long>(type: "INTEGER", nullable: false),
                    key_id = table.Column<byte[]>(type: "BLOB", maxLength: 16, nullable: false),
                    @sealed = table.Column<byte[]>(name: "sealed", type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_waiting_list", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_slot_claims_hold_id",
                table: "slot_claims",
                column: "hold_id");

            migrationBuilder.CreateIndex(
                name: "IX_waiting_list_purge_at",
                table: "waiting_list",
                column: "purge_at");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "waiting_list");

            migrationBuilder.DropIndex(
                name: "IX_slot_claims_hold_id",
                table: "slot_claims");

            migrationBuilder.DropColumn(
                name: "length",
                table: "appointments");

            migrationBuilder.CreateIndex(
                name: "IX_slot_claims_hold_id",
                table: "slot_claims",
                column: "hold_id",
                unique: true);
        }
    }
}
