using CoProduce.Tests.Support;
using CoProduce.Web.Features.Joining;
using CoProduce.Web.Features.Joining.Adding;
using CoProduce.Web.Features.Joining.Steps;
using CoProduce.Web.Features.Members;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace CoProduce.Tests.Joining;

/// <summary>The quick page by which a coordinator adds somebody goes the same way as every other door.</summary>
public sealed class AddingIsOneDoorToo(JoiningBank bank) : IClassFixture<JoiningBank>
{
    [Fact]
    public async Task With_every_step_done_they_are_a_member_at_once_and_the_steps_are_written_down()
    {
        var (place, cora) = await PlaceAsync((StepKind.Conversation, StepWhen.Before), (StepKind.Induction, StepWhen.After));
        var browser = await cora.BrowserAsync();
        var page = await browser.OpenAsync("members/new");
        page.QuerySelectorAll("[name='Form.Done']").Length.ShouldBe(1); // what comes after joining is not asked here
        page = await browser.SendAsync(page, new() { ["Form.FirstName"] = "Fay", ["Form.Done"] = nameof(StepKind.Conversation) });
        page.QuerySelector(".notice-done")!.TextContent.ShouldContain("Added");
        var step = await place.ReadAsync(db => db.JoinerSteps.SingleAsync(s => s.Kind == StepKind.Conversation));
        (step.Result, step.EndedBy).ShouldBe((StepResult.Done, cora.Id));
        var member = await place.ReadAsync(db => db.Members.SingleAsync());
        (await place.BalanceAsync(member.Id)).ShouldBe(120);
        (await place.JoinerAsync(new(member.Id.Value)))!.State.ShouldBe(JoinerState.Approved);
        (await LinesAsync(cora)).ShouldHaveSingleItem().Standing.Next.ShouldBe(StepKind.Induction);
    }

    [Fact]
    public async Task With_a_step_left_they_wait_and_nobody_is_a_member()
    {
        var (place, cora) = await PlaceAsync((StepKind.Conversation, StepWhen.Before), (StepKind.References, StepWhen.Before));
        var browser = await cora.BrowserAsync();
        var page = await browser.SendAsync(
            await browser.OpenAsync("members/new"),
            new() { ["Form.FirstName"] = "Gil", ["Form.Done"] = nameof(StepKind.Conversation) }
        );
        page.QuerySelector("h1")!.TextContent.ShouldBe("Gil");
        browser.Path.ShouldContain("/joining/");
        (await place.ReadAsync(db => db.Members.CountAsync())).ShouldBe(0);
        (await LinesAsync(cora)).ShouldHaveSingleItem().Standing.Next.ShouldBe(StepKind.References);
    }

    [Fact]
    public async Task A_step_that_is_not_asked_here_cannot_be_said_to_be_done_here()
    {
        var (place, cora) = await PlaceAsync((StepKind.Checks, StepWhen.Before));
        var form = Form(place, "Ned");
        form.Done = [nameof(StepKind.Checks), nameof(StepKind.GuardianYes), "nonsense"];
        (await AddAsync(cora, form)).ShouldBe(AddMember.Outcome.Waits);
        (await place.ReadAsync(db => db.JoinerSteps.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task Under_18_they_wait_for_the_guardian_whatever_was_done()
    {
        var (place, cora) = await PlaceAsync();
        var form = Form(place, "June");
        (form.IsUnder18, form.GuardianName) = (true, "May");
        (await AddAsync(cora, form)).ShouldBe(AddMember.Outcome.Waits);
        (await LinesAsync(cora)).ShouldHaveSingleItem().Standing.Next.ShouldBe(StepKind.GuardianYes);
        (await place.ReadAsync(db => db.Members.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task Somebody_of_the_same_name_or_number_is_shown_first_and_it_may_be_somebody_else()
    {
        var (place, cora) = await PlaceAsync();
        await place.AddMemberAsync("Jean", "Niblett");
        (await AddAsync(cora, Form(place, "Tom", phone: "01632 960 111"))).ShouldBe(AddMember.Outcome.Added);
        var browser = await cora.BrowserAsync();
        var page = await browser.SendAsync(
            await browser.OpenAsync("members/new"),
            new() { ["Form.FirstName"] = "jean", ["Form.LastName"] = "Niblett" }
        );
        page.QuerySelector(".notice-warn")!.TextContent.ShouldContain("Jean Niblett");
        (await place.ReadAsync(db => db.Members.CountAsync())).ShouldBe(2);
        page = await browser.SendAsync(page, new() { ["Form.IsSomebodyElse"] = "true" });
        page.QuerySelector(".notice-done")!.TextContent.ShouldContain("Added");
        (await place.ReadAsync(db => db.Members.CountAsync(m => m.LastName == "Niblett"))).ShouldBe(2);
        (await AddAsync(cora, Form(place, "Thomas", phone: "01632960111"))).ShouldBe(AddMember.Outcome.MaybeKnown);
    }

    [Fact]
    public async Task An_organisation_is_a_member_at_once_and_is_noticed_a_second_time()
    {
        var (place, cora) = await PlaceAsync((StepKind.Conversation, StepWhen.Before));
        var form = Form(place, "Library");
        (form.IsOrganisation, form.IsUnder18) = (true, true);
        (await AddAsync(cora, form)).ShouldBe(AddMember.Outcome.Added);
        (await place.ReadAsync(db => db.Members.SingleAsync())).Kind.ShouldBe(MemberKind.Organisation);
        (await place.ReadAsync(db => db.Joiners.CountAsync())).ShouldBe(0);
        var again = Form(place, "Library");
        again.IsOrganisation = true;
        (await AddAsync(cora, again)).ShouldBe(AddMember.Outcome.MaybeKnown);
    }

    private async Task<(Place Place, Actor Cora)> PlaceAsync(params (StepKind Kind, StepWhen When)[] steps)
    {
        var place = await bank.PlaceAsync();
        await place.AsksForAsync(steps);
        return (place, await place.CoordinatorAsync());
    }

    private static AddMemberForm Form(Place place, string name, string phone = "") =>
        new()
        {
            FirstName = name,
            Phone = phone,
            Hub = place.Hub.Value,
        };

    private static Task<AddMember.Outcome> AddAsync(Actor cora, AddMemberForm form) =>
        cora.DoAsync((AddMember add) => add.HandleAsync(form));

    private static async Task<IReadOnlyList<JoiningLine>> LinesAsync(Actor cora) =>
        (await cora.DoAsync((JoiningQuery query) => query.ReadAsync(null, null))).Lines;
}
