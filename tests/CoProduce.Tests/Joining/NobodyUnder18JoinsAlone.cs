using CoProduce.Tests.Support;
using CoProduce.Web.Features.Care.Guardians;
using CoProduce.Web.Features.Joining;
using CoProduce.Web.Features.Joining.Oneself;
using CoProduce.Web.Features.Joining.Steps;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Offers;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace CoProduce.Tests.Joining;

/// <summary>Nobody under 18 becomes a member before a guardian is named and has said yes; where the yes is missing nothing of theirs is on the board.</summary>
public sealed class NobodyUnder18JoinsAlone(JoiningBank bank) : IClassFixture<JoiningBank>
{
    [Fact]
    public async Task The_yes_stands_in_the_way_before_anything_else_and_comes_along_with_its_words()
    {
        var (place, cora, joiner) = await JuneAsync();
        (await cora.ApprovesAsync(joiner)).ShouldBe(ApproveJoiner.Outcome.StepMissing);
        var browser = await cora.BrowserAsync();
        (await browser.OpenAsync($"joining/{joiner.Value}/approve"))
            .QuerySelector("main .notice-warn")!
            .TextContent.ShouldContain("A guardian’s yes");
        (await browser.OpenAsync("joining")).QuerySelector("main .lines li")!.TextContent.ShouldContain("waits for a guardian’s yes");
        (await EndAsync(cora, joiner)).ShouldBe(EndStep.Outcome.NotFound); // no other page ends it

        var page = await browser.OpenAsync($"joining/{joiner.Value}/guardian");
        page.QuerySelector("blockquote")!.TextContent.ShouldContain("I look after June Joiner");
        page = await browser.SendAsync(page, new() { ["Form.Name"] = " ", ["Form.Phone"] = "!!!" });
        page.QuerySelector(".error-summary")!.TextContent.ShouldContain("Write the guardian’s name.");
        page.QuerySelector(".error-summary")!.TextContent.ShouldContain("Write the number in digits");
        page = await browser.SendAsync(
            page,
            new()
            {
                ["Form.Name"] = "May",
                ["Form.Phone"] = "",
                ["Form.Relation"] = "mother",
            }
        );
        (await cora.ApprovesAsync(joiner)).ShouldBe(ApproveJoiner.Outcome.StepMissing); // named, and not asked yet
        page = await browser.SendAsync(await browser.OpenAsync($"joining/{joiner.Value}/guardian"), new() { ["Form.SaysYes"] = "True" });
        page.QuerySelector("h1")!.TextContent.ShouldBe("June Joiner");
        (await cora.ApprovesAsync(joiner)).ShouldBe(ApproveJoiner.Outcome.Approved);

        var guardian = await place.ReadAsync(db => db.Guardians.SingleAsync());
        (guardian.MemberId, guardian.Name, guardian.Relation).ShouldBe((joiner.Member, "May", "mother"));
        var consent = await place.ReadAsync(db => db.GuardianConsents.SingleAsync());
        (consent.IsGiven, consent.Guardian, consent.RecordedBy).ShouldBe((true, "May", cora.Id));
        consent.Wording.ShouldStartWith("I look after June Joiner");
        (await cora.DoAsync((MissingYesQuery query) => query.IsMissingAsync(joiner.Member))).ShouldBeFalse();
    }

    [Fact]
    public async Task Another_guardian_is_asked_anew_and_a_no_takes_the_yes_back()
    {
        var (_, cora, joiner) = await JuneAsync();
        (await SaysAsync(cora, joiner, "May", yes: true)).ShouldBe(NoteGuardianYes.Outcome.Noted);
        (await SaysAsync(cora, joiner, "May", yes: false)).ShouldBe(NoteGuardianYes.Outcome.Noted);
        (await cora.ApprovesAsync(joiner)).ShouldBe(ApproveJoiner.Outcome.StepMissing);
        await SaysAsync(cora, joiner, "May", yes: true);
        var shown = await cora.DoAsync((JoinerFile file) => file.OpenAsync(joiner.Value));
        var form = JoinerForm.Of(shown!);
        (form.Joiner, form.GuardianName) = (joiner.Value, "Another");
        (await cora.DoAsync((KeepJoiner keep) => keep.HandleAsync(form))).ShouldBe(JoiningOutcome.Done);
        (await cora.ApprovesAsync(joiner)).ShouldBe(ApproveJoiner.Outcome.StepMissing);
    }

