using System.Net;
using CoProduce.Tests.Care;
using CoProduce.Tests.Circles;
using CoProduce.Tests.Diary;
using CoProduce.Tests.Messages;
using CoProduce.Tests.Offers;
using CoProduce.Tests.Support;
using CoProduce.Web.Features.Care;
using CoProduce.Web.Features.Diary;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Offers;
using CoProduce.Web.Features.Privacy;
using CoProduce.Web.Features.Talk;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using static CoProduce.Web.Features.Talk.WriteMessage.Outcome;

namespace CoProduce.Tests.Talk;

public sealed class WhoMayWriteToWhom(WritingBank bank) : IClassFixture<WritingBank>
{
    [Fact]
    public async Task Nobody_until_the_organisation_says_so()
    {
        var here = await bank.CreateAsync("talk-off", "Off");
        var (ann, bob) = (await here.MemberAsync("Ann"), await here.MemberAsync("Bob"));
        await ann.MeetsAsync(bob);
        (await ann.WritesAsync(bob.Member)).ShouldBe(Off);
        (await ann.ReadsAsync("me/messages")).ShouldContain("cannot write to one another here now");
        await here.ChangesTalkAsync(isOn: true, coordinatorsRead: false);
        (await ann.WritesAsync(bob.Member)).ShouldBe(Sent);
    }

