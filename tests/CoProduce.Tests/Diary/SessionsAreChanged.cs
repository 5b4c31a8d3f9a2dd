using System.Net;
using CoProduce.Tests.Care;
using CoProduce.Tests.Messages;
using CoProduce.Tests.Support;
using CoProduce.Web.Features.Care;
using CoProduce.Web.Features.Diary;
using CoProduce.Web.Ui;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace CoProduce.Tests.Diary;

public sealed class SessionsAreChanged(PostalBank bank) : IClassFixture<PostalBank>
{
    [Fact]
    public async Task What_it_is_changes_without_a_word_and_when_or_where_it_is_not()
    {
        var (here, cora) = await NewAsync("words");
        var (lena, ann) = (await here.AddMemberAsync("Lena"), await here.ByMailAsync("ann"));
        var session = await cora.PlansAsync(here);
        await ann.ComesAsync(session);
        (await cora.ChangesAsync(session, _ => { })).ShouldBe(ChangeSession.Outcome.Same);
        (
            await cora.ChangesAsync(
                session,
                f =>
                {
                    (f.Title, f.Language, f.Leader) = ("Sewing and mending", "Welsh", lena.Value);
                    f.HowLong = DurationChoice.From(90);
                }
            )
        ).ShouldBe(ChangeSession.Outcome.Changed);
        var now = await here.ReadAsync(db => db.Sessions.SingleAsync());
        (now.Title, now.Language, now.LeaderId, now.Minutes).ShouldBe(("Sewing and mending", "Welsh", lena, 90));
        (now.EndsAt - now.StartsAt).ShouldBe(TimeSpan.FromMinutes(90));
        (await here.ToldAsync(session)).ShouldBeEmpty();
        (await cora.ChangesAsync(session, f => f.Start = "3pm")).ShouldBe(ChangeSession.Outcome.Changed);
        (await here.ToldAsync(session))
            .Select(t => (t.Item1, t.Item2))
            .ShouldBe([(lena, SessionNews.Moved), (ann.Member, SessionNews.Moved)], ignoreOrder: true);
    }

    [Fact]
    public async Task More_places_are_for_those_who_waited_first_and_fewer_than_people_come_are_refused()
    {
        var (here, cora) = await NewAsync("places");
        var people = new[] { await here.MemberAsync("Ann"), await here.ByMailAsync("bob"), await here.ByMailAsync("cat") };
        var session = await cora.PlansAsync(here, places: 1);
        foreach (var person in people)
            await person.ComesAsync(session);
        (await cora.ChangesAsync(session, f => f.Places = "2")).ShouldBe(ChangeSession.Outcome.Changed);
        (await here.ToldAsync(session)).ShouldBe([(people[1].Member, SessionNews.HasPlace, true)]);
        (await cora.ChangesAsync(session, f => (f.Places, f.Title) = ("1", "Less"))).ShouldBe(ChangeSession.Outcome.TooFewPlaces);
        (await here.ReadAsync(db => db.Sessions.SingleAsync())).Title.ShouldBe("Sewing");
        var browser = await cora.BrowserAsync();
        var page = await browser.SendAsync(
            await browser.OpenAsync($"diary/sessions/{session.Value}/change"),
            new() { ["Form.Places"] = "1" }
        );
        page.QuerySelector("main")!.TextContent.ShouldContain("More people have a place already");
        (await cora.ChangesAsync(session, f => f.Places = "")).ShouldBe(ChangeSession.Outcome.Changed);
        (await here.ToldAsync(session)).Count(t => t.Item2 == SessionNews.HasPlace).ShouldBe(2);
    }