    [Fact]
    public async Task Without_a_yes_nothing_of_theirs_is_on_the_board_or_answered_and_staff_see_that_it_is_missing()
    {
        var place = await bank.PlaceAsync();
        var (cora, ann, kid) = (await place.CoordinatorAsync(), await place.MemberAsync("Ann"), await place.AddMemberAsync("Kid", "Young"));
        await place.WriteAsync(db => Task.FromResult(db.Guardians.Add(new() { MemberId = kid, Name = "May" })));
        var offer = OfferId.New();
        await place.WriteAsync(db =>
            Task.FromResult(
                db.Offers.Add(
                    new()
                    {
                        Id = offer,
                        Kind = OfferKind.Offer,
                        MemberId = kid,
                        Title = "Walking your dog",
                        MadeAt = bank.Clock.GetUtcNow(),
                    }
                )
            )
        );
        var today = DateOnly.FromDateTime(bank.Clock.GetUtcNow().Date);
        (await SeenAsync(ann, offer, today)).ShouldBeFalse();
        var browser = await cora.BrowserAsync();
        (await browser.OpenAsync("today")).QuerySelector("main")!.TextContent.ShouldContain("Kid Young is under 18");
        (await browser.OpenAsync("joining")).QuerySelector("main")!.TextContent.ShouldContain("Kid Young");
        (await browser.OpenAsync("board?show=offers")).QuerySelector("main")!.TextContent.ShouldContain("Held back for now");
        (await browser.OpenAsync($"members/{kid.Value}"))
            .QuerySelector(".notice-warn")!
            .TextContent.ShouldContain("a guardian’s yes is missing");

        var said = new GuardianConsentForm { Member = kid.Value, SaidOn = Web.Ui.DateBoxes.From(today) };
        (await cora.DoAsync((NoteGuardianConsent note) => note.HandleAsync(said))).ShouldBe(NoteGuardianConsent.Outcome.Noted);
        (await SeenAsync(ann, offer, today)).ShouldBeTrue();
        (await browser.OpenAsync("board?show=offers")).QuerySelector("main")!.TextContent.ShouldNotContain("Held back for now");
        (await browser.OpenAsync("joining")).QuerySelector("main")!.TextContent.ShouldNotContain("Kid Young");
        (await browser.OpenAsync($"members/{kid.Value}")).QuerySelector(".notice-warn").ShouldBeNull();
    }

