using CoProduce.Ledger;
using CoProduce.Web.Features.Ledger;
using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Shouldly;

namespace CoProduce.Tests.Ledger;

/// <summary>No entry touches two organisations, and nothing of another is found, counted or guessed (I12).</summary>
public sealed class OrganisationsAreApart(LedgerDatabase database) : IClassFixture<LedgerDatabase>
{
    private readonly LedgerDatabase database = database;

    [Fact]
    public async Task An_account_of_another_organisation_is_as_unknown_as_one_that_never_was()
    {
        var (here, there) = (await TimeBank.OpenAsync(database), await TimeBank.OpenAsync(database));
        var (ann, stranger) = (await here.MemberAsync(balance: 60), await there.MemberAsync(balance: 60));
        var (before, beforeThere) = (await here.ImageAsync(), await there.ImageAsync());

        var giving = await here.PostAndKeepAsync(Entry.Gift(ann, stranger, new(15), TimeBank.Monday), Guid.NewGuid());
        giving.Outcome.ShouldBe(PostingOutcome.UnknownAccount);
        giving.Account.ShouldBe(stranger);
        var taking = await here.PostAndKeepAsync(Entry.Gift(stranger, ann, new(15), TimeBank.Monday), Guid.NewGuid());
        taking.Outcome.ShouldBe(PostingOutcome.UnknownAccount);

        var never = AccountId.New();
        var unknown = await here.PostAndKeepAsync(Entry.Gift(ann, never, new(15), TimeBank.Monday), Guid.NewGuid());
        unknown.Outcome.ShouldBe(giving.Outcome);
        (await here.ImageAsync()).ShouldBe(before);
        (await there.ImageAsync()).ShouldBe(beforeThere);
    }

    [Fact]
    public async Task Many_entries_at_once_do_not_reach_there_either()
    {
        var (here, there) = (await TimeBank.OpenAsync(database), await TimeBank.OpenAsync(database));
        var (ann, bob, stranger) = (await here.MemberAsync(balance: 60), await here.MemberAsync(), await there.MemberAsync());
        var (before, beforeThere) = (await here.ImageAsync(), await there.ImageAsync());

        var answer = await here.PostManyAsync([
            ManyEntries.ToPost(Entry.Gift(ann, bob, new(15), TimeBank.Monday)),
            ManyEntries.ToPost(Entry.Gift(ann, stranger, new(15), TimeBank.Monday)),
        ]);

        answer.ShouldBe(new PostManyResult(PostingOutcome.UnknownAccount, 0, 1, stranger));
        (await here.ImageAsync()).ShouldBe(before);
        (await there.ImageAsync()).ShouldBe(beforeThere);
    }

    [Fact]
    public async Task An_entry_of_another_organisation_cannot_be_reversed_from_here()
    {
        var (here, there) = (await TimeBank.OpenAsync(database), await TimeBank.OpenAsync(database));
        var (ann, bob) = (await here.MemberAsync(balance: 60), await here.MemberAsync(balance: 60));
        var theirs = Entry.Gift(await there.MemberAsync(balance: 60), await there.MemberAsync(), new(15), TimeBank.Monday);
        await there.PostAsync(theirs);

        var reversal = Entry.Reversal(theirs.Id, Entry.Gift(ann, bob, new(15), TimeBank.Monday).Postings, "Not ours", TimeBank.Monday);

        (await here.PostAsync(reversal)).Outcome.ShouldBe(PostingOutcome.NotItsMirror);
    }

    [Fact]
    public async Task The_same_request_key_in_two_organisations_is_two_requests()
    {
        var (here, there) = (await TimeBank.OpenAsync(database), await TimeBank.OpenAsync(database));
        var (ann, bob, key) = (await here.MemberAsync(), await there.MemberAsync(), Guid.NewGuid());

        (await here.PostAsync(Entry.Welcome(here.WelcomeAccount, ann, new(60), TimeBank.Monday), key)).Outcome.ShouldBe(
            PostingOutcome.Posted
        );
        (await there.PostAsync(Entry.Welcome(there.WelcomeAccount, bob, new(60), TimeBank.Monday), key)).Outcome.ShouldBe(
            PostingOutcome.Posted
        );
    }

