using CoProduce.Tests.Care;
using CoProduce.Tests.Offers;
using CoProduce.Tests.Support;
using CoProduce.Web.Data;
using CoProduce.Web.Features.Care;
using CoProduce.Web.Features.Doubles;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Offers;
using CoProduce.Web.Features.Privacy;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace CoProduce.Tests.Doubles;

public sealed class TwoRecordsBecomeOne(Bank bank) : IClassFixture<Bank>
{
    [Fact]
    public async Task Every_column_that_refers_to_a_member_moves_or_stays() =>
        await bank.Riverside.ReadAsync(async db =>
        {
            var moves = await db.Database.SqlQuery<string>($"""select t || '.' || c "Value" from merge_columns()""").ToListAsync();
            var tables = MemberRows.Tables(db.Model);
            moves
                .Order(StringComparer.Ordinal)
                .ShouldBe(
                    tables
                        .Where(t => !MergeRows.Stay.Contains(t.Table))
                        .SelectMany(t => t.Columns.Select(c => $"{t.Table}.{c}"))
                        .Append("drafts.member_id") // no data of the member, but somebody began it about them
                        .Order(StringComparer.Ordinal)
                );
            MergeRows.Stay.Except(tables.Select(t => t.Table)).ShouldBeEmpty();
            return true;
        });

    [Fact]
    public async Task Put_together_and_taken_apart_on_the_pages()
    {
        var here = await bank.CreateAsync("together", "Together");
        var cora = await here.CoordinatorAsync();
        var (kept, gone) = (await here.AddMemberAsync("Same", "Name"), await here.AddMemberAsync("Same", "Name"));
        await here.EarnsAsync(gone, 60);
        await here.WriteAsync(db => Task.FromResult(db.MemberSkills.Add(new() { MemberId = gone, Words = "Knitting" })));
        var browser = await cora.BrowserAsync();

        var page = await browser.OpenAsync("members/doubles");
        var link = page.QuerySelector("main a[href*='/members/doubles/']")!.GetAttribute("href")!;
        link.ShouldEndWith($"/members/doubles/{kept.Value}/{gone.Value}");
        page = await browser.OpenAsync($"members/doubles/{kept.Value}/{gone.Value}");
        page.QuerySelector("main")!.TextContent.ShouldContain("what is left of their hours: 3 hours");
        page.QuerySelector("main")!.TextContent.ShouldContain("1 line of what they can give or would like");
        (await here.BalanceAsync(kept)).ShouldBe(120); // looking does nothing

        page = await browser.SendAsync(page, []);
        page.QuerySelector(".notice-done")!.TextContent.ShouldContain("The two records are one now");
        page.QuerySelector($"main a[href$='/members/{gone.Value}']").ShouldNotBeNull();
        ((await here.BalanceAsync(kept)), (await here.BalanceAsync(gone))).ShouldBe((300, 0));
        (await browser.OpenAsync("members/doubles")).QuerySelector("main")!.TextContent.ShouldContain("Nobody seems to be here twice");

        var undo = (await browser.OpenAsync($"members/{gone.Value}"))
            .QuerySelector("main a[href*='/members/merged/']")!
            .GetAttribute("href")!;
        page = await browser.SendAsync(await browser.OpenAsync(undo[(undo.IndexOf("members/", StringComparison.Ordinal))..]), []);
        page.QuerySelector(".notice-done")!.TextContent.ShouldContain("apart again");
        ((await here.BalanceAsync(kept)), (await here.BalanceAsync(gone))).ShouldBe((120, 180));
        await here.BooksAreSoundAsync();
    }

