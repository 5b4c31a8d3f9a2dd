using CoProduce.Ledger;
using CoProduce.Web.Features.Ledger;
using Npgsql;
using Shouldly;

namespace CoProduce.Tests.Ledger;

/// <summary>What was posted is never changed or removed, by nobody (I5), and an entry is whole or not there (I1).</summary>
public sealed class HistoryIsFixed(LedgerDatabase database) : IClassFixture<LedgerDatabase>
{
    private const string Entries =
        "organisation_id, id, kind, request_key, body_hash, service_date, posted_at, passed_floor, acted_by, door, subject_kind";
    private readonly LedgerDatabase database = database;

    public static TheoryData<string> Changes =>
        [
            "update entries set service_date = service_date - 1",
            "update postings set amount = -amount",
            "delete from entries",
            "delete from postings",
            "truncate entries, postings, holds, chain_links",
            "truncate postings",
            "delete from accounts",
            "truncate accounts",
            "update holds set minutes = minutes + 1",
            "delete from holds",
            "truncate holds",
            "update chain_links set digest = hash",
            "delete from chain_links",
            "truncate chain_links",
            "update closed_periods set closed_to = closed_to - 1",
            "delete from closed_periods",
            "truncate closed_periods",
        ];

    [Theory, MemberData(nameof(Changes))]
    public async Task The_application_may_not_and_neither_the_owner_nor_the_superuser_can(string change)
    {
        var bank = await LivelyBankAsync();
        var before = await bank.ImageAsync();

        (await bank.TryAsync("coproduce_app", change)).ShouldNotBeNull().SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
        (await bank.TryAsync("coproduce_owner", change)).ShouldNotBeNull().SqlState.ShouldBe(PostgresErrorCodes.RestrictViolation);
        (await bank.TryAsync("postgres", change)).ShouldNotBeNull().SqlState.ShouldBe(PostgresErrorCodes.RestrictViolation);
        (await bank.ImageAsync()).ShouldBe(before);
    }

    [Theory]
    [InlineData("insert into postings select * from postings")]
    [InlineData("insert into entries select * from entries")]
    [InlineData("insert into accounts select * from accounts")]
    [InlineData("update accounts set balance = balance + 60")]
    [InlineData("update accounts set floor = null")]
    [InlineData("insert into holds select * from holds")]
    [InlineData("insert into chain_links select * from chain_links")]
    [InlineData("insert into closed_periods select * from closed_periods")]
    [InlineData("alter table accounts disable trigger clearing_sums_to_zero")]
    [InlineData("create or replace function history_is_fixed() returns trigger language plpgsql as 'begin return new; end'")]
    [InlineData("alter table postings disable trigger all")]
    [InlineData("drop trigger postings_never_change on postings")]
    [InlineData("set session_replication_role = replica")]
    public async Task The_application_writes_the_ledger_through_its_functions_alone(string attempt)
    {
        var bank = await LivelyBankAsync();

        (await bank.TryAsync("coproduce_app", attempt)).ShouldNotBeNull().SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
    }

    [Fact]
    public async Task The_owner_cannot_put_the_triggers_to_sleep_for_a_session()
    {
        var bank = await LivelyBankAsync();

        var refusal = await bank.TryAsync("coproduce_owner", "set session_replication_role = replica");

        refusal.ShouldNotBeNull().SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
    }

    [Fact]
    public async Task The_application_cannot_become_the_owner()
    {
        (await BecomeOwnerAsync()).SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
    }

    [Fact]
    public async Task A_whole_entry_could_be_written_by_the_owner_and_so_the_refusals_below_are_about_its_wholeness()
    {
        var bank = await LivelyBankAsync();

        (await WriteByHandAsync(bank, "(1, 60), (2, -60)")).ShouldBeNull();
    }

    [Theory]
    [InlineData("(1, 60)")]
    [InlineData("(1, 60), (2, -59)")]
    [InlineData("(1, 60), (2, 60)")]
    [InlineData("(1, 0)")]
    public async Task Neither_the_owner_nor_the_superuser_can_write_a_lopsided_entry(string legs)
    {
        var bank = await LivelyBankAsync();

        (await WriteByHandAsync(bank, legs)).ShouldNotBeNull().SqlState.ShouldBe(PostgresErrorCodes.CheckViolation);
        (await WriteByHandAsync(bank, legs, "postgres")).ShouldNotBeNull().SqlState.ShouldBe(PostgresErrorCodes.CheckViolation);
    }

