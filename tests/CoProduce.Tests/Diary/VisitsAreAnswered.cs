using CoProduce.Tests.Offers;
using CoProduce.Tests.Support;
using CoProduce.Web.Features.Diary;
using CoProduce.Web.Features.Exchanges;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Offers;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace CoProduce.Tests.Diary;

public sealed class VisitsAreAnswered(Bank bank) : IClassFixture<Bank>
{
    [Fact]
    public async Task The_first_answer_logs_it_once_and_the_second_moves_the_hours()
    {
        var (cora, ann, bob, visit) = await OverAsync();
        (await ann.SaysAsync(visit, 90)).ShouldBe(AnswerVisit.Outcome.Logged);
        (await ann.SaysAsync(visit, 90)).ShouldBe(AnswerVisit.Outcome.DoneAlready);
        var exchange = (await bank.Riverside.VisitAsync(visit)).ExchangeId!.Value;
        (await StatusAsync(exchange)).ShouldBe(ExchangeStatus.Unconfirmed);
        var before = await ann.BalanceAsync();
        (await bob.SaysAsync(visit, 90)).ShouldBe(AnswerVisit.Outcome.Agreed);
        (await StatusAsync(exchange)).ShouldBe(ExchangeStatus.Confirmed);
        (await ann.BalanceAsync()).ShouldBe(before + 90);
        (await bank.Riverside.ReadAsync(db => db.Exchanges.CountAsync(e => e.GiverId == ann.Member))).ShouldBe(1);
        (await cora.TodayAsync()).Over.Lines.ShouldNotContain(l => l.Visit.Id == visit);
    }

    [Fact]
    public async Task A_request_is_being_arranged_with_the_visit_and_met_by_its_exchange()
    {
        var (here, cora) = (bank.Riverside, await bank.Riverside.CoordinatorAsync());
        var (ann, bob) = (await here.MemberAsync("Ann"), await here.MemberAsync("Bob"));
        var request = await bob.PutsUpAsync(OfferKind.Request, "A lift to market");
        var page = await (await cora.BrowserAsync()).OpenAsync($"board/{request.Value}");
        page.QuerySelector($"main a[href*='diary/new?offer={request.Value}&receiver=']").ShouldNotBeNull();
        var form = here.Visit(ann.Member, bob.Member);
        form.Offer = request.Value;
        var visit = await cora.ArrangesAsync(form);
        (await here.OfferAsync(request)).Status.ShouldBe(OfferStatus.Arranged);
        bank.Clock.Advance(TimeSpan.FromDays(3));
        (await ann.SaysAsync(visit, 60)).ShouldBe(AnswerVisit.Outcome.Logged);
        var met = await here.OfferAsync(request);
        (met.Status, met.ExchangeId).ShouldBe((OfferStatus.Met, (await here.VisitAsync(visit)).ExchangeId));
    }

    [Fact]
    public async Task Both_at_the_same_moment_are_one_exchange()
    {
        var (_, ann, bob, visit) = await OverAsync();
        var outcomes = await Task.WhenAll(ann.SaysAsync(visit, 60), bob.SaysAsync(visit, 60));
        outcomes.Order().ShouldBe([AnswerVisit.Outcome.Logged, AnswerVisit.Outcome.Agreed]);
        var exchange = await bank.Riverside.ReadAsync(db => db.Exchanges.SingleAsync(e => e.GiverId == ann.Member));
        exchange.Status.ShouldBe(ExchangeStatus.Confirmed);
    }

    [Fact]
    public async Task Another_length_is_for_a_coordinator_and_private_words_stay_private()
    {
        var (cora, ann, bob, visit) = await OverAsync();
        await ann.SaysAsync(visit, 90);
        (await bob.SaysAsync(visit, 60, notWell: "The stairs frightened me")).ShouldBe(AnswerVisit.Outcome.Different);
        var exchange = await bank.Riverside.ReadAsync(db => db.Exchanges.SingleAsync(e => e.GiverId == ann.Member));
        exchange.Status.ShouldBe(ExchangeStatus.Disputed);
        exchange.DisputeReason.ShouldNotContain("stairs");
        var line = (await cora.TodayAsync()).NotWell.Single(n => n.Line.Visit.Id == visit);
        line.Answer.Words.ShouldContain("stairs");
        var seen = new VisitStepForm { Visit = visit.Value, Of = bob.Member.Value };
        (await cora.DoAsync((StepVisit step) => step.SeenAsync(seen))).ShouldBe(StepVisit.Outcome.Done);
        (await cora.TodayAsync()).NotWell.ShouldNotContain(n => n.Line.Visit.Id == visit);
    }

