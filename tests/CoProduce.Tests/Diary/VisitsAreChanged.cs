using CoProduce.Tests.Messages;
using CoProduce.Tests.Support;
using CoProduce.Web.Features.Diary;
using CoProduce.Web.Ui;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace CoProduce.Tests.Diary;

public sealed class VisitsAreChanged(PostalBank bank) : IClassFixture<PostalBank>
{
    [Fact]
    public async Task Place_length_and_helper_and_everybody_concerned_is_told()
    {
        var (here, cora) = await NewAsync("visit");
        var (ann, bob, cat) = (await here.ByMailAsync("ann"), await here.ByMailAsync("bob"), await here.ByMailAsync("cat"));
        var visit = await cora.ArrangesAsync(here.Visit(ann.Member, bob.Member));
        var browser = await cora.BrowserAsync();
        await browser.SendAsync(
            await browser.OpenAsync($"diary/visits/{visit.Value}"),
            new()
            {
                ["To.GiverTyped"] = $"{await here.NumberAsync(cat.Member)}",
                ["To.Place"] = "The library",
                ["To.HowLong.Typed"] = "1:30",
            },
            "main form:has([name='To.Start'])"
        );
        var now = await here.VisitAsync(visit);
        (now.GiverId, now.Place, now.Minutes).ShouldBe((cat.Member, "The library", 90), browser.Body);
        (now.EndsAt - now.StartsAt).ShouldBe(TimeSpan.FromMinutes(90));
        await bank.DeliverAsync();
        (Count(ann, "Somebody else helps"), Count(bob, "It is changed"), Count(cat, "It is arranged")).ShouldBe((1, 1, 1));
        (Count(ann, "It is changed"), Count(cat, "It is changed")).ShouldBe((0, 0));
        (await ChangeAsync(cora, visit, f => f.Place = "The hall")).ShouldBe(MoveVisit.Outcome.Moved); // and anew
        await bank.DeliverAsync();
        (Count(bob, "It is changed"), Count(cat, "It is changed")).ShouldBe((2, 1));
        (await ChangeAsync(cora, visit, f => f.Giver = ann.Member.Value)).ShouldBe(MoveVisit.Outcome.Moved); // and back
        await bank.DeliverAsync();
        (Count(ann, "It is arranged"), Count(cat, "Somebody else helps")).ShouldBe((2, 1));
    }

    [Fact]
    public async Task Nobody_who_does_not_take_part_or_is_helped_helps_and_a_refusal_changes_nothing()
    {
        var (here, cora) = await NewAsync("refused");
        var (ann, bob) = (await here.AddMemberAsync("Ann"), await here.AddMemberAsync("Bob"));
        var visit = await cora.ArrangesAsync(here.Visit(ann, bob));
        (await ChangeAsync(cora, visit, f => f.Giver = bob.Value)).ShouldBe(MoveVisit.Outcome.SamePerson);
        (await ChangeAsync(cora, visit, f => f.Giver = Guid.CreateVersion7())).ShouldBe(MoveVisit.Outcome.NotTakingPart);
        (await ChangeAsync(cora, visit, f => f.HowLong = DurationChoice.From(60 * 24 * 2))).ShouldBe(MoveVisit.Outcome.TooLong);
        var now = await here.VisitAsync(visit);
        (now.GiverId, now.Minutes, now.Status).ShouldBe((ann, 60, VisitStatus.Arranged));
        (await here.ReadAsync(db => db.VisitCalls.CountAsync(c => c.News == VisitNews.Moved))).ShouldBe(0);
    }

    private static async Task<MoveVisit.Outcome> ChangeAsync(Actor cora, VisitId visit, Action<MoveVisitForm> change)
    {
        var form = MoveVisitForm.Of((await cora.DoAsync((DiaryQuery query) => query.FindAsync(visit)))!.Line);
        change(form);
        return await cora.DoAsync((MoveVisit move) => move.HandleAsync(form));
    }

    private async Task<(Place, Actor)> NewAsync(string name)
    {
        bank.Clock.AdvanceToMorning();
        var here = await bank.CreateAsync($"{name}-{Guid.NewGuid():N}"[..30], "Changed");
        return (here, await here.CoordinatorAsync());
    }

    private int Count(Actor actor, string subject) =>
        bank
            .Post.Read()
            .Count(m => m.Contains($"To: {actor.SignIn.Email}", StringComparison.Ordinal) && m.Contains(subject, StringComparison.Ordinal));
}
