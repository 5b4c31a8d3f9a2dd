using CoProduce.Ledger;
using CoProduce.Tests.Diary;
using CoProduce.Tests.Support;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Diary;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Moving;
using CoProduce.Web.Features.Offers;
using CoProduce.Web.Features.Organisations;
using CoProduce.Web.Features.Privacy;
using CoProduce.Web.Features.Skills;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace CoProduce.Tests.Moving;

/// <summary>With their word somebody moves to an affiliated organisation: what they ticked arrives, their hours cross, and the old membership ends, all at once or not at all.</summary>
public sealed class MembersMoveBetweenOrganisations(Bank bank) : IClassFixture<Bank>
{
    [Fact]
    public async Task What_was_ticked_arrives_and_the_old_membership_ends()
    {
        var (old, near, _) = await bank.TwoAffiliatedAsync();
        var (cora, nia) = (await old.CoordinatorAsync(), await near.CoordinatorAsync("Nia"));
        var lou = await FullAsync(old, cora);
        var (proposed, move) = await cora.ProposesAsync(lou, near);
        proposed.ShouldBe(ProposeDeparture.Outcome.Proposed);
        (await cora.ProposesAsync(lou, near)).Outcome.ShouldBe(ProposeDeparture.Outcome.OneWaits);
        (await old.BalanceAsync(lou)).ShouldBe(120);
        var departure = await old.ReadAsync(db => db.Departures.SingleAsync());
        departure.Wording.ShouldContain("Here Time Bank may give There Time Bank my name");
        departure.AgreedBy.ShouldBe(Door.Phone);

        var key = Guid.CreateVersion7();
        (await nia.WelcomesAsync(move, key)).ShouldBe(AnswerArrival.Outcome.Welcomed);
        (await nia.WelcomesAsync(move, key)).ShouldBe(AnswerArrival.Outcome.Welcomed);

        var arrival = await near.ArrivalAsync(move);
        var here = arrival.MemberId!.Value;
        (await near.BalanceAsync(here)).ShouldBe(120); // and no second welcome
        (await old.BalanceAsync(lou)).ShouldBe(0);
        (await old.AccountAsync(lou)).ClosedAt.ShouldNotBeNull();
        var left = await old.ReadAsync(db => db.Members.SingleAsync(m => m.Id == lou));
        (left.Status, left.LeftOn.HasValue).ShouldBe((MemberStatus.Left, true));
        (await old.ReadAsync(db => db.Offers.SingleAsync())).Status.ShouldBe(OfferStatus.Withdrawn);
        var contact = await near.ReadAsync(db => db.MemberContacts.SingleAsync(c => c.MemberId == here));
        (contact.Email, contact.AccessTicks).ShouldBe(("lou@moves.example", AccessNeed.StepFree));
        (await near.ReadAsync(db => db.MemberSkills.SingleAsync(s => s.MemberId == here))).Words.ShouldBe("Bonsai");
        (await near.ReadAsync(db => db.MemberLanguages.SingleAsync(s => s.MemberId == here))).Code.ShouldBe("cy");
        var consent = await near.ReadAsync(db => db.Consents.SingleAsync(s => s.MemberId == here));
        (consent.IsGiven, consent.Door, consent.Wording).ShouldBe((true, Door.Affiliate, "May we tell your story?"));
        arrival.Parcel.ShouldNotContain("lou@moves.example");
        arrival.Parcel.ShouldNotContain("Bob", Case.Sensitive);
        await old.DoDueAsync();
        (await old.UnsentAsync()).ShouldContain(l => l.Contains("You belong to There Time Bank now", StringComparison.Ordinal));
        (await near.UnsentAsync()).ShouldContain(l => l.Contains("You are a member of There Time Bank now", StringComparison.Ordinal));
        await old.BooksAreSoundAsync();
        await near.BooksAreSoundAsync();
    }

    [Fact]
    public async Task What_was_arranged_in_the_old_place_ends_and_the_other_is_told()
    {
        var (old, near, _) = await bank.TwoAffiliatedAsync();
        var (cora, nia) = (await old.CoordinatorAsync(), await near.CoordinatorAsync("Nia"));
        var (lou, bob) = (await old.AddMemberAsync("Lou"), await old.AddMemberAsync("Bob"));
        await cora.ArrangesAsync(old.Visit(lou, bob, inDays: 5));
        var (_, move) = await cora.ProposesAsync(lou, near);
        (await nia.WelcomesAsync(move)).ShouldBe(AnswerArrival.Outcome.Welcomed);
        await old.DoDueAsync();
        (await old.ReadAsync(db => db.Visits.SingleAsync())).Status.ShouldBe(VisitStatus.CalledOff);
        (await old.ReadAsync(db => db.VisitCalls.SingleAsync(c => c.News == VisitNews.CalledOff))).MemberId.ShouldBe(bob);
    }

