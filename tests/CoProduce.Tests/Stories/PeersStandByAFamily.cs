using CoProduce.Tests.Care;
using CoProduce.Tests.Diary;
using CoProduce.Tests.Joining;
using CoProduce.Tests.Matching;
using CoProduce.Tests.Offers;
using CoProduce.Tests.Skills;
using CoProduce.Tests.Support;
using CoProduce.Web.Features.Care;
using CoProduce.Web.Features.Diary;
using CoProduce.Web.Features.Joining;
using CoProduce.Web.Features.Joining.Referrals;
using CoProduce.Web.Features.Matching;
using CoProduce.Web.Features.Offers;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace CoProduce.Tests.Stories;

/// <summary>Community Mums and Dads: a family is referred, a trained peer is found for them and comes every week, and the peer's visits become hours.</summary>
public sealed class PeersStandByAFamily(JoiningBank bank) : IClassFixture<JoiningBank>
{
    private const string Course = "Peer course";

    [Fact]
    public async Task From_the_health_visitor_to_a_trained_peer_who_comes_every_week()
    {
        var here = await bank.PlaceAsync();
        await here.AsksForAsync();
        var cora = await here.CoordinatorAsync();
        await here.WriteAsync(db =>
            Task.FromResult(
                db.CheckKinds.Add(
                    new()
                    {
                        Id = CheckKindId.New(),
                        Name = Course,
                        Position = 99,
                    }
                )
            )
        );
        await here.NeedsAsync("Company", Course);
        var (trained, willing) = (await here.MemberAsync("Tina"), await here.MemberAsync("Will"));
        foreach (var peer in new[] { trained, willing })
            await peer.SaysAsync("Being there for young families");
        await cora.ChecksAsync(trained.Member, Course, Caring.Today.AddMonths(-2));

        var (_, link) = await cora.MakesLinkAsync();
        var visitor = bank.Stranger();
        await visitor.SendAsync(
            await visitor.OpenAsync(link),
            new()
            {
                ["Form.FirstName"] = "Meg",
                ["Form.LastName"] = "Mother",
                ["Form.Consents"] = "true",
                ["Form.Consent"] = nameof(ConsentHow.Phone),
                ["Form.Feedback"] = nameof(FeedbackAgreed.WhetherTakingPart),
            }
        );
        var joiner = (await cora.DoAsync((JoiningQuery query) => query.ReadAsync(null, null))).Lines.Single().Standing.Joiner.Id;
        (await cora.ApprovesAsync(joiner)).ShouldBe(ApproveJoiner.Outcome.Approved);
        var family = joiner.Member;
        var asks = new PutInForMemberForm
        {
            Member = family.Value,
            Title = "Being there on Tuesdays",
            Kinds = [$"{(await here.CategoryAsync("Company")).Value}"],
        };
        (await cora.DoAsync((PutInForMember put) => put.HandleAsync(OfferKind.Request, asks))).ShouldBe(PutInForMember.Outcome.PutIn);
        var request = new OfferId(asks.RequestKey);

        (await cora.LooksForAsync(request)).Names().ShouldBe(["Tina"]);
        (await cora.AsksAsync(request, ProposalWay.Screen, "She has had twins herself", trained.Member)).ShouldBe(
            ProposeMatch.Outcome.Asked
        );
        var proposal = (await here.ProposalAsync(request, trained.Member)).Id;
        await trained.DoAsync((AnswerProposal answer) => answer.HandleAsync(proposal, new() { Say = "yes" }));
        (await cora.DoAsync((SettleAnswer settle) => settle.ByBrokerAsync(new(proposal.Value), new() { Say = "yes" }))).ShouldBe(
            SettleAnswer.Outcome.Yes
        );

        var weekly = here.Visit(trained.Member, family, inDays: 1);
        weekly.Repeats = $"{RepeatEvery.Week}";
        var first = await cora.ArrangesAsync(weekly);
        (await here.ReadAsync(db => db.Visits.CountAsync(v => v.ReceiverId == family))).ShouldBeGreaterThan(10);
        bank.Clock.Advance(TimeSpan.FromDays(1) + TimeSpan.FromHours(6));
        (await trained.SaysAsync(first, minutes: 60)).ShouldBe(AnswerVisit.Outcome.Logged);
        var told = Arranging.Answer(first, minutes: 60); // the family says the same on the telephone
        told.Member = family.Value;
        (await cora.DoAsync((AnswerVisit answer) => answer.ForMemberAsync(told))).ShouldBe(AnswerVisit.Outcome.Agreed);
        bank.Clock.Advance(TimeSpan.FromDays(7));
        var next = await here.ReadAsync(db =>
            db.Visits.Where(v => v.ReceiverId == family && v.Id != first).OrderBy(v => v.StartsAt).FirstAsync()
        );
        (await trained.SaysAsync(next.Id, minutes: 90)).ShouldBe(AnswerVisit.Outcome.Logged);
        (
            await here.ReadAsync(db =>
                db.Exchanges.Where(e => e.GiverId == trained.Member && e.ReceiverId == family).Select(e => e.Minutes).ToListAsync()
            )
        ).ShouldBe([60, 90], ignoreOrder: true);
        (await visitor.OpenAsync(link)).QuerySelector("main")!.TextContent.ShouldContain("is taking part");
        visitor.Body.ShouldNotContain("twins");
    }
}
