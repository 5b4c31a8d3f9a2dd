using CoProduce.Tests.Care;
using CoProduce.Tests.Messages;
using CoProduce.Tests.Support;
using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Calls;
using CoProduce.Web.Features.Care;
using CoProduce.Web.Features.Ledger;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Messages;
using CoProduce.Web.Features.Retention;
using CoProduce.Web.Ui;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Shouldly;

namespace CoProduce.Tests.Retention;

public sealed class WhatIsOldGoesAndNothingElse(PostalBank bank) : IClassFixture<PostalBank>
{
    private DateOnly Today => DateOnly.FromDateTime(bank.Clock.GetUtcNow().Date);

    [Fact]
    public async Task A_member_who_left_is_erased_when_their_time_is_over_and_the_ledger_stays()
    {
        var (here, manager) = await CreateAsync("former");
        var (gone, stays, owes) = (
            await here.AddMemberAsync("Gladys", "Goes"),
            await here.AddMemberAsync("Stan"),
            await here.AddMemberAsync("Olwen")
        );
        await here.FillsThePotAsync(gone, 120);
        await LeaveAsync(here, gone, Today);
        await LeaveAsync(here, owes, Today); // with the welcome balance still there
        await SetAsync(manager, Kept.FormerMembers, 12);
        var before = await here.ReadAsync(db => ArchiveRows.FingerprintAsync(db, default));
        await NightsAsync(Today.AddMonths(12).AddDays(-1));
        (await here.ReadAsync(db => db.Members.CountAsync(m => m.ErasedOn != null))).ShouldBe(0);
        await NightsAsync(Today.AddDays(2));
        var erased = await here.ReadAsync(db => db.Members.Where(m => m.ErasedOn != null).ToListAsync());
        erased.ShouldHaveSingleItem().Id.ShouldBe(gone);
        erased[0].Name.ShouldBe(Member.Former);
        (
            await here.ReadAsync(db => db.AuditLines.CountAsync(a => a.Deed == nameof(KeepToRetention) && a.SubjectId == gone.Value))
        ).ShouldBe(1);
        (await here.ReadAsync(db => db.Members.SingleAsync(m => m.Id == stays))).FirstName.ShouldBe("Stan");
        (await here.ReadAsync(db => ArchiveRows.FingerprintAsync(db, default))).ShouldBe(before);
        foreach (var promise in Invariants.All)
            (await here.ReadAsync(db => db.BreachesAsync(promise))).ShouldBeEmpty(promise.Code);
        var list = (await (await here.CoordinatorAsync()).BrowserAsync()).OpenAsync("retention");
        (await list).QuerySelector("main")!.TextContent.ShouldContain("Hours are left on the account");
        var counts = (await (await manager.BrowserAsync()).OpenAsync("retention")).QuerySelector("main")!;
        counts.TextContent.ShouldContain("within three months");
        counts.QuerySelectorAll("a[href*='/members/']").ShouldBeEmpty();
    }

    [Fact]
    public async Task A_slip_has_two_weeks_and_a_record_can_be_kept_for_longer()
    {
        var (here, manager) = await CreateAsync("slip");
        var cora = await here.CoordinatorAsync();
        var (old, held) = (await here.AddMemberAsync("Old"), await here.AddMemberAsync("Held"));
        foreach (var member in new[] { old, held })
        {
            await here.FillsThePotAsync(member, 120);
            await LeaveAsync(here, member, Today.AddYears(-9));
        }
        var start = Today;
        await SetAsync(manager, Kept.FormerMembers, 72);
        var form = new KeepLongerForm
        {
            Member = held.Value,
            Until = DateBoxes.From(start.AddDays(60)),
            Why = "A claim is open",
        };
        (await cora.DoAsync((KeepLonger keep) => keep.HandleAsync(form))).ShouldBe(KeepLonger.Outcome.Kept);
        await NightsAsync(start.AddDays(13));
        (await ErasedAsync(here)).ShouldBeEmpty();
        await NightsAsync(start.AddDays(15));
        (await ErasedAsync(here)).ShouldBe([old]);
        await NightsAsync(start.AddDays(59));
        (await ErasedAsync(here)).ShouldBe([old]);
        await NightsAsync(start.AddDays(61));
        (await ErasedAsync(here)).ShouldBe([old, held], ignoreOrder: true);
    }