    [Fact]
    public async Task Of_a_series_only_this_one_changes_or_this_and_the_later_ones_in_what_was_changed_here()
    {
        var (here, cora) = await NewAsync("row");
        var ann = await here.ByMailAsync("ann");
        await cora.PlansAsync(here, weeks: 4);
        var ids = await here.ReadAsync(db => db.Sessions.OrderBy(s => s.Day).Select(s => s.Id).ToListAsync());
        var days = await DaysAsync(here);
        await ann.ComesAsync(ids[1]);
        await ann.ComesAsync(ids[3]);
        await cora.MovesAsync(ids[3], 0, "The library"); // one that differs, and goes on differing
        (
            await cora.ChangesAsync(
                ids[1],
                f =>
                {
                    (f.Day, f.Start, f.Places, f.Which) = (DateBoxes.From(days[1].AddDays(1)), "15:00", "9", "later");
                }
            )
        ).ShouldBe(ChangeSession.Outcome.Changed);
        (await DaysAsync(here)).ShouldBe([days[0], days[1].AddDays(1), days[2].AddDays(1), days[3].AddDays(1)]);
        var all = await here.ReadAsync(db => db.Sessions.OrderBy(s => s.Day).ToListAsync());
        all.Select(s => s.Start.Hour).ShouldBe([14, 15, 15, 15]);
        all.Select(s => s.Places).ShouldBe([null, 9, 9, 9]);
        all.Select(s => s.Place).ShouldBe(["The hall", "The hall", "The hall", "The library"]);
        await bank.DeliverAsync();
        var mail = Mail(ann).Where(m => m.Contains("It is at another time or place", StringComparison.Ordinal)).ToList();
        mail.Count.ShouldBe(2); // the library, and once for the row
        mail[^1].ShouldContain("Those that come after it change as well");
        var page = await (await cora.BrowserAsync()).OpenAsync($"diary/sessions/{ids[1].Value}/change");
        page.QuerySelectorAll("[name='Form.Which']").Length.ShouldBe(2);
        page.QuerySelector("main")!.TextContent.ShouldContain("the one person who leads it or is on its list is told");
    }

    [Fact]
    public async Task Another_leader_gives_up_their_place_and_what_to_keep_to_is_read_first()
    {
        var (here, cora) = await NewAsync("leader");
        var (ann, bob, kid) = (await here.MemberAsync("Ann"), await here.ByMailAsync("bob"), await here.AddMemberAsync("Con"));
        var session = await cora.PlansAsync(here, places: 1);
        await ann.ComesAsync(session);
        await bob.ComesAsync(session);
        (await cora.ChangesAsync(session, f => f.Leader = ann.Member.Value)).ShouldBe(ChangeSession.Outcome.Changed);
        (await here.ReadAsync(db => db.SessionPlaces.SingleAsync())).MemberId.ShouldBe(bob.Member);
        (await here.ToldAsync(session)).ShouldBe([(bob.Member, SessionNews.HasPlace, true)]);
        await cora.RestrictsAsync(kid, RestrictionKind.CoordinatorPresent);
        (await cora.ChangesAsync(session, f => f.Second = kid.Value)).ShouldBe(ChangeSession.Outcome.CareUnread);
        (await here.ReadAsync(db => db.Sessions.SingleAsync())).SecondLeaderId.ShouldBeNull();
        var browser = await cora.BrowserAsync();
        var page = await browser.SendAsync(
            await browser.OpenAsync($"diary/sessions/{session.Value}/change"),
            new() { ["Form.SecondTyped"] = $"{await here.NumberAsync(kid)}" }
        );
        page.QuerySelector("[name='Form.Care.IsRead']").ShouldNotBeNull(browser.Body);
        await browser.SendAsync(page, new() { ["Form.Care.IsRead"] = "true" });
        (await here.ReadAsync(db => db.Sessions.SingleAsync())).SecondLeaderId.ShouldBe(kid, browser.Body);
    }

    [Fact]
    public async Task One_that_has_begun_changes_no_more()
    {
        var (here, cora) = await NewAsync("begun");
        var session = await cora.PlansAsync(here, inDays: 1);
        bank.Clock.Advance(TimeSpan.FromDays(2));
        var late = await cora.BrowserAsync();
        await late.OpenAsync($"diary/sessions/{session.Value}/change");
        late.Status.ShouldBe(HttpStatusCode.NotFound);
        (await late.OpenAsync($"diary/sessions/{session.Value}")).QuerySelector("main a[href$='/change']").ShouldBeNull();
        (await cora.ChangesAsync(session, f => f.Title = "Late")).ShouldBe(ChangeSession.Outcome.NoLongerOpen);
    }

    private static Task<List<DateOnly>> DaysAsync(Place here) =>
        here.ReadAsync(db => db.Sessions.OrderBy(s => s.StartsAt).Select(s => s.Day).ToListAsync());

    private async Task<(Place, Actor)> NewAsync(string name)
    {
        bank.Clock.AdvanceToMorning();
        var here = await bank.CreateAsync($"{name}-{Guid.NewGuid():N}"[..30], "Changed");
        return (here, await here.CoordinatorAsync());
    }

    private List<string> Mail(Actor actor) =>
        [.. bank.Post.Read().Where(m => m.Contains($"To: {actor.SignIn.Email}", StringComparison.Ordinal))];
}
