using System;
using System.Collections.Generic;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CoProduce.Web.Data.Migrations.Tenant
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "accounts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<short>(type: "smallint", nullable: false),
                    member_id = table.Column<Guid>(type: "uuid", nullable: true),
                    name = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: true),
                    hub_id = table.Column<Guid>(type: "uuid", nullable: true),
                    affiliate_id = table.Column<Guid>(type: "uuid", nullable: true),
                    opened_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    closed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    floor = table.Column<long>(type: "bigint", nullable: true),
                    floor_passed_to = table.Column<long>(type: "bigint", nullable: true),
                    balance = table.Column<long>(type: "bigint", nullable: false, defaultValue: 0L),
                    held = table.Column<long>(type: "bigint", nullable: false, defaultValue: 0L),
                    last_number = table.Column<long>(type: "bigint", nullable: false, defaultValue: 0L),
                    last_posted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_accounts", x => new { x.organisation_id, x.id });
                    table.CheckConstraint("ck_accounts_floor", "balance - held >= least(floor, coalesce(floor_passed_to, floor))");
                });

            migrationBuilder.CreateTable(
                name: "archive_lines",
                columns: table => new
                {
                    file = table.Column<string>(type: "character varying(63)", maxLength: 63, nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    line = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_archive_lines", x => new { x.organisation_id, x.file, x.number });
                });

            migrationBuilder.CreateTable(
                name: "board_settings",
                columns: table => new
                {
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    request_days = table.Column<int>(type: "integer", nullable: false),
                    offer_days = table.Column<int>(type: "integer", nullable: false),
                    answers_go_to = table.Column<short>(type: "smallint", nullable: false),
                    suggests_fits = table.Column<bool>(type: "boolean", nullable: false),
                    suggests_people = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_board_settings", x => x.organisation_id);
                });

            migrationBuilder.CreateTable(
                name: "care_rounds",
                columns: table => new
                {
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_care_rounds", x => new { x.organisation_id, x.day });
                });

            migrationBuilder.CreateTable(
                name: "categories",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    hidden_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_categories", x => new { x.organisation_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "check_kinds",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    months = table.Column<int>(type: "integer", nullable: true),
                    position = table.Column<int>(type: "integer", nullable: false),
                    hidden_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_check_kinds", x => new { x.organisation_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "closed_periods",
                columns: table => new
                {
                    closed_to = table.Column<DateOnly>(type: "date", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    closed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    closed_by = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_closed_periods", x => new { x.organisation_id, x.closed_to });
                });

            migrationBuilder.CreateTable(
                name: "consent_wordings",
                columns: table => new
                {
                    purpose = table.Column<short>(type: "smallint", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    wording = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    since = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_consent_wordings", x => new { x.organisation_id, x.purpose, x.version });
                });

            migrationBuilder.CreateTable(
                name: "contribution_rules",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    one = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    several = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    minutes_each = table.Column<int>(type: "integer", nullable: false),
                    hidden_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_contribution_rules", x => new { x.organisation_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "credit_words",
                columns: table => new
                {
                    language = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    one = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    other = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_credit_words", x => new { x.organisation_id, x.language });
                });

            migrationBuilder.CreateTable(
                name: "entries",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<short>(type: "smallint", nullable: false),
                    request_key = table.Column<Guid>(type: "uuid", nullable: false),
                    body_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    service_date = table.Column<DateOnly>(type: "date", nullable: false),
                    posted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    reverses = table.Column<Guid>(type: "uuid", nullable: true),
                    passed_floor = table.Column<bool>(type: "boolean", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: true),
                    acted_by = table.Column<Guid>(type: "uuid", nullable: true),
                    on_behalf_of = table.Column<Guid>(type: "uuid", nullable: true),
                    door = table.Column<short>(type: "smallint", nullable: false),
                    subject_kind = table.Column<short>(type: "smallint", nullable: false),
                    subject_id = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_entries", x => new { x.organisation_id, x.id });
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

            migrationBuilder.CreateTable(
                name: "full_checks",
                columns: table => new
                {
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    asked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    asked_by = table.Column<string>(type: "text", nullable: true),
                    took = table.Column<TimeSpan>(type: "interval", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_full_checks", x => x.organisation_id);
                });

            migrationBuilder.CreateTable(
                name: "handled_requests",
                columns: table => new
                {
                    key = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    use_case = table.Column<string>(type: "text", nullable: false),
                    body_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    outcome = table.Column<string>(type: "text", nullable: false),
                    handled_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_handled_requests", x => new { x.organisation_id, x.key });
                });

            migrationBuilder.CreateTable(
                name: "hubs",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    kind = table.Column<short>(type: "smallint", nullable: false),
                    closed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_hubs", x => new { x.organisation_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "import_layouts",
                columns: table => new
                {
                    headings = table.Column<string>(type: "character varying(48)", maxLength: 48, nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<short>(type: "smallint", nullable: false),
                    source = table.Column<short>(type: "smallint", nullable: false),
                    columns = table.Column<short[]>(type: "smallint[]", nullable: false),
                    unit = table.Column<short>(type: "smallint", nullable: false),
                    order = table.Column<short>(type: "smallint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_import_layouts", x => new { x.organisation_id, x.headings });
                });

            migrationBuilder.CreateTable(
                name: "join_steps",
                columns: table => new
                {
                    kind = table.Column<short>(type: "smallint", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    is_before = table.Column<bool>(type: "boolean", nullable: false),
                    is_required = table.Column<bool>(type: "boolean", nullable: false),
                    english = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    welsh = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_join_steps", x => new { x.organisation_id, x.kind });
                });

            migrationBuilder.CreateTable(
                name: "joining_settings",
                columns: table => new
                {
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    is_open = table.Column<bool>(type: "boolean", nullable: false),
                    references = table.Column<int>(type: "integer", nullable: false),
                    reminder_days = table.Column<int>(type: "integer", nullable: false),
                    reminders = table.Column<int>(type: "integer", nullable: false),
                    kept_days = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_joining_settings", x => x.organisation_id);
                });

            migrationBuilder.CreateTable(
                name: "kiosk_tries",
                columns: table => new
                {
                    number = table.Column<int>(type: "integer", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    tries = table.Column<int>(type: "integer", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_kiosk_tries", x => new { x.organisation_id, x.number });
                });

            migrationBuilder.CreateTable(
                name: "ledger_days",
                columns: table => new
                {
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    kind = table.Column<short>(type: "smallint", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    came_in = table.Column<long>(type: "bigint", nullable: false),
                    went_out = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_ledger_days", x => new { x.organisation_id, x.day, x.kind });
                });

            migrationBuilder.CreateTable(
                name: "logos",
                columns: table => new
                {
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    content = table.Column<byte[]>(type: "bytea", nullable: false),
                    version = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_logos", x => x.organisation_id);
                });

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
                name: "member_skill_words",
                columns: table => new
                {
                    word = table.Column<string>(type: "character varying(240)", maxLength: 240, nullable: false, collation: "C"),
                    member_skill_id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_member_skill_words", x => new { x.organisation_id, x.word, x.member_skill_id });
                });

            migrationBuilder.CreateTable(
                name: "new_entries",
                columns: table => new
                {
                    entry_id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_new_entries", x => new { x.organisation_id, x.entry_id });
                });

            migrationBuilder.CreateTable(
                name: "offer_near_words",
                columns: table => new
                {
                    near = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    word = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_offer_near_words", x => new { x.organisation_id, x.near, x.word });
                });

            migrationBuilder.CreateTable(
                name: "offer_words",
                columns: table => new
                {
                    word = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    offer_id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_offer_words", x => new { x.organisation_id, x.word, x.offer_id });
                });

            migrationBuilder.CreateTable(
                name: "outbox",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<short>(type: "smallint", nullable: false),
                    due_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    done_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    tries = table.Column<int>(type: "integer", nullable: false),
                    failure = table.Column<string>(type: "text", nullable: false),
                    subject_id = table.Column<Guid>(type: "uuid", nullable: true),
                    letter = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_outbox", x => new { x.organisation_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "proof_checks",
                columns: table => new
                {
                    code = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    checked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    breaches = table.Column<int>(type: "integer", nullable: false),
                    first = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_proof_checks", x => new { x.organisation_id, x.code });
                });

            migrationBuilder.CreateTable(
                name: "reach_settings",
                columns: table => new
                {
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    asked = table.Column<short[]>(type: "smallint[]", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_reach_settings", x => x.organisation_id);
                });

            migrationBuilder.CreateTable(
                name: "report_cells",
                columns: table => new
                {
                    month = table.Column<DateOnly>(type: "date", nullable: false),
                    hub_id = table.Column<Guid>(type: "uuid", nullable: false),
                    category_id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    minutes = table.Column<long>(type: "bigint", nullable: false),
                    times = table.Column<int>(type: "integer", nullable: false),
                    givers = table.Column<byte[]>(type: "bytea", nullable: false),
                    receivers = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_report_cells", x => new { x.organisation_id, x.month, x.hub_id, x.category_id });
                });

            migrationBuilder.CreateTable(
                name: "report_people",
                columns: table => new
                {
                    month = table.Column<DateOnly>(type: "date", nullable: false),
                    hub_id = table.Column<Guid>(type: "uuid", nullable: false),
                    category_id = table.Column<Guid>(type: "uuid", nullable: false),
                    person = table.Column<int>(type: "integer", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    gave = table.Column<int>(type: "integer", nullable: false),
                    received = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_report_people", x => new { x.organisation_id, x.month, x.hub_id, x.category_id, x.person });
                });

            migrationBuilder.CreateTable(
                name: "retention_rules",
                columns: table => new
                {
                    kind = table.Column<short>(type: "smallint", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    months = table.Column<int>(type: "integer", nullable: false),
                    since = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_retention_rules", x => new { x.organisation_id, x.kind });
                    table.CheckConstraint("ck_retention_rules_months", "months >= 12 and kind in (1, 2, 3, 4, 5, 9, 10) or months >= 72 and kind in (6) or months >= 1 and kind in (7, 8)");
                });

            migrationBuilder.CreateTable(
                name: "retention_runs",
                columns: table => new
                {
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    kind = table.Column<short>(type: "smallint", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    gone = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_retention_runs", x => new { x.organisation_id, x.day, x.kind });
                });

            migrationBuilder.CreateTable(
                name: "settings",
                columns: table => new
                {
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    accent = table.Column<string>(type: "character varying(7)", maxLength: 7, nullable: false),
                    help_phone = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    help_email = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    step_minutes = table.Column<int>(type: "integer", nullable: false),
                    floor_minutes = table.Column<int>(type: "integer", nullable: false),
                    soft_floor_minutes = table.Column<int>(type: "integer", nullable: false),
                    nudge_minutes = table.Column<int>(type: "integer", nullable: false),
                    welcome_minutes = table.Column<int>(type: "integer", nullable: false),
                    maximum_minutes = table.Column<int>(type: "integer", nullable: false),
                    highest_maximum_minutes = table.Column<int>(type: "integer", nullable: false),
                    register_difference = table.Column<short>(type: "smallint", nullable: false),
                    confirmation_days = table.Column<int>(type: "integer", nullable: false),
                    dispute_days = table.Column<int>(type: "integer", nullable: false),
                    check_reminder_days = table.Column<int>(type: "integer", nullable: false),
                    time_zone = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    quiet_from = table.Column<TimeOnly>(type: "time without time zone", nullable: false),
                    quiet_until = table.Column<TimeOnly>(type: "time without time zone", nullable: false),
                    languages = table.Column<List<string>>(type: "text[]", nullable: false),
                    welcome = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_settings", x => x.organisation_id);
                });

            migrationBuilder.CreateTable(
                name: "talk_settings",
                columns: table => new
                {
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    is_on = table.Column<bool>(type: "boolean", nullable: false),
                    coordinators_read = table.Column<bool>(type: "boolean", nullable: false),
                    changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_talk_settings", x => x.organisation_id);
                });

            migrationBuilder.CreateTable(
                name: "skill_groups",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    english = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    welsh = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    category_id = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_skill_groups", x => new { x.organisation_id, x.id });
                    table.ForeignKey(
                        name: "fk_skill_groups_categories_organisation_id_category_id",
                        columns: x => new { x.organisation_id, x.category_id },
                        principalTable: "categories",
                        principalColumns: new[] { "organisation_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "check_needs",
                columns: table => new
                {
                    kind_id = table.Column<Guid>(type: "uuid", nullable: false),
                    category_id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_check_needs", x => new { x.organisation_id, x.category_id, x.kind_id });
                    table.ForeignKey(
                        name: "fk_check_needs_categories_organisation_id_category_id",
                        columns: x => new { x.organisation_id, x.category_id },
                        principalTable: "categories",
                        principalColumns: new[] { "organisation_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_check_needs_check_kinds_organisation_id_kind_id",
                        columns: x => new { x.organisation_id, x.kind_id },
                        principalTable: "check_kinds",
                        principalColumns: new[] { "organisation_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "chain_links",
                columns: table => new
                {
                    number = table.Column<long>(type: "bigint", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    entry_id = table.Column<Guid>(type: "uuid", nullable: false),
                    digest = table.Column<byte[]>(type: "bytea", nullable: false),
                    hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    linked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_chain_links", x => new { x.organisation_id, x.number });
                    table.ForeignKey(
                        name: "fk_chain_links_entries_organisation_id_entry_id",
                        columns: x => new { x.organisation_id, x.entry_id },
                        principalTable: "entries",
                        principalColumns: new[] { "organisation_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "holds",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    minutes = table.Column<long>(type: "bigint", nullable: false),
                    purpose = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    placed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    placed_by = table.Column<Guid>(type: "uuid", nullable: true),
                    status = table.Column<short>(type: "smallint", nullable: false),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ended_by = table.Column<Guid>(type: "uuid", nullable: true),
                    entry_id = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_holds", x => new { x.organisation_id, x.id });
                    table.ForeignKey(
                        name: "fk_holds_entries_organisation_id_entry_id",
                        columns: x => new { x.organisation_id, x.entry_id },
                        principalTable: "entries",
                        principalColumns: new[] { "organisation_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "postings",
                columns: table => new
                {
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<long>(type: "bigint", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    entry_id = table.Column<Guid>(type: "uuid", nullable: false),
                    amount = table.Column<long>(type: "bigint", nullable: false),
                    running_balance = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_postings", x => new { x.organisation_id, x.account_id, x.number });
                    table.ForeignKey(
                        name: "fk_postings_entries_organisation_id_entry_id",
                        columns: x => new { x.organisation_id, x.entry_id },
                        principalTable: "entries",
                        principalColumns: new[] { "organisation_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "audit_lines",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    by = table.Column<Guid>(type: "uuid", nullable: true),
                    on_behalf_of = table.Column<Guid>(type: "uuid", nullable: true),
                    door = table.Column<short>(type: "smallint", nullable: false),
                    deed = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    subject_id = table.Column<Guid>(type: "uuid", nullable: true),
                    peer_hub_id = table.Column<Guid>(type: "uuid", nullable: true),
                    reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_audit_lines", x => new { x.organisation_id, x.id });
                    table.ForeignKey(
                        name: "fk_audit_lines_hubs_organisation_id_peer_hub_id",
                        columns: x => new { x.organisation_id, x.peer_hub_id },
                        principalTable: "hubs",
                        principalColumns: new[] { "organisation_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "imports",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    file_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    table = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    kind = table.Column<short>(type: "smallint", nullable: false),
                    source = table.Column<short>(type: "smallint", nullable: false),
                    has_header = table.Column<bool>(type: "boolean", nullable: false),
                    head = table.Column<string>(type: "text", nullable: false),
                    columns = table.Column<short[]>(type: "smallint[]", nullable: false),
                    unit = table.Column<short>(type: "smallint", nullable: false),
                    order = table.Column<short>(type: "smallint", nullable: false),
                    order_is_open = table.Column<bool>(type: "boolean", nullable: false),
                    offer_kind = table.Column<short>(type: "smallint", nullable: false),
                    hub_id = table.Column<Guid>(type: "uuid", nullable: false),
                    status = table.Column<short>(type: "smallint", nullable: false),
                    lines = table.Column<int>(type: "integer", nullable: false),
                    done = table.Column<int>(type: "integer", nullable: false),
                    cursor = table.Column<int>(type: "integer", nullable: false),
                    made_by = table.Column<Guid>(type: "uuid", nullable: false),
                    made_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    added = table.Column<int>(type: "integer", nullable: false),
                    changed = table.Column<int>(type: "integer", nullable: false),
                    same = table.Column<int>(type: "integer", nullable: false),
                    opening_minutes = table.Column<long>(type: "bigint", nullable: false),
                    undo_reason = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    removed = table.Column<int>(type: "integer", nullable: false),
                    marked_left = table.Column<int>(type: "integer", nullable: false),
                    kept = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_imports", x => new { x.organisation_id, x.id });
                    table.ForeignKey(
                        name: "fk_imports_hubs_organisation_id_hub_id",
                        columns: x => new { x.organisation_id, x.hub_id },
                        principalTable: "hubs",
                        principalColumns: new[] { "organisation_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "members",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    kind = table.Column<short>(type: "smallint", nullable: false),
                    first_name = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    last_name = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    hub_id = table.Column<Guid>(type: "uuid", nullable: false),
                    status = table.Column<short>(type: "smallint", nullable: false),
                    joined_on = table.Column<DateOnly>(type: "date", nullable: false),
                    left_on = table.Column<DateOnly>(type: "date", nullable: true),
                    has_died = table.Column<bool>(type: "boolean", nullable: false),
                    erased_on = table.Column<DateOnly>(type: "date", nullable: true),
                    own_floor_minutes = table.Column<int>(type: "integer", nullable: true),
                    own_floor_reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    about = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    added_by = table.Column<Guid>(type: "uuid", nullable: true),
                    search_text = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_members", x => new { x.organisation_id, x.id });
                    table.ForeignKey(
                        name: "fk_members_hubs_organisation_id_hub_id",
                        columns: x => new { x.organisation_id, x.hub_id },
                        principalTable: "hubs",
                        principalColumns: new[] { "organisation_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "registers",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    shape = table.Column<short>(type: "smallint", nullable: false),
                    description = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    category_id = table.Column<Guid>(type: "uuid", nullable: true),
                    hub_id = table.Column<Guid>(type: "uuid", nullable: false),
                    service_date = table.Column<DateOnly>(type: "date", nullable: false),
                    difference = table.Column<short>(type: "smallint", nullable: false),
                    pass_reason = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    logged_by = table.Column<Guid>(type: "uuid", nullable: false),
                    door = table.Column<short>(type: "smallint", nullable: false),
                    logged_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    entry_id = table.Column<Guid>(type: "uuid", nullable: false),
                    reversal_id = table.Column<Guid>(type: "uuid", nullable: true),
                    ended_by = table.Column<Guid>(type: "uuid", nullable: true),
                    end_reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_registers", x => new { x.organisation_id, x.id });
                    table.ForeignKey(
                        name: "fk_registers_categories_organisation_id_category_id",
                        columns: x => new { x.organisation_id, x.category_id },
                        principalTable: "categories",
                        principalColumns: new[] { "organisation_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_registers_hubs_organisation_id_hub_id",
                        columns: x => new { x.organisation_id, x.hub_id },
                        principalTable: "hubs",
                        principalColumns: new[] { "organisation_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "skills",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    group_id = table.Column<Guid>(type: "uuid", nullable: false),
                    english = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    welsh = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    hidden_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_skills", x => new { x.organisation_id, x.id });
                    table.ForeignKey(
                        name: "fk_skills_skill_groups_organisation_id_group_id",
                        columns: x => new { x.organisation_id, x.group_id },
                        principalTable: "skill_groups",
                        principalColumns: new[] { "organisation_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "import_contents",
                columns: table => new
                {
                    import_id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    bytes = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_import_contents", x => new { x.organisation_id, x.import_id });
                    table.ForeignKey(
                        name: "fk_import_contents_imports_organisation_id_import_id",
                        columns: x => new { x.organisation_id, x.import_id },
                        principalTable: "imports",
                        principalColumns: new[] { "organisation_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "import_lines",
                columns: table => new
                {
                    import_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    cells = table.Column<string>(type: "text", nullable: false),
                    fingerprint = table.Column<string>(type: "character varying(48)", maxLength: 48, nullable: false),
                    state = table.Column<short>(type: "smallint", nullable: false),
                    fault = table.Column<short>(type: "smallint", nullable: false),
                    fault_field = table.Column<short>(type: "smallint", nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_import_lines", x => new { x.organisation_id, x.import_id, x.number });
                    table.ForeignKey(
                        name: "fk_import_lines_imports_organisation_id_import_id",
                        columns: x => new { x.organisation_id, x.import_id },
                        principalTable: "imports",
                        principalColumns: new[] { "organisation_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "import_names",
                columns: table => new
                {
                    import_id = table.Column<Guid>(type: "uuid", nullable: false),
                    key = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    spelling = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    lines = table.Column<int>(type: "integer", nullable: false),
                    choice = table.Column<short>(type: "smallint", nullable: false),
                    member_id = table.Column<Guid>(type: "uuid", nullable: true),
                    same_as = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_import_names", x => new { x.organisation_id, x.import_id, x.key });
                    table.ForeignKey(
                        name: "fk_import_names_imports_organisation_id_import_id",
                        columns: x => new { x.organisation_id, x.import_id },
                        principalTable: "imports",
                        principalColumns: new[] { "organisation_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "imported_records",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    import_id = table.Column<Guid>(type: "uuid", nullable: false),
                    line = table.Column<int>(type: "integer", nullable: false),
                    kind = table.Column<short>(type: "smallint", nullable: false),
                    source = table.Column<short>(type: "smallint", nullable: false),
                    key = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    hash = table.Column<string>(type: "character varying(48)", maxLength: 48, nullable: false),
                    target_id = table.Column<Guid>(type: "uuid", nullable: false),
                    is_ours = table.Column<bool>(type: "boolean", nullable: false),
                    entry_id = table.Column<Guid>(type: "uuid", nullable: true),
                    stated = table.Column<long>(type: "bigint", nullable: true),
                    undone_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_imported_records", x => new { x.organisation_id, x.id });
                    table.ForeignKey(
                        name: "fk_imported_records_imports_organisation_id_import_id",
                        columns: x => new { x.organisation_id, x.import_id },
                        principalTable: "imports",
                        principalColumns: new[] { "organisation_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "circles",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<short>(type: "smallint", nullable: false),
                    name = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    hub_id = table.Column<Guid>(type: "uuid", nullable: false),
                    leader_id = table.Column<Guid>(type: "uuid", nullable: true),
                    contact_id = table.Column<Guid>(type: "uuid", nullable: true),
                    one_letter = table.Column<bool>(type: "boolean", nullable: false),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ended_why = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_circles", x => new { x.organisation_id, x.id });
                    table.UniqueConstraint("ak_circles_organisation_id_id_kind", x => new { x.organisation_id, x.id, x.kind });
                    table.ForeignKey(
                        name: "fk_circles_hubs_organisation_id_hub_id",
                        columns: x => new { x.organisation_id, x.hub_id },
                        principalTable: "hubs",
                        principalColumns: new[] { "organisation_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_circles_members_organisation_id_contact_id",
                        columns: x => new { x.organisation_id, x.contact_id },
                        principalTable: "members",
                        principalColumns: new[] { "organisation_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_circles_members_organisation_id_leader_id",
                        columns: x => new { x.organisation_id, x.leader_id },
                        principalTable: "members",
                        principalColumns: new[] { "organisation_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "diary_choices",
                columns: table => new
                {
                    member_id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    on_the_morning = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_diary_choices", x => new { x.organisation_id, x.member_id });
                    table.ForeignKey(
                        name: "fk_diary_choices_members_organisation_id_member_id",
                        columns: x => new { x.organisation_id, x.member_id },
                        principalTable: "members",
                        principalColumns: new[] { "organisation_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "exchanges",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    shape = table.Column<short>(type: "smallint", nullable: false),
                    giver_id = table.Column<Guid>(type: "uuid", nullable: false),
                    receiver_id = table.Column<Guid>(type: "uuid", nullable: true),
                    minutes = table.Column<int>(type: "integer", nullable: false),
                    service_date = table.Column<DateOnly>(type: "date", nullable: false),
                    description = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    category_id = table.Column<Guid>(type: "uuid", nullable: true),
                    hub_id = table.Column<Guid>(type: "uuid", nullable: false),
                    series_id = table.Column<Guid>(type: "uuid", nullable: true),
                    corrects_id = table.Column<Guid>(type: "uuid", nullable: true),
                    corrected_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    status = table.Column<short>(type: "smallint", nullable: false),
                    logged_by = table.Column<Guid>(type: "uuid", nullable: true),
                    logged_for = table.Column<Guid>(type: "uuid", nullable: true),
                    door = table.Column<short>(type: "smallint", nullable: false),
                    logged_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    silence_confirms_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    confirmed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    confirmed_by = table.Column<short>(type: "smallint", nullable: true),
                    answered_for = table.Column<Guid>(type: "uuid", nullable: true),
                    entry_id = table.Column<Guid>(type: "uuid", nullable: true),
                    disputed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    disputed_by = table.Column<Guid>(type: "uuid", nullable: true),
                    dispute_reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ended_by = table.Column<Guid>(type: "uuid", nullable: true),
                    end_reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    reversal_id = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_exchanges", x => new { x.organisation_id, x.id });
                    table.CheckConstraint("ck_exchanges_minutes", "minutes between 1 and 1440");
                    table.CheckConstraint("ck_exchanges_shape", "(shape = 1) = (receiver_id is not null)");
                    table.CheckConstraint("ck_exchanges_two_people", "giver_id is distinct from receiver_id");
                    table.ForeignKey(
                        name: "fk_exchanges_categories_organisation_id_category_id",
                        columns: x => new { x.organisation_id, x.category_id },
                        principalTable: "categories",
                        principalColumns: new[] { "organisation_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_exchanges_exchanges_organisation_id_corrects_id",
                        columns: x => new { x.organisation_id, x.corrects_id },
                        principalTable: "exchanges",
                        principalColumns: new[] { "organisation_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_exchanges_hubs_organisation_id_hub_id",
                        columns: x => new { x.organisation_id, x.hub_id },
                        principalTable: "hubs",
                        principalColumns: new[] { "organisation_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_exchanges_members_organisation_id_giver_id",
                        columns: x => new { x.organisation_id, x.giver_id },
                        principalTable: "members",
                        principalColumns: new[] { "organisation_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_exchanges_members_organisation_id_receiver_id",
                        columns: x => new { x.organisation_id, x.receiver_id },
                        principalTable: "members",
                        principalColumns: new[] { "organisation_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "guardians",
                columns: table => new
                {
                    member_id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    relation = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    phone = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    email = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: false),
                    turns_adult_on = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_guardians", x => new { x.organisation_id, x.member_id });
                    table.ForeignKey(
                        name: "fk_guardians_members_organisation_id_member_id",
                        columns: x => new { x.organisation_id, x.member_id },
                        principalTable: "members",
                        principalColumns: new[] { "organisation_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "invitations",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    email = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: false),
                    name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    roles = table.Column<short[]>(type: "smallint[]", nullable: false),
                    member_id = table.Column<Guid>(type: "uuid", nullable: true),
                    secret_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    invited_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    invited_by = table.Column<Guid>(type: "uuid", nullable: true),
                    expires_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_invitations", x => new { x.organisation_id, x.id });
                    table.ForeignKey(
                        name: "fk_invitations_members_organisation_id_member_id",
                        columns: x => new { x.organisation_id, x.member_id },
                        principalTable: "members",
                        principalColumns: new[] { "organisation_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "kiosk_pins",
                columns: table => new
                {
                    member_id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    pin_hash = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    set_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_kiosk_pins", x => new { x.organisation_id, x.member_id });
                    table.ForeignKey(
                        name: "fk_kiosk_pins_members_organisation_id_member_id",
                        columns: x => new { x.organisation_id, x.member_id },
                        principalTable: "members",
                        principalColumns: new[] { "organisation_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "member_cards",
                columns: table => new
                {
                    code = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false, collation: "C"),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    member_id = table.Column<Guid>(type: "uuid", nullable: false),
                    made_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    replaced_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_member_cards", x => new { x.organisation_id, x.code });
                    table.ForeignKey(
                        name: "fk_member_cards_members_organisation_id_member_id",
                        columns: x => new { x.organisation_id, x.member_id },
                        principalTable: "members",
                        principalColumns: new[] { "organisation_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "member_contacts",
                columns: table => new
                {
                    member_id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    prefers = table.Column<short>(type: "smallint", nullable: false),
                    writes_in = table.Column<string>(type: "text", nullable: false),
                    wants_daily_mail = table.Column<bool>(type: "boolean", nullable: false),
                    no_news_since = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    email = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: false),
                    phone = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    address = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    born_on = table.Column<DateOnly>(type: "date", nullable: true),
                    access_ticks = table.Column<int>(type: "integer", nullable: false),
                    access_needs = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_member_contacts", x => new { x.organisation_id, x.member_id });
                    table.ForeignKey(
                        name: "fk_member_contacts_members_organisation_id_member_id",
                        columns: x => new { x.organisation_id, x.member_id },
                        principalTable: "members",
                        principalColumns: new[] { "organisation_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "member_languages",
                columns: table => new
                {
                    member_id = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "character varying(8)", maxLength: 8, nullable: false, collation: "C"),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    level = table.Column<short>(type: "smallint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_member_languages", x => new { x.organisation_id, x.member_id, x.code });
                    table.ForeignKey(
                        name: "fk_member_languages_members_organisation_id_member_id",
                        columns: x => new { x.organisation_id, x.member_id },
                        principalTable: "members",
                        principalColumns: new[] { "organisation_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "member_photos",
                columns: table => new
                {
                    member_id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    content = table.Column<byte[]>(type: "bytea", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_member_photos", x => new { x.organisation_id, x.member_id });
                    table.ForeignKey(
                        name: "fk_member_photos_members_organisation_id_member_id",
                        columns: x => new { x.organisation_id, x.member_id },
                        principalTable: "members",
                        principalColumns: new[] { "organisation_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "member_quiet_since",
                columns: table => new
                {
                    member_id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_member_quiet_since", x => new { x.organisation_id, x.member_id });
                    table.ForeignKey(
                        name: "fk_member_quiet_since_members_organisation_id_member_id",
                        columns: x => new { x.organisation_id, x.member_id },
                        principalTable: "members",
                        principalColumns: new[] { "organisation_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "member_words",
                columns: table => new
                {
                    member_id = table.Column<Guid>(type: "uuid", nullable: false),
                    word = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false, collation: "C"),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_member_words", x => new { x.organisation_id, x.word, x.member_id });
                    table.ForeignKey(
                        name: "fk_member_words_members_organisation_id_member_id",
                        columns: x => new { x.organisation_id, x.member_id },
                        principalTable: "members",
                        principalColumns: new[] { "organisation_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "organisation_contacts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    member_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    role = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    phone = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    email = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: false),
                    note = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_organisation_contacts", x => new { x.organisation_id, x.id });
                    table.ForeignKey(
                        name: "fk_organisation_contacts_members_organisation_id_member_id",
                        columns: x => new { x.organisation_id, x.member_id },
                        principalTable: "members",
                        principalColumns: new[] { "organisation_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "role_holders",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    sign_in_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    member_id = table.Column<Guid>(type: "uuid", nullable: true),
                    since = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    roles = table.Column<short[]>(type: "smallint[]", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_role_holders", x => new { x.organisation_id, x.id });
                    table.ForeignKey(
                        name: "fk_role_holders_members_organisation_id_member_id",
                        columns: x => new { x.organisation_id, x.member_id },
                        principalTable: "members",
                        principalColumns: new[] { "organisation_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "talk_blocks",
                columns: table => new
                {
                    by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    other_id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    since = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_talk_blocks", x => new { x.organisation_id, x.by_id, x.other_id });
                    table.CheckConstraint("ck_talk_blocks_two_people", "by_id <> other_id");
                    table.ForeignKey(
                        name: "fk_talk_blocks_members_organisation_id_by_id",
                        columns: x => new { x.organisation_id, x.by_id },
                        principalTable: "members",
                        principalColumns: new[] { "organisation_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_talk_blocks_members_organisation_id_other_id",
                        columns: x => new { x.organisation_id, x.other_id },
                        principalTable: "members",
                        principalColumns: new[] { "organisation_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "talk_messages",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    from_id = table.Column<Guid>(type: "uuid", nullable: false),
                    to_id = table.Column<Guid>(type: "uuid", nullable: false),
                    words = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    sent_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    is_open = table.Column<bool>(type: "boolean", nullable: false),
                    read_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    told_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    is_reported = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_talk_messages", x => new { x.organisation_id, x.id });
                    table.CheckConstraint("ck_talk_messages_two_people", "from_id <> to_id");
                    table.ForeignKey(
                        name: "fk_talk_messages_members_organisation_id_from_id",
                        columns: x => new { x.organisation_id, x.from_id },
                        principalTable: "members",
                        principalColumns: new[] { "organisation_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_talk_messages_members_organisation_id_to_id",
                        columns: x => new { x.organisation_id, x.to_id },
                        principalTable: "members",
                        principalColumns: new[] { "organisation_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "visit_repeats",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    every = table.Column<short>(type: "smallint", nullable: false),
                    from = table.Column<DateOnly>(type: "date", nullable: false),
                    until = table.Column<DateOnly>(type: "date", nullable: true),
                    start = table.Column<TimeOnly>(type: "time without time zone", nullable: false),
                    minutes = table.Column<int>(type: "integer", nullable: false),
                    giver_id = table.Column<Guid>(type: "uuid", nullable: false),
                    receiver_id = table.Column<Guid>(type: "uuid", nullable: true),
                    hub_id = table.Column<Guid>(type: "uuid", nullable: false),
                    place = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    is_home_visit = table.Column<bool>(type: "boolean", nullable: false),
                    asks_if_home = table.Column<bool>(type: "boolean", nullable: false),
                    category_id = table.Column<Guid>(type: "uuid", nullable: true),
                    description = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    door = table.Column<short>(type: "smallint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_visit_repeats", x => new { x.organisation_id, x.id });
                    table.ForeignKey(
                        name: "fk_visit_repeats_categories_organisation_id_category_id",
                        columns: x => new { x.organisation_id, x.category_id },
                        principalTable: "categories",
                        principalColumns: new[] { "organisation_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_visit_repeats_hubs_organisation_id_hub_id",
                        columns: x => new { x.organisation_id, x.hub_id },
                        principalTable: "hubs",
                        principalColumns: new[] { "organisation_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_visit_repeats_members_organisation_id_giver_id",
                        columns: x => new { x.organisation_id, x.giver_id },
                        principalTable: "members",
                        principalColumns: new[] { "organisation_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_visit_repeats_members_organisation_id_receiver_id",
                        columns: x => new { x.organisation_id, x.receiver_id },
                        principalTable: "members",
                        principalColumns: new[] { "organisation_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "what_suits",
                columns: table => new
                {
                    member_id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    times = table.Column<int>(type: "integer", nullable: false),
                    ask_first = table.Column<bool>(type: "boolean", nullable: false),
                    times_note = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    away_from = table.Column<DateOnly>(type: "date", nullable: true),
                    away_until = table.Column<DateOnly>(type: "date", nullable: true),
                    reach = table.Column<short>(type: "smallint", nullable: true),
                    needs_lift = table.Column<bool>(type: "boolean", nullable: false),
                    has = table.Column<short>(type: "smallint", nullable: false),
                    avoids = table.Column<short>(type: "smallint", nullable: false),
                    do_not_ask = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_what_suits", x => new { x.organisation_id, x.member_id });
                    table.ForeignKey(
                        name: "fk_what_suits_members_organisation_id_member_id",
                        columns: x => new { x.organisation_id, x.member_id },
                        principalTable: "members",
                        principalColumns: new[] { "organisation_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "register_lines",
                columns: table => new
                {
                    register_id = table.Column<Guid>(type: "uuid", nullable: false),
                    member_id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    side = table.Column<short>(type: "smallint", nullable: false),
                    minutes = table.Column<int>(type: "integer", nullable: false),
                    paid_by = table.Column<short>(type: "smallint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_register_lines", x => new { x.organisation_id, x.register_id, x.member_id });
                    table.CheckConstraint("ck_register_lines_minutes", "minutes > 0");
                    table.ForeignKey(
                        name: "fk_register_lines_members_organisation_id_member_id",
                        columns: x => new { x.organisation_id, x.member_id },
                        principalTable: "members",
                        principalColumns: new[] { "organisation_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_register_lines_registers_organisation_id_register_id",
                        columns: x => new { x.organisation_id, x.register_id },
                        principalTable: "registers",
                        principalColumns: new[] { "organisation_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "member_skills",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    member_id = table.Column<Guid>(type: "uuid", nullable: false),
                    side = table.Column<short>(type: "smallint", nullable: false),
                    skill_id = table.Column<Guid>(type: "uuid", nullable: true),
                    words = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    folded = table.Column<string>(type: "character varying(240)", maxLength: 240, nullable: false),
                    category_id = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_member_skills", x => new { x.organisation_id, x.id });
                    table.CheckConstraint("ck_member_skills_list_or_words", "(skill_id is null) = (words <> '')");
                    table.ForeignKey(
                        name: "fk_member_skills_categories_organisation_id_category_id",
                        columns: x => new { x.organisation_id, x.category_id },
                        principalTable: "categories",
                        principalColumns: new[] { "organisation_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_member_skills_members_organisation_id_member_id",
                        columns: x => new { x.organisation_id, x.member_id },
                        principalTable: "members",
                        principalColumns: new[] { "organisation_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_member_skills_skills_organisation_id_skill_id",
                        columns: x => new { x.organisation_id, x.skill_id },
                        principalTable: "skills",
                        principalColumns: new[] { "organisation_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "circle_members",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    circle_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<short>(type: "smallint", nullable: false),
                    member_id = table.Column<Guid>(type: "uuid", nullable: false),
                    since = table.Column<DateOnly>(type: "date", nullable: false),
                    until = table.Column<DateOnly>(type: "date", nullable: true),
                    ended_with_it = table.Column<bool>(type: "boolean", nullable: false),
                    place = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_circle_members", x => new { x.organisation_id, x.id });
                    table.ForeignKey(
                        name: "fk_circle_members_circles_organisation_id_circle_id_kind",
                        columns: x => new { x.organisation_id, x.circle_id, x.kind },
                        principalTable: "circles",
                        principalColumns: new[] { "organisation_id", "id", "kind" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_circle_members_members_organisation_id_member_id",
                        columns: x => new { x.organisation_id, x.member_id },
                        principalTable: "members",
                        principalColumns: new[] { "organisation_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "offers",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<short>(type: "smallint", nullable: false),
                    member_id = table.Column<Guid>(type: "uuid", nullable: false),
                    title = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    details = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    folded = table.Column<string>(type: "text", nullable: false),
                    category_id = table.Column<Guid>(type: "uuid", nullable: true),
                    times = table.Column<int>(type: "integer", nullable: false),
                    on_day = table.Column<DateOnly>(type: "date", nullable: true),
                    needed_by = table.Column<DateOnly>(type: "date", nullable: true),
                    urgency = table.Column<short>(type: "smallint", nullable: true),
                    minutes = table.Column<int>(type: "integer", nullable: true),
                    where = table.Column<short>(type: "smallint", nullable: false),
                    where_note = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    reach = table.Column<short>(type: "smallint", nullable: true),
                    languages = table.Column<List<string>>(type: "text[]", nullable: false),
                    for_whom = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    status = table.Column<short>(type: "smallint", nullable: false),
                    made_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    made_by = table.Column<Guid>(type: "uuid", nullable: true),
                    door = table.Column<short>(type: "smallint", nullable: false),
                    put_up_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    wanted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    asked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    arranged_by = table.Column<Guid>(type: "uuid", nullable: true),
                    arranged_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    closed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    exchange_id = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_offers", x => new { x.organisation_id, x.id });
                    table.ForeignKey(
                        name: "fk_offers_categories_organisation_id_category_id",
                        columns: x => new { x.organisation_id, x.category_id },
                        principalTable: "categories",
                        principalColumns: new[] { "organisation_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_offers_exchanges_organisation_id_exchange_id",
                        columns: x => new { x.organisation_id, x.exchange_id },
                        principalTable: "exchanges",
                        principalColumns: new[] { "organisation_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_offers_members_organisation_id_member_id",
                        columns: x => new { x.organisation_id, x.member_id },
                        principalTable: "members",
                        principalColumns: new[] { "organisation_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "acting_for",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    member_id = table.Column<Guid>(type: "uuid", nullable: false),
                    holder_id = table.Column<Guid>(type: "uuid", nullable: true),
                    invitation_id = table.Column<Guid>(type: "uuid", nullable: true),
                    name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    relation = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    agreed_by = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    door = table.Column<short>(type: "smallint", nullable: false),
                    from = table.Column<DateOnly>(type: "date", nullable: false),
                    until = table.Column<DateOnly>(type: "date", nullable: true),
                    set_by = table.Column<Guid>(type: "uuid", nullable: true),
                    set_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ended_by = table.Column<Guid>(type: "uuid", nullable: true),
                    end_reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_acting_for", x => new { x.organisation_id, x.id });
                    table.ForeignKey(
                        name: "fk_acting_for_members_organisation_id_member_id",
                        columns: x => new { x.organisation_id, x.member_id },
                        principalTable: "members",
                        principalColumns: new[] { "organisation_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_acting_for_role_holders_organisation_id_holder_id",
                        columns: x => new { x.organisation_id, x.holder_id },
                        principalTable: "role_holders",
                        principalColumns: new[] { "organisation_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "agreement_wordings",
                columns: table => new
                {
                    version = table.Column<int>(type: "integer", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    english = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    welsh = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    written_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    written_by = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_agreement_wordings", x => new { x.organisation_id, x.version });
                    table.ForeignKey(
                        name: "fk_agreement_wordings_role_holders_organisation_id_written_by",
                        columns: x => new { x.organisation_id, x.written_by },
                        principalTable: "role_holders",
                        principalColumns: new[] { "organisation_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "announcements",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    subject = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    body = table.Column<string>(type: "character varying(6000)", maxLength: 6000, nullable: false),
                    language = table.Column<string>(type: "character varying(8)", maxLength: 8, nullable: false),
                    other_language = table.Column<string>(type: "character varying(8)", maxLength: 8, nullable: false),
                    other_subject = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    other_body = table.Column<string>(type: "character varying(6000)", maxLength: 6000, nullable: false),
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
                    table.CheckConstraint("ck_announcements_other_language", "(other_language = '') = (other_subject = '') and (other_subject = '') = (other_body = '') and (other_language = '' or other_language <> language)");
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
                name: "arrivals",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    from = table.Column<Guid>(type: "uuid", nullable: false),
                    from_name = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    name = table.Column<string>(type: "character varying(161)", maxLength: 161, nullable: false),
                    parcel = table.Column<string>(type: "character varying(200000)", maxLength: 200000, nullable: false),
                    made_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    status = table.Column<short>(type: "smallint", nullable: false),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    answered_by = table.Column<Guid>(type: "uuid", nullable: true),
                    member_id = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_arrivals", x => new { x.organisation_id, x.id });
                    table.ForeignKey(
                        name: "fk_arrivals_members_organisation_id_member_id",
                        columns: x => new { x.organisation_id, x.member_id },
                        principalTable: "members",
                        principalColumns: new[] { "organisation_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_arrivals_role_holders_organisation_id_answered_by",
                        columns: x => new { x.organisation_id, x.answered_by },
                        principalTable: "role_holders",
                        principalColumns: new[] { "organisation_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

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
                name: "care_notes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    member_id = table.Column<Guid>(type: "uuid", nullable: false),
                    is_sensitive = table.Column<bool>(type: "boolean", nullable: false),
                    words = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    written_by = table.Column<Guid>(type: "uuid", nullable: true),
                    written_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    door = table.Column<short>(type: "smallint", nullable: false),
                    corrects = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_care_notes", x => new { x.organisation_id, x.id });
                    table.ForeignKey(
                        name: "fk_care_notes_care_notes_organisation_id_corrects",
                        columns: x => new { x.organisation_id, x.corrects },
                        principalTable: "care_notes",
                        principalColumns: new[] { "organisation_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_care_notes_members_organisation_id_member_id",
                        columns: x => new { x.organisation_id, x.member_id },
                        principalTable: "members",
                        principalColumns: new[] { "organisation_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_care_notes_role_holders_organisation_id_written_by",
                        columns: x => new { x.organisation_id, x.written_by },
                        principalTable: "role_holders",
                        principalColumns: new[] { "organisation_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "caseloads",
                columns: table => new
                {
                    hub_id = table.Column<Guid>(type: "uuid", nullable: false),
                    holder_id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_caseloads", x => new { x.organisation_id, x.hub_id, x.holder_id });
                    table.ForeignKey(
                        name: "fk_caseloads_hubs_organisation_id_hub_id",
                        columns: x => new { x.organisation_id, x.hub_id },
                        principalTable: "hubs",
                        principalColumns: new[] { "organisation_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_caseloads_role_holders_organisation_id_holder_id",
                        columns: x => new { x.organisation_id, x.holder_id },
                        principalTable: "role_holders",
                        principalColumns: new[] { "organisation_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "concerns",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    member_id = table.Column<Guid>(type: "uuid", nullable: false),
                    seen = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    seen_by = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    seen_on = table.Column<DateOnly>(type: "date", nullable: false),
                    done_at_once = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    recorded_by = table.Column<Guid>(type: "uuid", nullable: true),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    door = table.Column<short>(type: "smallint", nullable: false),
                    status = table.Column<short>(type: "smallint", nullable: false),
                    owner_id = table.Column<Guid>(type: "uuid", nullable: false),
                    due_on = table.Column<DateOnly>(type: "date", nullable: false),
                    told_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_concerns", x => new { x.organisation_id, x.id });
                    table.ForeignKey(
                        name: "fk_concerns_members_organisation_id_member_id",
                        columns: x => new { x.organisation_id, x.member_id },
                        principalTable: "members",
                        principalColumns: new[] { "organisation_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_concerns_role_holders_organisation_id_owner_id",
                        columns: x => new { x.organisation_id, x.owner_id },
                        principalTable: "role_holders",
                        principalColumns: new[] { "organisation_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_concerns_role_holders_organisation_id_recorded_by",
                        columns: x => new { x.organisation_id, x.recorded_by },
                        principalTable: "role_holders",
                        principalColumns: new[] { "organisation_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "consents",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    member_id = table.Column<Guid>(type: "uuid", nullable: false),
                    purpose = table.Column<short>(type: "smallint", nullable: false),
                    is_given = table.Column<bool>(type: "boolean", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    wording = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    by = table.Column<Guid>(type: "uuid", nullable: false),
                    door = table.Column<short>(type: "smallint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_consents", x => new { x.organisation_id, x.id });
                    table.ForeignKey(
                        name: "fk_consents_members_organisation_id_member_id",
                        columns: x => new { x.organisation_id, x.member_id },
                        principalTable: "members",
                        principalColumns: new[] { "organisation_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_consents_role_holders_organisation_id_by",
                        columns: x => new { x.organisation_id, x.by },
                        principalTable: "role_holders",
                        principalColumns: new[] { "organisation_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "covers",
                columns: table => new
                {
                    holder_id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    covered_by = table.Column<Guid>(type: "uuid", nullable: false),
                    from = table.Column<DateOnly>(type: "date", nullable: false),
                    until = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_covers", x => new { x.organisation_id, x.holder_id });
                    table.ForeignKey(
                        name: "fk_covers_role_holders_organisation_id_covered_by",
                        columns: x => new { x.organisation_id, x.covered_by },
                        principalTable: "role_holders",
                        principalColumns: new[] { "organisation_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_covers_role_holders_organisation_id_holder_id",
                        columns: x => new { x.organisation_id, x.holder_id },
                        principalTable: "role_holders",
                        principalColumns: new[] { "organisation_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "day_marks",
                columns: table => new
                {
                    list = table.Column<short>(type: "smallint", nullable: false),
                    subject_id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    until = table.Column<DateOnly>(type: "date", nullable: true),
                    assigned_to = table.Column<Guid>(type: "uuid", nullable: true),
                    note = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    is_seen_to = table.Column<bool>(type: "boolean", nullable: false),
                    by = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_day_marks", x => new { x.organisation_id, x.list, x.subject_id });
                    table.ForeignKey(
                        name: "fk_day_marks_role_holders_organisation_id_assigned_to",
                        columns: x => new { x.organisation_id, x.assigned_to },
                        principalTable: "role_holders",
                        principalColumns: new[] { "organisation_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_day_marks_role_holders_organisation_id_by",
                        columns: x => new { x.organisation_id, x.by },
                        principalTable: "role_holders",
                        principalColumns: new[] { "organisation_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "departures",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    member_id = table.Column<Guid>(type: "uuid", nullable: false),
                    there = table.Column<Guid>(type: "uuid", nullable: false),
                    there_name = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    parts = table.Column<int>(type: "integer", nullable: false),
                    wording = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    agreed_on = table.Column<DateOnly>(type: "date", nullable: false),
                    agreed_by = table.Column<short>(type: "smallint", nullable: false),
                    words = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    is_release = table.Column<bool>(type: "boolean", nullable: false),
                    by = table.Column<Guid>(type: "uuid", nullable: false),
                    made_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    status = table.Column<short>(type: "smallint", nullable: false),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    answer = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    minutes_taken = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_departures", x => new { x.organisation_id, x.id });
                    table.ForeignKey(
                        name: "fk_departures_members_organisation_id_member_id",
                        columns: x => new { x.organisation_id, x.member_id },
                        principalTable: "members",
                        principalColumns: new[] { "organisation_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_departures_role_holders_organisation_id_by",
                        columns: x => new { x.organisation_id, x.by },
                        principalTable: "role_holders",
                        principalColumns: new[] { "organisation_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "diary_feeds",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    member_id = table.Column<Guid>(type: "uuid", nullable: true),
                    hub_id = table.Column<Guid>(type: "uuid", nullable: true),
                    made_by = table.Column<Guid>(type: "uuid", nullable: false),
                    made_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    revoked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_diary_feeds", x => new { x.organisation_id, x.id });
                    table.ForeignKey(
                        name: "fk_diary_feeds_hubs_organisation_id_hub_id",
                        columns: x => new { x.organisation_id, x.hub_id },
                        principalTable: "hubs",
                        principalColumns: new[] { "organisation_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_diary_feeds_members_organisation_id_member_id",
                        columns: x => new { x.organisation_id, x.member_id },
                        principalTable: "members",
                        principalColumns: new[] { "organisation_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_diary_feeds_role_holders_organisation_id_made_by",
                        columns: x => new { x.organisation_id, x.made_by },
                        principalTable: "role_holders",
                        principalColumns: new[] { "organisation_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "disputes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    exchange_id = table.Column<Guid>(type: "uuid", nullable: false),
                    raised_by = table.Column<Guid>(type: "uuid", nullable: false),
                    raised_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    due_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    state = table.Column<short>(type: "smallint", nullable: false),
                    looked_into_by = table.Column<Guid>(type: "uuid", nullable: true),
                    looked_into_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    decision = table.Column<short>(type: "smallint", nullable: true),
                    decided_by = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_disputes", x => new { x.organisation_id, x.id });
                    table.CheckConstraint("ck_disputes_decided", "(state = 3) = (decision is not null and decided_by is not null)");
                    table.CheckConstraint("ck_disputes_ended", "(state in (3, 4)) = (ended_at is not null)");
                    table.ForeignKey(
                        name: "fk_disputes_exchanges_organisation_id_exchange_id",
                        columns: x => new { x.organisation_id, x.exchange_id },
                        principalTable: "exchanges",
                        principalColumns: new[] { "organisation_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_disputes_members_organisation_id_raised_by",
                        columns: x => new { x.organisation_id, x.raised_by },
                        principalTable: "members",
                        principalColumns: new[] { "organisation_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_disputes_role_holders_organisation_id_decided_by",
                        columns: x => new { x.organisation_id, x.decided_by },
                        principalTable: "role_holders",
                        principalColumns: new[] { "organisation_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_disputes_role_holders_organisation_id_looked_into_by",
                        columns: x => new { x.organisation_id, x.looked_into_by },
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
                name: "guardian_consents",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    member_id = table.Column<Guid>(type: "uuid", nullable: false),
                    is_given = table.Column<bool>(type: "boolean", nullable: false),
                    wording = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    guardian = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    door = table.Column<short>(type: "smallint", nullable: false),
                    said_on = table.Column<DateOnly>(type: "date", nullable: false),
                    until = table.Column<DateOnly>(type: "date", nullable: true),
                    recorded_by = table.Column<Guid>(type: "uuid", nullable: true),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_guardian_consents", x => new { x.organisation_id, x.id });
                    table.ForeignKey(
                        name: "fk_guardian_consents_members_organisation_id_member_id",
                        columns: x => new { x.organisation_id, x.member_id },
                        principalTable: "members",
                        principalColumns: new[] { "organisation_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_guardian_consents_role_holders_organisation_id_recorded_by",
                        columns: x => new { x.organisation_id, x.recorded_by },
                        principalTable: "role_holders",
                        principalColumns: new[] { "organisation_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "hours_agreed",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    member_id = table.Column<Guid>(type: "uuid", nullable: false),
                    span = table.Column<short>(type: "smallint", nullable: false),
                    minutes = table.Column<int>(type: "integer", nullable: false),
                    what = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    from = table.Column<DateOnly>(type: "date", nullable: false),
                    door = table.Column<short>(type: "smallint", nullable: false),
                    set_by = table.Column<Guid>(type: "uuid", nullable: true),
                    ended_on = table.Column<DateOnly>(type: "date", nullable: true),
                    ended = table.Column<short>(type: "smallint", nullable: true),
                    ended_why = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_hours_agreed", x => new { x.organisation_id, x.id });
                    table.CheckConstraint("ck_hours_agreed_ended", "(ended_on is null) = (ended is null)");
                    table.CheckConstraint("ck_hours_agreed_minutes", "minutes > 0");
                    table.ForeignKey(
                        name: "fk_hours_agreed_members_organisation_id_member_id",
                        columns: x => new { x.organisation_id, x.member_id },
                        principalTable: "members",
                        principalColumns: new[] { "organisation_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_hours_agreed_role_holders_organisation_id_set_by",
                        columns: x => new { x.organisation_id, x.set_by },
                        principalTable: "role_holders",
                        principalColumns: new[] { "organisation_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "hub_moves",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    member_id = table.Column<Guid>(type: "uuid", nullable: false),
                    from_hub = table.Column<Guid>(type: "uuid", nullable: false),
                    to_hub = table.Column<Guid>(type: "uuid", nullable: false),
                    on = table.Column<DateOnly>(type: "date", nullable: false),
                    reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    is_release = table.Column<bool>(type: "boolean", nullable: false),
                    by = table.Column<Guid>(type: "uuid", nullable: true),
                    door = table.Column<short>(type: "smallint", nullable: false),
                    made_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    done_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_hub_moves", x => new { x.organisation_id, x.id });
                    table.ForeignKey(
                        name: "fk_hub_moves_hubs_organisation_id_from_hub",
                        columns: x => new { x.organisation_id, x.from_hub },
                        principalTable: "hubs",
                        principalColumns: new[] { "organisation_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_hub_moves_hubs_organisation_id_to_hub",
                        columns: x => new { x.organisation_id, x.to_hub },
                        principalTable: "hubs",
                        principalColumns: new[] { "organisation_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_hub_moves_members_organisation_id_member_id",
                        columns: x => new { x.organisation_id, x.member_id },
                        principalTable: "members",
                        principalColumns: new[] { "organisation_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_hub_moves_role_holders_organisation_id_by",
                        columns: x => new { x.organisation_id, x.by },
                        principalTable: "role_holders",
                        principalColumns: new[] { "organisation_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "incoming_texts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    key = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    member_id = table.Column<Guid>(type: "uuid", nullable: true),
                    number = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    words = table.Column<string>(type: "character varying(1600)", maxLength: 1600, nullable: false),
                    state = table.Column<short>(type: "smallint", nullable: false),
                    choices = table.Column<List<Guid>>(type: "uuid[]", nullable: false),
                    was_thanked = table.Column<bool>(type: "boolean", nullable: false),
                    seen_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    seen_by = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_incoming_texts", x => new { x.organisation_id, x.id });
                    table.ForeignKey(
                        name: "fk_incoming_texts_members_organisation_id_member_id",
                        columns: x => new { x.organisation_id, x.member_id },
                        principalTable: "members",
                        principalColumns: new[] { "organisation_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_incoming_texts_role_holders_organisation_id_seen_by",
                        columns: x => new { x.organisation_id, x.seen_by },
                        principalTable: "role_holders",
                        principalColumns: new[] { "organisation_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "joiners",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    door = table.Column<short>(type: "smallint", nullable: false),
                    first_name = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    last_name = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    folded_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    hub_id = table.Column<Guid>(type: "uuid", nullable: true),
                    is_under18 = table.Column<bool>(type: "boolean", nullable: false),
                    state = table.Column<short>(type: "smallint", nullable: false),
                    began_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    asked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ended_by = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_joiners", x => new { x.organisation_id, x.id });
                    table.CheckConstraint("ck_joiners_ended", "(state in (3, 4, 5)) = (ended_at is not null)");
                    table.ForeignKey(
                        name: "fk_joiners_hubs_organisation_id_hub_id",
                        columns: x => new { x.organisation_id, x.hub_id },
                        principalTable: "hubs",
                        principalColumns: new[] { "organisation_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_joiners_role_holders_organisation_id_ended_by",
                        columns: x => new { x.organisation_id, x.ended_by },
                        principalTable: "role_holders",
                        principalColumns: new[] { "organisation_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "kiosk_screens",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    hub_id = table.Column<Guid>(type: "uuid", nullable: false),
                    made_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    made_by = table.Column<Guid>(type: "uuid", nullable: false),
                    code_hash = table.Column<byte[]>(type: "bytea", nullable: true),
                    code_ends_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    token_hash = table.Column<byte[]>(type: "bytea", nullable: true),
                    paired_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    used_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_kiosk_screens", x => new { x.organisation_id, x.id });
                    table.CheckConstraint("ck_kiosk_screens_code", "(code_hash is null) = (code_ends_at is null)");
                    table.CheckConstraint("ck_kiosk_screens_ended", "ended_at is null or (code_hash is null and token_hash is null)");
                    table.ForeignKey(
                        name: "fk_kiosk_screens_hubs_organisation_id_hub_id",
                        columns: x => new { x.organisation_id, x.hub_id },
                        principalTable: "hubs",
                        principalColumns: new[] { "organisation_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_kiosk_screens_role_holders_organisation_id_made_by",
                        columns: x => new { x.organisation_id, x.made_by },
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
                name: "member_checks",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    member_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    decision = table.Column<short>(type: "smallint", nullable: false),
                    seen_by = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    seen_on = table.Column<DateOnly>(type: "date", nullable: false),
                    until = table.Column<DateOnly>(type: "date", nullable: true),
                    note = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    recorded_by = table.Column<Guid>(type: "uuid", nullable: true),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    door = table.Column<short>(type: "smallint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_member_checks", x => new { x.organisation_id, x.id });
                    table.ForeignKey(
                        name: "fk_member_checks_check_kinds_organisation_id_kind_id",
                        columns: x => new { x.organisation_id, x.kind_id },
                        principalTable: "check_kinds",
                        principalColumns: new[] { "organisation_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_member_checks_members_organisation_id_member_id",
                        columns: x => new { x.organisation_id, x.member_id },
                        principalTable: "members",
                        principalColumns: new[] { "organisation_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_member_checks_role_holders_organisation_id_recorded_by",
                        columns: x => new { x.organisation_id, x.recorded_by },
                        principalTable: "role_holders",
                        principalColumns: new[] { "organisation_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "member_merges",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kept_id = table.Column<Guid>(type: "uuid", nullable: false),
                    gone_id = table.Column<Guid>(type: "uuid", nullable: false),
                    by = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    stood_as = table.Column<short>(type: "smallint", nullable: false),
                    entry_id = table.Column<Guid>(type: "uuid", nullable: true),
                    moved = table.Column<string>(type: "jsonb", nullable: false),
                    undone_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    undone_by = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_member_merges", x => new { x.organisation_id, x.id });
                    table.ForeignKey(
                        name: "fk_member_merges_members_organisation_id_gone_id",
                        columns: x => new { x.organisation_id, x.gone_id },
                        principalTable: "members",
                        principalColumns: new[] { "organisation_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_member_merges_members_organisation_id_kept_id",
                        columns: x => new { x.organisation_id, x.kept_id },
                        principalTable: "members",
                        principalColumns: new[] { "organisation_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_member_merges_role_holders_organisation_id_by",
                        columns: x => new { x.organisation_id, x.by },
                        principalTable: "role_holders",
                        principalColumns: new[] { "organisation_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_member_merges_role_holders_organisation_id_undone_by",
                        columns: x => new { x.organisation_id, x.undone_by },
                        principalTable: "role_holders",
                        principalColumns: new[] { "organisation_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "not_doubles",
                columns: table => new
                {
                    first_id = table.Column<Guid>(type: "uuid", nullable: false),
                    second_id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    by = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_not_doubles", x => new { x.organisation_id, x.first_id, x.second_id });
                    table.ForeignKey(
                        name: "fk_not_doubles_members_organisation_id_first_id",
                        columns: x => new { x.organisation_id, x.first_id },
                        principalTable: "members",
                        principalColumns: new[] { "organisation_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_not_doubles_members_organisation_id_second_id",
                        columns: x => new { x.organisation_id, x.second_id },
                        principalTable: "members",
                        principalColumns: new[] { "organisation_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_not_doubles_role_holders_organisation_id_by",
                        columns: x => new { x.organisation_id, x.by },
                        principalTable: "role_holders",
                        principalColumns: new[] { "organisation_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "peer_hubs",
                columns: table => new
                {
                    holder_id = table.Column<Guid>(type: "uuid", nullable: false),
                    hub_id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    until = table.Column<DateOnly>(type: "date", nullable: true),
                    since = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_peer_hubs", x => new { x.organisation_id, x.holder_id, x.hub_id });
                    table.ForeignKey(
                        name: "fk_peer_hubs_hubs_organisation_id_hub_id",
                        columns: x => new { x.organisation_id, x.hub_id },
                        principalTable: "hubs",
                        principalColumns: new[] { "organisation_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_peer_hubs_role_holders_organisation_id_holder_id",
                        columns: x => new { x.organisation_id, x.holder_id },
                        principalTable: "role_holders",
                        principalColumns: new[] { "organisation_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "reach_answers",
                columns: table => new
                {
                    member_id = table.Column<Guid>(type: "uuid", nullable: false),
                    question = table.Column<short>(type: "smallint", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    choice = table.Column<int>(type: "integer", nullable: false),
                    words = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    by = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_reach_answers", x => new { x.organisation_id, x.member_id, x.question });
                    table.ForeignKey(
                        name: "fk_reach_answers_members_organisation_id_member_id",
                        columns: x => new { x.organisation_id, x.member_id },
                        principalTable: "members",
                        principalColumns: new[] { "organisation_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_reach_answers_role_holders_organisation_id_by",
                        columns: x => new { x.organisation_id, x.by },
                        principalTable: "role_holders",
                        principalColumns: new[] { "organisation_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "referrers",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    workplace = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    hub_id = table.Column<Guid>(type: "uuid", nullable: true),
                    made_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    made_by = table.Column<Guid>(type: "uuid", nullable: true),
                    revoked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    revoked_by = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_referrers", x => new { x.organisation_id, x.id });
                    table.ForeignKey(
                        name: "fk_referrers_hubs_organisation_id_hub_id",
                        columns: x => new { x.organisation_id, x.hub_id },
                        principalTable: "hubs",
                        principalColumns: new[] { "organisation_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_referrers_role_holders_organisation_id_made_by",
                        columns: x => new { x.organisation_id, x.made_by },
                        principalTable: "role_holders",
                        principalColumns: new[] { "organisation_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_referrers_role_holders_organisation_id_revoked_by",
                        columns: x => new { x.organisation_id, x.revoked_by },
                        principalTable: "role_holders",
                        principalColumns: new[] { "organisation_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "restrictions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    member_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<short>(type: "smallint", nullable: false),
                    words = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    why = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    from_whom = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    since = table.Column<DateOnly>(type: "date", nullable: false),
                    until = table.Column<DateOnly>(type: "date", nullable: true),
                    review_on = table.Column<DateOnly>(type: "date", nullable: true),
                    made_by = table.Column<Guid>(type: "uuid", nullable: true),
                    made_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    door = table.Column<short>(type: "smallint", nullable: false),
                    lifted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    lifted_by = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_restrictions", x => new { x.organisation_id, x.id });
                    table.ForeignKey(
                        name: "fk_restrictions_members_organisation_id_member_id",
                        columns: x => new { x.organisation_id, x.member_id },
                        principalTable: "members",
                        principalColumns: new[] { "organisation_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_restrictions_role_holders_organisation_id_lifted_by",
                        columns: x => new { x.organisation_id, x.lifted_by },
                        principalTable: "role_holders",
                        principalColumns: new[] { "organisation_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_restrictions_role_holders_organisation_id_made_by",
                        columns: x => new { x.organisation_id, x.made_by },
                        principalTable: "role_holders",
                        principalColumns: new[] { "organisation_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "retention_holds",
                columns: table => new
                {
                    member_id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    until = table.Column<DateOnly>(type: "date", nullable: false),
                    why = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    by = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_retention_holds", x => new { x.organisation_id, x.member_id });
                    table.ForeignKey(
                        name: "fk_retention_holds_members_organisation_id_member_id",
                        columns: x => new { x.organisation_id, x.member_id },
                        principalTable: "members",
                        principalColumns: new[] { "organisation_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_retention_holds_role_holders_organisation_id_by",
                        columns: x => new { x.organisation_id, x.by },
                        principalTable: "role_holders",
                        principalColumns: new[] { "organisation_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "saved_lists",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kept_by = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    filter = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    is_shared = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_saved_lists", x => new { x.organisation_id, x.id });
                    table.ForeignKey(
                        name: "fk_saved_lists_role_holders_organisation_id_kept_by",
                        columns: x => new { x.organisation_id, x.kept_by },
                        principalTable: "role_holders",
                        principalColumns: new[] { "organisation_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "saved_searches",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kept_by = table.Column<Guid>(type: "uuid", nullable: false),
                    member_id = table.Column<Guid>(type: "uuid", nullable: true),
                    name = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    filter = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    is_shared = table.Column<bool>(type: "boolean", nullable: false),
                    tells = table.Column<bool>(type: "boolean", nullable: false),
                    seen_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_saved_searches", x => new { x.organisation_id, x.id });
                    table.ForeignKey(
                        name: "fk_saved_searches_members_organisation_id_member_id",
                        columns: x => new { x.organisation_id, x.member_id },
                        principalTable: "members",
                        principalColumns: new[] { "organisation_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_saved_searches_role_holders_organisation_id_kept_by",
                        columns: x => new { x.organisation_id, x.kept_by },
                        principalTable: "role_holders",
                        principalColumns: new[] { "organisation_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "sessions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    planned_as = table.Column<Guid>(type: "uuid", nullable: false),
                    hub_id = table.Column<Guid>(type: "uuid", nullable: false),
                    title = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    start = table.Column<TimeOnly>(type: "time without time zone", nullable: false),
                    minutes = table.Column<int>(type: "integer", nullable: false),
                    starts_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ends_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    place = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    leader_id = table.Column<Guid>(type: "uuid", nullable: true),
                    second_leader_id = table.Column<Guid>(type: "uuid", nullable: true),
                    language = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    places = table.Column<int>(type: "integer", nullable: true),
                    change = table.Column<int>(type: "integer", nullable: false),
                    category_id = table.Column<Guid>(type: "uuid", nullable: true),
                    planned_by = table.Column<Guid>(type: "uuid", nullable: true),
                    planned_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    called_off_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    why = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    register_id = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sessions", x => new { x.organisation_id, x.id });
                    table.ForeignKey(
                        name: "fk_sessions_categories_organisation_id_category_id",
                        columns: x => new { x.organisation_id, x.category_id },
                        principalTable: "categories",
                        principalColumns: new[] { "organisation_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_sessions_hubs_organisation_id_hub_id",
                        columns: x => new { x.organisation_id, x.hub_id },
                        principalTable: "hubs",
                        principalColumns: new[] { "organisation_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_sessions_members_organisation_id_leader_id",
                        columns: x => new { x.organisation_id, x.leader_id },
                        principalTable: "members",
                        principalColumns: new[] { "organisation_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_sessions_members_organisation_id_second_leader_id",
                        columns: x => new { x.organisation_id, x.second_leader_id },
                        principalTable: "members",
                        principalColumns: new[] { "organisation_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_sessions_registers_organisation_id_register_id",
                        columns: x => new { x.organisation_id, x.register_id },
                        principalTable: "registers",
                        principalColumns: new[] { "organisation_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_sessions_role_holders_organisation_id_planned_by",
                        columns: x => new { x.organisation_id, x.planned_by },
                        principalTable: "role_holders",
                        principalColumns: new[] { "organisation_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

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
                name: "supporters",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    member_id = table.Column<Guid>(type: "uuid", nullable: true),
                    circle_id = table.Column<Guid>(type: "uuid", nullable: true),
                    person_id = table.Column<Guid>(type: "uuid", nullable: true),
                    name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    role = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    reach = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    since = table.Column<DateOnly>(type: "date", nullable: false),
                    until = table.Column<DateOnly>(type: "date", nullable: true),
                    ended_why = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    set_by = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_supporters", x => new { x.organisation_id, x.id });
                    table.CheckConstraint("ck_supporters_one_name", "(person_id is null) = (name <> '')");
                    table.CheckConstraint("ck_supporters_one_supported", "(member_id is null) <> (circle_id is null)");
                    table.ForeignKey(
                        name: "fk_supporters_circles_organisation_id_circle_id",
                        columns: x => new { x.organisation_id, x.circle_id },
                        principalTable: "circles",
                        principalColumns: new[] { "organisation_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_supporters_members_organisation_id_member_id",
                        columns: x => new { x.organisation_id, x.member_id },
                        principalTable: "members",
                        principalColumns: new[] { "organisation_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_supporters_members_organisation_id_person_id",
                        columns: x => new { x.organisation_id, x.person_id },
                        principalTable: "members",
                        principalColumns: new[] { "organisation_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_supporters_role_holders_organisation_id_set_by",
                        columns: x => new { x.organisation_id, x.set_by },
                        principalTable: "role_holders",
                        principalColumns: new[] { "organisation_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "talk_reports",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    other_id = table.Column<Guid>(type: "uuid", nullable: false),
                    why = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    made_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    outcome = table.Column<short>(type: "smallint", nullable: true),
                    note = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    closed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    closed_by = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_talk_reports", x => new { x.organisation_id, x.id });
                    table.CheckConstraint("ck_talk_reports_two_people", "by_id <> other_id");
                    table.ForeignKey(
                        name: "fk_talk_reports_members_organisation_id_by_id",
                        columns: x => new { x.organisation_id, x.by_id },
                        principalTable: "members",
                        principalColumns: new[] { "organisation_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_talk_reports_members_organisation_id_other_id",
                        columns: x => new { x.organisation_id, x.other_id },
                        principalTable: "members",
                        principalColumns: new[] { "organisation_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_talk_reports_role_holders_organisation_id_closed_by",
                        columns: x => new { x.organisation_id, x.closed_by },
                        principalTable: "role_holders",
                        principalColumns: new[] { "organisation_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "offer_answers",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    offer_id = table.Column<Guid>(type: "uuid", nullable: false),
                    owner_id = table.Column<Guid>(type: "uuid", nullable: false),
                    member_id = table.Column<Guid>(type: "uuid", nullable: false),
                    words = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    shares = table.Column<short>(type: "smallint", nullable: false),
                    owner_shares = table.Column<short>(type: "smallint", nullable: false),
                    goes_to = table.Column<short>(type: "smallint", nullable: false),
                    status = table.Column<short>(type: "smallint", nullable: false),
                    made_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    made_by = table.Column<Guid>(type: "uuid", nullable: true),
                    door = table.Column<short>(type: "smallint", nullable: false),
                    settled_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    settled_by = table.Column<Guid>(type: "uuid", nullable: true),
                    introduced_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_offer_answers", x => new { x.organisation_id, x.id });
                    table.CheckConstraint("ck_offer_answers_settled", "(status = 1) = (settled_at is null)");
                    table.ForeignKey(
                        name: "fk_offer_answers_members_organisation_id_member_id",
                        columns: x => new { x.organisation_id, x.member_id },
                        principalTable: "members",
                        principalColumns: new[] { "organisation_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_offer_answers_members_organisation_id_owner_id",
                        columns: x => new { x.organisation_id, x.owner_id },
                        principalTable: "members",
                        principalColumns: new[] { "organisation_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_offer_answers_offers_organisation_id_offer_id",
                        columns: x => new { x.organisation_id, x.offer_id },
                        principalTable: "offers",
                        principalColumns: new[] { "organisation_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "offer_further_kinds",
                columns: table => new
                {
                    offer_id = table.Column<Guid>(type: "uuid", nullable: false),
                    category_id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    member_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_offer_further_kinds", x => new { x.organisation_id, x.offer_id, x.category_id });
                    table.ForeignKey(
                        name: "fk_offer_further_kinds_categories_organisation_id_category_id",
                        columns: x => new { x.organisation_id, x.category_id },
                        principalTable: "categories",
                        principalColumns: new[] { "organisation_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_offer_further_kinds_members_organisation_id_member_id",
                        columns: x => new { x.organisation_id, x.member_id },
                        principalTable: "members",
                        principalColumns: new[] { "organisation_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_offer_further_kinds_offers_organisation_id_offer_id",
                        columns: x => new { x.organisation_id, x.offer_id },
                        principalTable: "offers",
                        principalColumns: new[] { "organisation_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "offer_pictures",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    offer_id = table.Column<Guid>(type: "uuid", nullable: false),
                    member_id = table.Column<Guid>(type: "uuid", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    description = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    content = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_offer_pictures", x => new { x.organisation_id, x.id });
                    table.ForeignKey(
                        name: "fk_offer_pictures_members_organisation_id_member_id",
                        columns: x => new { x.organisation_id, x.member_id },
                        principalTable: "members",
                        principalColumns: new[] { "organisation_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_offer_pictures_offers_organisation_id_offer_id",
                        columns: x => new { x.organisation_id, x.offer_id },
                        principalTable: "offers",
                        principalColumns: new[] { "organisation_id", "id" },
                        onDelete: ReferentialAction.Restrict);
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
                    by_owner = table.Column<bool>(type: "boolean", nullable: false),
                    owner_shares = table.Column<short>(type: "smallint", nullable: false),
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

            migrationBuilder.CreateTable(
                name: "visits",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    giver_id = table.Column<Guid>(type: "uuid", nullable: false),
                    receiver_id = table.Column<Guid>(type: "uuid", nullable: true),
                    hub_id = table.Column<Guid>(type: "uuid", nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    start = table.Column<TimeOnly>(type: "time without time zone", nullable: false),
                    minutes = table.Column<int>(type: "integer", nullable: false),
                    starts_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ends_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    place = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    is_home_visit = table.Column<bool>(type: "boolean", nullable: false),
                    asks_if_home = table.Column<bool>(type: "boolean", nullable: false),
                    category_id = table.Column<Guid>(type: "uuid", nullable: true),
                    description = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    offer_id = table.Column<Guid>(type: "uuid", nullable: true),
                    repeat_id = table.Column<Guid>(type: "uuid", nullable: true),
                    meant_for = table.Column<DateOnly>(type: "date", nullable: true),
                    arranged_by = table.Column<Guid>(type: "uuid", nullable: true),
                    arranged_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    door = table.Column<short>(type: "smallint", nullable: false),
                    covered_by = table.Column<Guid>(type: "uuid", nullable: true),
                    covered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    status = table.Column<short>(type: "smallint", nullable: false),
                    changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    why = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    home_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    exchange_id = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_visits", x => new { x.organisation_id, x.id });
                    table.ForeignKey(
                        name: "fk_visits_categories_organisation_id_category_id",
                        columns: x => new { x.organisation_id, x.category_id },
                        principalTable: "categories",
                        principalColumns: new[] { "organisation_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_visits_exchanges_organisation_id_exchange_id",
                        columns: x => new { x.organisation_id, x.exchange_id },
                        principalTable: "exchanges",
                        principalColumns: new[] { "organisation_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_visits_hubs_organisation_id_hub_id",
                        columns: x => new { x.organisation_id, x.hub_id },
                        principalTable: "hubs",
                        principalColumns: new[] { "organisation_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_visits_members_organisation_id_giver_id",
                        columns: x => new { x.organisation_id, x.giver_id },
                        principalTable: "members",
                        principalColumns: new[] { "organisation_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_visits_members_organisation_id_receiver_id",
                        columns: x => new { x.organisation_id, x.receiver_id },
                        principalTable: "members",
                        principalColumns: new[] { "organisation_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_visits_offers_organisation_id_offer_id",
                        columns: x => new { x.organisation_id, x.offer_id },
                        principalTable: "offers",
                        principalColumns: new[] { "organisation_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_visits_role_holders_organisation_id_arranged_by",
                        columns: x => new { x.organisation_id, x.arranged_by },
                        principalTable: "role_holders",
                        principalColumns: new[] { "organisation_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_visits_role_holders_organisation_id_covered_by",
                        columns: x => new { x.organisation_id, x.covered_by },
                        principalTable: "role_holders",
                        principalColumns: new[] { "organisation_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_visits_visit_repeats_organisation_id_repeat_id",
                        columns: x => new { x.organisation_id, x.repeat_id },
                        principalTable: "visit_repeats",
                        principalColumns: new[] { "organisation_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "announcement_tallies",
                columns: table => new
                {
                    announcement_id = table.Column<Guid>(type: "uuid", nullable: false),
                    way = table.Column<short>(type: "smallint", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    sent = table.Column<int>(type: "integer", nullable: false),
                    failed = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_announcement_tallies", x => new { x.organisation_id, x.announcement_id, x.way });
                    table.ForeignKey(
                        name: "fk_announcement_tallies_announcements_organisation_id_announce~",
                        columns: x => new { x.organisation_id, x.announcement_id },
                        principalTable: "announcements",
                        principalColumns: new[] { "organisation_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "concern_steps",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    concern_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    written_by = table.Column<Guid>(type: "uuid", nullable: true),
                    words = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    status = table.Column<short>(type: "smallint", nullable: false),
                    owner_id = table.Column<Guid>(type: "uuid", nullable: false),
                    due_on = table.Column<DateOnly>(type: "date", nullable: false),
                    told = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_concern_steps", x => new { x.organisation_id, x.id });
                    table.ForeignKey(
                        name: "fk_concern_steps_concerns_organisation_id_concern_id",
                        columns: x => new { x.organisation_id, x.concern_id },
                        principalTable: "concerns",
                        principalColumns: new[] { "organisation_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_concern_steps_role_holders_organisation_id_owner_id",
                        columns: x => new { x.organisation_id, x.owner_id },
                        principalTable: "role_holders",
                        principalColumns: new[] { "organisation_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_concern_steps_role_holders_organisation_id_written_by",
                        columns: x => new { x.organisation_id, x.written_by },
                        principalTable: "role_holders",
                        principalColumns: new[] { "organisation_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "record_views",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    member_id = table.Column<Guid>(type: "uuid", nullable: false),
                    viewed_by = table.Column<Guid>(type: "uuid", nullable: false),
                    viewed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    part = table.Column<short>(type: "smallint", nullable: false),
                    concern_id = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_record_views", x => new { x.organisation_id, x.id });
                    table.ForeignKey(
                        name: "fk_record_views_concerns_organisation_id_concern_id",
                        columns: x => new { x.organisation_id, x.concern_id },
                        principalTable: "concerns",
                        principalColumns: new[] { "organisation_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_record_views_members_organisation_id_member_id",
                        columns: x => new { x.organisation_id, x.member_id },
                        principalTable: "members",
                        principalColumns: new[] { "organisation_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_record_views_role_holders_organisation_id_viewed_by",
                        columns: x => new { x.organisation_id, x.viewed_by },
                        principalTable: "role_holders",
                        principalColumns: new[] { "organisation_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "dispute_notes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    dispute_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    said_by = table.Column<Guid>(type: "uuid", nullable: true),
                    written_by = table.Column<Guid>(type: "uuid", nullable: true),
                    door = table.Column<short>(type: "smallint", nullable: false),
                    text = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_dispute_notes", x => new { x.organisation_id, x.id });
                    table.ForeignKey(
                        name: "fk_dispute_notes_disputes_organisation_id_dispute_id",
                        columns: x => new { x.organisation_id, x.dispute_id },
                        principalTable: "disputes",
                        principalColumns: new[] { "organisation_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_dispute_notes_members_organisation_id_said_by",
                        columns: x => new { x.organisation_id, x.said_by },
                        principalTable: "members",
                        principalColumns: new[] { "organisation_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_dispute_notes_role_holders_organisation_id_written_by",
                        columns: x => new { x.organisation_id, x.written_by },
                        principalTable: "role_holders",
                        principalColumns: new[] { "organisation_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "join_codes",
                columns: table => new
                {
                    joiner_id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    code_hash = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_join_codes", x => new { x.organisation_id, x.joiner_id });
                    table.ForeignKey(
                        name: "fk_join_codes_joiners_organisation_id_joiner_id",
                        columns: x => new { x.organisation_id, x.joiner_id },
                        principalTable: "joiners",
                        principalColumns: new[] { "organisation_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "joiner_checks",
                columns: table => new
                {
                    joiner_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind_id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    seen_on = table.Column<DateOnly>(type: "date", nullable: false),
                    seen_by = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_joiner_checks", x => new { x.organisation_id, x.joiner_id, x.kind_id });
                    table.ForeignKey(
                        name: "fk_joiner_checks_check_kinds_organisation_id_kind_id",
                        columns: x => new { x.organisation_id, x.kind_id },
                        principalTable: "check_kinds",
                        principalColumns: new[] { "organisation_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_joiner_checks_joiners_organisation_id_joiner_id",
                        columns: x => new { x.organisation_id, x.joiner_id },
                        principalTable: "joiners",
                        principalColumns: new[] { "organisation_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "joiner_details",
                columns: table => new
                {
                    joiner_id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    prefers = table.Column<short>(type: "smallint", nullable: false),
                    email = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: false),
                    phone = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    address = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    guardian_name = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    guardian_relation = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    guardian_phone = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    likes = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    wants = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    who_matters = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    notes = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    offer_words = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    request_words = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    kind_words = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    private_reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_joiner_details", x => new { x.organisation_id, x.joiner_id });
                    table.ForeignKey(
                        name: "fk_joiner_details_joiners_organisation_id_joiner_id",
                        columns: x => new { x.organisation_id, x.joiner_id },
                        principalTable: "joiners",
                        principalColumns: new[] { "organisation_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "joiner_references",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    joiner_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    knows = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    way = table.Column<short>(type: "smallint", nullable: false),
                    email = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: false),
                    phone = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    address = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    asked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    asked_by = table.Column<Guid>(type: "uuid", nullable: true),
                    reminders = table.Column<int>(type: "integer", nullable: false),
                    reminded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    answer = table.Column<short>(type: "smallint", nullable: true),
                    words = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    answered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    written_by = table.Column<Guid>(type: "uuid", nullable: true),
                    door = table.Column<short>(type: "smallint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_joiner_references", x => new { x.organisation_id, x.id });
                    table.CheckConstraint("ck_joiner_references_answered", "(answer is null) = (answered_at is null)");
                    table.ForeignKey(
                        name: "fk_joiner_references_joiners_organisation_id_joiner_id",
                        columns: x => new { x.organisation_id, x.joiner_id },
                        principalTable: "joiners",
                        principalColumns: new[] { "organisation_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_joiner_references_role_holders_organisation_id_asked_by",
                        columns: x => new { x.organisation_id, x.asked_by },
                        principalTable: "role_holders",
                        principalColumns: new[] { "organisation_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_joiner_references_role_holders_organisation_id_written_by",
                        columns: x => new { x.organisation_id, x.written_by },
                        principalTable: "role_holders",
                        principalColumns: new[] { "organisation_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "joiner_steps",
                columns: table => new
                {
                    joiner_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<short>(type: "smallint", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    result = table.Column<short>(type: "smallint", nullable: true),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    happened_on = table.Column<DateOnly>(type: "date", nullable: true),
                    ended_by = table.Column<Guid>(type: "uuid", nullable: true),
                    door = table.Column<short>(type: "smallint", nullable: false),
                    words = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    agreed = table.Column<short>(type: "smallint", nullable: true),
                    agreement_version = table.Column<int>(type: "integer", nullable: true),
                    agreement_language = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    english = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    welsh = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_joiner_steps", x => new { x.organisation_id, x.joiner_id, x.kind });
                    table.CheckConstraint("ck_joiner_steps_ended", "(result is null) = (ended_at is null)");
                    table.ForeignKey(
                        name: "fk_joiner_steps_agreement_wordings_organisation_id_agreement_v~",
                        columns: x => new { x.organisation_id, x.agreement_version },
                        principalTable: "agreement_wordings",
                        principalColumns: new[] { "organisation_id", "version" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_joiner_steps_joiners_organisation_id_joiner_id",
                        columns: x => new { x.organisation_id, x.joiner_id },
                        principalTable: "joiners",
                        principalColumns: new[] { "organisation_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_joiner_steps_role_holders_organisation_id_ended_by",
                        columns: x => new { x.organisation_id, x.ended_by },
                        principalTable: "role_holders",
                        principalColumns: new[] { "organisation_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "signposts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    joiner_id = table.Column<Guid>(type: "uuid", nullable: true),
                    member_id = table.Column<Guid>(type: "uuid", nullable: true),
                    place = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    why = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    is_sensitive = table.Column<bool>(type: "boolean", nullable: false),
                    noted_by = table.Column<Guid>(type: "uuid", nullable: true),
                    came_of_it = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    heard_on = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_signposts", x => new { x.organisation_id, x.id });
                    table.CheckConstraint("ck_signposts_heard", "(heard_on is null) = (came_of_it = '')");
                    table.CheckConstraint("ck_signposts_somebody", "member_id is not null or joiner_id is not null");
                    table.ForeignKey(
                        name: "fk_signposts_joiners_organisation_id_joiner_id",
                        columns: x => new { x.organisation_id, x.joiner_id },
                        principalTable: "joiners",
                        principalColumns: new[] { "organisation_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_signposts_members_organisation_id_member_id",
                        columns: x => new { x.organisation_id, x.member_id },
                        principalTable: "members",
                        principalColumns: new[] { "organisation_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_signposts_role_holders_organisation_id_noted_by",
                        columns: x => new { x.organisation_id, x.noted_by },
                        principalTable: "role_holders",
                        principalColumns: new[] { "organisation_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "kiosk_visits",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kiosk_id = table.Column<Guid>(type: "uuid", nullable: false),
                    member_id = table.Column<Guid>(type: "uuid", nullable: false),
                    token_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    by_card = table.Column<bool>(type: "boolean", nullable: false),
                    begun_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    seen_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_kiosk_visits", x => new { x.organisation_id, x.id });
                    table.ForeignKey(
                        name: "fk_kiosk_visits_kiosk_screens_organisation_id_kiosk_id",
                        columns: x => new { x.organisation_id, x.kiosk_id },
                        principalTable: "kiosk_screens",
                        principalColumns: new[] { "organisation_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_kiosk_visits_members_organisation_id_member_id",
                        columns: x => new { x.organisation_id, x.member_id },
                        principalTable: "members",
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
                    batch_id = table.Column<Guid>(type: "uuid", nullable: true),
                    number = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    asks = table.Column<short>(type: "smallint", nullable: true),
                    asks_of = table.Column<Guid>(type: "uuid", nullable: true)
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

            migrationBuilder.CreateTable(
                name: "referrals",
                columns: table => new
                {
                    joiner_id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    referrer_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    written_by = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    words = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    consent = table.Column<short>(type: "smallint", nullable: false),
                    consent_wording = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    feedback = table.Column<short>(type: "smallint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_referrals", x => new { x.organisation_id, x.joiner_id });
                    table.ForeignKey(
                        name: "fk_referrals_joiners_organisation_id_joiner_id",
                        columns: x => new { x.organisation_id, x.joiner_id },
                        principalTable: "joiners",
                        principalColumns: new[] { "organisation_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_referrals_referrers_organisation_id_referrer_id",
                        columns: x => new { x.organisation_id, x.referrer_id },
                        principalTable: "referrers",
                        principalColumns: new[] { "organisation_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "care_marks",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    subject_id = table.Column<Guid>(type: "uuid", nullable: false),
                    member_id = table.Column<Guid>(type: "uuid", nullable: false),
                    restriction_id = table.Column<Guid>(type: "uuid", nullable: true),
                    check_kind_id = table.Column<Guid>(type: "uuid", nullable: true),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    read_by = table.Column<Guid>(type: "uuid", nullable: true),
                    read_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_care_marks", x => new { x.organisation_id, x.id });
                    table.ForeignKey(
                        name: "fk_care_marks_check_kinds_organisation_id_check_kind_id",
                        columns: x => new { x.organisation_id, x.check_kind_id },
                        principalTable: "check_kinds",
                        principalColumns: new[] { "organisation_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_care_marks_members_organisation_id_member_id",
                        columns: x => new { x.organisation_id, x.member_id },
                        principalTable: "members",
                        principalColumns: new[] { "organisation_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_care_marks_restrictions_organisation_id_restriction_id",
                        columns: x => new { x.organisation_id, x.restriction_id },
                        principalTable: "restrictions",
                        principalColumns: new[] { "organisation_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_care_marks_role_holders_organisation_id_read_by",
                        columns: x => new { x.organisation_id, x.read_by },
                        principalTable: "role_holders",
                        principalColumns: new[] { "organisation_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "session_calls",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    session_id = table.Column<Guid>(type: "uuid", nullable: false),
                    member_id = table.Column<Guid>(type: "uuid", nullable: false),
                    news = table.Column<short>(type: "smallint", nullable: false),
                    change = table.Column<int>(type: "integer", nullable: false),
                    made_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    is_by_mail = table.Column<bool>(type: "boolean", nullable: false),
                    done_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    done_by = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_session_calls", x => new { x.organisation_id, x.id });
                    table.ForeignKey(
                        name: "fk_session_calls_members_organisation_id_member_id",
                        columns: x => new { x.organisation_id, x.member_id },
                        principalTable: "members",
                        principalColumns: new[] { "organisation_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_session_calls_role_holders_organisation_id_done_by",
                        columns: x => new { x.organisation_id, x.done_by },
                        principalTable: "role_holders",
                        principalColumns: new[] { "organisation_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_session_calls_sessions_organisation_id_session_id",
                        columns: x => new { x.organisation_id, x.session_id },
                        principalTable: "sessions",
                        principalColumns: new[] { "organisation_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "session_places",
                columns: table => new
                {
                    session_id = table.Column<Guid>(type: "uuid", nullable: false),
                    member_id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    by = table.Column<Guid>(type: "uuid", nullable: true),
                    door = table.Column<short>(type: "smallint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_session_places", x => new { x.organisation_id, x.session_id, x.member_id });
                    table.ForeignKey(
                        name: "fk_session_places_members_organisation_id_member_id",
                        columns: x => new { x.organisation_id, x.member_id },
                        principalTable: "members",
                        principalColumns: new[] { "organisation_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_session_places_role_holders_organisation_id_by",
                        columns: x => new { x.organisation_id, x.by },
                        principalTable: "role_holders",
                        principalColumns: new[] { "organisation_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_session_places_sessions_organisation_id_session_id",
                        columns: x => new { x.organisation_id, x.session_id },
                        principalTable: "sessions",
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

            migrationBuilder.CreateTable(
                name: "visit_answers",
                columns: table => new
                {
                    visit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    member_id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    did_happen = table.Column<bool>(type: "boolean", nullable: false),
                    minutes = table.Column<int>(type: "integer", nullable: true),
                    is_all_well = table.Column<bool>(type: "boolean", nullable: false),
                    words = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    door = table.Column<short>(type: "smallint", nullable: false),
                    by = table.Column<Guid>(type: "uuid", nullable: true),
                    seen_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    seen_by = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_visit_answers", x => new { x.organisation_id, x.visit_id, x.member_id });
                    table.ForeignKey(
                        name: "fk_visit_answers_members_organisation_id_member_id",
                        columns: x => new { x.organisation_id, x.member_id },
                        principalTable: "members",
                        principalColumns: new[] { "organisation_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_visit_answers_role_holders_organisation_id_by",
                        columns: x => new { x.organisation_id, x.by },
                        principalTable: "role_holders",
                        principalColumns: new[] { "organisation_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_visit_answers_role_holders_organisation_id_seen_by",
                        columns: x => new { x.organisation_id, x.seen_by },
                        principalTable: "role_holders",
                        principalColumns: new[] { "organisation_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_visit_answers_visits_organisation_id_visit_id",
                        columns: x => new { x.organisation_id, x.visit_id },
                        principalTable: "visits",
                        principalColumns: new[] { "organisation_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "visit_calls",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    visit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    member_id = table.Column<Guid>(type: "uuid", nullable: false),
                    news = table.Column<short>(type: "smallint", nullable: false),
                    starts_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    made_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    is_by_mail = table.Column<bool>(type: "boolean", nullable: false),
                    done_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    done_by = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_visit_calls", x => new { x.organisation_id, x.id });
                    table.ForeignKey(
                        name: "fk_visit_calls_members_organisation_id_member_id",
                        columns: x => new { x.organisation_id, x.member_id },
                        principalTable: "members",
                        principalColumns: new[] { "organisation_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_visit_calls_role_holders_organisation_id_done_by",
                        columns: x => new { x.organisation_id, x.done_by },
                        principalTable: "role_holders",
                        principalColumns: new[] { "organisation_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_visit_calls_visits_organisation_id_visit_id",
                        columns: x => new { x.organisation_id, x.visit_id },
                        principalTable: "visits",
                        principalColumns: new[] { "organisation_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_accounts_organisation_id_affiliate_id",
                table: "accounts",
                columns: new[] { "organisation_id", "affiliate_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_accounts_organisation_id_member_id",
                table: "accounts",
                columns: new[] { "organisation_id", "member_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_acting_for_organisation_id_holder_id_member_id",
                table: "acting_for",
                columns: new[] { "organisation_id", "holder_id", "member_id" });

            migrationBuilder.CreateIndex(
                name: "ix_acting_for_organisation_id_invitation_id",
                table: "acting_for",
                columns: new[] { "organisation_id", "invitation_id" });

            migrationBuilder.CreateIndex(
                name: "ix_acting_for_organisation_id_member_id",
                table: "acting_for",
                columns: new[] { "organisation_id", "member_id" });

            migrationBuilder.CreateIndex(
                name: "ix_agreement_wordings_organisation_id_written_by",
                table: "agreement_wordings",
                columns: new[] { "organisation_id", "written_by" });

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
                name: "ix_arrivals_organisation_id_answered_by",
                table: "arrivals",
                columns: new[] { "organisation_id", "answered_by" });

            migrationBuilder.CreateIndex(
                name: "ix_arrivals_organisation_id_member_id",
                table: "arrivals",
                columns: new[] { "organisation_id", "member_id" });

            migrationBuilder.CreateIndex(
                name: "ix_audit_lines_organisation_id_deed_at",
                table: "audit_lines",
                columns: new[] { "organisation_id", "deed", "at" },
                filter: "deed in ('AskToLeave', 'AskToBeErased')");

            migrationBuilder.CreateIndex(
                name: "ix_audit_lines_organisation_id_peer_hub_id_at",
                table: "audit_lines",
                columns: new[] { "organisation_id", "peer_hub_id", "at" },
                filter: "peer_hub_id is not null");

            migrationBuilder.CreateIndex(
                name: "ix_audit_lines_organisation_id_subject_id",
                table: "audit_lines",
                columns: new[] { "organisation_id", "subject_id" });

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
                name: "ix_care_marks_organisation_id_check_kind_id",
                table: "care_marks",
                columns: new[] { "organisation_id", "check_kind_id" });

            migrationBuilder.CreateIndex(
                name: "ix_care_marks_organisation_id_member_id",
                table: "care_marks",
                columns: new[] { "organisation_id", "member_id" });

            migrationBuilder.CreateIndex(
                name: "ix_care_marks_organisation_id_read_at",
                table: "care_marks",
                columns: new[] { "organisation_id", "read_at" });

            migrationBuilder.CreateIndex(
                name: "ix_care_marks_organisation_id_read_by",
                table: "care_marks",
                columns: new[] { "organisation_id", "read_by" });

            migrationBuilder.CreateIndex(
                name: "ix_care_marks_organisation_id_restriction_id",
                table: "care_marks",
                columns: new[] { "organisation_id", "restriction_id" });

            migrationBuilder.CreateIndex(
                name: "ix_care_marks_organisation_id_subject_id",
                table: "care_marks",
                columns: new[] { "organisation_id", "subject_id" });

            migrationBuilder.CreateIndex(
                name: "ix_care_notes_organisation_id_corrects",
                table: "care_notes",
                columns: new[] { "organisation_id", "corrects" });

            migrationBuilder.CreateIndex(
                name: "ix_care_notes_organisation_id_member_id",
                table: "care_notes",
                columns: new[] { "organisation_id", "member_id" });

            migrationBuilder.CreateIndex(
                name: "ix_care_notes_organisation_id_written_by",
                table: "care_notes",
                columns: new[] { "organisation_id", "written_by" });

            migrationBuilder.CreateIndex(
                name: "ix_caseloads_organisation_id_holder_id",
                table: "caseloads",
                columns: new[] { "organisation_id", "holder_id" });

            migrationBuilder.CreateIndex(
                name: "ix_categories_organisation_id_name",
                table: "categories",
                columns: new[] { "organisation_id", "name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_chain_links_organisation_id_entry_id",
                table: "chain_links",
                columns: new[] { "organisation_id", "entry_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_check_kinds_organisation_id_name",
                table: "check_kinds",
                columns: new[] { "organisation_id", "name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_check_needs_organisation_id_kind_id",
                table: "check_needs",
                columns: new[] { "organisation_id", "kind_id" });

            migrationBuilder.CreateIndex(
                name: "ix_circle_members_one_household",
                table: "circle_members",
                columns: new[] { "organisation_id", "member_id" },
                unique: true,
                filter: "until is null and kind = 1");

            migrationBuilder.CreateIndex(
                name: "ix_circle_members_organisation_id_circle_id_kind",
                table: "circle_members",
                columns: new[] { "organisation_id", "circle_id", "kind" });

            migrationBuilder.CreateIndex(
                name: "ix_circle_members_organisation_id_member_id_circle_id",
                table: "circle_members",
                columns: new[] { "organisation_id", "member_id", "circle_id" },
                unique: true,
                filter: "until is null");

            migrationBuilder.CreateIndex(
                name: "ix_circles_organisation_id_contact_id",
                table: "circles",
                columns: new[] { "organisation_id", "contact_id" });

            migrationBuilder.CreateIndex(
                name: "ix_circles_organisation_id_hub_id_ended_at",
                table: "circles",
                columns: new[] { "organisation_id", "hub_id", "ended_at" });

            migrationBuilder.CreateIndex(
                name: "ix_circles_organisation_id_leader_id",
                table: "circles",
                columns: new[] { "organisation_id", "leader_id" });

            migrationBuilder.CreateIndex(
                name: "ix_concern_steps_organisation_id_concern_id",
                table: "concern_steps",
                columns: new[] { "organisation_id", "concern_id" });

            migrationBuilder.CreateIndex(
                name: "ix_concern_steps_organisation_id_owner_id",
                table: "concern_steps",
                columns: new[] { "organisation_id", "owner_id" });

            migrationBuilder.CreateIndex(
                name: "ix_concern_steps_organisation_id_written_by",
                table: "concern_steps",
                columns: new[] { "organisation_id", "written_by" });

            migrationBuilder.CreateIndex(
                name: "ix_concerns_organisation_id_member_id",
                table: "concerns",
                columns: new[] { "organisation_id", "member_id" });

            migrationBuilder.CreateIndex(
                name: "ix_concerns_organisation_id_owner_id",
                table: "concerns",
                columns: new[] { "organisation_id", "owner_id" });

            migrationBuilder.CreateIndex(
                name: "ix_concerns_organisation_id_recorded_by",
                table: "concerns",
                columns: new[] { "organisation_id", "recorded_by" });

            migrationBuilder.CreateIndex(
                name: "ix_consents_organisation_id_by",
                table: "consents",
                columns: new[] { "organisation_id", "by" });

            migrationBuilder.CreateIndex(
                name: "ix_consents_organisation_id_member_id_purpose_at",
                table: "consents",
                columns: new[] { "organisation_id", "member_id", "purpose", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_contribution_rules_organisation_id_several",
                table: "contribution_rules",
                columns: new[] { "organisation_id", "several" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_covers_organisation_id_covered_by",
                table: "covers",
                columns: new[] { "organisation_id", "covered_by" });

            migrationBuilder.CreateIndex(
                name: "ix_day_marks_organisation_id_assigned_to",
                table: "day_marks",
                columns: new[] { "organisation_id", "assigned_to" });

            migrationBuilder.CreateIndex(
                name: "ix_day_marks_organisation_id_by",
                table: "day_marks",
                columns: new[] { "organisation_id", "by" });

            migrationBuilder.CreateIndex(
                name: "ix_departures_organisation_id_by",
                table: "departures",
                columns: new[] { "organisation_id", "by" });

            migrationBuilder.CreateIndex(
                name: "ix_departures_organisation_id_member_id",
                table: "departures",
                columns: new[] { "organisation_id", "member_id" },
                unique: true,
                filter: "status = 1");

            migrationBuilder.CreateIndex(
                name: "ix_diary_feeds_organisation_id_hub_id",
                table: "diary_feeds",
                columns: new[] { "organisation_id", "hub_id" });

            migrationBuilder.CreateIndex(
                name: "ix_diary_feeds_organisation_id_made_by",
                table: "diary_feeds",
                columns: new[] { "organisation_id", "made_by" });

            migrationBuilder.CreateIndex(
                name: "ix_diary_feeds_organisation_id_member_id",
                table: "diary_feeds",
                columns: new[] { "organisation_id", "member_id" },
                unique: true,
                filter: "revoked_at is null and member_id is not null");

            migrationBuilder.CreateIndex(
                name: "ix_dispute_notes_organisation_id_dispute_id_at",
                table: "dispute_notes",
                columns: new[] { "organisation_id", "dispute_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_dispute_notes_organisation_id_said_by",
                table: "dispute_notes",
                columns: new[] { "organisation_id", "said_by" });

            migrationBuilder.CreateIndex(
                name: "ix_dispute_notes_organisation_id_written_by",
                table: "dispute_notes",
                columns: new[] { "organisation_id", "written_by" });

            migrationBuilder.CreateIndex(
                name: "ix_disputes_organisation_id_decided_by",
                table: "disputes",
                columns: new[] { "organisation_id", "decided_by" });

            migrationBuilder.CreateIndex(
                name: "ix_disputes_organisation_id_exchange_id",
                table: "disputes",
                columns: new[] { "organisation_id", "exchange_id" },
                unique: true,
                filter: "state in (1, 2)");

            migrationBuilder.CreateIndex(
                name: "ix_disputes_organisation_id_exchange_id_raised_at",
                table: "disputes",
                columns: new[] { "organisation_id", "exchange_id", "raised_at" });

            migrationBuilder.CreateIndex(
                name: "ix_disputes_organisation_id_looked_into_by",
                table: "disputes",
                columns: new[] { "organisation_id", "looked_into_by" });

            migrationBuilder.CreateIndex(
                name: "ix_disputes_organisation_id_raised_by",
                table: "disputes",
                columns: new[] { "organisation_id", "raised_by" });

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
                name: "ix_entries_organisation_id_request_key",
                table: "entries",
                columns: new[] { "organisation_id", "request_key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_entries_organisation_id_reverses",
                table: "entries",
                columns: new[] { "organisation_id", "reverses" },
                unique: true,
                filter: "reverses is not null");

            migrationBuilder.CreateIndex(
                name: "ix_exchange_words_organisation_id_exchange_id",
                table: "exchange_words",
                columns: new[] { "organisation_id", "exchange_id" });

            migrationBuilder.CreateIndex(
                name: "ix_exchanges_organisation_id_category_id",
                table: "exchanges",
                columns: new[] { "organisation_id", "category_id" });

            migrationBuilder.CreateIndex(
                name: "ix_exchanges_organisation_id_corrects_id",
                table: "exchanges",
                columns: new[] { "organisation_id", "corrects_id" },
                unique: true,
                filter: "corrects_id is not null");

            migrationBuilder.CreateIndex(
                name: "ix_exchanges_organisation_id_entry_id",
                table: "exchanges",
                columns: new[] { "organisation_id", "entry_id" },
                filter: "entry_id is not null");

            migrationBuilder.CreateIndex(
                name: "ix_exchanges_organisation_id_giver_id_service_date",
                table: "exchanges",
                columns: new[] { "organisation_id", "giver_id", "service_date" });

            migrationBuilder.CreateIndex(
                name: "ix_exchanges_organisation_id_hub_id",
                table: "exchanges",
                columns: new[] { "organisation_id", "hub_id" });

            migrationBuilder.CreateIndex(
                name: "ix_exchanges_organisation_id_logged_at_id",
                table: "exchanges",
                columns: new[] { "organisation_id", "logged_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_exchanges_organisation_id_receiver_id_service_date",
                table: "exchanges",
                columns: new[] { "organisation_id", "receiver_id", "service_date" });

            migrationBuilder.CreateIndex(
                name: "ix_exchanges_organisation_id_reversal_id",
                table: "exchanges",
                columns: new[] { "organisation_id", "reversal_id" },
                filter: "reversal_id is not null");

            migrationBuilder.CreateIndex(
                name: "ix_exchanges_organisation_id_series_id_service_date",
                table: "exchanges",
                columns: new[] { "organisation_id", "series_id", "service_date" },
                filter: "series_id is not null");

            migrationBuilder.CreateIndex(
                name: "ix_exchanges_organisation_id_status_logged_at",
                table: "exchanges",
                columns: new[] { "organisation_id", "status", "logged_at" });

            migrationBuilder.CreateIndex(
                name: "ix_guardian_consents_organisation_id_member_id_recorded_at",
                table: "guardian_consents",
                columns: new[] { "organisation_id", "member_id", "recorded_at" });

            migrationBuilder.CreateIndex(
                name: "ix_guardian_consents_organisation_id_recorded_by",
                table: "guardian_consents",
                columns: new[] { "organisation_id", "recorded_by" });

            migrationBuilder.CreateIndex(
                name: "ix_holds_organisation_id_account_id_status",
                table: "holds",
                columns: new[] { "organisation_id", "account_id", "status" });

            migrationBuilder.CreateIndex(
                name: "ix_holds_organisation_id_entry_id",
                table: "holds",
                columns: new[] { "organisation_id", "entry_id" });

            migrationBuilder.CreateIndex(
                name: "ix_holds_organisation_id_status_until",
                table: "holds",
                columns: new[] { "organisation_id", "status", "until" });

            migrationBuilder.CreateIndex(
                name: "ix_hours_agreed_organisation_id_member_id",
                table: "hours_agreed",
                columns: new[] { "organisation_id", "member_id" });

            migrationBuilder.CreateIndex(
                name: "ix_hours_agreed_organisation_id_set_by",
                table: "hours_agreed",
                columns: new[] { "organisation_id", "set_by" });

            migrationBuilder.CreateIndex(
                name: "ix_hub_moves_organisation_id_by",
                table: "hub_moves",
                columns: new[] { "organisation_id", "by" });

            migrationBuilder.CreateIndex(
                name: "ix_hub_moves_organisation_id_from_hub",
                table: "hub_moves",
                columns: new[] { "organisation_id", "from_hub" });

            migrationBuilder.CreateIndex(
                name: "ix_hub_moves_organisation_id_member_id_done_at",
                table: "hub_moves",
                columns: new[] { "organisation_id", "member_id", "done_at" });

            migrationBuilder.CreateIndex(
                name: "ix_hub_moves_organisation_id_to_hub",
                table: "hub_moves",
                columns: new[] { "organisation_id", "to_hub" });

            migrationBuilder.CreateIndex(
                name: "ix_hubs_organisation_id_name",
                table: "hubs",
                columns: new[] { "organisation_id", "name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_import_lines_organisation_id_import_id_state_day_number",
                table: "import_lines",
                columns: new[] { "organisation_id", "import_id", "state", "day", "number" });

            migrationBuilder.CreateIndex(
                name: "ix_imported_records_organisation_id_entry_id",
                table: "imported_records",
                columns: new[] { "organisation_id", "entry_id" },
                filter: "entry_id is not null");

            migrationBuilder.CreateIndex(
                name: "ix_imported_records_organisation_id_import_id_id",
                table: "imported_records",
                columns: new[] { "organisation_id", "import_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_imported_records_organisation_id_kind_source_key",
                table: "imported_records",
                columns: new[] { "organisation_id", "kind", "source", "key" },
                unique: true,
                filter: "undone_at is null and key <> ''");

            migrationBuilder.CreateIndex(
                name: "ix_imported_records_organisation_id_target_id",
                table: "imported_records",
                columns: new[] { "organisation_id", "target_id" });

            migrationBuilder.CreateIndex(
                name: "ix_imports_organisation_id_hub_id",
                table: "imports",
                columns: new[] { "organisation_id", "hub_id" });

            migrationBuilder.CreateIndex(
                name: "ix_incoming_texts_organisation_id_at",
                table: "incoming_texts",
                columns: new[] { "organisation_id", "at" },
                filter: "seen_at is null and state <> 2");

            migrationBuilder.CreateIndex(
                name: "ix_incoming_texts_organisation_id_key",
                table: "incoming_texts",
                columns: new[] { "organisation_id", "key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_incoming_texts_organisation_id_member_id_at",
                table: "incoming_texts",
                columns: new[] { "organisation_id", "member_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_incoming_texts_organisation_id_seen_by",
                table: "incoming_texts",
                columns: new[] { "organisation_id", "seen_by" });

            migrationBuilder.CreateIndex(
                name: "ix_invitations_organisation_id_member_id",
                table: "invitations",
                columns: new[] { "organisation_id", "member_id" });

            migrationBuilder.CreateIndex(
                name: "ix_invitations_organisation_id_secret_hash",
                table: "invitations",
                columns: new[] { "organisation_id", "secret_hash" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_join_codes_organisation_id_code_hash",
                table: "join_codes",
                columns: new[] { "organisation_id", "code_hash" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_joiner_checks_organisation_id_kind_id",
                table: "joiner_checks",
                columns: new[] { "organisation_id", "kind_id" });

            migrationBuilder.CreateIndex(
                name: "ix_joiner_references_organisation_id_asked_by",
                table: "joiner_references",
                columns: new[] { "organisation_id", "asked_by" });

            migrationBuilder.CreateIndex(
                name: "ix_joiner_references_organisation_id_joiner_id",
                table: "joiner_references",
                columns: new[] { "organisation_id", "joiner_id" });

            migrationBuilder.CreateIndex(
                name: "ix_joiner_references_organisation_id_written_by",
                table: "joiner_references",
                columns: new[] { "organisation_id", "written_by" });

            migrationBuilder.CreateIndex(
                name: "ix_joiner_steps_organisation_id_agreement_version",
                table: "joiner_steps",
                columns: new[] { "organisation_id", "agreement_version" });

            migrationBuilder.CreateIndex(
                name: "ix_joiner_steps_organisation_id_ended_by",
                table: "joiner_steps",
                columns: new[] { "organisation_id", "ended_by" });

            migrationBuilder.CreateIndex(
                name: "ix_joiner_steps_organisation_id_joiner_id",
                table: "joiner_steps",
                columns: new[] { "organisation_id", "joiner_id" },
                filter: "result is null");

            migrationBuilder.CreateIndex(
                name: "ix_joiners_organisation_id_ended_by",
                table: "joiners",
                columns: new[] { "organisation_id", "ended_by" });

            migrationBuilder.CreateIndex(
                name: "ix_joiners_organisation_id_folded_name",
                table: "joiners",
                columns: new[] { "organisation_id", "folded_name" });

            migrationBuilder.CreateIndex(
                name: "ix_joiners_organisation_id_hub_id",
                table: "joiners",
                columns: new[] { "organisation_id", "hub_id" });

            migrationBuilder.CreateIndex(
                name: "ix_joiners_organisation_id_state_asked_at",
                table: "joiners",
                columns: new[] { "organisation_id", "state", "asked_at" });

            migrationBuilder.CreateIndex(
                name: "ix_kiosk_screens_organisation_id_code_hash",
                table: "kiosk_screens",
                columns: new[] { "organisation_id", "code_hash" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_kiosk_screens_organisation_id_hub_id",
                table: "kiosk_screens",
                columns: new[] { "organisation_id", "hub_id" });

            migrationBuilder.CreateIndex(
                name: "ix_kiosk_screens_organisation_id_made_by",
                table: "kiosk_screens",
                columns: new[] { "organisation_id", "made_by" });

            migrationBuilder.CreateIndex(
                name: "ix_kiosk_screens_organisation_id_token_hash",
                table: "kiosk_screens",
                columns: new[] { "organisation_id", "token_hash" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_kiosk_visits_organisation_id_kiosk_id_begun_at",
                table: "kiosk_visits",
                columns: new[] { "organisation_id", "kiosk_id", "begun_at" });

            migrationBuilder.CreateIndex(
                name: "ix_kiosk_visits_organisation_id_member_id",
                table: "kiosk_visits",
                columns: new[] { "organisation_id", "member_id" });

            migrationBuilder.CreateIndex(
                name: "ix_kiosk_visits_organisation_id_token_hash",
                table: "kiosk_visits",
                columns: new[] { "organisation_id", "token_hash" },
                unique: true);

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
                name: "ix_member_cards_one_that_counts",
                table: "member_cards",
                columns: new[] { "organisation_id", "member_id" },
                unique: true,
                filter: "replaced_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_member_checks_organisation_id_kind_id",
                table: "member_checks",
                columns: new[] { "organisation_id", "kind_id" });

            migrationBuilder.CreateIndex(
                name: "ix_member_checks_organisation_id_member_id_kind_id_number",
                table: "member_checks",
                columns: new[] { "organisation_id", "member_id", "kind_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_member_checks_organisation_id_recorded_by",
                table: "member_checks",
                columns: new[] { "organisation_id", "recorded_by" });

            migrationBuilder.CreateIndex(
                name: "ix_member_checks_organisation_id_until",
                table: "member_checks",
                columns: new[] { "organisation_id", "until" });

            migrationBuilder.CreateIndex(
                name: "ix_member_contacts_organisation_id_born_on",
                table: "member_contacts",
                columns: new[] { "organisation_id", "born_on" },
                filter: "born_on is not null");

            migrationBuilder.CreateIndex(
                name: "ix_member_languages_organisation_id_code_member_id",
                table: "member_languages",
                columns: new[] { "organisation_id", "code", "member_id" });

            migrationBuilder.CreateIndex(
                name: "ix_member_merges_organisation_id_by",
                table: "member_merges",
                columns: new[] { "organisation_id", "by" });

            migrationBuilder.CreateIndex(
                name: "ix_member_merges_organisation_id_gone_id",
                table: "member_merges",
                columns: new[] { "organisation_id", "gone_id" },
                unique: true,
                filter: "undone_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_member_merges_organisation_id_kept_id",
                table: "member_merges",
                columns: new[] { "organisation_id", "kept_id" });

            migrationBuilder.CreateIndex(
                name: "ix_member_merges_organisation_id_undone_by",
                table: "member_merges",
                columns: new[] { "organisation_id", "undone_by" });

            migrationBuilder.CreateIndex(
                name: "ix_member_quiet_since_organisation_id_day_member_id",
                table: "member_quiet_since",
                columns: new[] { "organisation_id", "day", "member_id" });

            migrationBuilder.CreateIndex(
                name: "ix_member_skill_words_organisation_id_member_skill_id",
                table: "member_skill_words",
                columns: new[] { "organisation_id", "member_skill_id" });

            migrationBuilder.CreateIndex(
                name: "ix_member_skills_organisation_id_category_id",
                table: "member_skills",
                columns: new[] { "organisation_id", "category_id" });

            migrationBuilder.CreateIndex(
                name: "ix_member_skills_organisation_id_member_id_side_skill_id",
                table: "member_skills",
                columns: new[] { "organisation_id", "member_id", "side", "skill_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_member_skills_organisation_id_skill_id_side_member_id",
                table: "member_skills",
                columns: new[] { "organisation_id", "skill_id", "side", "member_id" });

            migrationBuilder.CreateIndex(
                name: "ix_member_words_organisation_id_member_id",
                table: "member_words",
                columns: new[] { "organisation_id", "member_id" });

            migrationBuilder.CreateIndex(
                name: "ix_members_organisation_id_hub_id",
                table: "members",
                columns: new[] { "organisation_id", "hub_id" });

            migrationBuilder.CreateIndex(
                name: "ix_members_organisation_id_number",
                table: "members",
                columns: new[] { "organisation_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_members_organisation_id_status_joined_on",
                table: "members",
                columns: new[] { "organisation_id", "status", "joined_on" });

            migrationBuilder.CreateIndex(
                name: "ix_members_organisation_id_status_search_text",
                table: "members",
                columns: new[] { "organisation_id", "status", "search_text" });

            migrationBuilder.CreateIndex(
                name: "ix_not_doubles_organisation_id_by",
                table: "not_doubles",
                columns: new[] { "organisation_id", "by" });

            migrationBuilder.CreateIndex(
                name: "ix_not_doubles_organisation_id_second_id",
                table: "not_doubles",
                columns: new[] { "organisation_id", "second_id" });

            migrationBuilder.CreateIndex(
                name: "ix_offer_answers_organisation_id_member_id_status",
                table: "offer_answers",
                columns: new[] { "organisation_id", "member_id", "status" });

            migrationBuilder.CreateIndex(
                name: "ix_offer_answers_organisation_id_offer_id_member_id",
                table: "offer_answers",
                columns: new[] { "organisation_id", "offer_id", "member_id" },
                unique: true,
                filter: "status = 1");

            migrationBuilder.CreateIndex(
                name: "ix_offer_answers_organisation_id_owner_id_status",
                table: "offer_answers",
                columns: new[] { "organisation_id", "owner_id", "status" });

            migrationBuilder.CreateIndex(
                name: "ix_offer_answers_organisation_id_status_made_at",
                table: "offer_answers",
                columns: new[] { "organisation_id", "status", "made_at" });

            migrationBuilder.CreateIndex(
                name: "ix_offer_further_kinds_organisation_id_category_id_offer_id",
                table: "offer_further_kinds",
                columns: new[] { "organisation_id", "category_id", "offer_id" });

            migrationBuilder.CreateIndex(
                name: "ix_offer_further_kinds_organisation_id_member_id",
                table: "offer_further_kinds",
                columns: new[] { "organisation_id", "member_id" });

            migrationBuilder.CreateIndex(
                name: "ix_offer_near_words_organisation_id_word",
                table: "offer_near_words",
                columns: new[] { "organisation_id", "word" });

            migrationBuilder.CreateIndex(
                name: "ix_offer_pictures_organisation_id_member_id",
                table: "offer_pictures",
                columns: new[] { "organisation_id", "member_id" });

            migrationBuilder.CreateIndex(
                name: "ix_offer_pictures_organisation_id_offer_id_position",
                table: "offer_pictures",
                columns: new[] { "organisation_id", "offer_id", "position" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_offer_words_organisation_id_offer_id",
                table: "offer_words",
                columns: new[] { "organisation_id", "offer_id" });

            migrationBuilder.CreateIndex(
                name: "ix_offers_organisation_id_category_id_status",
                table: "offers",
                columns: new[] { "organisation_id", "category_id", "status" });

            migrationBuilder.CreateIndex(
                name: "ix_offers_organisation_id_exchange_id",
                table: "offers",
                columns: new[] { "organisation_id", "exchange_id" });

            migrationBuilder.CreateIndex(
                name: "ix_offers_organisation_id_member_id_status",
                table: "offers",
                columns: new[] { "organisation_id", "member_id", "status" });

            migrationBuilder.CreateIndex(
                name: "ix_offers_organisation_id_status_kind_made_at",
                table: "offers",
                columns: new[] { "organisation_id", "status", "kind", "made_at" });

            migrationBuilder.CreateIndex(
                name: "ix_organisation_contacts_organisation_id_member_id",
                table: "organisation_contacts",
                columns: new[] { "organisation_id", "member_id" });

            migrationBuilder.CreateIndex(
                name: "ix_outbox_organisation_id_due_at",
                table: "outbox",
                columns: new[] { "organisation_id", "due_at" },
                filter: "done_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_peer_hubs_organisation_id_hub_id",
                table: "peer_hubs",
                columns: new[] { "organisation_id", "hub_id" });

            migrationBuilder.CreateIndex(
                name: "ix_postings_organisation_id_entry_id",
                table: "postings",
                columns: new[] { "organisation_id", "entry_id" });

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

            migrationBuilder.CreateIndex(
                name: "ix_reach_answers_organisation_id_by",
                table: "reach_answers",
                columns: new[] { "organisation_id", "by" });

            migrationBuilder.CreateIndex(
                name: "ix_record_views_organisation_id_concern_id",
                table: "record_views",
                columns: new[] { "organisation_id", "concern_id" });

            migrationBuilder.CreateIndex(
                name: "ix_record_views_organisation_id_member_id_viewed_at",
                table: "record_views",
                columns: new[] { "organisation_id", "member_id", "viewed_at" });

            migrationBuilder.CreateIndex(
                name: "ix_record_views_organisation_id_viewed_by",
                table: "record_views",
                columns: new[] { "organisation_id", "viewed_by" });

            migrationBuilder.CreateIndex(
                name: "ix_referrals_organisation_id_referrer_id",
                table: "referrals",
                columns: new[] { "organisation_id", "referrer_id" });

            migrationBuilder.CreateIndex(
                name: "ix_referrers_organisation_id_hub_id",
                table: "referrers",
                columns: new[] { "organisation_id", "hub_id" });

            migrationBuilder.CreateIndex(
                name: "ix_referrers_organisation_id_made_by",
                table: "referrers",
                columns: new[] { "organisation_id", "made_by" });

            migrationBuilder.CreateIndex(
                name: "ix_referrers_organisation_id_revoked_by",
                table: "referrers",
                columns: new[] { "organisation_id", "revoked_by" });

            migrationBuilder.CreateIndex(
                name: "ix_register_lines_organisation_id_member_id",
                table: "register_lines",
                columns: new[] { "organisation_id", "member_id" });

            migrationBuilder.CreateIndex(
                name: "ix_registers_organisation_id_category_id",
                table: "registers",
                columns: new[] { "organisation_id", "category_id" });

            migrationBuilder.CreateIndex(
                name: "ix_registers_organisation_id_entry_id",
                table: "registers",
                columns: new[] { "organisation_id", "entry_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_registers_organisation_id_hub_id",
                table: "registers",
                columns: new[] { "organisation_id", "hub_id" });

            migrationBuilder.CreateIndex(
                name: "ix_registers_organisation_id_logged_at_id",
                table: "registers",
                columns: new[] { "organisation_id", "logged_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_restrictions_organisation_id_lifted_by",
                table: "restrictions",
                columns: new[] { "organisation_id", "lifted_by" });

            migrationBuilder.CreateIndex(
                name: "ix_restrictions_organisation_id_made_by",
                table: "restrictions",
                columns: new[] { "organisation_id", "made_by" });

            migrationBuilder.CreateIndex(
                name: "ix_restrictions_organisation_id_member_id",
                table: "restrictions",
                columns: new[] { "organisation_id", "member_id" });

            migrationBuilder.CreateIndex(
                name: "ix_retention_holds_organisation_id_by",
                table: "retention_holds",
                columns: new[] { "organisation_id", "by" });

            migrationBuilder.CreateIndex(
                name: "ix_role_holders_organisation_id_member_id",
                table: "role_holders",
                columns: new[] { "organisation_id", "member_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_role_holders_organisation_id_sign_in_id",
                table: "role_holders",
                columns: new[] { "organisation_id", "sign_in_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_saved_lists_organisation_id_kept_by_name",
                table: "saved_lists",
                columns: new[] { "organisation_id", "kept_by", "name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_saved_searches_organisation_id_kept_by",
                table: "saved_searches",
                columns: new[] { "organisation_id", "kept_by" });

            migrationBuilder.CreateIndex(
                name: "ix_saved_searches_organisation_id_member_id",
                table: "saved_searches",
                columns: new[] { "organisation_id", "member_id" });

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
                name: "ix_sendings_organisation_id_number_made_at",
                table: "sendings",
                columns: new[] { "organisation_id", "number", "made_at" },
                filter: "number <> ''");

            migrationBuilder.CreateIndex(
                name: "ix_sendings_organisation_id_way_made_at",
                table: "sendings",
                columns: new[] { "organisation_id", "way", "made_at" },
                filter: "state = 1");

            migrationBuilder.CreateIndex(
                name: "ix_session_calls_organisation_id_done_by",
                table: "session_calls",
                columns: new[] { "organisation_id", "done_by" });

            migrationBuilder.CreateIndex(
                name: "ix_session_calls_organisation_id_made_at",
                table: "session_calls",
                columns: new[] { "organisation_id", "made_at" },
                filter: "done_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_session_calls_organisation_id_member_id",
                table: "session_calls",
                columns: new[] { "organisation_id", "member_id" });

            migrationBuilder.CreateIndex(
                name: "ix_session_calls_organisation_id_session_id_member_id_news_cha~",
                table: "session_calls",
                columns: new[] { "organisation_id", "session_id", "member_id", "news", "change" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_session_places_organisation_id_by",
                table: "session_places",
                columns: new[] { "organisation_id", "by" });

            migrationBuilder.CreateIndex(
                name: "ix_session_places_organisation_id_member_id",
                table: "session_places",
                columns: new[] { "organisation_id", "member_id" });

            migrationBuilder.CreateIndex(
                name: "ix_session_places_organisation_id_session_id_number",
                table: "session_places",
                columns: new[] { "organisation_id", "session_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_sessions_organisation_id_category_id",
                table: "sessions",
                columns: new[] { "organisation_id", "category_id" });

            migrationBuilder.CreateIndex(
                name: "ix_sessions_organisation_id_day",
                table: "sessions",
                columns: new[] { "organisation_id", "day" });

            migrationBuilder.CreateIndex(
                name: "ix_sessions_organisation_id_hub_id",
                table: "sessions",
                columns: new[] { "organisation_id", "hub_id" });

            migrationBuilder.CreateIndex(
                name: "ix_sessions_organisation_id_leader_id_day",
                table: "sessions",
                columns: new[] { "organisation_id", "leader_id", "day" });

            migrationBuilder.CreateIndex(
                name: "ix_sessions_organisation_id_planned_as_day",
                table: "sessions",
                columns: new[] { "organisation_id", "planned_as", "day" });

            migrationBuilder.CreateIndex(
                name: "ix_sessions_organisation_id_planned_by",
                table: "sessions",
                columns: new[] { "organisation_id", "planned_by" });

            migrationBuilder.CreateIndex(
                name: "ix_sessions_organisation_id_register_id",
                table: "sessions",
                columns: new[] { "organisation_id", "register_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_sessions_organisation_id_second_leader_id_day",
                table: "sessions",
                columns: new[] { "organisation_id", "second_leader_id", "day" });

            migrationBuilder.CreateIndex(
                name: "ix_signposts_organisation_id_day",
                table: "signposts",
                columns: new[] { "organisation_id", "day" });

            migrationBuilder.CreateIndex(
                name: "ix_signposts_organisation_id_joiner_id",
                table: "signposts",
                columns: new[] { "organisation_id", "joiner_id" });

            migrationBuilder.CreateIndex(
                name: "ix_signposts_organisation_id_member_id",
                table: "signposts",
                columns: new[] { "organisation_id", "member_id" });

            migrationBuilder.CreateIndex(
                name: "ix_signposts_organisation_id_noted_by",
                table: "signposts",
                columns: new[] { "organisation_id", "noted_by" });

            migrationBuilder.CreateIndex(
                name: "ix_skill_groups_organisation_id_category_id",
                table: "skill_groups",
                columns: new[] { "organisation_id", "category_id" });

            migrationBuilder.CreateIndex(
                name: "ix_skills_organisation_id_group_id",
                table: "skills",
                columns: new[] { "organisation_id", "group_id" });

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

            migrationBuilder.CreateIndex(
                name: "ix_supporters_organisation_id_circle_id",
                table: "supporters",
                columns: new[] { "organisation_id", "circle_id" });

            migrationBuilder.CreateIndex(
                name: "ix_supporters_organisation_id_member_id",
                table: "supporters",
                columns: new[] { "organisation_id", "member_id" });

            migrationBuilder.CreateIndex(
                name: "ix_supporters_organisation_id_person_id",
                table: "supporters",
                columns: new[] { "organisation_id", "person_id" });

            migrationBuilder.CreateIndex(
                name: "ix_supporters_organisation_id_set_by",
                table: "supporters",
                columns: new[] { "organisation_id", "set_by" });

            migrationBuilder.CreateIndex(
                name: "ix_talk_blocks_organisation_id_other_id",
                table: "talk_blocks",
                columns: new[] { "organisation_id", "other_id" });

            migrationBuilder.CreateIndex(
                name: "ix_talk_messages_organisation_id_from_id_to_id_sent_at",
                table: "talk_messages",
                columns: new[] { "organisation_id", "from_id", "to_id", "sent_at" });

            migrationBuilder.CreateIndex(
                name: "ix_talk_messages_organisation_id_to_id_read_at",
                table: "talk_messages",
                columns: new[] { "organisation_id", "to_id", "read_at" });

            migrationBuilder.CreateIndex(
                name: "ix_talk_reports_organisation_id_by_id",
                table: "talk_reports",
                columns: new[] { "organisation_id", "by_id" });

            migrationBuilder.CreateIndex(
                name: "ix_talk_reports_organisation_id_closed_at",
                table: "talk_reports",
                columns: new[] { "organisation_id", "closed_at" });

            migrationBuilder.CreateIndex(
                name: "ix_talk_reports_organisation_id_closed_by",
                table: "talk_reports",
                columns: new[] { "organisation_id", "closed_by" });

            migrationBuilder.CreateIndex(
                name: "ix_talk_reports_organisation_id_other_id",
                table: "talk_reports",
                columns: new[] { "organisation_id", "other_id" });

            migrationBuilder.CreateIndex(
                name: "ix_visit_answers_organisation_id_by",
                table: "visit_answers",
                columns: new[] { "organisation_id", "by" });

            migrationBuilder.CreateIndex(
                name: "ix_visit_answers_organisation_id_member_id",
                table: "visit_answers",
                columns: new[] { "organisation_id", "member_id" });

            migrationBuilder.CreateIndex(
                name: "ix_visit_answers_organisation_id_seen_by",
                table: "visit_answers",
                columns: new[] { "organisation_id", "seen_by" });

            migrationBuilder.CreateIndex(
                name: "ix_visit_calls_organisation_id_done_by",
                table: "visit_calls",
                columns: new[] { "organisation_id", "done_by" });

            migrationBuilder.CreateIndex(
                name: "ix_visit_calls_organisation_id_made_at",
                table: "visit_calls",
                columns: new[] { "organisation_id", "made_at" },
                filter: "done_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_visit_calls_organisation_id_member_id",
                table: "visit_calls",
                columns: new[] { "organisation_id", "member_id" });

            migrationBuilder.CreateIndex(
                name: "ix_visit_calls_organisation_id_visit_id_member_id_news_starts_~",
                table: "visit_calls",
                columns: new[] { "organisation_id", "visit_id", "member_id", "news", "starts_at" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_visit_repeats_organisation_id_category_id",
                table: "visit_repeats",
                columns: new[] { "organisation_id", "category_id" });

            migrationBuilder.CreateIndex(
                name: "ix_visit_repeats_organisation_id_giver_id",
                table: "visit_repeats",
                columns: new[] { "organisation_id", "giver_id" });

            migrationBuilder.CreateIndex(
                name: "ix_visit_repeats_organisation_id_hub_id",
                table: "visit_repeats",
                columns: new[] { "organisation_id", "hub_id" });

            migrationBuilder.CreateIndex(
                name: "ix_visit_repeats_organisation_id_receiver_id",
                table: "visit_repeats",
                columns: new[] { "organisation_id", "receiver_id" });

            migrationBuilder.CreateIndex(
                name: "ix_visits_organisation_id_arranged_by",
                table: "visits",
                columns: new[] { "organisation_id", "arranged_by" });

            migrationBuilder.CreateIndex(
                name: "ix_visits_organisation_id_category_id",
                table: "visits",
                columns: new[] { "organisation_id", "category_id" });

            migrationBuilder.CreateIndex(
                name: "ix_visits_organisation_id_covered_by",
                table: "visits",
                columns: new[] { "organisation_id", "covered_by" });

            migrationBuilder.CreateIndex(
                name: "ix_visits_organisation_id_day",
                table: "visits",
                columns: new[] { "organisation_id", "day" });

            migrationBuilder.CreateIndex(
                name: "ix_visits_organisation_id_exchange_id",
                table: "visits",
                columns: new[] { "organisation_id", "exchange_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_visits_organisation_id_giver_id_day",
                table: "visits",
                columns: new[] { "organisation_id", "giver_id", "day" });

            migrationBuilder.CreateIndex(
                name: "ix_visits_organisation_id_hub_id",
                table: "visits",
                columns: new[] { "organisation_id", "hub_id" });

            migrationBuilder.CreateIndex(
                name: "ix_visits_organisation_id_offer_id",
                table: "visits",
                columns: new[] { "organisation_id", "offer_id" });

            migrationBuilder.CreateIndex(
                name: "ix_visits_organisation_id_receiver_id_day",
                table: "visits",
                columns: new[] { "organisation_id", "receiver_id", "day" });

            migrationBuilder.CreateIndex(
                name: "ix_visits_organisation_id_repeat_id_meant_for",
                table: "visits",
                columns: new[] { "organisation_id", "repeat_id", "meant_for" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "accounts");

            migrationBuilder.DropTable(
                name: "acting_for");

            migrationBuilder.DropTable(
                name: "announcement_tallies");

            migrationBuilder.DropTable(
                name: "archive_lines");

            migrationBuilder.DropTable(
                name: "arrivals");

            migrationBuilder.DropTable(
                name: "audit_lines");

            migrationBuilder.DropTable(
                name: "board_settings");

            migrationBuilder.DropTable(
                name: "calls");

            migrationBuilder.DropTable(
                name: "care_marks");

            migrationBuilder.DropTable(
                name: "care_notes");

            migrationBuilder.DropTable(
                name: "care_rounds");

            migrationBuilder.DropTable(
                name: "caseloads");

            migrationBuilder.DropTable(
                name: "chain_links");

            migrationBuilder.DropTable(
                name: "check_needs");

            migrationBuilder.DropTable(
                name: "circle_members");

            migrationBuilder.DropTable(
                name: "closed_periods");

            migrationBuilder.DropTable(
                name: "concern_steps");

            migrationBuilder.DropTable(
                name: "consent_wordings");

            migrationBuilder.DropTable(
                name: "consents");

            migrationBuilder.DropTable(
                name: "contribution_rules");

            migrationBuilder.DropTable(
                name: "covers");

            migrationBuilder.DropTable(
                name: "credit_words");

            migrationBuilder.DropTable(
                name: "day_marks");

            migrationBuilder.DropTable(
                name: "departures");

            migrationBuilder.DropTable(
                name: "diary_choices");

            migrationBuilder.DropTable(
                name: "diary_feeds");

            migrationBuilder.DropTable(
                name: "dispute_notes");

            migrationBuilder.DropTable(
                name: "drafts");

            migrationBuilder.DropTable(
                name: "exchange_words");

            migrationBuilder.DropTable(
                name: "full_checks");

            migrationBuilder.DropTable(
                name: "guardian_consents");

            migrationBuilder.DropTable(
                name: "guardians");

            migrationBuilder.DropTable(
                name: "handled_requests");

            migrationBuilder.DropTable(
                name: "holds");

            migrationBuilder.DropTable(
                name: "hours_agreed");

            migrationBuilder.DropTable(
                name: "hub_moves");

            migrationBuilder.DropTable(
                name: "import_contents");

            migrationBuilder.DropTable(
                name: "import_layouts");

            migrationBuilder.DropTable(
                name: "import_lines");

            migrationBuilder.DropTable(
                name: "import_names");

            migrationBuilder.DropTable(
                name: "imported_records");

            migrationBuilder.DropTable(
                name: "incoming_texts");

            migrationBuilder.DropTable(
                name: "invitations");

            migrationBuilder.DropTable(
                name: "join_codes");

            migrationBuilder.DropTable(
                name: "join_steps");

            migrationBuilder.DropTable(
                name: "joiner_checks");

            migrationBuilder.DropTable(
                name: "joiner_details");

            migrationBuilder.DropTable(
                name: "joiner_references");

            migrationBuilder.DropTable(
                name: "joiner_steps");

            migrationBuilder.DropTable(
                name: "joining_settings");

            migrationBuilder.DropTable(
                name: "kiosk_pins");

            migrationBuilder.DropTable(
                name: "kiosk_tries");

            migrationBuilder.DropTable(
                name: "kiosk_visits");

            migrationBuilder.DropTable(
                name: "ledger_days");

            migrationBuilder.DropTable(
                name: "logos");

            migrationBuilder.DropTable(
                name: "match_weights");

            migrationBuilder.DropTable(
                name: "member_cards");

            migrationBuilder.DropTable(
                name: "member_checks");

            migrationBuilder.DropTable(
                name: "member_contacts");

            migrationBuilder.DropTable(
                name: "member_languages");

            migrationBuilder.DropTable(
                name: "member_merges");

            migrationBuilder.DropTable(
                name: "member_photos");

            migrationBuilder.DropTable(
                name: "member_quiet_since");

            migrationBuilder.DropTable(
                name: "member_skill_words");

            migrationBuilder.DropTable(
                name: "member_skills");

            migrationBuilder.DropTable(
                name: "member_words");

            migrationBuilder.DropTable(
                name: "new_entries");

            migrationBuilder.DropTable(
                name: "not_doubles");

            migrationBuilder.DropTable(
                name: "offer_answers");

            migrationBuilder.DropTable(
                name: "offer_further_kinds");

            migrationBuilder.DropTable(
                name: "offer_near_words");

            migrationBuilder.DropTable(
                name: "offer_pictures");

            migrationBuilder.DropTable(
                name: "offer_words");

            migrationBuilder.DropTable(
                name: "organisation_contacts");

            migrationBuilder.DropTable(
                name: "outbox");

            migrationBuilder.DropTable(
                name: "peer_hubs");

            migrationBuilder.DropTable(
                name: "postings");

            migrationBuilder.DropTable(
                name: "proof_checks");

            migrationBuilder.DropTable(
                name: "proposals");

            migrationBuilder.DropTable(
                name: "reach_answers");

            migrationBuilder.DropTable(
                name: "reach_settings");

            migrationBuilder.DropTable(
                name: "record_views");

            migrationBuilder.DropTable(
                name: "referrals");

            migrationBuilder.DropTable(
                name: "register_lines");

            migrationBuilder.DropTable(
                name: "report_cells");

            migrationBuilder.DropTable(
                name: "report_people");

            migrationBuilder.DropTable(
                name: "retention_holds");

            migrationBuilder.DropTable(
                name: "retention_rules");

            migrationBuilder.DropTable(
                name: "retention_runs");

            migrationBuilder.DropTable(
                name: "saved_lists");

            migrationBuilder.DropTable(
                name: "saved_searches");

            migrationBuilder.DropTable(
                name: "sendings");

            migrationBuilder.DropTable(
                name: "session_calls");

            migrationBuilder.DropTable(
                name: "session_places");

            migrationBuilder.DropTable(
                name: "settings");

            migrationBuilder.DropTable(
                name: "signposts");

            migrationBuilder.DropTable(
                name: "slips");

            migrationBuilder.DropTable(
                name: "supporters");

            migrationBuilder.DropTable(
                name: "talk_blocks");

            migrationBuilder.DropTable(
                name: "talk_messages");

            migrationBuilder.DropTable(
                name: "talk_reports");

            migrationBuilder.DropTable(
                name: "talk_settings");

            migrationBuilder.DropTable(
                name: "visit_answers");

            migrationBuilder.DropTable(
                name: "visit_calls");

            migrationBuilder.DropTable(
                name: "what_suits");

            migrationBuilder.DropTable(
                name: "restrictions");

            migrationBuilder.DropTable(
                name: "disputes");

            migrationBuilder.DropTable(
                name: "imports");

            migrationBuilder.DropTable(
                name: "agreement_wordings");

            migrationBuilder.DropTable(
                name: "kiosk_screens");

            migrationBuilder.DropTable(
                name: "check_kinds");

            migrationBuilder.DropTable(
                name: "skills");

            migrationBuilder.DropTable(
                name: "entries");

            migrationBuilder.DropTable(
                name: "concerns");

            migrationBuilder.DropTable(
                name: "referrers");

            migrationBuilder.DropTable(
                name: "announcements");

            migrationBuilder.DropTable(
                name: "letter_batches");

            migrationBuilder.DropTable(
                name: "sessions");

            migrationBuilder.DropTable(
                name: "joiners");

            migrationBuilder.DropTable(
                name: "slip_piles");

            migrationBuilder.DropTable(
                name: "circles");

            migrationBuilder.DropTable(
                name: "visits");

            migrationBuilder.DropTable(
                name: "skill_groups");

            migrationBuilder.DropTable(
                name: "registers");

            migrationBuilder.DropTable(
                name: "offers");

            migrationBuilder.DropTable(
                name: "role_holders");

            migrationBuilder.DropTable(
                name: "visit_repeats");

            migrationBuilder.DropTable(
                name: "exchanges");

            migrationBuilder.DropTable(
                name: "categories");

            migrationBuilder.DropTable(
                name: "members");

            migrationBuilder.DropTable(
                name: "hubs");
        }
    }
}