    [Fact]
    public async Task Two_that_do_not_look_alike_are_chosen_by_whoever_knows_it()
    {
        var here = await bank.CreateAsync("unalike", "Unalike");
        var (maiden, married) = (await here.AddMemberAsync("Margaret", "Hughes"), await here.AddMemberAsync("Peggy", "Penrose"));
        await here.AddMemberAsync("Margaret", "Mason");
        var browser = await (await here.CoordinatorAsync()).BrowserAsync();
        const string form = "main form:has([name='Form.KeptTyped'])";
        var page = await browser.SendAsync(
            await browser.OpenAsync("members/doubles"),
            new() { ["Form.KeptTyped"] = "margaret", ["Form.GoneTyped"] = "nobody" },
            form
        );
        page.QuerySelector(".error-summary")!.TextContent.ShouldContain("Choose one of those found.");
        page.QuerySelector(".error-summary")!.TextContent.ShouldContain("Nobody here is called that.");
        page.QuerySelector("[name='Form.KeptTyped']")!.GetAttribute("value").ShouldBe("margaret"); // what was typed stays
        page = await browser.SendAsync(page, new() { ["Form.Kept"] = $"{maiden.Value}", ["Form.GoneTyped"] = "hughes" }, form);
        page.QuerySelector(".error-summary")!.TextContent.ShouldContain("These are the same record.");
        await browser.SendAsync(page, new() { ["Form.Kept"] = $"{maiden.Value}", ["Form.GoneTyped"] = "penrose" }, form);
        browser.Path.ShouldEndWith($"members/doubles/{maiden.Value}/{married.Value}");
    }

    [Fact]
    public async Task What_belongs_to_the_person_follows_and_comes_back_and_the_history_stays()
    {
        var here = await bank.CreateAsync("follows", "Follows");
        var gwen = await here.GuardianAsync();
        var (ann, bob) = (await here.MemberAsync("Ann", "Double", "ann@double.example"), await here.MemberAsync("Bob"));
        var kept = await here.AddMemberAsync("Anne", "Double");
        await here.WriteAsync(db =>
            db.MemberContacts.Where(c => c.MemberId == ann.Member || c.MemberId == kept)
                .ExecuteUpdateAsync(c => c.SetProperty(x => x.Phone, x => x.MemberId == kept ? "01234 111111" : "01234 222222"))
        );
        await bob.ConfirmsAsync((await ann.GaveAsync(60, to: bob.Member)).Id);
        var offer = await ann.PutsUpAsync(OfferKind.Offer, "Knitting for anybody");
        await gwen.ChecksAsync(kept, "Driving licence and insurance seen", Caring.Today.AddDays(-9), CheckDecision.NotSatisfied);
        await gwen.ChecksAsync(ann.Member, "Driving licence and insurance seen", Caring.Today.AddDays(-2));
        await gwen.RestrictsAsync(ann.Member, RestrictionKind.TwoPeople);
        await gwen.NotesAsync(ann.Member, "Prefers mornings");
        var before = await RowsAsync(here, ann.Member, kept);

        (await MergeAsync(gwen, kept, ann.Member, 180)).ShouldBe(MergeMembers.Outcome.Merged);
        await here.ReadAsync(async db =>
        {
            (await db.Offers.SingleAsync(o => o.Id == offer)).MemberId.ShouldBe(kept);
            (await db.Restrictions.SingleAsync()).MemberId.ShouldBe(kept);
            (await db.CareNotes.SingleAsync()).MemberId.ShouldBe(kept);
            (await db.RoleHolders.SingleAsync(r => r.Id == ann.Id)).MemberId.ShouldBe(kept);
            (await db.MemberChecks.Where(c => c.MemberId == kept).OrderBy(c => c.Number).Select(c => c.Decision).ToListAsync()).ShouldBe([
                CheckDecision.NotSatisfied,
                CheckDecision.Satisfied,
            ]);
            var contact = await db.MemberContacts.SingleAsync(c => c.MemberId == kept);
            (contact.Email, contact.Phone).ShouldBe(("ann@double.example", "01234 111111"));
            (await db.Exchanges.SingleAsync()).GiverId.ShouldBe(ann.Member);
            return true;
        });
        (await here.BalanceAsync(kept)).ShouldBe(300);
        await here.BooksAreSoundAsync();

        var merge = await here.ReadAsync(db => db.MemberMerges.SingleAsync());
        (await UndoAsync(gwen, merge.Id)).ShouldBe(UndoMerge.Outcome.Undone);
        (await UndoAsync(gwen, merge.Id)).ShouldBe(UndoMerge.Outcome.NotFound);
        (await RowsAsync(here, ann.Member, kept)).ShouldBe(before);
        ((await here.BalanceAsync(kept)), (await here.BalanceAsync(ann.Member))).ShouldBe((120, 180));
        await here.BooksAreSoundAsync();
    }

