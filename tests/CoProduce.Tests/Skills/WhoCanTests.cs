using CoProduce.Tests.Support;
using CoProduce.Web.Features.Matching;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Organisations;
using CoProduce.Web.Features.Skills;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace CoProduce.Tests.Skills;

/// <summary>A coordinator asks who can, and the desk finds people by what they can give.</summary>
public sealed class WhoCanTests(Bank bank) : IClassFixture<Bank>
{
    [Fact]
    public async Task People_are_found_by_a_skill_its_names_their_words_language_time_and_place()
    {
        var here = await bank.CreateAsync("who-can", "Who Can");
        var (ann, bob, cat) = (await here.MemberAsync("Ann"), await here.MemberAsync("Bob"), await here.MemberAsync("Cat"));
        var village = (await here.WriteAsync(db => Task.FromResult(db.Hubs.Add(new() { Id = HubId.New(), Name = "Village" }).Entity))).Id;
        await here.MoveAsync(bob.Member, village);
        var chess = await here.SkillAsync("Chess");
        await ann.TicksAsync([chess]);
        await bob.TicksAsync([chess]);
        await cat.SaysAsync("I play chess badly");
        await ann.DoAsync((KeepLanguages keep) => keep.HandleAsync(new() { Code = "cy" }));
        await bob.DoAsync((ChangeTimes change) => change.HandleAsync(new() { Ticked = ["3"] })); // Tuesday morning
        var cora = await here.CoordinatorAsync();
        async Task<string> WhoAsync(
            SkillId? skill = null,
            string? words = null,
            string? language = null,
            string? day = null,
            string? part = null,
            HubId? hub = null
        )
        {
            var question = WhoCanQuestion.Read(skill?.Value.ToString(), words, language, day, part, hub?.Value.ToString());
            var found = await cora.DoAsync((WhoCanQuery query) => query.FindAsync(question, 1));
            return string.Join(' ', found.People.Select(p => p.Member.Name.Split(' ')[0]));
        }
        (await WhoAsync(chess)).ShouldBe("Ann Bob");
        (await WhoAsync(words: "chess")).ShouldBe("Ann Bob Cat");
        (await WhoAsync(words: "gwydd")).ShouldBe("Ann Bob");
        (await WhoAsync(words: "hess")).ShouldBe("");
        (await WhoAsync(words: "badly play")).ShouldBe("Cat");
        (await WhoAsync(chess, language: "cy")).ShouldBe("Ann");
        (await WhoAsync(chess, day: "2")).ShouldBe("Bob");
        (await WhoAsync(chess, day: "2", part: "1")).ShouldBe("Bob");
        (await WhoAsync(chess, day: "2", part: "2")).ShouldBe("");
        (await WhoAsync(chess, day: "3")).ShouldBe("");
        (await WhoAsync(part: "1")).ShouldBe("Bob");
        (await WhoAsync(chess, hub: village)).ShouldBe("Bob");
        (await WhoAsync()).ShouldBe("");
        await here.WriteAsync(db =>
            db.Members.Where(m => m.Id == bob.Member).ExecuteUpdateAsync(m => m.SetProperty(x => x.Status, MemberStatus.Suspended))
        );
        (await WhoAsync(chess)).ShouldBe("Ann");
    }

    [Fact]
    public async Task The_page_says_what_speaks_for_them()
    {
        var here = await bank.CreateAsync("reasons", "Reasons");
        var ann = await here.MemberAsync("Ann");
        await ann.TicksAsync([await here.SkillAsync("Chess")]);
        await ann.DoAsync((KeepLanguages keep) => keep.HandleAsync(new() { Code = "bn", Level = LanguageLevel.Well }));
        await ann.DoAsync((ChangeTimes change) => change.HandleAsync(new() { Ticked = ["3"], AskFirst = true }));
        await ann.DoAsync((ChangeNotAsk change) => change.HandleAsync(new() { Words = "climb ladders" }));
        var browser = await (await here.CoordinatorAsync()).BrowserAsync();
        var line = (await browser.OpenAsync("who-can?q=chess")).QuerySelector("main .lines li")!.TextContent;
        foreach (var words in new[] { "Ann Example", "Chess", "Bengali, well", "Tuesday: morning.", "Ask first", "climb ladders" })
            line.ShouldContain(words);
    }

    [Fact]
    public async Task The_desk_finds_by_a_skill_in_either_language_and_by_own_words()
    {
        var here = await bank.CreateAsync("desk-skills", "Desk");
        var (ann, bob) = (await here.MemberAsync("Ann"), await here.MemberAsync("Bob"));
        await ann.TicksAsync([await here.SkillAsync("Knitting")]);
        await bob.SaysAsync("Crème brûlée");
        var cora = await here.CoordinatorAsync();
        async Task<string> DeskAsync(string text) =>
            string.Join(
                ' ',
                (await cora.DoAsync((DeskQuery desk) => desk.FindAsync(text)))
                    .People.Where(p => p.Why == DeskWhy.Skill)
                    .Select(p => $"{p.Name}: {p.Skill}")
            );
        (await DeskAsync("gwau")).ShouldBe("Ann Example: Knitting");
        (await DeskAsync("knit")).ShouldBe("Ann Example: Knitting");
        (await DeskAsync("creme bru")).ShouldBe("Bob Example: Crème brûlée");
        (await DeskAsync("rulee")).ShouldBe("");
        await ann.TicksAsync([await here.SkillAsync("Lifts to the shops")]);
        await here.WriteAsync(db =>
            db.Categories.Where(c => c.Name == "Lifts").ExecuteUpdateAsync(c => c.SetProperty(x => x.Name, "Transport"))
        );
        (await DeskAsync("transport")).ShouldBe(""); // the starter list's group goes with a kind of help that this organisation has not
        await here.WriteAsync(async db =>
        {
            var kind = await db.Categories.Where(c => c.Name == "Transport").Select(c => c.Id).SingleAsync();
            return await db
                .SkillGroups.Where(g => g.English == "Getting about")
                .ExecuteUpdateAsync(g => g.SetProperty(x => x.CategoryId, kind));
        });
        (await DeskAsync("transport")).ShouldBe("Ann Example: Lifts to the shops");
    }

    [Fact]
    public async Task What_one_would_like_is_not_what_one_can_give()
    {
        var here = await bank.CreateAsync("wishes", "Wishes");
        var ann = await here.MemberAsync("Ann");
        await ann.DoAsync((KeepOwnWords keep) => keep.HandleAsync(new() { Side = SkillSide.WouldLike, Words = "Tuba lessons" }));
        var question = WhoCanQuestion.Read(null, "tuba", null, null, null, null);
        var cora = await here.CoordinatorAsync();
        (await cora.DoAsync((WhoCanQuery query) => query.FindAsync(question, 1))).People.ShouldBeEmpty();
    }
}
