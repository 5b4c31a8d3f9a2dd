using CoProduce.Ledger;
using CoProduce.Web.Features.Ledger;
using CoProduce.Web.Tenancy;
using Npgsql;
using Shouldly;

namespace CoProduce.Tests.Ledger;

/// <summary>A request posts once however often it arrives, and hears the same answer for ever (I6).</summary>
public sealed class RequestsCountOnce(LedgerDatabase database) : IClassFixture<LedgerDatabase>
{
    private readonly LedgerDatabase database = database;

    [Fact]
    public async Task The_same_request_sixteen_times_at_once_posts_once_and_hears_one_answer()
    {
        var bank = await TimeBank.OpenAsync(database);
        var (ann, bob) = (await bank.MemberAsync(balance: 600), await bank.MemberAsync());
        var key = Guid.NewGuid();

        var answers = await Task.WhenAll(
            Enumerable.Range(0, 16).Select(_ => bank.PostAsync(Entry.OneToOne(ann, bob, new(45), TimeBank.Monday), key))
        );

        answers.Count(a => a.Outcome == PostingOutcome.Posted).ShouldBe(1);
        answers.Count(a => a.Outcome == PostingOutcome.DoneAlready).ShouldBe(15);
        answers.Select(a => a.Entry).Distinct().Count().ShouldBe(1);
        (await bank.BalanceAsync(bob)).ShouldBe(45);
    }

    [Fact]
    public async Task The_same_key_for_anything_else_is_refused()
    {
        var bank = await TimeBank.OpenAsync(database);
        var (ann, bob, carol) = (await bank.MemberAsync(balance: 600), await bank.MemberAsync(), await bank.MemberAsync());
        var (key, about) = (Guid.NewGuid(), Guid.NewGuid());
        await bank.PostAsync(Entry.OneToOne(ann, bob, new(45), TimeBank.Monday), key, about: about);

        Entry[] others =
        [
            Entry.OneToOne(ann, bob, new(46), TimeBank.Monday),
            Entry.OneToOne(bob, ann, new(45), TimeBank.Monday),
            Entry.OneToOne(ann, carol, new(45), TimeBank.Monday),
            Entry.OneToOne(ann, bob, new(45), TimeBank.Monday.AddDays(1)),
            Entry.Gift(ann, bob, new(45), TimeBank.Monday),
        ];
        foreach (var other in others)
            (await bank.PostAsync(other, key, about: about)).Outcome.ShouldBe(PostingOutcome.KeyReused);
        var same = Entry.OneToOne(ann, bob, new(45), TimeBank.Monday);
        (await bank.PostAsync(same, key, about: Guid.NewGuid())).Outcome.ShouldBe(PostingOutcome.KeyReused);

        (await bank.PostAsync(same, key, about: about)).Outcome.ShouldBe(PostingOutcome.DoneAlready);
        (await bank.BalanceAsync(ann)).ShouldBe(555);
    }

    [Fact]
    public async Task The_same_key_at_once_for_sixteen_different_pairs_posts_one_and_refuses_fifteen()
    {
        var bank = await TimeBank.OpenAsync(database);
        var pairs = new List<(AccountId Receiver, AccountId Giver)>();
        for (var i = 0; i < 16; i++)
            pairs.Add((await bank.MemberAsync(balance: 60), await bank.MemberAsync()));
        var key = Guid.NewGuid();

        var answers = await Task.WhenAll(
            pairs.Select(pair => bank.PostAsync(Entry.OneToOne(pair.Receiver, pair.Giver, new(60), TimeBank.Monday), key))
        );

        answers.Count(a => a.Outcome == PostingOutcome.Posted).ShouldBe(1);
        answers.Count(a => a.Outcome == PostingOutcome.KeyReused).ShouldBe(15);
        (await bank.EntryCountAsync()).ShouldBe(16 + 1); // the welcomes and one of them
    }

    [Fact]
    public async Task A_retry_hears_done_already_whatever_has_happened_since()
    {
        var bank = await TimeBank.OpenAsync(database);
        var (ann, bob) = (await bank.MemberAsync(balance: 60), await bank.MemberAsync());
        var (key, undoing) = (Guid.NewGuid(), Guid.NewGuid());
        var first = Entry.OneToOne(ann, bob, new(60), TimeBank.Monday);
        await bank.PostAsync(first, key);

        // The hour is spent: tried afresh, it would be refused.
        var spent = await bank.PostAsync(Entry.OneToOne(ann, bob, new(60), TimeBank.Monday), key);
        spent.ShouldBe(new PostingResult(PostingOutcome.DoneAlready, first.Id, []));

        var undone = first.Reverse("Wrong day", TimeBank.Monday);
        await bank.PostAsync(undone, undoing);
        var undoneAgain = await bank.PostAsync(first.Reverse("Wrong day", TimeBank.Monday), undoing);
        undoneAgain.ShouldBe(new PostingResult(PostingOutcome.DoneAlready, undone.Id, []));

        (await bank.CloseAsync(bob)).ShouldBe(ClosingOutcome.Closed);
        var closed = await bank.PostAsync(Entry.OneToOne(ann, bob, new(60), TimeBank.Monday), key);
        closed.ShouldBe(new PostingResult(PostingOutcome.DoneAlready, first.Id, []));
    }

