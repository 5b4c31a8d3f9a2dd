using CoProduce.Ledger;
using CoProduce.Tests.Support;
using CoProduce.Web.Features.Ledger;
using CoProduce.Web.Ui;
using Shouldly;

namespace CoProduce.Tests.Ledger;

/// <summary>After a posting was acknowledged every later read shows it, on any connection and on any page (I19).</summary>
public sealed class WhatWasAnsweredIsThere(LedgerDatabase database, Bank bank) : IClassFixture<LedgerDatabase>, IClassFixture<Bank>
{
    private readonly LedgerDatabase database = database;

    [Fact]
    public async Task Sixteen_who_post_and_look_at_once_find_their_own_line()
    {
        var time = await TimeBank.OpenAsync(database);
        var (ann, bob) = (await time.MemberAsync(balance: 10_000), await time.MemberAsync());

        await Task.WhenAll(
            Enumerable
                .Range(0, 16)
                .Select(async _ =>
                {
                    for (var turn = 0; turn < 5; turn++)
                    {
                        var entry = Entry.OneToOne(ann, bob, new(5), TimeBank.Monday);
                        (await time.PostAsync(entry)).Outcome.ShouldBe(PostingOutcome.Posted);
                        var mine = (await time.LinesAsync(bob)).Where(l => l.EntryId == entry.Id).ShouldHaveSingleItem();
                        (await time.AccountAsync(bob)).LastNumber.ShouldBeGreaterThanOrEqualTo(mine.Number);
                    }
                })
        );

        (await time.BalanceAsync(bob)).ShouldBe(16 * 5 * 5);
    }

    [Fact]
    public async Task The_next_page_already_counts_a_gift()
    {
        var (ann, bob) = (await bank.Riverside.MemberAsync("Ann"), await bank.Riverside.MemberAsync("Bob"));
        var (giving, getting) = (await ann.BrowserAsync(), await bob.BrowserAsync());
        foreach (var times in new[] { 1, 2, 3 })
        {
            var gift = new GiftForm { Who = bob.Member.Value.ToString(), HowMuch = DurationChoice.From(15) };
            (await ann.DoAsync((GiveCredits give) => give.HandleAsync(gift))).ToString().ShouldBe("Given");
            (await ClosingAsync(giving)).ShouldBe(120 - 15 * times);
            (await ClosingAsync(getting)).ShouldBe(120 + 15 * times);
        }
    }

    private static async Task<long> ClosingAsync(Browser browser)
    {
        await browser.OpenAsync("statement.csv");
        return long.Parse(browser.Body.TrimEnd().Split(',')[^1], System.Globalization.CultureInfo.InvariantCulture);
    }
}