    [Fact]
    public async Task An_entry_without_postings_cannot_be_written()
    {
        var bank = await LivelyBankAsync();

        var refusal = await bank.TryAsync(
            "coproduce_owner",
            $"insert into entries ({Entries}) values ($1, $2, 2, $2, '', now(), now(), false, $2, 1, 2)",
            keep: false,
            [bank.Id.Value, Guid.NewGuid()]
        );

        refusal.ShouldNotBeNull().MessageText.ShouldBe("An entry comes together with its postings");
    }

    [Fact]
    public async Task Nothing_is_added_to_an_entry_later_however_well_it_balances()
    {
        var bank = await LivelyBankAsync();

        var refusal = await bank.TryAsync(
            "coproduce_owner",
            """
            insert into postings (organisation_id, account_id, number, entry_id, amount, running_balance)
            select organisation_id, account_id, number + 100, entry_id, amount, running_balance + amount from postings
            where entry_id = (select id from entries order by posted_at, id limit 1)
            """
        );

        refusal.ShouldNotBeNull().SqlState.ShouldBe(PostgresErrorCodes.CheckViolation);
    }

    [Theory]
    [InlineData("array[$3]", "array[60]::bigint[]")]
    [InlineData("array[$3, $4]", "array[-60, 59]::bigint[]")]
    [InlineData("array[$3, $3]", "array[-60, 60]::bigint[]")]
    [InlineData("array[$3, $4, $3]", "array[-60, 30, 30]::bigint[]")]
    [InlineData("array[]::uuid[]", "array[]::bigint[]")]
    [InlineData("null", "null")]
    public async Task The_posting_function_itself_posts_nothing_lopsided(string accounts, string amounts)
    {
        var bank = await TimeBank.OpenAsync(database);
        var (ann, bob) = (await bank.MemberAsync(balance: 60), await bank.MemberAsync(floor: null));
        var before = await bank.ImageAsync();

        var refusal = await bank.TryAsync(
            "coproduce_app",
            $"""
            select * from post_entry($1, $2, 2::smallint, $2, '2026-03-02', now(), null, false, null, $2, null, 1::smallint, 2::smallint, null,
              case when $3::uuid <> $4::uuid then {accounts} end, {amounts})
            """,
            bank.Id.Value,
            Guid.NewGuid(),
            ann.Value,
            bob.Value
        );

        refusal.ShouldNotBeNull();
        (await bank.ImageAsync()).ShouldBe(before);
    }

    private async Task<TimeBank> LivelyBankAsync()
    {
        var bank = await TimeBank.OpenAsync(database);
        var (ann, bob) = (await bank.MemberAsync(balance: 120), await bank.MemberAsync());
        await bank.PostAsync(Entry.OneToOne(ann, bob, new(45), TimeBank.Monday));
        await bank.KeepingAsync(db => db.PlaceHoldAsync(HoldId.New(), ann, new(15), "A place", TimeBank.Now, null, Guid.NewGuid()));
        await bank.KeepingAsync(db => db.SealEntriesAsync(100, TimeBank.Now));
        var day = TimeBank.Monday.AddDays(-30);
        await bank.KeepingAsync(db => db.ClosePeriodAsync(day, TimeBank.Monday, TimeBank.Now, Guid.NewGuid()));
        return bank;
    }

    // The legs are pairs of a leg's number and its amount; every leg gets an account of its own.
    private static Task<PostgresException?> WriteByHandAsync(TimeBank bank, string legs, string role = "coproduce_owner") =>
        bank.TryAsync(
            role,
            $"""
            with entry as (
              insert into entries ({Entries}) values ($1, $2, 2, $2, '', now(), now(), false, $2, 1, 2) returning organisation_id, id)
            insert into postings (organisation_id, account_id, number, entry_id, amount, running_balance)
            select entry.organisation_id, gen_random_uuid(), 1, entry.id, leg.amount, leg.amount from entry, (values {legs}) as leg (leg, amount)
            """,
            keep: false,
            [bank.Id.Value, Guid.NewGuid()]
        );

    private async Task<PostgresException> BecomeOwnerAsync()
    {
        await using var command = database.Application.CreateCommand("set role coproduce_owner");
        return await Should.ThrowAsync<PostgresException>(command.ExecuteNonQueryAsync());
    }
}
