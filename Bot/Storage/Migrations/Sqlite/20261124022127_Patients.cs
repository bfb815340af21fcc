using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ChatbotSante.Bot.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Patients : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<byte[]>(
                name: "key_id",
                table: "outbox",
                type: "BLOB",
                maxLength: 16,
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "sealed",
                table: "outbox",
                type: "BLOB",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "patient_id",
                table: "appointments",
                type: "TEXT",
                maxLength: 32,
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "person",
                table: "appointments",
                type: "BLOB",
                maxLength: 16,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "code_sends",
                columns: table => new
                {
                    phone = table.Column<byte[]>(type: "BLOB", maxLength: 16, nullable: false),
                    day = table.Column<long>(type: "INTEGER", nullable: false),
                    sends = table.Column<long>(type: "INTEGER", nullable: false),
                    purge_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_code_sends", x => new { x.phone, x.day });
                });

            migrationBuilder.CreateTable(
                name: "patients",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    person = table.Column<byte[]>(type: "BLOB", maxLength: 16, nullable: false),
                    revision = table.Column<long>(type: "INTEGER", nullable: false),
                    purge_at = table.Column<long>(type: "INTEGER", nullable: false),
                    key_id = table.Column<byte[]>(type: "BLOB", maxLength: 16, nullable: false),
                    @sealed = table.Column<byte[]>(name: "sealed", type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_patients", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_appointments_patient_id",
                table: "appointments",
                column: "patient_id");

            migrationBuilder.CreateIndex(
                name: "IX_appointments_person",
                table: "appointments",
                column: "person");

            migrationBuilder.CreateIndex(
                name: "IX_code_sends_purge_at",
                table: "code_sends",
                column: "purge_at");

            migrationBuilder.CreateIndex(
                name: "IX_patients_person",
                table: "patients",
                column: "person");

            migrationBuilder.CreateIndex(
                name: "IX_patients_purge_at",
                table: "patients",
                column: "purge_at");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "code_sends");

            migrationBuilder.DropTable(
                name: "patients");

            migrationBuilder.DropIndex(
                name: "IX_appointments_patient_id",
                table: "appointments");

            migrationBuilder.DropIndex(
                name: "IX_appointments_person",
                table: "appointments");

            migrationBuilder.DropColumn(
                name: "key_id",
                table: "outbox");

            migrationBuilder.DropColumn(
                name: "sealed",
                table: "outbox");

            migrationBuilder.DropColumn(
                name: "patient_id",
                table: "appointments");

            migrationBuilder.DropColumn(
                name: "person",
                table: "appointments");
        }
    }
}