    [Fact]
    public async Task What_did_not_happen_is_closed_and_moves_nothing()
    {
        var (_, ann, bob, visit) = await OverAsync();
        (await bob.SaysAsync(visit, null, notWell: "The bus did not come")).ShouldBe(AnswerVisit.Outcome.Closed);
        (await bank.Riverside.VisitAsync(visit)).Status.ShouldBe(VisitStatus.DidNotHappen);
        (await bank.Riverside.ReadAsync(db => db.Exchanges.AnyAsync(e => e.GiverId == ann.Member))).ShouldBeFalse();
    }

    [Fact]
    public async Task A_coordinator_notes_a_call_and_the_hours_move_at_once()
    {
        var (cora, ann, bob, visit) = await OverAsync();
        var form = Arranging.Answer(visit, 60);
        form.Member = bob.Member.Value;
        (await cora.DoAsync((AnswerVisit answer) => answer.ForMemberAsync(form))).ShouldBe(AnswerVisit.Outcome.Logged);
        (await bank.Riverside.ReadAsync(db => db.Exchanges.SingleAsync(e => e.GiverId == ann.Member))).Status.ShouldBe(
            ExchangeStatus.Confirmed
        );
        (await ann.SaysAsync(visit, 60)).ShouldBe(AnswerVisit.Outcome.Agreed);
    }

    [Fact]
    public async Task The_link_of_a_mail_answers_for_its_member_alone_and_needs_no_sign_in()
    {
        var (_, ann, bob, visit) = await OverAsync();
        var path = await ann.DoAsync((VisitLinks links) => Task.FromResult(links.PathFor(visit, bob.Member)));
        var stranger = bank.Stranger();
        var page = await stranger.OpenAsync(path);
        await stranger.SendAsync(
            page,
            new()
            {
                ["Answer.DidHappen"] = "yes",
                ["Answer.HowLong.Choice"] = "60",
                ["Answer.AllWell"] = "yes",
            }
        );
        stranger.Path.ShouldContain("done=answered");
        var answer = await bank.Riverside.ReadAsync(db => db.VisitAnswers.SingleAsync(a => a.VisitId == visit));
        (answer.MemberId, answer.Minutes, answer.By).ShouldBe((bob.Member, 60, null));
        var other = await bank.Riverside.MemberAsync("Olu");
        (await other.SaysAsync(visit, 60)).ShouldBe(AnswerVisit.Outcome.NotFound);
        await stranger.OpenAsync(path + "x");
        stranger.Status.ShouldBe(System.Net.HttpStatusCode.Gone);
    }

    [Fact]
    public async Task Who_is_not_home_half_an_hour_after_the_end_is_rung_until_somebody_says_so()
    {
        var (here, cora) = (bank.Riverside, await bank.Riverside.CoordinatorAsync());
        var (ann, bob) = (await here.MemberAsync("Ann"), await here.MemberAsync("Bob"));
        var form = here.Visit(ann.Member, bob.Member, inDays: 1, at: "14:00");
        (form.IsHomeVisit, form.AsksIfHome) = (true, true);
        var visit = await cora.ArrangesAsync(form);
        var step = new VisitStepForm { Visit = visit.Value };
        (await ann.DoAsync((StepVisit s) => s.HomeAsync(step))).ShouldBe(StepVisit.Outcome.NotNow);
        var end = (await here.VisitAsync(visit)).EndsAt;
        bank.Clock.Advance(end.AddMinutes(29) - bank.Clock.GetUtcNow());
        (await cora.TodayAsync()).Ring.ShouldNotContain(l => l.Visit.Id == visit);
        bank.Clock.Advance(TimeSpan.FromMinutes(1));
        (await cora.TodayAsync()).Ring.ShouldContain(l => l.Visit.Id == visit);
        (await bob.DoAsync((StepVisit s) => s.HomeAsync(new() { Visit = visit.Value }))).ShouldBe(StepVisit.Outcome.NotFound);
        (await ann.DoAsync((StepVisit s) => s.HomeAsync(new() { Visit = visit.Value }))).ShouldBe(StepVisit.Outcome.Done);
        (await cora.TodayAsync()).Ring.ShouldNotContain(l => l.Visit.Id == visit);
    }

    private async Task<(Actor Cora, Actor Ann, Actor Bob, VisitId Visit)> OverAsync()
    {
        var (here, cora) = (bank.Riverside, await bank.Riverside.CoordinatorAsync());
        var (ann, bob) = (await here.MemberAsync("Ann"), await here.MemberAsync("Bob"));
        var visit = await cora.ArrangesAsync(here.Visit(ann.Member, bob.Member, inDays: 1));
        (await ann.SaysAsync(visit, 60)).ShouldBe(AnswerVisit.Outcome.TooEarly);
        bank.Clock.Advance((await here.VisitAsync(visit)).EndsAt - bank.Clock.GetUtcNow());
        return (cora, ann, bob, visit);
    }

    private Task<ExchangeStatus> StatusAsync(ExchangeId id) =>
        bank.Riverside.ReadAsync(db => db.Exchanges.Where(e => e.Id == id).Select(e => e.Status).SingleAsync());
}
