using CoProduce.Ledger;
using CoProduce.Web.Features.Ledger;
using Npgsql;
using Shouldly;

namespace CoProduce.Tests.Ledger;

/// <summary>After a refusal every row is what it was, even where the caller commits (I7, I8).</summary>
public sealed class RefusalsChangeNothing(LedgerDatabase database) : IClassFixture<LedgerDatabase>
{
    private readonly LedgerDatabase database = database;

    [Fact]
    public async Task No_refusal_leaves_a_trace()
    {
        var bank = await TimeBank.OpenAsync(database);
        var (ann, bob, gone) = (await bank.MemberAsync(balance: 60), await bank.MemberAsync(), await bank.MemberAsync());
        await bank.CloseAsync(gone);
        var (key, wrong) = (Guid.NewGuid(), Entry.OneToOne(ann, bob, new(15), TimeBank.Monday));
        await bank.PostAsync(wrong, key);
        var undone = wrong.Reverse("Twice the same", TimeBank.Monday);
        await bank.PostAsync(undone);
        var before = await bank.ImageAsync();

        (PostingOutcome Expected, Entry Entry, Guid Key)[] refusals =
        [
            (PostingOutcome.DoneAlready, Entry.OneToOne(ann, bob, new(15), TimeBank.Monday), key),
            (PostingOutcome.KeyReused, Entry.OneToOne(ann, bob, new(16), TimeBank.Monday), key),
            (PostingOutcome.UnknownAccount, Entry.OneToOne(ann, AccountId.New(), new(15), TimeBank.Monday), Guid.NewGuid()),
            (PostingOutcome.ClosedAccount, Entry.OneToOne(ann, gone, new(15), TimeBank.Monday), Guid.NewGuid()),
            (PostingOutcome.BelowFloor, Entry.OneToOne(ann, bob, new(61), TimeBank.Monday), Guid.NewGuid()),
            (PostingOutcome.AlreadyReversed, wrong.Reverse("Once more", TimeBank.Monday), Guid.NewGuid()),
            (PostingOutcome.NotItsMirror, Entry.Reversal(undone.Id, undone.Postings, "Back again", TimeBank.Monday), Guid.NewGuid()),
        ];
        foreach (var (expected, entry, itsKey) in refusals)
        {
            (await bank.PostAndKeepAsync(entry, itsKey)).Outcome.ShouldBe(expected);
            (await bank.ImageAsync()).ShouldBe(before, expected.ToString());
        }
    }

    [Fact]
    public async Task What_comes_after_the_posting_and_fails_takes_it_back()
    {
        var bank = await TimeBank.OpenAsync(database);
        var (ann, bob) = (await bank.MemberAsync(balance: 60), await bank.MemberAsync());
        var before = await bank.ImageAsync();

        await Should.ThrowAsync<InvalidOperationException>(() =>
            PostAndFailAsync(bank, Entry.OneToOne(ann, bob, new(15), TimeBank.Monday))
        );

        (await bank.ImageAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task Two_entries_of_one_use_case_are_kept_together_or_not_at_all()
    {
        var bank = await TimeBank.OpenAsync(database);
        var (ann, bob, carol) = (await bank.MemberAsync(balance: 60), await bank.MemberAsync(), await bank.MemberAsync());
        var before = await bank.ImageAsync();

        var second = await PostBothAsync(
            bank,
            Entry.OneToOne(ann, bob, new(60), TimeBank.Monday),
            Entry.OneToOne(ann, carol, new(60), TimeBank.Monday)
        );

        second.Outcome.ShouldBe(PostingOutcome.BelowFloor);
        (await bank.ImageAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task Outside_a_unit_of_work_nothing_is_posted_at_all()
    {
        var bank = await TimeBank.OpenAsync(database);
        var (ann, bob) = (await bank.MemberAsync(balance: 60), await bank.MemberAsync());

        await Should.ThrowAsync<InvalidOperationException>(() =>
            PostWithoutTransactionAsync(bank, Entry.Gift(ann, bob, new(15), TimeBank.Monday))
        );
    }

    private static Task<bool> PostAndFailAsync(TimeBank bank, Entry entry) =>
        bank.Work.WriteAsync<bool>(async db =>
        {
            var posted = await db.PostAsync(entry, TimeBank.Coordinator, Guid.NewGuid(), LedgerSubject.Exchange, null, TimeBank.Now);
            db.Keep();
            throw new InvalidOperationException($"After {posted.Outcome} something else went wrong.");
        });

    private static Task<PostingResult> PostBothAsync(TimeBank bank, Entry one, Entry other) =>
        bank.Work.WriteAsync(async db =>
        {
            await db.PostAsync(one, TimeBank.Coordinator, Guid.NewGuid(), LedgerSubject.Exchange, null, TimeBank.Now);
            var second = await db.PostAsync(other, TimeBank.Coordinator, Guid.NewGuid(), LedgerSubject.Exchange, null, TimeBank.Now);
            if (second.IsPosted)
                db.Keep();
            return second;
        });

    private async Task PostWithoutTransactionAsync(TimeBank bank, Entry entry)
    {
        await using var db = new Web.Data.TenantDb(LedgerDatabase.Options(database.Application), bank.Id);
        await db.PostAsync(entry, TimeBank.Coordinator, Guid.NewGuid(), LedgerSubject.Gift, null, TimeBank.Now);
    }
}
