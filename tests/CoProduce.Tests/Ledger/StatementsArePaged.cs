using CoProduce.Ledger;
using CoProduce.Tests.Support;
using CoProduce.Web.Features.Ledger;
using CoProduce.Web.Features.Members;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace CoProduce.Tests.Ledger;

/// <summary>A statement of any length is shown in pages that add up, found by the numbers of its lines, and whole where it is asked for whole.</summary>
public sealed class StatementsArePaged(Bank bank) : IClassFixture<Bank>
{
    private readonly Place place = bank.Riverside;

    [Fact]
    public async Task Every_page_goes_on_where_the_one_before_it_ended()
    {
        var ann = await place.MemberAsync("Ann");
        await LiveAsync(place, ann.Member, 450);
        var today = DateOnly.FromDateTime(bank.Clock.GetUtcNow().UtcDateTime);
        var pages = new List<Statement>();
        for (var page = 1; page <= 3; page++)
            pages.Add((await ann.DoAsync((StatementQuery q) => q.ReadAsync(ann.Member, new(2000, 1, 1), today, page)))!);

        pages.ConvertAll(p => p.Lines.Count).ShouldBe([200, 200, 51]);
        pages.ShouldAllBe(p => p.All.Pages == 3 && p.Opening == 0);
        pages[1].Brought.ShouldBe(pages[0].Lines[^1].Balance);
        pages[2].Brought.ShouldBe(pages[1].Lines[^1].Balance);
        pages[2].Closing.ShouldBe(pages[2].Lines[^1].Balance);
        pages[0].Closing.ShouldBe(await ann.BalanceAsync());
        (await ann.DoAsync((StatementQuery q) => q.ReadAsync(ann.Member, new(2000, 1, 1), today, 99)))!.Page.ShouldBe(3);

        var browser = await ann.BrowserAsync();
        var shown = await browser.OpenAsync("statement?from=2000-01-01");
        shown.QuerySelectorAll("tbody tr").Length.ShouldBe(200);
        shown.QuerySelector(".pages [rel=next]").ShouldNotBeNull();
        shown = await browser.OpenAsync("statement?from=2000-01-01&page=2");
        shown.Body!.TextContent.ShouldContain("Brought forward:");
        shown.QuerySelector(".pages [rel=prev]").ShouldNotBeNull();
        shown = await browser.OpenAsync("statement?from=2000-01-01&all=yes");
        shown.QuerySelectorAll("tbody tr").Length.ShouldBe(451);
        shown.QuerySelector(".pages").ShouldBeNull();
    }

    [Fact]
    public async Task The_last_line_before_any_moment_is_found()
    {
        var ann = await place.MemberAsync("Ann");
        await LiveAsync(place, ann.Member, 97);
        var account = ann.Member.Account;
        var moments = await place.ReadAsync(db =>
            (
                from p in db.Postings
                where p.AccountId == account
                join e in db.Entries on p.EntryId equals e.Id
                orderby p.Number
                select e.PostedAt
            ).ToListAsync()
        );
        List<DateTimeOffset> asked =
        [
            .. moments,
            .. moments.Select(m => m.AddMinutes(1)),
            moments[0].AddYears(-1),
            moments[^1].AddYears(1),
        ];
        foreach (var moment in asked)
            (await place.ReadAsync(db => db.LastLineBeforeAsync(account, moment, default))).ShouldBe(moments.Count(m => m < moment));
        (await place.ReadAsync(db => db.LastLineBeforeAsync(AccountId.New(), moments[0], default))).ShouldBe(0);
    }

    [Fact]
    public async Task An_account_of_the_organisation_is_paged_too()
    {
        var ann = await place.MemberAsync("Ann");
        await LiveAsync(place, ann.Member, 250);
        var own = await place.ReadAsync(db => db.AccountOfAsync(AccountKind.Organisation, default));
        var browser = await (await place.CoordinatorAsync()).BrowserAsync();
        var page = await browser.OpenAsync($"accounts/{own.Value}?from=2000-01-01");
        page.QuerySelectorAll("tbody tr").Length.ShouldBe(200);
        page = await browser.OpenAsync($"accounts/{own.Value}?from=2000-01-01&page=2");
        page.Body!.TextContent.ShouldContain("Brought forward:");
        page.QuerySelectorAll("tbody tr").Length.ShouldBeGreaterThanOrEqualTo(50);
    }

    /// <summary>Gives a member so many hours on call, a quarter of an hour each, and five within the same moment.</summary>
    internal static Task<bool> LiveAsync(Place place, MemberId member, int lines) =>
        place.WriteAsync(async db =>
        {
            var own = await db.AccountOfAsync(AccountKind.Organisation, default);
            var now = place.Bank.Clock.GetUtcNow();
            List<EntryToPost> entries =
            [
                .. Enumerable
                    .Range(0, lines)
                    .Select(i =>
                    {
                        var at = now.AddMinutes(i / 5 - lines);
                        var entry = Entry.OnCall(own, member.Account, new(15), DateOnly.FromDateTime(at.UtcDateTime));
                        return new EntryToPost(entry, new(null, null, Door.Job), Guid.CreateVersion7(), LedgerSubject.Account, null, at);
                    }),
            ];
            return (await db.PostManyAsync(entries)).Outcome == PostingOutcome.Posted ? true : throw new InvalidOperationException();
        });
}
