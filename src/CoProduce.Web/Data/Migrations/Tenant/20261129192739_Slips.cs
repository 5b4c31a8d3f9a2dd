using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CoProduce.Web.Data.Migrations.Tenant
{
    /// <inheritdoc />
    public partial class Slips : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "slip_piles",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    begun_by = table.Column<Guid>(type: "uuid", nullable: true),
                    begun_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    written = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_slip_piles", x => new { x.organisation_id, x.id });
                    table.ForeignKey(
                        name: "fk_slip_piles_role_holders_organisation_id_begun_by",
                        columns: x => new { x.organisation_id, x.begun_by },
                        principalTable: "role_holders",
                        principalColumns: new[] { "organisation_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "slips",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    pile_id = table.Column<Guid>(type: "uuid", nullable: false),
                    typed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    logged_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    typed = table.Column<string>(type: "character varying(8000)", maxLength: 8000, nullable: false),
                    problem = table.Column<short>(type: "smallint", nullable: true),
                    refusal = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_slips", x => new { x.organisation_id, x.id });
                    table.ForeignKey(
                        name: "fk_slips_slip_piles_organisation_id_pile_id",
                        columns: x => new { x.organisation_id, x.pile_id },
                        principalTable: "slip_piles",
                        principalColumns: new[] { "organisation_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_slip_piles_organisation_id_begun_by",
                table: "slip_piles",
                columns: new[] { "organisation_id", "begun_by" });

            migrationBuilder.CreateIndex(
                name: "ix_slip_piles_organisation_id_changed_at",
                table: "slip_piles",
                columns: new[] { "organisation_id", "changed_at" });

            migrationBuilder.CreateIndex(
                name: "ix_slips_organisation_id_pile_id_typed_at",
                table: "slips",
                columns: new[] { "organisation_id", "pile_id", "typed_at" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "slips");

            migrationBuilder.DropTable(
                name: "slip_piles");
        }
    }
}
