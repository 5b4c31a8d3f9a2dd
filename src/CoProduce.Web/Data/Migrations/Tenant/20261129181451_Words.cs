using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CoProduce.Web.Data.Migrations.Tenant
{
    /// <inheritdoc />
    public partial class Words : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<TimeOnly>(
                name: "quiet_from",
                table: "settings",
                type: "time without time zone",
                nullable: false,
                defaultValue: new TimeOnly(0, 0, 0));

            migrationBuilder.AddColumn<TimeOnly>(
                name: "quiet_until",
                table: "settings",
                type: "time without time zone",
                nullable: false,
                defaultValue: new TimeOnly(0, 0, 0));

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "no_news_since",
                table: "member_contacts",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "wants_daily_mail",
                table: "member_contacts",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "writes_in",
                table: "member_contacts",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateTable(
                name: "announcements",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    subject = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    body = table.Column<string>(type: "character varying(6000)", maxLength: 6000, nullable: false),
                    is_news = table.Column<bool>(type: "boolean", nullable: false),
                    filter = table.Column<string>(type: "text", nullable: false),
                    list_name = table.Column<string>(type: "text", nullable: false),
                    made_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    made_by = table.Column<Guid>(type: "uuid", nullable: false),
                    sent_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    sent_by = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_announcements", x => new { x.organisation_id, x.id });
                    table.ForeignKey(
                        name: "fk_announcements_role_holders_organisation_id_made_by",
                        columns: x => new { x.organisation_id, x.made_by },
                        principalTable: "role_holders",
                        principalColumns: new[] { "organisation_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_announcements_role_holders_organisation_id_sent_by",
                        columns: x => new { x.organisation_id, x.sent_by },
                        principalTable: "role_holders",
                        principalColumns: new[] { "organisation_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "letter_batches",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    made_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    made_by = table.Column<Guid>(type: "uuid", nullable: false),
                    posted_on = table.Column<DateOnly>(type: "date", nullable: true),
                    noted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    noted_by = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_letter_batches", x => new { x.organisation_id, x.id });
                    table.ForeignKey(
                        name: "fk_letter_batches_role_holders_organisation_id_made_by",
                        columns: x => new { x.organisation_id, x.made_by },
                        principalTable: "role_holders",
                        principalColumns: new[] { "organisation_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_letter_batches_role_holders_organisation_id_noted_by",
                        columns: x => new { x.organisation_id, x.noted_by },
                        principalTable: "role_holders",
                        principalColumns: new[] { "organisation_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "sendings",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    member_id = table.Column<Guid>(type: "uuid", nullable: false),
                    way = table.Column<short>(type: "smallint", nullable: false),
                    state = table.Column<short>(type: "smallint", nullable: false),
                    subject = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    letter = table.Column<string>(type: "text", nullable: false),
                    statement_from = table.Column<DateOnly>(type: "date", nullable: true),
                    statement_to = table.Column<DateOnly>(type: "date", nullable: true),
                    announcement_id = table.Column<Guid>(type: "uuid", nullable: true),
                    made_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    done_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    done_by = table.Column<Guid>(type: "uuid", nullable: true),
                    batch_id = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sendings", x => new { x.organisation_id, x.id });
                    table.ForeignKey(
                        name: "fk_sendings_announcements_organisation_id_announcement_id",
                        columns: x => new { x.organisation_id, x.announcement_id },
                        principalTable: "announcements",
                        principalColumns: new[] { "organisation_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_sendings_letter_batches_organisation_id_batch_id",
                        columns: x => new { x.organisation_id, x.batch_id },
                        principalTable: "letter_batches",
                        principalColumns: new[] { "organisation_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_sendings_members_organisation_id_member_id",
                        columns: x => new { x.organisation_id, x.member_id },
                        principalTable: "members",
                        principalColumns: new[] { "organisation_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_sendings_role_holders_organisation_id_done_by",
                        columns: x => new { x.organisation_id, x.done_by },
                        principalTable: "role_holders",
                        principalColumns: new[] { "organisation_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_announcements_organisation_id_made_at",
                table: "announcements",
                columns: new[] { "organisation_id", "made_at" });

            migrationBuilder.CreateIndex(
                name: "ix_announcements_organisation_id_made_by",
                table: "announcements",
                columns: new[] { "organisation_id", "made_by" });

            migrationBuilder.CreateIndex(
                name: "ix_announcements_organisation_id_sent_by",
                table: "announcements",
                columns: new[] { "organisation_id", "sent_by" });

            migrationBuilder.CreateIndex(
                name: "ix_letter_batches_organisation_id_made_at",
                table: "letter_batches",
                columns: new[] { "organisation_id", "made_at" });

            migrationBuilder.CreateIndex(
                name: "ix_letter_batches_organisation_id_made_by",
                table: "letter_batches",
                columns: new[] { "organisation_id", "made_by" });

            migrationBuilder.CreateIndex(
                name: "ix_letter_batches_organisation_id_noted_by",
                table: "letter_batches",
                columns: new[] { "organisation_id", "noted_by" });

            migrationBuilder.CreateIndex(
                name: "ix_sendings_organisation_id_announcement_id_member_id",
                table: "sendings",
                columns: new[] { "organisation_id", "announcement_id", "member_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_sendings_organisation_id_batch_id",
                table: "sendings",
                columns: new[] { "organisation_id", "batch_id" });

            migrationBuilder.CreateIndex(
                name: "ix_sendings_organisation_id_done_by",
                table: "sendings",
                columns: new[] { "organisation_id", "done_by" });

            migrationBuilder.CreateIndex(
                name: "ix_sendings_organisation_id_member_id_made_at",
                table: "sendings",
                columns: new[] { "organisation_id", "member_id", "made_at" });

            migrationBuilder.CreateIndex(
                name: "ix_sendings_organisation_id_way_made_at",
                table: "sendings",
                columns: new[] { "organisation_id", "way", "made_at" },
                filter: "state = 1");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "sendings");

            migrationBuilder.DropTable(
                name: "announcements");

            migrationBuilder.DropTable(
                name: "letter_batches");

            migrationBuilder.DropColumn(
                name: "quiet_from",
                table: "settings");

            migrationBuilder.DropColumn(
                name: "quiet_until",
                table: "settings");

            migrationBuilder.DropColumn(
                name: "no_news_since",
                table: "member_contacts");

            migrationBuilder.DropColumn(
                name: "wants_daily_mail",
                table: "member_contacts");

            migrationBuilder.DropColumn(
                name: "writes_in",
                table: "member_contacts");
        }
    }
}
