using CoProduce.Tests.Matching;
using CoProduce.Tests.Offers;
using CoProduce.Tests.Skills;
using CoProduce.Tests.Support;
using CoProduce.Web.Features.Matching;
using CoProduce.Web.Features.Offers;
using CoProduce.Web.Features.Skills;
using Shouldly;

namespace CoProduce.Tests.Stories;

/// <summary>
/// Mitchell High School: nobody had asked the parents what they can do. They say it by themselves or on the telephone; the school, a member like any other, asks for
/// what its projects need, and who fits is found.
/// </summary>
public sealed class ParentsSkillsRunASchoolsProjects(Bank bank) : IClassFixture<Bank>
{
    [Fact]
    public async Task From_what_parents_can_do_to_a_school_play_with_their_help()
    {
        var here = await bank.CreateAsync("mitchell", "Mitchell High");
        var cora = await here.CoordinatorAsync();
        var school = await cora.AddsOrganisationAsync("The school");
        var (jo, kim, liv) = (await here.MemberAsync("Jo"), await here.AddMemberAsync("Kim"), await here.AddMemberAsync("Liv"));
        var (sewing, wood) = (await here.SkillAsync("Sewing and mending clothes"), await here.SkillAsync("Woodwork"));
        await jo.TicksAsync([sewing]); // at home, on the telephone in her hand
        await cora.TicksAsync([wood], kim); // on the telephone with a coordinator
        await cora.SaysAsync("I built stage sets when I was young", liv);

        var browser = await cora.BrowserAsync();
        (await browser.ReadsAsync($"who-can?skill={sewing.Value}")).ShouldContain("Jo Example");
        var sets = await browser.ReadsAsync("who-can?q=stage");
        sets.ShouldContain("Liv Example");
        sets.ShouldNotContain("Kim Example");
        (await here.HasAsync(kim)).ShouldBe(["Woodwork"]);

        var form = new PutInForMemberForm { Member = school.Value, Title = "Sewing costumes for the play" };
        (await cora.DoAsync((PutInForMember put) => put.HandleAsync(OfferKind.Request, form))).ShouldBe(PutInForMember.Outcome.PutIn);
        var found = await cora.LooksForAsync(new(form.RequestKey));
        found.Names().ShouldContain("Jo");
        (await cora.AsksAsync(new(form.RequestKey), ProposalWay.Phone, "She sews, and her son is in the play", jo.Member)).ShouldBe(
            ProposeMatch.Outcome.Asked
        );

        await browser.RegistersAsync("Costumes and sets for the play", "jo\nkim\nliv", "the school = 4", howLong: "3");
        (await jo.BalanceAsync(), await here.BalanceAsync(kim), await here.BalanceAsync(liv)).ShouldBe((300, 300, 300));
        (await here.BalanceAsync(school)).ShouldBe(120 - 240);
        await here.BooksAreSoundAsync();
    }
}
