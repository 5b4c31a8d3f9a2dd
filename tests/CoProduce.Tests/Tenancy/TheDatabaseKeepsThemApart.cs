using CoProduce.Tests.Support;
using CoProduce.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;
using Shouldly;

namespace CoProduce.Tests.Tenancy;

/// <summary>Walks the model and PostgreSQL's own catalogues: what must be true of every tenant table is true of each.</summary>
public sealed class TheDatabaseKeepsThemApart(Bank bank) : IClassFixture<Bank>
{
    /// <summary>The tables that belong to no organisation. A new one must be argued for here.</summary>
    private static readonly string[] Global =
    [
        "account_letters",
        "affiliations",
        "belongings",
        "organisations",
        "protection_keys",
        "sign_in_claims",
        "sign_in_logins",
        "sign_in_passkeys",
        "sign_in_tokens",
        "sign_ins",
    ];

    private static readonly string[] OfTheProgram = ["directory_migrations", "prepared", "tenant_migrations"];

    [Fact]
    public async Task Every_table_is_a_tenants_or_on_the_short_list()
    {
        var tables = await ListAsync("select relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')");
        tables.Count.ShouldBeGreaterThan(20);
        tables.Except(Global).Except(OfTheProgram).ShouldBe(TenantTables(), ignoreOrder: true);
    }

    [Fact]
    public async Task Every_tenant_table_forces_its_policy()
    {
        var guarded = await ListAsync(
            """
            select c.relname from pg_class c join pg_policy p on p.polrelid = c.oid
            where c.relrowsecurity and c.relforcerowsecurity and p.polname = 'organisation' and p.polcmd = '*' and p.polpermissive
              and pg_get_expr(p.polqual, c.oid) like '%current_organisation()%' and pg_get_expr(p.polwithcheck, c.oid) like '%current_organisation()%'
            """
        );
        guarded.ShouldBe(TenantTables(), ignoreOrder: true);
        (await ListAsync("select polname::text from pg_policy where polname <> 'organisation'")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Every_key_index_and_reference_of_a_tenant_table_begins_with_the_organisation()
    {
        var others = await ListAsync(
            """
            select i.indexrelid::regclass::text from pg_index i join pg_class c on c.oid = i.indrelid
            join pg_attribute a on a.attrelid = c.oid and a.attname = 'organisation_id'
            where c.relnamespace = 'public'::regnamespace and c.relname <> 'belongings' and i.indkey[0] <> a.attnum
            union all
            select k.conname from pg_constraint k join pg_class c on c.oid = k.conrelid
            join pg_attribute a on a.attrelid = c.oid and a.attname = 'organisation_id'
            where k.contype = 'f' and c.relname <> 'belongings' and k.conkey[1] <> a.attnum
            """
        );
        others.ShouldBeEmpty();
        (await ListAsync("select conname::text from pg_constraint where contype = 'f'")).Count.ShouldBeGreaterThan(10);
    }

    [Fact]
    public async Task The_application_owns_nothing_and_cannot_pass_the_policies()
    {
        (
            await ListAsync(
                "select rolname::text from pg_roles where rolname like 'coproduce%' and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb)"
            )
        ).ShouldBeEmpty();
        (await ListAsync("select rolname::text from pg_roles where rolname = 'coproduce_owner' and rolcanlogin")).ShouldBeEmpty();
        (
            await ListAsync(
                "select relname from pg_class where relnamespace = 'public'::regnamespace and relowner <> 'coproduce_owner'::regrole"
            )
        ).ShouldBeEmpty();
        (
            await ListAsync(
                "select 1::text where pg_has_role('coproduce_app', 'coproduce_owner', 'member') or pg_has_role('coproduce_platform', 'coproduce_owner', 'member')"
            )
        ).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("accounts", "insert, update, delete, truncate")]
    [InlineData("entries", "insert, update, delete, truncate")]
    [InlineData("postings", "insert, update, delete, truncate")]
    [InlineData("holds", "insert, update, delete, truncate")]
    [InlineData("closed_periods", "insert, update, delete, truncate")]
    [InlineData("chain_links", "insert, update, delete, truncate")]
    [InlineData("new_entries", "insert, update, delete, truncate")]
    [InlineData("ledger_days", "insert, update, delete, truncate")]
    [InlineData("report_cells", "insert, update, delete, truncate")]
    [InlineData("report_people", "insert, update, delete, truncate")]
    [InlineData("audit_lines", "update, delete, truncate")]
    [InlineData("record_views", "update, delete, truncate")]
    public async Task What_must_stay_cannot_be_written_by_the_application(string table, string privileges)
    {
        (await ListAsync($"select 'yes' where has_table_privilege('coproduce_app', '{table}', 'select')")).ShouldBe(["yes"]);
        (await ListAsync($"select 'yes' where has_table_privilege('coproduce_app', '{table}', '{privileges}')")).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_platform_role_reads_no_table()
    {
        var readable = await ListAsync(
            "select relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'v') and has_table_privilege('coproduce_platform', oid, 'select')"
        );
        readable.ShouldBeEmpty();
    }

    [Fact]
    public async Task Every_function_that_acts_as_the_owner_pins_its_search_path_and_is_not_for_everybody()
    {
        var all = await ListAsync("select proname::text from pg_proc where pronamespace = 'public'::regnamespace and prosecdef");
        all.ShouldContain("post_entry");
        var loose = await ListAsync(
            """
            select proname::text from pg_proc where pronamespace = 'public'::regnamespace and prosecdef
              and (not coalesce(array_to_string(proconfig, ',') like '%search_path=%', false)
                   or coalesce(array_to_string(proacl, ','), '=X/') ~ '(^|,)=X')
            """
        );
        loose.ShouldBeEmpty();
    }

    [Fact]
    public async Task Only_the_platform_learns_where_work_is_due()
    {
        (
            await ListAsync("select 'yes' where has_function_privilege('coproduce_app', 'due_organisations(timestamptz)', 'execute')")
        ).ShouldBeEmpty();
        await bank.Riverside.WriteAsync(db => Task.FromResult(db.Outbox.Add(new() { DueAt = bank.Clock.GetUtcNow() })));
        await using var platform = NpgsqlDataSource.Create(bank.Connection(Roles.Platform));
        await using var due = platform.CreateCommand("select due_organisations($1)");
        due.Parameters.Add(new() { Value = bank.Clock.GetUtcNow() });
        ((Guid)(await due.ExecuteScalarAsync(TestContext.Current.CancellationToken))!).ShouldBe(bank.Riverside.Id.Value);
    }

    [Fact]
    public void The_migrations_say_what_the_model_says()
    {
        using var tenants = new TenantDb(DatabasePreparation.TenantOptions(bank.Connection(Roles.Application)), bank.Riverside.Id);
        using var directory = new DirectoryDb(DatabasePreparation.DirectoryOptions(bank.Connection(Roles.Application)));
        tenants.Database.HasPendingModelChanges().ShouldBeFalse();
        directory.Database.HasPendingModelChanges().ShouldBeFalse();
    }

    private List<string> TenantTables()
    {
        using var db = new TenantDb(DatabasePreparation.TenantOptions(bank.Connection(Roles.Application)), bank.Riverside.Id);
        var entities = db.GetService<IDesignTimeModel>().Model.GetEntityTypes().ToList();
        entities.ShouldAllBe(e => e.GetDeclaredQueryFilters().Count == 1);
        return [.. entities.Select(e => e.GetTableName()!)];
    }

    private async Task<List<string>> ListAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(bank.Connection("postgres"));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string>();
        while (await reader.ReadAsync())
            rows.Add(reader.GetString(0));
        return rows;
    }
}