    [Fact]
    public async Task What_was_not_ticked_stays()
    {
        var (old, near, _) = await bank.TwoAffiliatedAsync();
        var (cora, nia) = (await old.CoordinatorAsync(), await near.CoordinatorAsync("Nia"));
        var lou = await FullAsync(old, cora);
        var (_, move) = await cora.ProposesAsync(lou, near, MoveParts.Languages);
        var parcel = (await near.ArrivalAsync(move)).Parcel;
        foreach (var secret in new[] { "lou@moves.example", "Bonsai", "tell your story", "1951" })
            parcel.ShouldNotContain(secret);
        (await nia.WelcomesAsync(move)).ShouldBe(AnswerArrival.Outcome.Welcomed);
        var here = (await near.ArrivalAsync(move)).MemberId!.Value;
        (await near.BalanceAsync(here)).ShouldBe(0);
        (await old.BalanceAsync(lou)).ShouldBe(120);
        (await old.AccountAsync(lou)).ClosedAt.ShouldBeNull(); // somebody decides what becomes of them
        (await near.ReadAsync(db => db.MemberSkills.AnyAsync(s => s.MemberId == here))).ShouldBeFalse();
    }

    [Fact]
    public async Task A_debt_stays_behind_and_nothing_is_lost()
    {
        var (old, near, _) = await bank.TwoAffiliatedAsync();
        var (cora, nia) = (await old.CoordinatorAsync(), await near.CoordinatorAsync("Nia"));
        var lou = await old.AddMemberAsync("Lou");
        await old.SpendsAsync(lou, 180);
        var (_, move) = await cora.ProposesAsync(lou, near);
        (await nia.WelcomesAsync(move)).ShouldBe(AnswerArrival.Outcome.Welcomed);
        (await old.BalanceAsync(lou)).ShouldBe(-60);
        (await near.BalanceAsync((await near.ArrivalAsync(move)).MemberId!.Value)).ShouldBe(0);
        await old.BooksAreSoundAsync();
    }

    [Fact]
    public async Task A_refusal_by_the_other_side_changes_nothing_on_either()
    {
        var (old, near, affiliation) = await bank.TwoAffiliatedAsync(hours: 1);
        var (cora, nia) = (await old.CoordinatorAsync(), await near.CoordinatorAsync("Nia"));
        var (lou, bob) = (await old.MemberAsync("Lou"), await old.MemberAsync("Bob"));
        var (_, move) = await cora.ProposesAsync(lou.Member, near);
        (await nia.WelcomesAsync(move)).ShouldBe(AnswerArrival.Outcome.LimitReached);
        var (_, exchange) = await bob.GaveAsync(60, to: lou.Member);
        (await nia.WelcomesAsync(move)).ShouldBe(AnswerArrival.Outcome.ExchangesWait);
        await lou.ConfirmsAsync(exchange);

        (await near.ReadAsync(db => db.Members.CountAsync())).ShouldBe(0);
        (await old.ReadAsync(db => db.Members.SingleAsync(m => m.Id == lou.Member))).Status.ShouldBe(MemberStatus.Active);
        (await near.ArrivalAsync(move)).Status.ShouldBe(MoveStatus.Waiting);
        await near.BooksAreSoundAsync();
        (await nia.WelcomesAsync(move)).ShouldBe(AnswerArrival.Outcome.Welcomed);
        affiliation.ShouldNotBe(default);
    }

