using CoProduce.Tests.Joining;
using CoProduce.Tests.Skills;
using CoProduce.Tests.Support;
using CoProduce.Web.Features.Exchanges;
using CoProduce.Web.Features.Joining;
using CoProduce.Web.Features.Joining.Referrals;
using CoProduce.Web.Features.Joining.Steps;
using CoProduce.Web.Features.Skills;
using CoProduce.Web.Ui;
using Shouldly;

namespace CoProduce.Tests.Stories;

/// <summary>Rushey Green: a GP introduces somebody lonely; within days they are driven to the park, and give help with spelling by telephone.</summary>
public sealed class ASurgeryIntroducesAPatient(JoiningBank bank) : IClassFixture<JoiningBank>
{
    [Fact]
    public async Task From_the_surgery_to_a_first_exchange_both_ways_and_the_surgery_hears_what_was_agreed()
    {
        var place = await bank.PlaceAsync();
        await place.AsksForAsync((StepKind.Conversation, StepWhen.Before), (StepKind.FirstExchange, StepWhen.After));
        var cora = await place.CoordinatorAsync();
        var (_, link) = await cora.MakesLinkAsync();
        var surgery = bank.Stranger();
        await surgery.SendAsync(
            await surgery.OpenAsync(link),
            new()
            {
                ["Form.FirstName"] = "Winifred",
                ["Form.LastName"] = "Lonely",
                ["Form.Consents"] = "true",
                ["Form.Consent"] = nameof(ConsentHow.Phone),
                ["Form.Feedback"] = nameof(FeedbackAgreed.WhetherTakingPart),
            }
        );
        var joiner = (await cora.DoAsync((JoiningQuery query) => query.ReadAsync(null, null))).Lines.Single().Standing.Joiner.Id;
        (await cora.ApprovesAsync(joiner)).ShouldBe(ApproveJoiner.Outcome.StepMissing);
        var talk = new ConversationForm
        {
            Joiner = joiner.Value,
            Likes = "Crosswords",
            Wants = "To see the park",
            HaveTalked = true,
        };
        (await cora.DoAsync((NoteConversation note) => note.HandleAsync(talk))).ShouldBe(JoiningOutcome.Done);
        (await cora.ApprovesAsync(joiner)).ShouldBe(ApproveJoiner.Outcome.Approved);

        var (winifred, driver) = (joiner.Member, await place.MemberAsync("Dai", "Driver"));
        await driver.TicksAsync([await place.SkillAsync("Lifts to clubs and groups")]);
        var found = await cora.DoAsync(
            (WhoCanQuery query) => query.FindAsync(WhoCanQuestion.Read(null, "lifts", null, null, null, null), 1)
        );
        found.People.ShouldHaveSingleItem().Member.Id.ShouldBe(driver.Member);

        foreach (
            var (giver, receiver, what) in new[]
            {
                (driver.Member, winifred, "To the park"),
                (winifred, driver.Member, "Spelling by telephone"),
            }
        )
        {
            var form = new LogForMembersForm
            {
                Giver = giver.Value,
                Receiver = receiver.Value,
                HowLong = DurationChoice.From(60),
                Description = what,
            };
            (await cora.DoAsync((LogForMembers log) => log.HandleAsync(form))).ShouldBe(LogOutcome.Logged);
        }
        (await place.BalanceAsync(winifred), await driver.BalanceAsync()).ShouldBe((120, 120));
        (await surgery.OpenAsync(link)).QuerySelector("main")!.TextContent.ShouldContain("is taking part");
        surgery.Body.ShouldNotContain("Crosswords");
        surgery.Body.ShouldNotContain("To the park");
    }
}