    [Fact]
    public async Task The_functions_act_in_the_organisation_of_the_transaction_and_in_no_other()
    {
        var (here, there) = (await TimeBank.OpenAsync(database), await TimeBank.OpenAsync(database));
        var (from, to) = (await there.MemberAsync(balance: 60), await there.MemberAsync());
        var before = await there.ImageAsync();
        string[] attempts =
        [
            "select * from post_entry($1, $4, 4::smallint, $4, '2026-03-02', now(), null, false, null, $4, null, 1::smallint, 3::smallint, null, array[$2, $3], array[-15, 15]::bigint[])",
            "select * from post_entries($1, array[$4], array[4]::smallint[], array[$4], array['2026-03-02']::date[], array[now()], array[$4], array[null]::uuid[], array[1]::smallint[], array[3]::smallint[], array[null]::uuid[], array[1, 1], array[$2, $3], array[-15, 15]::bigint[])",
            "select open_account($1, case when $2 <> $3 then $4 end, 1::smallint, null, 0, now())",
            "select set_floor($1, $2, case when $3 <> $4 then -60 end)",
        ];

        foreach (var attempt in attempts)
            (await here.TryAsync("coproduce_app", attempt, there.Id.Value, from.Value, to.Value, Guid.NewGuid())).ShouldNotBeNull();
        var closing =
            "do $$ begin if close_account('" + there.Id.Value + "', '" + to.Value + "', now()) <> 2 then raise 'found'; end if; end $$";
        (await here.TryAsync("coproduce_app", closing)).ShouldBeNull();

        (await there.ImageAsync()).ShouldBe(before);
    }

    [Theory]
    [InlineData("coproduce_app")]
    [InlineData("coproduce_owner")]
    public async Task By_direct_SQL_too_an_account_there_is_not_touched_from_here(string role)
    {
        var (here, there) = (await TimeBank.OpenAsync(database), await TimeBank.OpenAsync(database));
        var (ann, stranger) = (await here.MemberAsync(balance: 60), await there.MemberAsync(balance: 60));
        var before = await there.ImageAsync();
        string[] attempts =
        [
            $"insert into accounts (organisation_id, id, kind, opened_at) values ('{there.Id.Value}', gen_random_uuid(), 1, now())",
            $"""
                insert into postings (organisation_id, account_id, number, entry_id, amount, running_balance)
                select leg.organisation, leg.account, 2, (select id from entries limit 1), leg.amount, 60 + leg.amount
                from (values ('{here.Id.Value}'::uuid, '{ann.Value}'::uuid, -15), ('{there.Id.Value}', '{stranger.Value}', 15)) as leg (organisation, account, amount)
                """,
            $"update accounts set organisation_id = '{there.Id.Value}'",
        ];

        foreach (var attempt in attempts)
            (await here.TryAsync(role, attempt)).ShouldNotBeNull(attempt).SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
        await here.TryAsync(role, $"update accounts set floor = -6000 where id = '{stranger.Value}'"); // finds no such row

        (await there.ImageAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task Nothing_of_another_organisation_is_read_and_without_an_organisation_nothing_at_all()
    {
        var (here, there) = (await TimeBank.OpenAsync(database), await TimeBank.OpenAsync(database));
        await there.MemberAsync(balance: 60);

        (await CountUnfilteredAsync(here)).ShouldBe((2, 0, 0)); // its welcome account and its own
        foreach (var table in new[] { "accounts", "entries", "postings" })
            (await ReadNamelessAsync(table)).SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
    }

    private static Task<(int, int, int)> CountUnfilteredAsync(TimeBank bank) =>
        bank.Work.ReadAsync(async db =>
            (
                await db.Accounts.IgnoreQueryFilters().CountAsync(),
                await db.Entries.IgnoreQueryFilters().CountAsync(),
                await db.Postings.IgnoreQueryFilters().CountAsync()
            )
        );

    private async Task<PostgresException> ReadNamelessAsync(string table)
    {
        await using var command = database.Application.CreateCommand($"select count(*) from {table}");
        return await Should.ThrowAsync<PostgresException>(command.ExecuteScalarAsync());
    }
}