    [Fact]
    public async Task Until_it_is_answered_it_can_be_taken_back_and_leaves_nothing_there()
    {
        var (old, near, _) = await bank.TwoAffiliatedAsync();
        var (cora, nia) = (await old.CoordinatorAsync(), await near.CoordinatorAsync("Nia"));
        var lou = await FullAsync(old, cora);
        var (_, move) = await cora.ProposesAsync(lou, near);
        (await cora.DoAsync((WithdrawDeparture withdraw) => withdraw.HandleAsync(new() { Move = move }))).ShouldBe(
            WithdrawDeparture.Outcome.Withdrawn
        );
        var arrival = await near.ArrivalAsync(move);
        (arrival.Name, arrival.Parcel, arrival.Status).ShouldBe(("", "", MoveStatus.Withdrawn));
        (await nia.WelcomesAsync(move)).ShouldBe(AnswerArrival.Outcome.NotWaiting);
        (await cora.DoAsync((WithdrawDeparture withdraw) => withdraw.HandleAsync(new() { Move = move }))).ShouldBe(
            WithdrawDeparture.Outcome.Answered
        );
        (await cora.ProposesAsync(lou, near)).Outcome.ShouldBe(ProposeDeparture.Outcome.Proposed);
    }

    [Fact]
    public async Task A_no_is_said_in_kind_words_that_the_old_place_reads()
    {
        var (old, near, _) = await bank.TwoAffiliatedAsync();
        var (cora, nia) = (await old.CoordinatorAsync(), await near.CoordinatorAsync("Nia"));
        var lou = await FullAsync(old, cora);
        var (_, move) = await cora.ProposesAsync(lou, near);
        var browser = await nia.BrowserAsync();
        var page = await browser.OpenAsync("moves");
        page.Body!.TextContent.ShouldContain("Lou Moves");
        page = await browser.OpenAsync($"moves/{move}");
        page.Body!.TextContent.ShouldContain("Bonsai");
        page = await browser.SendAsync(page, new() { ["Form.Says"] = ArrivalForm.No });
        page.QuerySelector("#f-Answer-error")!.TextContent.ShouldContain("Say why not");
        page = await browser.SendAsync(page, new() { ["Form.Says"] = ArrivalForm.No, ["Form.Answer"] = "We are full until spring" });
        page.QuerySelector(".notice-done")!.TextContent.ShouldContain("You said no.");
        (await near.ArrivalAsync(move)).Parcel.ShouldBe("");
        page = await (await cora.BrowserAsync()).OpenAsync($"members/{lou.Value}");
        page.Body!.TextContent.ShouldContain("We are full until spring");
        (await old.BalanceAsync(lou)).ShouldBe(120);
    }

