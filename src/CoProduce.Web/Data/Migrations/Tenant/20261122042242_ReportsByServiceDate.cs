using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CoProduce.Web.Data.Migrations.Tenant
{
    /// <inheritdoc />
    public partial class ReportsByServiceDate : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "ix_entries_organisation_id_service_date",
                table: "entries",
                columns: new[] { "organisation_id", "service_date" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_entries_organisation_id_service_date",
                table: "entries");
        }
    }
}