    [Fact]
    public async Task A_refusal_does_not_use_up_the_key()
    {
        var bank = await TimeBank.OpenAsync(database);
        var (ann, bob) = (await bank.MemberAsync(), await bank.MemberAsync());
        var (entry, key) = (Entry.OneToOne(ann, bob, new(30), TimeBank.Monday), Guid.NewGuid());

        (await bank.PostAsync(entry, key)).Outcome.ShouldBe(PostingOutcome.BelowFloor);
        await bank.PostAsync(Entry.Welcome(bank.WelcomeAccount, ann, new(30), TimeBank.Monday));
        (await bank.PostAsync(entry, key)).Outcome.ShouldBe(PostingOutcome.Posted);
    }

    [Fact]
    public async Task A_commit_whose_answer_is_lost_was_done_and_a_retry_hears_so()
    {
        var bank = await TimeBank.OpenAsync(database);
        var (ann, bob) = (await bank.MemberAsync(balance: 60), await bank.MemberAsync());
        var key = Guid.NewGuid();
        await using var wire = new CutWire(database.ConnectionString("coproduce_app"), loseTheAnswer: true);
        await using var source = NpgsqlDataSource.Create(wire.ConnectionString);

        var first = Entry.OneToOne(ann, bob, new(60), TimeBank.Monday);
        await Should.ThrowAsync<NpgsqlException>(() => bank.PostAsync(first, key, through: database.WorkOf(bank.Id, through: source)));

        wire.WasCut.ShouldBeTrue();
        var retry = await bank.PostAsync(Entry.OneToOne(ann, bob, new(60), TimeBank.Monday), key);
        retry.ShouldBe(new PostingResult(PostingOutcome.DoneAlready, first.Id, []));
        (await bank.BalanceAsync(bob)).ShouldBe(60);
    }

    [Fact]
    public async Task A_commit_that_is_lost_itself_was_not_done_and_a_retry_does_it()
    {
        var bank = await TimeBank.OpenAsync(database);
        var (ann, bob) = (await bank.MemberAsync(balance: 60), await bank.MemberAsync());
        var key = Guid.NewGuid();
        await using var wire = new CutWire(database.ConnectionString("coproduce_app"), loseTheAnswer: false);
        await using var source = NpgsqlDataSource.Create(wire.ConnectionString);

        var first = Entry.OneToOne(ann, bob, new(60), TimeBank.Monday);
        await Should.ThrowAsync<NpgsqlException>(() => bank.PostAsync(first, key, through: database.WorkOf(bank.Id, through: source)));

        wire.WasCut.ShouldBeTrue();
        (await bank.BalanceAsync(bob)).ShouldBe(0);
        (await bank.PostAsync(Entry.OneToOne(ann, bob, new(60), TimeBank.Monday), key)).Outcome.ShouldBe(PostingOutcome.Posted);
        (await bank.BalanceAsync(bob)).ShouldBe(60);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_use_case_whose_commit_or_its_answer_is_lost_tries_again_by_itself_and_has_moved_once(bool loseTheAnswer)
    {
        var bank = await TimeBank.OpenAsync(database);
        var (ann, bob) = (await bank.MemberAsync(balance: 60), await bank.MemberAsync());
        var key = Guid.NewGuid();
        await using var wire = new CutWire(database.ConnectionString("coproduce_app"), loseTheAnswer);
        await using var source = NpgsqlDataSource.Create(wire.ConnectionString);
        var entry = Entry.OneToOne(ann, bob, new(60), TimeBank.Monday);
        var tries = 0;
        Task<PostingOutcome> OnceAsync(UnitOfWork work) =>
            work.OnceAsync(
                key,
                "the same form",
                async db =>
                {
                    tries++;
                    var result = await db.PostAsync(entry, TimeBank.Coordinator, key, LedgerSubject.Exchange, null, TimeBank.Now);
                    db.Keep();
                    return result.Outcome;
                }
            );

        (await OnceAsync(database.WorkOf(bank.Id, through: source))).ShouldBe(PostingOutcome.Posted);

        wire.WasCut.ShouldBeTrue();
        tries.ShouldBe(loseTheAnswer ? 1 : 2);
        (await OnceAsync(bank.Work)).ShouldBe(PostingOutcome.Posted, "the answer of the first time");
        ((await bank.BalanceAsync(ann)), (await bank.BalanceAsync(bob))).ShouldBe((0, 60));
        (await bank.LinesAsync(bob)).ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Of_many_posted_together_nothing_or_all_is_there_when_the_wire_is_cut_and_a_retry_moves_no_more(bool loseTheAnswer)
    {
        var bank = await TimeBank.OpenAsync(database);
        var (ann, bob) = (await bank.MemberAsync(balance: 60), await bank.MemberAsync());
        EntryToPost[] entries =
        [
            .. Enumerable.Range(0, 3).Select(i => ManyEntries.ToPost(Entry.OneToOne(ann, bob, new(15), TimeBank.Monday.AddDays(i)))),
        ];
        await using var wire = new CutWire(database.ConnectionString("coproduce_app"), loseTheAnswer);
        await using var source = NpgsqlDataSource.Create(wire.ConnectionString);

        await Should.ThrowAsync<NpgsqlException>(() =>
            database
                .WorkOf(bank.Id, through: source)
                .WriteAsync(async db =>
                {
                    var result = await db.PostManyAsync(entries);
                    db.Keep();
                    return result;
                })
        );

        wire.WasCut.ShouldBeTrue();
        (await bank.BalanceAsync(bob)).ShouldBe(loseTheAnswer ? 45 : 0);
        (await bank.PostManyAsync(entries)).ShouldBe(new PostManyResult(PostingOutcome.Posted, loseTheAnswer ? 0 : 3, null, null));
        (await bank.BalanceAsync(bob)).ShouldBe(45);
    }
}
