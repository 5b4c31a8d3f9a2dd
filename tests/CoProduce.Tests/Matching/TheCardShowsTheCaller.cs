using System.Net;
using CoProduce.Tests.Care;
using CoProduce.Tests.Diary;
using CoProduce.Tests.Support;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Calls;
using CoProduce.Web.Features.Care;
using CoProduce.Web.Features.Drafts;
using CoProduce.Web.Features.Matching;
using CoProduce.Web.Features.Matching.Card;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Offers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;

namespace CoProduce.Tests.Matching;

public sealed class TheCardShowsTheCaller(Bank bank) : IClassFixture<Bank>
{
    [Fact]
    public async Task Who_they_are_what_awaits_what_to_mind_and_the_last_call()
    {
        var here = bank.Riverside;
        var cora = await here.CoordinatorAsync();
        var mair = await here.MemberAsync("Mair", "Morgan");
        var bob = await here.AddMemberAsync("Bob", "Builder");
        await mair.GaveAsync(60, bob, "Watered the tomatoes");
        await RequestAsync(here, mair.Member, "A hand with the curtains");
        await cora.RestrictsAsync(mair.Member, RestrictionKind.NoHomeVisits, "the dog bites");
        await NoteAsync(cora, mair.Member, "Asked about the lift on Friday");
        var page = await (await cora.BrowserAsync()).OpenAsync($"desk/{mair.Member.Value}");
        var card = page.QuerySelector("#card")!.TextContent;
        foreach (
            var words in (string[])
                [
                    $"{await here.NumberAsync(mair.Member)}",
                    "Watered the tomatoes",
                    "A hand with the curtains",
                    "the dog bites",
                    "Asked about the lift on Friday",
                ]
        )
            card.ShouldContain(words);
        page.QuerySelectorAll("a[data-key]").Length.ShouldBeGreaterThan(4);
    }

    [Fact]
    public async Task What_they_were_asked_what_is_to_be_settled_and_the_sessions_they_come_to()
    {
        var here = await bank.CreateAsync($"card-{Guid.NewGuid():N}"[..20], "Card");
        var (cora, bob) = (await here.CoordinatorAsync(), await here.GardenerAsync("Bob"));
        var (ann, request) = await here.AsksForGardeningAsync();
        var (session, other) = (await cora.PlansAsync(here, title: "Sewing"), await cora.PlansAsync(here, title: "Singing"));
        await bob.ComesAsync(session);
        (await cora.AsksAsync(request, ProposalWay.Phone, null, bob.Member)).ShouldBe(ProposeMatch.Outcome.Asked);
        var browser = await cora.BrowserAsync();
        var page = await browser.OpenAsync($"desk/{bob.Member.Value}");
        page.QuerySelector("#card")!.TextContent.ShouldContain("Was asked: Gardening before the party");
        page.QuerySelector($"#card a[href$='diary/sessions/{session.Value}']").ShouldNotBeNull();
        page.QuerySelector($".desk-doing a[href$='diary/sessions/{other.Value}']").ShouldNotBeNull();
        var proposal = await here.ProposalAsync(request, bob.Member);
        await cora.DoAsync((AnswerProposal a) => a.ByBrokerAsync(proposal.Id, new() { Say = "yes" }));
        foreach (var member in (MemberId[])[bob.Member, ann.Member])
        {
            page = await browser.OpenAsync($"desk/{member.Value}");
            page.QuerySelector($"#card a[href$='board/answers/{proposal.Id.Value}']")!.TextContent.ShouldBe("Bob Green can help Ann Ash");
        }
        await cora.DoAsync((SettleAnswer s) => s.ByBrokerAsync(new(proposal.Id.Value), new() { Say = "yes" }));
        (await browser.OpenAsync($"desk/{ann.Member.Value}")).QuerySelector("#card")!.TextContent.ShouldNotContain("new today");
    }

    [Fact]
    public async Task A_note_of_theirs_that_was_begun_is_offered_to_whoever_began_it()
    {
        var here = bank.Riverside;
        var (cora, ben, mair) = (
            await here.CoordinatorAsync("Cora"),
            await here.CoordinatorAsync("Ben"),
            await here.AddMemberAsync("Mair")
        );
        Dictionary<string, string?[]> fields = new() { ["Form.Note"] = ["She was just saying"] };
        var key = Guid.CreateVersion7();
        await cora.DoAsync((KeepDraft keep) => keep.HandleAsync(key, DraftForm.Call, mair, fields));
        var page = await (await cora.BrowserAsync()).OpenAsync($"desk/{mair.Value}");
        var link = page.QuerySelector($"main a[href$='?draft={key}']").ShouldNotBeNull();
        page = await (await cora.BrowserAsync()).OpenAsync("/" + link.GetAttribute("href"));
        page.QuerySelector("textarea[name='Form.Note']")!.TextContent.ShouldContain("She was just saying");
        (await (await ben.BrowserAsync()).OpenAsync($"desk/{mair.Value}")).QuerySelector("main a[href*='?draft=']").ShouldBeNull();
    }

