using System.Net;
using CoProduce.Tests.Support;
using CoProduce.Web.Features.Diary;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Organisations;
using CoProduce.Web.Ui;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace CoProduce.Tests.Diary;

public sealed class CalendarsAreRead(Bank bank) : IClassFixture<Bank>
{
    [Fact]
    public async Task Whoever_has_the_link_reads_first_names_times_and_places_and_no_more_until_it_is_taken_back()
    {
        var (here, cora) = (bank.Riverside, await bank.Riverside.CoordinatorAsync());
        var (ann, bob) = (await here.MemberAsync("Ann", "Hidden"), await here.MemberAsync("Bob", "Hidden"));
        var form = here.Visit(ann.Member, bob.Member, inDays: 2, at: "14:00");
        (form.Place, form.Description) = ("The hall, back room; mind the step", "Private words");
        await cora.ArrangesAsync(form);
        var home = here.Visit(ann.Member, bob.Member, inDays: 3);
        (home.Place, home.IsHomeVisit) = ("12 Secret Street", true);
        await cora.ArrangesAsync(home);
        var first = await MakeAsync(ann, "new");
        var calendar = await ReadAsync(first);
        calendar.ShouldStartWith("BEGIN:VCALENDAR\r\n");
        calendar.ShouldContain("DTSTART:20261120T140000Z\r\n");
        calendar.ShouldContain(@"LOCATION:The hall\, back room\; mind the step");
        calendar.Split("\r\n").ShouldAllBe(l => l.Length <= 75);
        foreach (var secret in new[] { "Hidden", "Private words", "Secret Street" })
            calendar.ShouldNotContain(secret);
        var second = await MakeAsync(ann, "new");
        (await ReadAsync(first)).ShouldBe(nameof(HttpStatusCode.Gone));
        (await ReadAsync(second)).ShouldStartWith("BEGIN:VCALENDAR");
        await MakeAsync(ann, "off");
        (await ReadAsync(second)).ShouldBe(nameof(HttpStatusCode.Gone));
        (await ReadAsync(second.Replace("riverside", "hillside", StringComparison.Ordinal))).ShouldBe(nameof(HttpStatusCode.Gone));
    }

    [Fact]
    public async Task Sessions_stand_in_it_with_their_place_unless_that_is_one_of_custody()
    {
        var (here, cora) = (bank.Riverside, await bank.Riverside.CoordinatorAsync());
        var ann = await here.MemberAsync("Ann");
        var wing = await here.AddHubAsync("The wing");
        await here.WriteAsync(db => db.Hubs.Where(h => h.Id == wing).ExecuteUpdateAsync(h => h.SetProperty(x => x.Kind, HubKind.Custody)));
        foreach (var (hub, place) in new[] { (here.Hub, "The hall"), (wing, "Wing B") })
        {
            var form = new PlanSessionForm
            {
                Title = "Choir",
                Hub = hub.Value.ToString(),
                Leader = ann.Member.Value,
                Day = DateBoxes.From(DateOnly.FromDateTime(bank.Clock.GetUtcNow().Date).AddDays(2)),
                Start = "18:00",
                HowLong = DurationChoice.From(60),
                Place = place,
            };
            (await cora.DoAsync((PlanSession plan) => plan.HandleAsync(form))).ShouldBe(PlanSession.Outcome.Done);
        }
        var calendar = await ReadAsync(await MakeAsync(ann, "new"));
        calendar.Split("SUMMARY:Choir").Length.ShouldBe(3);
        calendar.ShouldContain("LOCATION:The hall");
        calendar.ShouldNotContain("Wing B");
    }

    [Fact]
    public async Task A_link_works_while_its_person_takes_part_and_is_asked_for_in_measure()
    {
        var ann = await bank.Riverside.MemberAsync("Ann");
        var link = await MakeAsync(ann, "new");
        for (var i = 0; i < 29; i++)
            (await ReadAsync(link)).ShouldStartWith("BEGIN");
        await bank.Riverside.WriteAsync(db =>
            db.Members.Where(m => m.Id == ann.Member).ExecuteUpdateAsync(m => m.SetProperty(x => x.Status, MemberStatus.Suspended))
        );
        (await ReadAsync(link)).ShouldBe(nameof(HttpStatusCode.Gone));
        (await ReadAsync(link)).ShouldBe(nameof(HttpStatusCode.TooManyRequests));
    }

    [Fact]
    public async Task A_member_has_no_link_of_a_hub()
    {
        var ann = await bank.Riverside.MemberAsync("Ann");
        var form = new FeedForm { Do = "new", Hub = bank.Riverside.Hub.Value };
        (await ann.DoAsync((ChangeFeed change) => change.HandleAsync(form))).ShouldBe(ChangeFeed.Outcome.NotFound);
    }

    private static async Task<string> MakeAsync(Actor actor, string what)
    {
        var form = new FeedForm { Do = what };
        (await actor.DoAsync((ChangeFeed change) => change.HandleAsync(form))).ShouldBe(ChangeFeed.Outcome.Done);
        return await actor.DoAsync((VisitLinks links) => Task.FromResult(links.PathFor(new DiaryFeedId(form.RequestKey))));
    }

    private async Task<string> ReadAsync(string path)
    {
        var reader = bank.Stranger();
        await reader.OpenAsync(path);
        return reader.Status == HttpStatusCode.OK ? reader.Body : reader.Status.ToString();
    }
}
