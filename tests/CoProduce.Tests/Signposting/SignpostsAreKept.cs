using CoProduce.Tests.Care;
using CoProduce.Tests.Joining;
using CoProduce.Tests.Stories;
using CoProduce.Tests.Support;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Signposting;
using CoProduce.Web.Ui;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace CoProduce.Tests.Signposting;

/// <summary>Where somebody was pointed to is read by coordinators, is kept from them where it is sensitive, and goes with the person.</summary>
public sealed class SignpostsAreKept(JoiningBank bank) : IClassFixture<JoiningBank>
{
    [Fact]
    public async Task What_is_sensitive_is_for_those_with_the_right_to_safeguarding_and_their_look_is_written()
    {
        var here = await bank.PlaceAsync();
        var (cora, gwen, ann) = (await here.CoordinatorAsync(), await here.GuardianAsync(), await here.AddMemberAsync("Ann"));
        (await NoteAsync(cora, ann.Value, "The refuge", sensitive: true)).Outcome.ShouldBe(NoteSignpost.Outcome.NotForYou);
        var (outcome, id) = await NoteAsync(gwen, ann.Value, "The refuge", sensitive: true);
        outcome.ShouldBe(NoteSignpost.Outcome.Noted);
        await NoteAsync(cora, ann.Value, "The library");
        var (hers, theirs) = (await cora.BrowserAsync(), await gwen.BrowserAsync());
        foreach (var path in new[] { $"members/{ann.Value}/signposts", "signposts" })
        {
            var words = await hers.ReadsAsync(path);
            words.ShouldContain("The library");
            words.ShouldNotContain("The refuge");
        }
        (await here.ReadAsync(db => db.RecordViews.CountAsync(v => v.MemberId == ann))).ShouldBe(0);
        (await theirs.ReadsAsync($"members/{ann.Value}/signposts")).ShouldContain("The refuge");
        (await here.ReadAsync(db => db.RecordViews.SingleAsync(v => v.MemberId == ann))).ViewedBy.ShouldBe(gwen.Id);
        (await theirs.ReadsAsync("signposts")).ShouldNotContain("The refuge");
        (await HearAsync(cora, id)).ShouldBe(NoteWhatCame.Outcome.NotFound);
        (await HearAsync(gwen, id)).ShouldBe(NoteWhatCame.Outcome.Noted);
    }

    [Fact]
    public async Task With_the_joiner_who_is_forgotten_it_goes_too()
    {
        var here = await bank.PlaceAsync();
        await here.AsksForAsync();
        var cora = await here.CoordinatorAsync();
        var joiner = await cora.WritesDownAsync("Dee");
        var form = Form("The library");
        form.Joiner = joiner.Value;
        (await cora.DoAsync((NoteSignpost note) => note.HandleAsync(form))).ShouldBe(NoteSignpost.Outcome.Noted);
        await cora.RefusesAsync(joiner);
        await bank.PassAsync(here, 400);
        (await here.JoinerAsync(joiner)).ShouldBeNull();
        (await here.ReadAsync(db => db.Signposts.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task A_day_to_come_and_nowhere_are_refused_beside_the_field_and_nobody_else_reads_any()
    {
        var here = await bank.PlaceAsync();
        var (cora, ann) = (await here.CoordinatorAsync(), await here.MemberAsync("Ann"));
        var browser = await cora.BrowserAsync();
        var path = $"members/{ann.Member.Value}/signposts";
        var page = await browser.SendAsync(await browser.OpenAsync(path), new() { ["Form.Why"] = "About the rent" });
        page.QuerySelector(".error-summary")!.TextContent.ShouldContain("Write where you pointed them to.");
        page.QuerySelector("[name='Form.Why']")!.TextContent.ShouldBe("About the rent");
        page = await browser.SendAsync(
            await browser.OpenAsync(path),
            new()
            {
                ["Form.Place"] = "The library",
                ["Form.Day.Day"] = "1",
                ["Form.Day.Month"] = "1",
                ["Form.Day.Year"] = "2040",
            }
        );
        page.QuerySelector(".error-summary")!.TextContent.ShouldContain("That day has not come yet.");
        (await here.ReadAsync(db => db.Signposts.CountAsync())).ShouldBe(0);
        foreach (var other in new[] { await here.StaffAsync("Pia", Role.PeerBroker), await here.StaffAsync("Tom", Role.Trustee), ann })
        {
            var eyes = await other.BrowserAsync();
            await eyes.OpenAsync(path);
            eyes.Status.ShouldBe(System.Net.HttpStatusCode.Forbidden);
        }
    }

    private SignpostForm Form(string place) =>
        new() { Place = place, Day = DateBoxes.From(DateOnly.FromDateTime(bank.Clock.GetUtcNow().Date)) };

    private async Task<(NoteSignpost.Outcome Outcome, Guid Id)> NoteAsync(Actor who, Guid member, string place, bool sensitive = false)
    {
        var form = Form(place);
        (form.Member, form.IsSensitive) = (member, sensitive);
        return (await who.DoAsync((NoteSignpost note) => note.HandleAsync(form)), form.RequestKey);
    }

    private static Task<NoteWhatCame.Outcome> HearAsync(Actor who, Guid id) =>
        who.DoAsync((NoteWhatCame hear) => hear.HandleAsync(new() { Signpost = $"{id}", Words = "She is safe" }));
}