    [Fact]
    public async Task Opening_it_is_a_look_that_is_written_down()
    {
        var here = bank.Riverside;
        var (cora, mair) = (await here.CoordinatorAsync(), await here.AddMemberAsync("Mair", email: "mair@example.org"));
        await here.WriteAsync(async db =>
        {
            if (!await db.MemberContacts.AnyAsync(c => c.MemberId == mair))
                db.MemberContacts.Add(new() { MemberId = mair, Phone = "01632 960111" });
            return 0;
        });
        await (await cora.BrowserAsync()).OpenAsync($"desk/{mair.Value}");
        var looks = await here.ReadAsync(db => db.RecordViews.Where(v => v.MemberId == mair && v.ViewedBy == cora.Id).ToListAsync());
        looks.Select(l => l.Part).Order().ShouldBe([RecordPart.Contact, RecordPart.Restrictions]);
    }

    [Fact]
    public async Task It_is_for_coordinators_of_this_organisation_alone()
    {
        var mair = await bank.Riverside.AddMemberAsync("Mair");
        var (peer, elsewhere) = (await bank.Riverside.StaffAsync("Pat", Role.PeerBroker), await bank.Hillside.CoordinatorAsync());
        foreach (var actor in (Actor[])[peer, elsewhere, await bank.Riverside.MemberAsync("Ann")])
        {
            var browser = await actor.BrowserAsync();
            await browser.OpenAsync($"desk/{mair.Value}");
            browser.Status.ShouldBeOneOf(HttpStatusCode.NotFound, HttpStatusCode.Forbidden);
            browser.Body.ShouldNotContain("Mair");
        }
        (await bank.Riverside.ReadAsync(db => db.RecordViews.CountAsync(v => v.MemberId == mair))).ShouldBe(0);
    }

    [Fact]
    public async Task Two_at_one_card_see_one_another_and_what_the_other_writes_and_only_that()
    {
        var here = bank.Riverside;
        var (cora, ben) = (await here.CoordinatorAsync("Cora"), await here.CoordinatorAsync("Ben"));
        var (mair, other) = (await here.AddMemberAsync("Mair"), await here.AddMemberAsync("Other"));
        var watch = bank.Services.GetRequiredService<CardWatch>();
        var (came, written) = (0, 0);
        using var mine = watch.Join(here.Id, mair, cora.Id, "Cora", wasWritten => _ = wasWritten ? written++ : came++);
        var theirs = watch.Join(here.Id, mair, ben.Id, "Ben", _ => { });
        watch.OthersOf(mine).ShouldBe(["Ben"]);
        watch.OthersOf(theirs).ShouldBe(["Cora"]);
        came.ShouldBe(1);
        await NoteAsync(ben, other, "Not about her");
        written.ShouldBe(0);
        await NoteAsync(ben, mair, "About her");
        written.ShouldBe(1);
        await ben.DoAsync(
            (NoteCall note) =>
                note.HandleAsync(
                    new()
                    {
                        Member = mair.Value,
                        Note = "x",
                        Corrects = Guid.NewGuid().ToString(),
                    }
                )
        );
        written.ShouldBe(1); // a refusal wrote nothing
        theirs.Dispose();
        watch.OthersOf(mine).ShouldBeEmpty();
        came.ShouldBe(2);
    }

    [Fact]
    public async Task Of_two_who_change_one_request_the_second_reads_the_first_before_anything_is_written_over()
    {
        var here = bank.Riverside;
        var (cora, ben) = (
            await (await here.CoordinatorAsync("Cora")).BrowserAsync(),
            await (await here.CoordinatorAsync("Ben")).BrowserAsync()
        );
        var id = await RequestAsync(here, await here.AddMemberAsync("Mair"), "A hand with the curtains");
        var path = $"board/{id.Value}/change";
        var (first, second) = (await cora.OpenAsync(path), await ben.OpenAsync(path));
        await cora.SendAsync(first, new() { ["Form.Title"] = "Two hands with the curtains" });
        var refused = await ben.SendAsync(second, new() { ["Form.Title"] = "A hand with the blinds" });
        (await TitleAsync(here, id)).ShouldBe("Two hands with the curtains");
        refused.QuerySelector("main")!.TextContent.ShouldContain("Two hands with the curtains");
        refused.QuerySelector("[name='Form.Title']")!.GetAttribute("value").ShouldBe("A hand with the blinds");
        await ben.SendAsync(refused, []);
        (await TitleAsync(here, id)).ShouldBe("A hand with the blinds");
    }

    private static Task<string> TitleAsync(Place place, OfferId id) =>
        place.ReadAsync(db => db.Offers.Where(o => o.Id == id).Select(o => o.Title).SingleAsync());

    private static async Task NoteAsync(Actor actor, MemberId member, string words) =>
        (await actor.DoAsync((NoteCall note) => note.HandleAsync(new() { Member = member.Value, Note = words }))).ShouldBe(
            NoteCall.Outcome.Noted
        );

    private async Task<OfferId> RequestAsync(Place place, MemberId member, string title)
    {
        var id = OfferId.New();
        await place.WriteAsync(db =>
            Task.FromResult(
                db.Offers.Add(
                    new()
                    {
                        Id = id,
                        Kind = OfferKind.Request,
                        MemberId = member,
                        Title = title,
                        MadeAt = bank.Clock.GetUtcNow(),
                    }
                )
            )
        );
        return id;
    }
}