    [Fact]
    public async Task Nobody_goes_while_a_concern_about_them_is_open()
    {
        var (here, manager) = await CreateAsync("worry");
        var gwen = await here.GuardianAsync();
        var mair = await here.AddMemberAsync("Mair");
        await here.FillsThePotAsync(mair, 120);
        await gwen.WorriesAsync(
            mair,
            owner: gwen,
            dueIn: (int)(bank.Clock.GetUtcNow().Date - Caring.Today.ToDateTime(default)).TotalDays + 900
        );
        await LeaveAsync(here, mair, Today.AddYears(-9));
        await SetAsync(manager, Kept.FormerMembers, 12);
        await NightsAsync(Today.AddDays(20));
        (await ErasedAsync(here)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Of_notes_looks_and_checks_what_is_old_goes_and_what_is_in_force_stays()
    {
        var (here, manager) = await CreateAsync("records");
        var cora = await here.CoordinatorAsync();
        var ann = await here.AddMemberAsync("Ann");
        var first = await cora.NotesAsync(ann, "As it was");
        await cora.ChecksAsync(ann, "DBS seen", Today, until: Today.AddDays(1));
        await cora.ChecksAsync(ann, "References taken", Today); // for good
        await cora.RestrictsAsync(ann, RestrictionKind.TwoPeople);
        await (await cora.BrowserAsync()).OpenAsync($"members/{ann.Value}/checks");
        foreach (var kind in new[] { Kept.Notes, Kept.Checks, Kept.Looks, Kept.LiftedRestrictions })
            await SetAsync(manager, kind, 12);
        await NightsAsync(Today.AddMonths(11));
        await cora.NotesAsync(ann, "As it is", corrects: first);
        (await CountAsync(here)).ShouldBe((2, 2, 1, 1));
        await NightsAsync(Today.AddMonths(1).AddDays(5));
        (await CountAsync(here)).ShouldBe((1, 1, 0, 1));
        (await here.ReadAsync(db => db.CareNotes.SingleAsync())).Words.ShouldBe("As it is");
        (await here.ReadAsync(db => db.RetentionRuns.Select(r => r.Kind).Distinct().ToListAsync())).ShouldBe(
            [Kept.Notes, Kept.Checks, Kept.Looks],
            ignoreOrder: true
        );
    }

    [Fact]
    public async Task Of_calls_and_what_was_sent_what_is_old_goes_and_what_still_waits_stays()
    {
        var (here, manager) = await CreateAsync("words");
        var cora = await here.CoordinatorAsync();
        var ann = await here.AddMemberAsync("Ann");
        var first = new NoteCallForm { Member = ann.Value, Note = "Lift on Friday" };
        await cora.DoAsync((NoteCall note) => note.HandleAsync(first));
        var now = bank.Clock.GetUtcNow();
        var (gone, waits) = (Sending.Of(ann, SendingWay.Call, "Told", now), Sending.Of(ann, SendingWay.Letter, "In the tray", now));
        gone.Go(now);
        await here.WriteAsync(db =>
        {
            db.Sendings.AddRange(gone, waits);
            db.IncomingTexts.Add(IncomingText.Of("first", "", "See you there", ann, now));
            return Task.FromResult(0);
        });
        await SetAsync(manager, Kept.Calls, 12);
        await SetAsync(manager, Kept.Sendings, 12);
        await NightsAsync(Today.AddMonths(11));
        var right = new NoteCallForm
        {
            Member = ann.Value,
            Note = "Lift on Thursday",
            Corrects = first.RequestKey.ToString(),
        };
        await cora.DoAsync((NoteCall note) => note.HandleAsync(right));
        (await LeftAsync()).ShouldBe((2, 2));
        await NightsAsync(Today.AddMonths(1).AddDays(5));
        (await LeftAsync()).ShouldBe((1, 1));
        (await here.ReadAsync(db => db.Calls.SingleAsync())).Note.ShouldBe("Lift on Thursday");
        (await here.ReadAsync(db => db.Sendings.SingleAsync())).Subject.ShouldBe("In the tray");
        (await here.ReadAsync(db => db.IncomingTexts.AnyAsync())).ShouldBeFalse(); // kept as long as what was sent

        Task<(int Calls, int Sendings)> LeftAsync() =>
            here.ReadAsync(async db => (await db.Calls.CountAsync(), await db.Sendings.CountAsync()));
    }

    [Fact]
    public async Task Without_a_rule_nothing_goes_and_no_rule_is_shorter_than_it_may_be()
    {
        var (here, manager) = await CreateAsync("norule");
        await LeaveAsync(here, await here.AddMemberAsync("Long", "Gone"), Today.AddYears(-40));
        await SetAsync(manager, Kept.Looks, 12);
        await NightsAsync(Today.AddDays(30));
        (await ErasedAsync(here)).ShouldBeEmpty();
        var refused = await Should.ThrowAsync<DbUpdateException>(
            here.WriteAsync(db =>
                Task.FromResult(
                    db.RetentionRules.Add(
                        new()
                        {
                            Kind = Kept.ClosedConcerns,
                            Months = 71,
                            Since = Today,
                        }
                    )
                )
            )
        );
        ((PostgresException)refused.InnerException!).ConstraintName.ShouldBe("ck_retention_rules_months");
    }

    private async Task<(Place Here, Actor Manager)> CreateAsync(string name)
    {
        var here = await bank.CreateAsync($"{name}-{Guid.NewGuid():N}"[..30], "Kept");
        return (here, await here.StaffAsync("Mo", Role.Manager));
    }

    private static async Task SetAsync(Actor manager, Kept kind, int months)
    {
        var form = new RetentionForm
        {
            Kind = kind,
            Goes = true,
            Months = $"{months}",
        };
        (await manager.DoAsync((SetRetention set) => set.HandleAsync(form))).ShouldBe(SetRetention.Outcome.Set);
    }

    // Two deliveries: the round that was missed plans the one of this night.
    private async Task NightsAsync(DateOnly until)
    {
        bank.Clock.Advance(until.ToDateTime(new(10, 30)) - bank.Clock.GetUtcNow().DateTime);
        await bank.DeliverAsync();
    }

    private static Task<List<MemberId>> ErasedAsync(Place here) =>
        here.ReadAsync(db => db.Members.Where(m => m.ErasedOn != null).Select(m => m.Id).ToListAsync());

    private static Task<(int Notes, int Checks, int Looks, int Restrictions)> CountAsync(Place here) =>
        here.ReadAsync(async db =>
            (
                await db.CareNotes.CountAsync(),
                await db.MemberChecks.CountAsync(),
                await db.RecordViews.CountAsync(),
                await db.Restrictions.CountAsync()
            )
        );

    private static Task<int> LeaveAsync(Place here, MemberId member, DateOnly on) =>
        here.WriteAsync(db =>
            db.Members.Where(m => m.Id == member)
                .ExecuteUpdateAsync(m => m.SetProperty(x => x.Status, MemberStatus.Left).SetProperty(x => x.LeftOn, on))
        );
}
