using CoProduce.Tests.Messages;
using CoProduce.Tests.Support;
using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Doubles;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Retention;
using CoProduce.Web.Features.Talk;
using CoProduce.Web.Ui;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace CoProduce.Tests.Talk;

/// <summary>The file of one's data, erasing, the rule for keeping, two records of one person, and the archive.</summary>
public sealed class WordsGoWithTheirPeople(WritingBank bank) : IClassFixture<WritingBank>
{
    [Fact]
    public async Task In_the_file_of_the_two_and_of_nobody_who_hands_it_out()
    {
        var (here, ann, bob) = await bank.TwoWhoMetAsync();
        await ann.WritesAsync(bob.Member, "Under the blue pot");
        foreach (var who in new[] { ann, bob })
        {
            var browser = await who.BrowserAsync();
            await browser.OpenAsync("me/data.json");
            browser.Body.ShouldContain("Under the blue pot");
        }
        var cora = await (await here.CoordinatorAsync()).BrowserAsync();
        await cora.OpenAsync($"members/{ann.Member.Value}/data.json");
        cora.Body.ShouldContain("Ash");
        cora.Body.ShouldNotContain("Under the blue pot");
    }

    [Fact]
    public async Task Erased_with_either_of_the_two()
    {
        var (here, ann, bob) = await bank.TwoWhoMetAsync();
        await ann.WritesAsync(bob.Member, "Mine");
        await bob.WritesAsync(ann.Member, "Yours");
        await ann.ReportsAsync(bob.Member, alsoBlock: true);
        await here.WriteAsync(async db =>
        {
            await db.Members.Where(m => m.Id == bob.Member).ExecuteUpdateAsync(m => m.SetProperty(x => x.Status, MemberStatus.Left));
            await MemberRows.EraseAsync(db, bob.Member, default);
            return true;
        });
        await here.ReadAsync(async db =>
        {
            ((await db.TalkMessages.CountAsync()) + (await db.TalkBlocks.CountAsync()) + (await db.TalkReports.CountAsync())).ShouldBe(0);
            return true;
        });
        (await ann.ReadsAsync("me/messages")).ShouldNotContain("Birch");
    }

    [Fact]
    public async Task After_so_many_months_by_the_rule_and_what_was_reported_after_its_report()
    {
        var (here, ann, bob) = await bank.TwoWhoMetAsync();
        var (manager, eve) = (await here.StaffAsync("Mia", Role.Manager), await here.MemberAsync("Eve"));
        await eve.MeetsAsync(ann);
        await eve.MeetsAsync(bob);
        await ann.WritesAsync(eve.Member, "Old");
        await ann.WritesAsync(bob.Member, "Reported");
        await bob.WritesAsync(eve.Member, "Held");
        var (_, id) = await bob.ReportsAsync(ann.Member);
        var form = new RetentionForm
        {
            Kind = Kept.Messages,
            Goes = true,
            Months = "2",
        };
        (await manager.DoAsync((SetRetention set) => set.HandleAsync(form))).ShouldBe(SetRetention.Outcome.Set);
        var cora = await here.CoordinatorAsync();
        var hold = new KeepLongerForm
        {
            Member = eve.Member.Value,
            Until = DateBoxes.From(DateOnly.FromDateTime(bank.Clock.GetUtcNow().Date).AddMonths(6)),
            Why = "A claim is open",
        };
        await NightsAsync(50);
        (await here.TalkAsync()).Count.ShouldBe(3);
        (await cora.DoAsync((KeepLonger keep) => keep.HandleAsync(hold))).ShouldBe(KeepLonger.Outcome.Kept);
        await NightsAsync(20);
        (await here.TalkAsync()).Select(m => m.Words).ShouldBe(["Old", "Reported", "Held"], ignoreOrder: true); // Eve's record is kept for longer
        await here.WriteAsync(db => db.RetentionHolds.ExecuteDeleteAsync());
        await NightsAsync(1);
        (await here.TalkAsync()).Select(m => m.Words).ShouldBe(["Reported"]); // nobody has closed it
        var close = new CloseTalkReportForm
        {
            Report = id.Value,
            Outcome = TalkReportOutcome.NothingNeeded,
            Note = "A joke",
        };
        (await cora.DoAsync((CloseTalkReport use) => use.HandleAsync(close))).ShouldBe(CloseTalkReport.Outcome.Closed);
        await NightsAsync(50);
        (await here.TalkAsync()).Count.ShouldBe(1);
        await NightsAsync(20);
        (await here.TalkAsync()).ShouldBeEmpty();
        (await here.ReadAsync(db => db.TalkReports.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task They_follow_a_person_who_was_here_twice()
    {
        var (here, ann, bob) = await bank.TwoWhoMetAsync();
        var (cora, kept) = (await here.CoordinatorAsync(), await here.AddMemberAsync("Anne", "Ash"));
        await ann.WritesAsync(bob.Member, "From the old number");
        await bob.ReportsAsync(ann.Member);
        var form = new MergeForm
        {
            Kept = kept.Value,
            Gone = ann.Member.Value,
            Balance = await ann.BalanceAsync(),
        };
        (await cora.DoAsync((MergeMembers merge) => merge.HandleAsync(form))).ShouldBe(MergeMembers.Outcome.Merged);
        (await here.TalkAsync()).ShouldHaveSingleItem().FromId.ShouldBe(kept);
        (await here.ReadAsync(db => db.TalkReports.SingleAsync())).OtherId.ShouldBe(kept);
        (await bob.ReadsAsync($"me/messages/{kept.Value}")).ShouldContain("From the old number");
    }

    [Fact]
    public async Task The_archive_holds_no_more_than_a_coordinator_may_read()
    {
        var (here, ann, bob) = await bank.TwoWhoMetAsync();
        var eve = await here.MemberAsync("Eve");
        await eve.MeetsAsync(ann);
        await ann.WritesAsync(eve.Member, "Between us");
        await ann.WritesAsync(bob.Member, "Reported words");
        await bob.ReportsAsync(ann.Member);
        var lines = await here.ReadAsync(async db =>
        {
            var table = ArchiveRows.Tables(db.Model).Single(t => t.ClrType == typeof(TalkMessage));
            List<string> found = [];
            await foreach (var line in ArchiveRows.LinesAsync(db, table, default))
                found.Add(line);
            return found;
        });
        lines.ShouldHaveSingleItem().ShouldContain("Reported words");
    }

    // Two deliveries: the round that was missed plans the one of this night.
    private async Task NightsAsync(int days)
    {
        bank.Clock.Advance(TimeSpan.FromDays(days));
        await bank.DeliverAsync();
        await bank.DeliverAsync();
    }
}