    [Fact]
    public async Task A_debt_is_theirs_under_either_number_whatever_the_limit()
    {
        var here = await bank.CreateAsync("debts", "Debts");
        var cora = await here.CoordinatorAsync();
        var (kept, gone) = (await here.AddMemberAsync("Same", "Name"), await here.AddMemberAsync("Same", "Name"));
        var floor = await here.ReadAsync(db => db.Settings.Select(s => s.FloorMinutes).SingleAsync());
        foreach (var member in new[] { kept, gone })
            await here.SpendsAsync(member, 120 - floor);
        (await MergeAsync(cora, kept, gone, floor)).ShouldBe(MergeMembers.Outcome.Merged);
        ((await here.BalanceAsync(kept)), (await here.BalanceAsync(gone))).ShouldBe((2 * floor, 0));
        await here.BooksAreSoundAsync();
    }

    [Fact]
    public async Task Whatever_is_refused_changes_nothing()
    {
        var (here, there) = (await bank.CreateAsync("refusing", "Refusing"), await bank.CreateAsync("elsewhere", "Elsewhere"));
        var cora = await here.CoordinatorAsync();
        var (ann, anne) = (await here.MemberAsync("Ann"), await here.MemberAsync("Anne"));
        var (kept, gone) = (await here.AddMemberAsync("Same", "Name"), await here.AddMemberAsync("Same", "Name"));
        var theirs = await there.AddMemberAsync("Same", "Name");
        var left = await here.AddMemberAsync("Gone", "Before");
        await here.WriteAsync(db =>
            db.Members.Where(m => m.Id == left).ExecuteUpdateAsync(m => m.SetProperty(x => x.Status, MemberStatus.Left))
        );
        await ann.GaveAsync(60, to: gone);

        (await MergeAsync(cora, kept, theirs, 120)).ShouldBe(MergeMembers.Outcome.NotFound);
        (await MergeAsync(cora, kept, kept, 120)).ShouldBe(MergeMembers.Outcome.NotFound);
        (await MergeAsync(cora, left, kept, 120)).ShouldBe(MergeMembers.Outcome.KeptHasLeft);
        (await MergeAsync(cora, ann.Member, anne.Member, 120)).ShouldBe(MergeMembers.Outcome.BothSignIn);
        (await MergeAsync(cora, kept, gone, 120)).ShouldBe(MergeMembers.Outcome.SomethingWaits);
        (await MergeAsync(cora, anne.Member, kept, 60)).ShouldBe(MergeMembers.Outcome.BalanceChanged);
        (await here.ReadAsync(db => db.MemberMerges.CountAsync())).ShouldBe(0);
        (await here.ReadAsync(db => db.Members.CountAsync(m => m.Status == MemberStatus.Left))).ShouldBe(1);

        (await MergeAsync(cora, anne.Member, kept, 120)).ShouldBe(MergeMembers.Outcome.Merged);
        (await MergeAsync(cora, ann.Member, kept, 0)).ShouldBe(MergeMembers.Outcome.MergedBefore);
        (
            await UndoAsync(await there.CoordinatorAsync(), await here.ReadAsync(db => db.MemberMerges.Select(m => m.Id).SingleAsync()))
        ).ShouldBe(UndoMerge.Outcome.NotFound);
    }