    [Fact]
    public async Task Who_asks_for_themself_says_who_looks_after_them_and_reads_everything_once_more()
    {
        var place = await bank.PlaceAsync();
        await place.AsksForAsync((StepKind.Agreement, StepWhen.Before));
        var browser = bank.Stranger().At(place.Slug);
        var page = await browser.SendAsync(await browser.OpenAsync("join-us"), new() { ["Form.FirstName"] = "Ola" });
        page.QuerySelector("main")!.TextContent.ShouldContain("By text to my telephone");
        page.QuerySelector("main")!.TextContent.ShouldNotContain("they look here themselves");
        page = await browser.SendAsync(page, new() { ["Form.Phone"] = "!!!", ["Form.Prefers"] = nameof(ContactWay.Post) });
        page.QuerySelector(".error-summary")!.TextContent.ShouldContain("Write the number in digits");
        page.QuerySelector(".error-summary")!.TextContent.ShouldContain("Write where a letter reaches you");
        page = await browser.SendAsync(page, new() { ["Form.Phone"] = "", ["Form.Address"] = "1 High Street" });
        page = await browser.SendAsync(page, new() { ["Form.IsUnder18"] = "true" });
        page.QuerySelector(".error-summary")!.TextContent.ShouldContain("Tell us who looks after you");
        page = await browser.SendAsync(page, new() { ["Form.GuardianName"] = "May" });
        for (var i = 0; i < 4 && page.QuerySelector("dl") is null; i++)
            page = await browser.SendAsync(page, JoiningActs.Words("Ola"));
        var said = page.QuerySelector("dl")!.TextContent;
        foreach (var words in new[] { "By letter", "1 High Street", "May", "Agreed to wording 1", "Ola" })
            said.ShouldContain(words);
        page.QuerySelectorAll("dl .summary-change").Length.ShouldBeGreaterThan(7);
        var change = page.QuerySelector("dl a[href*='/age']")!.GetAttribute("href")!;
        page = await browser.SendAsync(await browser.OpenAsync("/" + change.TrimStart('/')), new() { ["Form.GuardianName"] = "Mair" });
        page.QuerySelector("h1")!.TextContent.ShouldContain("Is this right?"); // back where they read it
        page = await browser.SendAsync(page, []);
        page.QuerySelector("h1")!.TextContent.ShouldContain("Thank you, Ola.");
        var joiner = await place.ReadAsync(db => db.Joiners.SingleAsync());
        var details = await place.ReadAsync(db => db.JoinerDetails.SingleAsync());
        (joiner.IsUnder18, details.GuardianName, details.Address, details.Prefers).ShouldBe(
            (true, "Mair", "1 High Street", ContactWay.Post)
        );
    }

    [Fact]
    public async Task A_draft_from_before_that_names_nobody_is_not_sent()
    {
        var place = await bank.PlaceAsync();
        var browser = bank.Stranger().At(place.Slug);
        await browser.SendAsync(await browser.OpenAsync("join-us"), new() { ["Form.FirstName"] = "Ola" });
        await place.WriteAsync(db => db.Joiners.ExecuteUpdateAsync(j => j.SetProperty(x => x.IsUnder18, true)));
        var id = await place.ReadAsync(db => db.Joiners.Select(j => j.Id).SingleAsync());
        var cora = await place.CoordinatorAsync();
        (await cora.DoAsync((AskToJoin ask) => ask.HandleAsync(id, new()))).ShouldBe(JoiningOutcome.NoGuardian);
        (await place.JoinerAsync(id))!.State.ShouldBe(JoinerState.Writing);
    }

    private async Task<(Place Place, Actor Cora, JoinerId Joiner)> JuneAsync()
    {
        var place = await bank.PlaceAsync();
        await place.AsksForAsync();
        var cora = await place.CoordinatorAsync();
        var joiner = await cora.WritesDownAsync("June");
        await place.WriteAsync(db => db.Joiners.ExecuteUpdateAsync(j => j.SetProperty(x => x.IsUnder18, true)));
        return (place, cora, joiner);
    }

    private static Task<NoteGuardianYes.Outcome> SaysAsync(Actor cora, JoinerId joiner, string name, bool yes) =>
        cora.DoAsync(
            (NoteGuardianYes note) =>
                note.HandleAsync(
                    new()
                    {
                        Joiner = joiner.Value,
                        Name = name,
                        SaysYes = yes,
                    }
                )
        );

    private static Task<EndStep.Outcome> EndAsync(Actor cora, JoinerId joiner) =>
        cora.DoAsync((EndStep end) => end.HandleAsync(new() { Joiner = joiner.Value, Kind = StepKind.GuardianYes }));

    private static async Task<bool> SeenAsync(Actor ann, OfferId offer, DateOnly today) =>
        await ann.DoAsync((OffersQuery query) => query.FindAsync(offer, today)) is not null;
}
