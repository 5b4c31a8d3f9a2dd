using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CoProduce.Web.Data.Migrations.Tenant
{
    /// <inheritdoc />
    public partial class Shortlists : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<short>(
                name: "owner_shares",
                table: "offer_answers",
                type: "smallint",
                nullable: false,
                defaultValue: (short)0);

            migrationBuilder.AddColumn<short>(
                name: "shares",
                table: "offer_answers",
                type: "smallint",
                nullable: false,
                defaultValue: (short)0);

            migrationBuilder.AddColumn<bool>(
                name: "suggests_fits",
                table: "board_settings",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "match_weights",
                columns: table => new
                {
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    free_then = table.Column<short>(type: "smallint", nullable: false),
                    near = table.Column<short>(type: "smallint", nullable: false),
                    language = table.Column<short>(type: "smallint", nullable: false),
                    interest = table.Column<short>(type: "smallint", nullable: false),
                    met_before = table.Column<short>(type: "smallint", nullable: false),
                    new_to_each_other = table.Column<short>(type: "smallint", nullable: false),
                    balance = table.Column<short>(type: "smallint", nullable: false),
                    never_asked = table.Column<short>(type: "smallint", nullable: false),
                    asked_lately = table.Column<short>(type: "smallint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_match_weights", x => x.organisation_id);
                });

            migrationBuilder.CreateTable(
                name: "proposals",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    offer_id = table.Column<Guid>(type: "uuid", nullable: false),
                    owner_id = table.Column<Guid>(type: "uuid", nullable: false),
                    member_id = table.Column<Guid>(type: "uuid", nullable: false),
                    way = table.Column<short>(type: "smallint", nullable: false),
                    why = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    note = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    made_by = table.Column<Guid>(type: "uuid", nullable: true),
                    made_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    answer = table.Column<short>(type: "smallint", nullable: false),
                    answered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    answered_by = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_proposals", x => new { x.organisation_id, x.id });
                    table.CheckConstraint("ck_proposals_answered", "(answer = 1) = (answered_at is null)");
                    table.ForeignKey(
                        name: "fk_proposals_members_organisation_id_member_id",
                        columns: x => new { x.organisation_id, x.member_id },
                        principalTable: "members",
                        principalColumns: new[] { "organisation_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_proposals_members_organisation_id_owner_id",
                        columns: x => new { x.organisation_id, x.owner_id },
                        principalTable: "members",
                        principalColumns: new[] { "organisation_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_proposals_offers_organisation_id_offer_id",
                        columns: x => new { x.organisation_id, x.offer_id },
                        principalTable: "offers",
                        principalColumns: new[] { "organisation_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_proposals_role_holders_organisation_id_answered_by",
                        columns: x => new { x.organisation_id, x.answered_by },
                        principalTable: "role_holders",
                        principalColumns: new[] { "organisation_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_proposals_role_holders_organisation_id_made_by",
                        columns: x => new { x.organisation_id, x.made_by },
                        principalTable: "role_holders",
                        principalColumns: new[] { "organisation_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_proposals_organisation_id_answered_by",
                table: "proposals",
                columns: new[] { "organisation_id", "answered_by" });

            migrationBuilder.CreateIndex(
                name: "ix_proposals_organisation_id_made_at",
                table: "proposals",
                columns: new[] { "organisation_id", "made_at" });

            migrationBuilder.CreateIndex(
                name: "ix_proposals_organisation_id_made_by",
                table: "proposals",
                columns: new[] { "organisation_id", "made_by" });

            migrationBuilder.CreateIndex(
                name: "ix_proposals_organisation_id_member_id_made_at",
                table: "proposals",
                columns: new[] { "organisation_id", "member_id", "made_at" });

            migrationBuilder.CreateIndex(
                name: "ix_proposals_organisation_id_offer_id_member_id",
                table: "proposals",
                columns: new[] { "organisation_id", "offer_id", "member_id" },
                unique: true,
                filter: "answer in (1, 4)");

            migrationBuilder.CreateIndex(
                name: "ix_proposals_organisation_id_owner_id",
                table: "proposals",
                columns: new[] { "organisation_id", "owner_id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "match_weights");

            migrationBuilder.DropTable(
                name: "proposals");

            migrationBuilder.DropColumn(
                name: "owner_shares",
                table: "offer_answers");

            migrationBuilder.DropColumn(
                name: "shares",
                table: "offer_answers");

            migrationBuilder.DropColumn(
                name: "suggests_fits",
                table: "board_settings");
        }
    }
}
