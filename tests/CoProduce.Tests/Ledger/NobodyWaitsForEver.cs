using CoProduce.Ledger;
using CoProduce.Web.Features.Ledger;
using Shouldly;

namespace CoProduce.Tests.Ledger;

/// <summary>People who pay one another at the same moment wait for their turn and never for each other.</summary>
public sealed class NobodyWaitsForEver(LedgerDatabase database) : IClassFixture<LedgerDatabase>
{
    private readonly LedgerDatabase database = database;

    [Fact]
    public async Task Two_members_who_pay_each_other_do_not_deadlock()
    {
        var bank = await TimeBank.OpenAsync(database);
        var (ann, bob) = (await bank.MemberAsync(balance: 6000), await bank.MemberAsync(balance: 6000));

        var answers = await Task.WhenAll(
            Enumerable.Range(0, 16).Select(i => i % 2 == 0 ? PayAsync(bank, ann, bob) : PayAsync(bank, bob, ann))
        );

        answers.SelectMany(a => a).ShouldAllBe(a => a.Outcome == PostingOutcome.Posted);
        (await bank.BalanceAsync(ann)).ShouldBe(6000);
        (await bank.LinesAsync(bob)).Count.ShouldBe(1 + 16 * 20);
    }

    [Fact]
    public async Task A_ring_of_members_who_all_pay_the_next_one_does_not_deadlock()
    {
        var bank = await TimeBank.OpenAsync(database);
        var ring = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => bank.MemberAsync(balance: 6000)));

        await Task.WhenAll(Enumerable.Range(0, 16).Select(i => PayAsync(bank, ring[i % 8], ring[(i + 1) % 8])));

        foreach (var member in ring)
            (await bank.BalanceAsync(member)).ShouldBe(6000);
    }

    // In one try each: a deadlock would come out as an exception.
    private static async Task<List<PostingResult>> PayAsync(TimeBank bank, AccountId from, AccountId to)
    {
        var answers = new List<PostingResult>();
        for (var i = 0; i < 20; i++)
            answers.Add(await bank.PostInOneTryAsync(Entry.OneToOne(from, to, new(15), TimeBank.Monday)));
        return answers;
    }
}
