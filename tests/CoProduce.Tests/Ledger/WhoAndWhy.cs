using CoProduce.Ledger;
using CoProduce.Web.Features.Ledger;
using Npgsql;
using Shouldly;

namespace CoProduce.Tests.Ledger;

/// <summary>Every entry says who did it, for whom, by which door, and about what (I16).</summary>
public sealed class WhoAndWhy(LedgerDatabase database) : IClassFixture<LedgerDatabase>
{
    private readonly LedgerDatabase database = database;

    [Fact]
    public async Task A_coordinator_who_acts_for_a_member_on_the_phone_is_named_with_the_member()
    {
        var bank = await TimeBank.OpenAsync(database);
        var (ann, bob) = (await bank.MemberAsync(balance: 60), await bank.MemberAsync());
        var (coordinator, member, exchange) = (Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid());
        var entry = Entry.OneToOne(ann, bob, new(30), TimeBank.Monday);

        await PostAsync(bank, entry, new(coordinator, member, Door.Phone), LedgerSubject.Exchange, exchange);

        var stored = await bank.EntryAsync(entry.Id);
        (stored.ActedBy, stored.OnBehalfOf, stored.Door).ShouldBe((coordinator, member, Door.Phone));
        (stored.SubjectKind, stored.SubjectId).ShouldBe((LedgerSubject.Exchange, exchange));
    }

    [Fact]
    public async Task A_job_has_nobody_behind_it()
    {
        var bank = await TimeBank.OpenAsync(database);
        var entry = Entry.Welcome(bank.WelcomeAccount, await bank.MemberAsync(), new(30), TimeBank.Monday);

        await PostAsync(bank, entry, new(null, null, Door.Job), LedgerSubject.Member, null);

        var stored = await bank.EntryAsync(entry.Id);
        (stored.ActedBy, stored.Door, stored.SubjectKind, stored.SubjectId).ShouldBe((null, Door.Job, LedgerSubject.Member, null));
    }

    [Theory]
    [InlineData("1::smallint")]
    [InlineData("2::smallint")]
    [InlineData("3::smallint")]
    [InlineData("6::smallint")]
    public async Task The_posting_function_refuses_an_entry_by_nobody(string door)
    {
        var bank = await TimeBank.OpenAsync(database);
        var (ann, bob) = (await bank.MemberAsync(balance: 60), await bank.MemberAsync());
        object[] values = [bank.Id.Value, Guid.NewGuid(), ann.Value, bob.Value];

        var single = await bank.TryAsync(
            "coproduce_app",
            $"""
            select * from post_entry($1, $2, 2::smallint, $2, '2026-03-02', now(), null, false, null, null, null, {door}, 2::smallint, null,
              array[$3, $4], array[-60, 60]::bigint[])
            """,
            values
        );
        var many = await bank.TryAsync(
            "coproduce_app",
            $"""
            select * from post_entries($1, array[$2], array[2]::smallint[], array[$2], array['2026-03-02']::date[], array[now()],
              array[null]::uuid[], array[null]::uuid[], array[{door}], array[2]::smallint[], array[null]::uuid[],
              array[1, 1], array[$3, $4], array[-60, 60]::bigint[])
            """,
            values
        );

        single.ShouldNotBeNull().SqlState.ShouldBe(PostgresErrorCodes.CheckViolation);
        many.ShouldNotBeNull().SqlState.ShouldBe(PostgresErrorCodes.CheckViolation);
    }

    private static Task<bool> PostAsync(TimeBank bank, Entry entry, Authorship by, LedgerSubject subject, Guid? about) =>
        bank.Work.WriteAsync(async db =>
        {
            await db.PostAsync(entry, by, Guid.NewGuid(), subject, about, TimeBank.Now);
            db.Keep();
            return true;
        });
}