    [Fact]
    public async Task To_somebody_whom_nothing_brought_together_with_them_there_is_no_such_page()
    {
        var here = await bank.WhereMembersWriteAsync();
        var (ann, bob) = (await here.MemberAsync("Ann"), await here.MemberAsync("Bob"));
        (await ann.WritesAsync(bob.Member)).ShouldBe(AskCoordinator);
        var browser = await ann.BrowserAsync();
        await browser.OpenAsync($"me/messages/{bob.Member.Value}");
        browser.Status.ShouldBe(HttpStatusCode.NotFound);
        (await here.TalkAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Those_who_exchanged_and_both_said_so_and_silence_is_no_yes()
    {
        var (here, ann, bob) = await bank.TwoWhoMetAsync();
        (await bob.WritesAsync(ann.Member)).ShouldBe(Sent);
        var eve = await here.MemberAsync("Eve");
        await ann.GaveAsync(30, to: eve.Member);
        (await ann.WritesAsync(eve.Member)).ShouldBe(AskCoordinator);
        bank.Clock.Advance(TimeSpan.FromDays(60));
        await bank.DeliverAsync();
        (await here.ReadAsync(db => db.Exchanges.CountAsync(e => e.EntryId != null))).ShouldBe(2);
        (await ann.WritesAsync(eve.Member)).ShouldBe(AskCoordinator);
    }

    [Fact]
    public async Task Those_whom_a_yes_on_the_board_a_visit_or_a_household_brought_together()
    {
        var here = await bank.WhereMembersWriteAsync();
        var (cora, ann, bob) = (await here.CoordinatorAsync(), await here.MemberAsync("Ann"), await here.MemberAsync("Bob"));
        await here.LetsPeopleAnswerAsync();
        await here.ContactAsync(ann.Member, c => c.Email = Writing.Address());
        var (_, answer) = await bob.AnswersAsync(await ann.PutsUpAsync(OfferKind.Request, "A lift"));
        (await bob.WritesAsync(ann.Member)).ShouldBe(AskCoordinator);
        await ann.DoAsync((SettleAnswer settle) => settle.ByOwnerAsync(answer, true));
        (await bob.WritesAsync(ann.Member)).ShouldBe(Sent);

        var eve = await here.MemberAsync("Eve");
        var visit = await cora.ArrangesAsync(here.Visit(ann.Member, eve.Member));
        (await ann.WritesAsync(eve.Member)).ShouldBe(Sent);
        var (dan, flo) = (await here.MemberAsync("Dan"), await here.MemberAsync("Flo"));
        visit = await cora.ArrangesAsync(here.Visit(dan.Member, flo.Member));
        (await cora.DoAsync((CallOffVisit call) => call.ForMembersAsync(new() { Visit = visit.Value, Why = "Ill" }))).ShouldBe(
            CallOffVisit.Outcome.CalledOff
        );
        (await dan.WritesAsync(flo.Member)).ShouldBe(AskCoordinator);
        await here.HouseholdAsync(dan.Member, flo.Member);
        (await dan.WritesAsync(flo.Member)).ShouldBe(Sent);
    }

    [Fact]
    public async Task Those_who_are_both_in_the_directory_and_whoever_was_written_to_may_answer()
    {
        var here = await bank.WhereMembersWriteAsync();
        var (ann, bob) = (await here.MemberAsync("Ann"), await here.MemberAsync("Bob"));
        await InDirectoryAsync(bob, true);
        (await ann.WritesAsync(bob.Member)).ShouldBe(AskCoordinator);
        (await ann.ReadsAsync("directory")).ShouldNotContain("Write");
        await InDirectoryAsync(ann, true);
        (await ann.ReadsAsync("directory")).ShouldContain("Write");
        (await ann.WritesAsync(bob.Member)).ShouldBe(Sent);
        await InDirectoryAsync(bob, false);
        (await ann.WritesAsync(bob.Member)).ShouldBe(AskCoordinator);
        (await bob.WritesAsync(ann.Member)).ShouldBe(Sent); // an answer
    }

    [Fact]
    public async Task Never_in_custody_nor_suspended_nor_gone_nor_without_a_page_to_read_it_on()
    {
        var (here, ann, bob) = await bank.TwoWhoMetAsync();
        var phones = await here.AddMemberAsync("Phyllis");
        await here.HouseholdAsync(ann.Member, phones);
        (await ann.WritesAsync(phones)).ShouldBe(AskCoordinator);
        foreach (var status in new[] { MemberStatus.Suspended, MemberStatus.Left })
        {
            await StandsAsync(here, bob.Member, status);
            (await ann.WritesAsync(bob.Member)).ShouldBe(AskCoordinator);
        }
        await StandsAsync(here, bob.Member, MemberStatus.Active);
        (await ann.WritesAsync(bob.Member)).ShouldBe(Sent);
        await here.MoveAsync(bob.Member, await here.CustodyAsync());
        (await ann.WritesAsync(bob.Member)).ShouldBe(AskCoordinator);
        (await bob.WritesAsync(ann.Member)).ShouldBe(AskCoordinator);
        (await ann.ReadsAsync("me/messages")).ShouldNotContain("Leafhill");
    }

    [Fact]
    public async Task Under_18_only_with_one_another_and_a_guardians_yes()
    {
        var (here, ann, bob) = await bank.TwoWhoMetAsync();
        var kim = await here.MemberAsync("Kim");
        await kim.MeetsAsync(bob);
        await kim.MeetsAsync(ann);
        await bornAsync(bob, 16);
        await agreeAsync(bob);
        (await ann.WritesAsync(bob.Member)).ShouldBe(AskCoordinator);
        (await bob.WritesAsync(ann.Member)).ShouldBe(AskCoordinator);
        (await ann.ReadsAsync($"me/messages/{bob.Member.Value}")).ShouldContain("You cannot write to this member here now");
        await bornAsync(kim, 15);
        (await kim.WritesAsync(bob.Member)).ShouldBe(AskCoordinator); // nobody said yes for Kim
        await agreeAsync(kim);
        (await kim.WritesAsync(bob.Member)).ShouldBe(Sent);

        Task bornAsync(Actor who, int years) =>
            here.ContactAsync(who.Member, c => c.BornOn = DateOnly.FromDateTime(bank.Clock.GetUtcNow().Date).AddYears(-years));
        Task agreeAsync(Actor who) =>
            here.WriteAsync(db =>
                Task.FromResult(
                    db.GuardianConsents.Add(
                        new()
                        {
                            Id = Guid.CreateVersion7(),
                            MemberId = who.Member,
                            IsGiven = true,
                            Wording = "I agree.",
                            Guardian = "Parent",
                            SaidOn = Caring.Today,
                            RecordedAt = bank.Clock.GetUtcNow(),
                        }
                    )
                )
            );
    }

    [Fact]
    public async Task Not_round_what_is_to_be_kept_to_but_a_rule_about_homes_is_none_about_words()
    {
        var (here, ann, bob) = await bank.TwoWhoMetAsync();
        var cora = await here.CoordinatorAsync();
        await cora.RestrictsAsync(bob.Member, RestrictionKind.NoHomeVisits);
        (await ann.WritesAsync(bob.Member)).ShouldBe(Sent);
        await cora.RestrictsAsync(bob.Member, RestrictionKind.CoordinatorPresent);
        (await ann.WritesAsync(bob.Member)).ShouldBe(AskCoordinator);
        var page = await ann.ReadsAsync($"me/messages/{bob.Member.Value}");
        page.ShouldContain("You cannot write to this member here now");
        page.ShouldNotContain("coordinator there");
    }

    [Fact]
    public async Task Nobody_of_another_organisation()
    {
        var (here, ann, bob) = await bank.TwoWhoMetAsync();
        await ann.WritesAsync(bob.Member, "Ours alone");
        var hal = await bank.Hillside.MemberAsync("Hal");
        await bank.Hillside.ChangesTalkAsync(isOn: true, coordinatorsRead: true);
        (await hal.WritesAsync(ann.Member)).ShouldBe(AskCoordinator);
        var cora = await (await bank.Hillside.CoordinatorAsync()).BrowserAsync();
        await cora.OpenAsync($"members/{ann.Member.Value}/messages/{bob.Member.Value}");
        cora.Status.ShouldBe(HttpStatusCode.NotFound);
        (await here.TalkAsync()).ShouldHaveSingleItem();
    }

    private static Task<GiveConsent.Outcome> InDirectoryAsync(Actor who, bool yes) =>
        who.DoAsync(
            (GiveConsent give) =>
                give.HandleAsync(
                    new()
                    {
                        Purpose = ConsentPurpose.Directory,
                        Give = yes,
                        Version = 1,
                    }
                )
        );

    private static Task<int> StandsAsync(Place here, MemberId member, MemberStatus status) =>
        here.WriteAsync(db => db.Members.Where(m => m.Id == member).ExecuteUpdateAsync(m => m.SetProperty(x => x.Status, status)));
}
