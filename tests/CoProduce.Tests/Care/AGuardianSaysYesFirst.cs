using CoProduce.Tests.Joining;
using CoProduce.Tests.Support;
using CoProduce.Web.Features.Care;
using CoProduce.Web.Features.Care.Guardians;
using CoProduce.Web.Features.Exchanges;
using CoProduce.Web.Features.Joining;
using CoProduce.Web.Features.Joining.Steps;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Ui;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace CoProduce.Tests.Care;

/// <summary>Somebody under 18 takes part once a guardian has said yes; row 17, pupils who tutor younger ones, is walked with it.</summary>
public sealed class AGuardianSaysYesFirst(JoiningBank bank) : IClassFixture<JoiningBank>
{
    private DateOnly Today => DateOnly.FromDateTime(bank.Clock.GetUtcNow().Date);

    [Fact]
    public async Task A_fifth_year_tutors_a_younger_pupil_when_both_guardians_agreed_and_not_before()
    {
        var (here, cora) = await PlaceAsync();
        var (fifth, first) = (await MinorAsync(here, "Fife", 16), await MinorAsync(here, "Fern", 12));
        (await cora.LogsAsync(fifth, first, 60)).Outcome.ShouldBe(LogOutcome.CheckMissing);
        await SaysAsync(cora, fifth, yes: true);
        (await cora.LogsAsync(fifth, first, 60)).Outcome.ShouldBe(LogOutcome.CheckMissing);
        await SaysAsync(cora, first, yes: true);
        (await cora.LogsAsync(fifth, first, 60)).Outcome.ShouldBe(LogOutcome.Logged);
        await SaysAsync(cora, first, yes: false);
        (await cora.LogsAsync(fifth, first, 60)).Outcome.ShouldBe(LogOutcome.CheckMissing);
        (await here.BalanceAsync(fifth)).ShouldBe(180);
    }

    [Fact]
    public async Task At_eighteen_nobody_is_asked_any_more_and_a_yes_for_a_time_ends()
    {
        var (here, cora) = await PlaceAsync();
        var (young, old) = (await MinorAsync(here, "Young", 17), await here.AddMemberAsync("Old"));
        await SaysAsync(cora, young, yes: true, until: Today.AddDays(3));
        (await cora.LogsAsync(young, old, 15)).Outcome.ShouldBe(LogOutcome.Logged);
        bank.Clock.Advance(TimeSpan.FromDays(4));
        (await cora.LogsAsync(young, old, 15)).Outcome.ShouldBe(LogOutcome.CheckMissing);
        bank.Clock.Advance(TimeSpan.FromDays(366));
        (await cora.LogsAsync(young, old, 15)).Outcome.ShouldBe(LogOutcome.Logged);
    }

    [Fact]
    public async Task Whoever_said_when_joining_that_they_are_under_18_waits_for_the_yes_though_nobody_knows_the_day_of_birth()
    {
        var (here, cora) = await PlaceAsync();
        await here.AsksForAsync();
        var joiner = await cora.WritesDownAsync("June");
        await here.WriteAsync(db => db.Joiners.Where(j => j.Id == joiner).ExecuteUpdateAsync(j => j.SetProperty(x => x.IsUnder18, true)));
        (await cora.ApprovesAsync(joiner)).ShouldBe(ApproveJoiner.Outcome.StepMissing);
        var yes = new GuardianYesForm
        {
            Joiner = joiner.Value,
            Name = "May",
            SaysYes = true,
        };
        (await cora.DoAsync((NoteGuardianYes note) => note.HandleAsync(yes))).ShouldBe(NoteGuardianYes.Outcome.Noted);
        (await cora.ApprovesAsync(joiner)).ShouldBe(ApproveJoiner.Outcome.Approved);
        (await here.ReadAsync(db => db.Guardians.SingleAsync())).Name.ShouldBe("May");
        var friend = await here.AddMemberAsync("Friend");
        bank.Clock.Advance(TimeSpan.FromMinutes(1));
        var consent = new GuardianConsentForm
        {
            Member = joiner.Member.Value,
            Gives = false,
            SaidOn = DateBoxes.From(Today),
        };
        (await cora.DoAsync((NoteGuardianConsent note) => note.HandleAsync(consent))).ShouldBe(NoteGuardianConsent.Outcome.Noted);
        (await cora.LogsAsync(friend, joiner.Member, 15)).Outcome.ShouldBe(LogOutcome.CheckMissing);
        bank.Clock.Advance(TimeSpan.FromMinutes(1));
        (consent.RequestKey, consent.Gives) = (Guid.CreateVersion7(), true);
        (await cora.DoAsync((NoteGuardianConsent note) => note.HandleAsync(consent))).ShouldBe(NoteGuardianConsent.Outcome.Noted);
        (await cora.LogsAsync(friend, joiner.Member, 15)).Outcome.ShouldBe(LogOutcome.Logged);
    }

