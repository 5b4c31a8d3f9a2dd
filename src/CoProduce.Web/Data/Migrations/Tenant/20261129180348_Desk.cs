using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CoProduce.Web.Data.Migrations.Tenant
{
    /// <inheritdoc />
    public partial class Desk : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "calls",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    member_id = table.Column<Guid>(type: "uuid", nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    direction = table.Column<short>(type: "smallint", nullable: false),
                    about = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    note = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    noted_by = table.Column<Guid>(type: "uuid", nullable: true),
                    noted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    corrects = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_calls", x => new { x.organisation_id, x.id });
                    table.ForeignKey(
                        name: "fk_calls_calls_organisation_id_corrects",
                        columns: x => new { x.organisation_id, x.corrects },
                        principalTable: "calls",
                        principalColumns: new[] { "organisation_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_calls_members_organisation_id_member_id",
                        columns: x => new { x.organisation_id, x.member_id },
                        principalTable: "members",
                        principalColumns: new[] { "organisation_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_calls_role_holders_organisation_id_noted_by",
                        columns: x => new { x.organisation_id, x.noted_by },
                        principalTable: "role_holders",
                        principalColumns: new[] { "organisation_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "drafts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kept_by = table.Column<Guid>(type: "uuid", nullable: false),
                    form = table.Column<short>(type: "smallint", nullable: false),
                    member_id = table.Column<Guid>(type: "uuid", nullable: true),
                    begun_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    fields = table.Column<string>(type: "character varying(20000)", maxLength: 20000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_drafts", x => new { x.organisation_id, x.id });
                    table.ForeignKey(
                        name: "fk_drafts_members_organisation_id_member_id",
                        columns: x => new { x.organisation_id, x.member_id },
                        principalTable: "members",
                        principalColumns: new[] { "organisation_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_drafts_role_holders_organisation_id_kept_by",
                        columns: x => new { x.organisation_id, x.kept_by },
                        principalTable: "role_holders",
                        principalColumns: new[] { "organisation_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "exchange_words",
                columns: table => new
                {
                    exchange_id = table.Column<Guid>(type: "uuid", nullable: false),
                    word = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_exchange_words", x => new { x.organisation_id, x.word, x.exchange_id });
                });

            migrationBuilder.CreateIndex(
                name: "ix_calls_organisation_id_corrects",
                table: "calls",
                columns: new[] { "organisation_id", "corrects" });

            migrationBuilder.CreateIndex(
                name: "ix_calls_organisation_id_member_id_noted_at",
                table: "calls",
                columns: new[] { "organisation_id", "member_id", "noted_at" });

            migrationBuilder.CreateIndex(
                name: "ix_calls_organisation_id_noted_by",
                table: "calls",
                columns: new[] { "organisation_id", "noted_by" });

            migrationBuilder.CreateIndex(
                name: "ix_drafts_organisation_id_changed_at",
                table: "drafts",
                columns: new[] { "organisation_id", "changed_at" });

            migrationBuilder.CreateIndex(
                name: "ix_drafts_organisation_id_kept_by_changed_at",
                table: "drafts",
                columns: new[] { "organisation_id", "kept_by", "changed_at" });

            migrationBuilder.CreateIndex(
                name: "ix_drafts_organisation_id_member_id",
                table: "drafts",
                columns: new[] { "organisation_id", "member_id" });

            migrationBuilder.CreateIndex(
                name: "ix_exchange_words_organisation_id_exchange_id",
                table: "exchange_words",
                columns: new[] { "organisation_id", "exchange_id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "calls");

            migrationBuilder.DropTable(
                name: "drafts");

            migrationBuilder.DropTable(
                name: "exchange_words");
        }
    }
}