    [Fact]
    public async Task A_copy_of_the_data_holds_both_records_and_erasing_takes_both()
    {
        var here = await bank.CreateAsync("both-go", "Both go");
        var cora = await here.CoordinatorAsync();
        var (kept, gone) = (await here.AddMemberAsync("Known", "Goner"), await here.AddMemberAsync("Forgotten", "Goner"));
        (await MergeAsync(cora, kept, gone, 120)).ShouldBe(MergeMembers.Outcome.Merged);
        MyDataQuery.Json((await cora.DoAsync((MyDataQuery data) => data.ForAsync(kept)))!).ShouldContain("Forgotten");

        await here.FillsThePotAsync(kept, 240);
        await here.WriteAsync(async db =>
        {
            var member = await db.Members.SingleAsync(m => m.Id == kept);
            member.Status = MemberStatus.Left;
            await db.SaveChangesAsync();
            var now = bank.Clock.GetUtcNow();
            await EraseMember.TakeAwayAsync(db, member, DateOnly.FromDateTime(now.Date), now, default);
            return true;
        });
        (await here.ReadAsync(db => db.Members.Where(m => m.LastName == "Goner").CountAsync())).ShouldBe(0);
        (await here.ReadAsync(db => db.MemberMerges.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task The_member_reads_what_was_under_each_of_their_numbers_and_nobody_elses()
    {
        var here = await bank.CreateAsync("numbers", "Numbers");
        var (cora, ann) = (await here.CoordinatorAsync(), await here.MemberAsync("Ann"));
        var (second, first, other) = (await here.AddMemberAsync("Ann"), await here.AddMemberAsync("Ann"), await here.AddMemberAsync("Zoe"));
        await here.EarnsAsync(first, 60);
        (await MergeAsync(cora, second, first, 180)).ShouldBe(MergeMembers.Outcome.Merged);
        (await MergeAsync(cora, ann.Member, second, 300)).ShouldBe(MergeMembers.Outcome.Merged);
        var numbers = await here.ReadAsync(db => db.Members.ToDictionaryAsync(m => m.Id, m => m.Number));
        var browser = await ann.BrowserAsync();

        var page = await browser.OpenAsync("statement");
        page.Body!.TextContent.ShouldContain($"What was under my number {numbers[second]}");
        page = await browser.OpenAsync(
            "/"
                + page.QuerySelectorAll("main a")
                    .Single(a => a.TextContent.EndsWith($" {numbers[first]}", StringComparison.Ordinal))
                    .GetAttribute("href")!
        );
        page.Body!.TextContent.ShouldContain($"member number {numbers[first]}");
        page.QuerySelectorAll("tbody tr").Length.ShouldBeGreaterThan(1); // what was earned, and what went over
        await browser.OpenAsync($"statement/{numbers[first]}.csv?from=2000-01-01");
        browser.Status.ShouldBe(System.Net.HttpStatusCode.OK);
        foreach (var theirs in new[] { $"statement/{numbers[other]}", $"statement/{numbers[other]}.csv", "statement/4711" })
        {
            await browser.OpenAsync(theirs);
            browser.Status.ShouldBe(System.Net.HttpStatusCode.NotFound);
        }
        MyDataQuery.Json((await ann.DoAsync((MyDataQuery data) => data.MineAsync()))!).ShouldContain($"{first.Value}");
    }

    // Everything of the two but the account, which keeps what happened, and who did what.
    private static async Task<string[]> RowsAsync(Place here, params MemberId[] members) =>
        await here.ReadAsync(async db =>
        {
            List<string> rows = [];
            foreach (var member in members)
                rows.AddRange(
                    (await MemberRows.ReadAsync(db, member, default))
                        .Where(r => r.Table is not ("accounts" or "postings" or "audit_lines" or "member_merges"))
                        .Select(r => $"{r.Table} {r.Json}")
                        .Order(StringComparer.Ordinal)
                );
            var notes = await db.CareNotes.Select(n => n.MemberId).ToListAsync();
            var checks = await db.MemberChecks.OrderBy(c => c.Id).Select(c => new { c.MemberId, c.Number }).ToListAsync();
            return (string[])[.. rows, .. notes.Select(n => $"{n}"), .. checks.Select(c => $"{c}")];
        });

    private static Task<MergeMembers.Outcome> MergeAsync(Actor by, MemberId kept, MemberId gone, long balance) =>
        by.DoAsync(
            (MergeMembers merge) =>
                merge.HandleAsync(
                    new()
                    {
                        Kept = kept.Value,
                        Gone = gone.Value,
                        Balance = balance,
                    }
                )
        );

    private static Task<UndoMerge.Outcome> UndoAsync(Actor by, Guid merge) =>
        by.DoAsync((UndoMerge undo) => undo.HandleAsync(new() { Merge = merge }));
}