    [Fact]
    public async Task Nothing_crosses_to_an_organisation_that_is_not_affiliated_or_is_no_longer()
    {
        var (old, near, affiliation) = await bank.TwoAffiliatedAsync();
        var (cora, nia, mo) = (await old.CoordinatorAsync(), await near.CoordinatorAsync("Nia"), await old.StaffAsync("Mo", Role.Manager));
        var lou = await FullAsync(old, cora);
        (await cora.ProposesAsync(lou, bank.Hillside)).Outcome.ShouldBe(ProposeDeparture.Outcome.NotAffiliated);
        var (_, move) = await cora.ProposesAsync(lou, near);
        await mo.DoAsync(
            (AnswerAffiliation answer) => answer.HandleAsync(new() { Affiliation = affiliation, Answer = AffiliationAnswer.End })
        );
        (await nia.WelcomesAsync(move)).ShouldBe(AnswerArrival.Outcome.NotAffiliated);
        (await near.ReadAsync(db => db.Members.CountAsync())).ShouldBe(0);
        (await bank.Hillside.ReadAsync(db => db.Arrivals.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task Coordinators_are_reminded_after_two_weeks_and_no_letter_names_the_person()
    {
        var (old, near, _) = await bank.TwoAffiliatedAsync();
        var (cora, _) = (await old.CoordinatorAsync(), await near.CoordinatorAsync("Nia"));
        var (_, move) = await cora.ProposesAsync(await FullAsync(old, cora), near);
        await near.DoDueAsync();
        await near.DoDueAsync();
        (await near.UnsentAsync()).ShouldHaveSingleItem().ShouldNotContain("Lou", Case.Sensitive);
        bank.Clock.Advance(TimeSpan.FromDays(RemindOfArrival.Days));
        await near.DoDueAsync();
        (await near.UnsentAsync()).Count.ShouldBe(2);
        await cora.DoAsync((WithdrawDeparture withdraw) => withdraw.HandleAsync(new() { Move = move }));
        bank.Clock.Advance(TimeSpan.FromDays(RemindOfArrival.Days));
        await near.DoDueAsync();
        (await near.UnsentAsync()).Count.ShouldBe(2);
    }

    [Fact]
    public async Task Who_leaves_meanwhile_waits_nowhere_any_more()
    {
        var (old, near, _) = await bank.TwoAffiliatedAsync();
        var (cora, lou) = (await old.CoordinatorAsync(), await old.AddMemberAsync("Lou"));
        var (_, move) = await cora.ProposesAsync(lou, near);
        var leave = new LeaveForm
        {
            Member = lou.Value,
            Balance = 120,
            Rest = LeaveForm.Later,
            Reason = "Stops",
        };
        (await cora.DoAsync((EndMembership end) => end.HandleAsync(leave))).ShouldBe(EndMembership.Outcome.Left);
        (await near.ArrivalAsync(move)).Parcel.ShouldBe("");
    }

    [Fact]
    public async Task Somebody_moves_back_the_same_way()
    {
        var (old, near, _) = await bank.TwoAffiliatedAsync();
        var (cora, nia) = (await old.CoordinatorAsync(), await near.CoordinatorAsync("Nia"));
        var (_, move) = await cora.ProposesAsync(await FullAsync(old, cora), near);
        await nia.WelcomesAsync(move);
        var (_, back) = await nia.ProposesAsync((await near.ArrivalAsync(move)).MemberId!.Value, old);
        (await cora.WelcomesAsync(back)).ShouldBe(AnswerArrival.Outcome.Welcomed);
        (await old.BalanceAsync((await old.ArrivalAsync(back)).MemberId!.Value)).ShouldBe(120);
        await old.BooksAreSoundAsync();
        await near.BooksAreSoundAsync();
    }

    [Fact]
    public async Task The_page_shows_what_goes_along_and_asks_for_their_yes()
    {
        var (old, near, _) = await bank.TwoAffiliatedAsync();
        var cora = await old.CoordinatorAsync();
        var lou = await FullAsync(old, cora);
        var browser = await cora.BrowserAsync();
        var page = await browser.OpenAsync($"members/{lou.Value}/away");
        page = await browser.SendAsync(page, new() { ["Form.There"] = near.Id.Value.ToString(), ["Form.Ticked"] = "Skills" });
        page.Body!.TextContent.ShouldContain("Bonsai");
        page.Body!.TextContent.ShouldNotContain("lou@moves.example");
        page = await browser.SendAsync(page, new() { ["Form.Agreed"] = null });
        page.QuerySelector(".error-summary")!.TextContent.ShouldContain("Nothing goes along without their yes.");
        (await old.ReadAsync(db => db.Departures.CountAsync())).ShouldBe(0);
        page = await browser.SendAsync(page, new() { ["Form.Agreed"] = "true" });
        page.QuerySelector(".notice-done")!.TextContent.ShouldContain("They are asked.");
        (await old.ReadAsync(db => db.Departures.SingleAsync())).Parts.ShouldBe(MoveParts.Skills);
    }

    private async Task<MemberId> FullAsync(Place place, Actor cora)
    {
        var lou = await place.AddMemberAsync("Lou", "Moves", "lou@moves.example");
        await place.WriteAsync(async db =>
        {
            var contact = await db.MemberContacts.SingleAsync(c => c.MemberId == lou);
            (contact.BornOn, contact.AccessTicks) = (new(1951, 4, 1), AccessNeed.StepFree);
            db.MemberSkills.Add(new() { MemberId = lou, Words = "Bonsai" });
            db.MemberLanguages.Add(
                new()
                {
                    MemberId = lou,
                    Code = "cy",
                    Level = LanguageLevel.MotherTongue,
                }
            );
            db.WhatSuits.Add(new() { MemberId = lou, TimesNote = "After lunch" });
            db.Offers.Add(
                new()
                {
                    Id = OfferId.New(),
                    Kind = OfferKind.Offer,
                    MemberId = lou,
                    Title = "Trees in pots",
                    MadeAt = bank.Clock.GetUtcNow(),
                }
            );
            db.Consents.Add(
                new()
                {
                    Id = Guid.NewGuid(),
                    MemberId = lou,
                    Purpose = ConsentPurpose.Story,
                    IsGiven = true,
                    Version = 1,
                    Wording = "May we tell your story?",
                    At = bank.Clock.GetUtcNow(),
                    By = cora.Id,
                    Door = Door.Phone,
                }
            );
            return true;
        });
        return lou;
    }
}