    [Fact]
    public async Task What_members_log_themselves_is_looked_at_and_the_desk_says_what_to_do()
    {
        var (here, cora) = await PlaceAsync();
        var (ann, kid) = (await here.MemberAsync("Ann"), await MinorAsync(here, "Kid", 15));
        (await ann.GaveAsync(15, kid)).Outcome.ShouldBe(LogOutcome.Logged);
        (await here.ReadAsync(db => db.CareMarks.SingleAsync())).MemberId.ShouldBe(kid);
        var browser = await cora.BrowserAsync();
        (await browser.OpenAsync("checks/look")).QuerySelector("main")!.TextContent.ShouldContain("no guardian’s yes is written down");
        var page = await browser.OpenAsync($"members/{kid.Value}/guardian");
        page.QuerySelector("main")!.TextContent.ShouldContain("A guardian’s yes is missing.");
        (await here.ReadAsync(db => db.RecordViews.CountAsync(v => v.MemberId == kid && v.ViewedBy == cora.Id))).ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task Not_with_anybody_under_18_speaks_also_where_only_the_guardian_is_known()
    {
        var (here, cora) = await PlaceAsync();
        var (bob, june) = (await here.AddMemberAsync("Bob"), await here.AddMemberAsync("June"));
        await cora.RestrictsAsync(bob, RestrictionKind.NoMinors);
        await SaysAsync(cora, june, yes: true);
        (await cora.LogsAsync(bob, june, 15)).Outcome.ShouldBe(LogOutcome.CareUnread);
    }

    /// <summary>A guardian's yes for that member.</summary>
    public static GuardianConsent Yes(MemberId member, DateOnly day) =>
        new()
        {
            Id = Guid.CreateVersion7(),
            MemberId = member,
            IsGiven = true,
            Wording = "I agree.",
            Guardian = "Parent",
            SaidOn = day,
            RecordedAt = new(day, default, TimeSpan.Zero),
        };

    private async Task<(Place Here, Actor Cora)> PlaceAsync()
    {
        var here = await bank.PlaceAsync();
        return (here, await here.CoordinatorAsync());
    }

    private async Task<MemberId> MinorAsync(Place here, string name, int years)
    {
        var member = await here.AddMemberAsync(name);
        await here.WriteAsync(db =>
            db.MemberContacts.Where(c => c.MemberId == member)
                .ExecuteUpdateAsync(c => c.SetProperty(x => x.BornOn, Today.AddYears(-years).AddDays(-20)))
        );
        return member;
    }

    private async Task SaysAsync(Actor cora, MemberId member, bool yes, DateOnly? until = null)
    {
        var guardian = new GuardianForm
        {
            Member = member.Value,
            Name = "Parent",
            Relation = "mother",
        };
        (await cora.DoAsync((KeepGuardian keep) => keep.HandleAsync(guardian))).ShouldBe(KeepGuardian.Outcome.Kept);
        bank.Clock.Advance(TimeSpan.FromMinutes(1));
        var consent = new GuardianConsentForm
        {
            Member = member.Value,
            Gives = yes,
            SaidOn = DateBoxes.From(Today),
            Until = until is { } day ? DateBoxes.From(day) : new(),
        };
        (await cora.DoAsync((NoteGuardianConsent note) => note.HandleAsync(consent))).ShouldBe(NoteGuardianConsent.Outcome.Noted);
    }
}
