using CoProduce.Ledger;
using CoProduce.Tests.Support;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Privacy;
using CoProduce.Web.Features.Skills;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Shouldly;

namespace CoProduce.Tests.Privacy;

public sealed class ConsentIsGivenAndTakenBack(Bank bank) : IClassFixture<Bank>
{
    [Fact]
    public async Task By_the_member_with_the_words_that_were_asked_and_every_answer_kept()
    {
        var ann = await bank.Riverside.MemberAsync("Ann");
        var browser = await ann.BrowserAsync();
        var page = await browser.OpenAsync("me/consents");
        page.QuerySelector("main")!.TextContent.ShouldContain("Not asked yet. That counts as no.");
        page = await browser.SendAsync(page, [], Button("Directory", "true"));
        page.QuerySelector(".notice-done").ShouldNotBeNull();
        await browser.SendAsync(page, [], Button("Directory", "false"));

        var said = await bank.Riverside.ReadAsync(db => db.Consents.Where(c => c.MemberId == ann.Member).OrderBy(c => c.At).ToListAsync());
        said.Select(c => (c.IsGiven, c.Version, c.Door, c.By)).ShouldBe([(true, 1, Door.Screen, ann.Id), (false, 1, Door.Screen, ann.Id)]);
        said[0].Wording.ShouldStartWith("Other members may see my name");
    }

    [Fact]
    public async Task By_a_coordinator_for_who_phones()
    {
        var phones = await bank.Riverside.AddMemberAsync("Phyllis", "Phones");
        var cora = await bank.Riverside.CoordinatorAsync();
        var browser = await cora.BrowserAsync();
        await browser.SendAsync(await browser.OpenAsync($"members/{phones.Value}/consents"), [], Button("News", "true"));
        var said = await bank.Riverside.ReadAsync(db => db.Consents.SingleAsync(c => c.MemberId == phones));
        (said.IsGiven, said.Door, said.By).ShouldBe((true, Door.Phone, cora.Id));
    }

    [Fact]
    public async Task And_not_to_words_that_were_changed_meanwhile_but_a_no_is_always_taken()
    {
        var here = await bank.CreateAsync("consent-words", "Words");
        var ann = await here.MemberAsync("Ann");
        (await SayAsync(ann, true, version: 1)).ShouldBe(GiveConsent.Outcome.Kept);
        var manager = await here.StaffAsync("Mo", Role.Manager);
        (
            await manager.DoAsync(
                (ChangeWording change) => change.HandleAsync(new() { Purpose = ConsentPurpose.Directory, Wording = "You may show me" })
            )
        ).ShouldBe(ChangeWording.Outcome.Changed);

        (await SayAsync(ann, true, version: 1)).ShouldBe(GiveConsent.Outcome.WordsChanged);
        var line = (await ann.DoAsync((ConsentsQuery query) => query.ReadAsync(ann.Member)))!.Lines[0];
        (line.IsGiven, line.IsToOlderWords, line.Now).ShouldBe((true, true, new WordingNow(2, "You may show me")));
        (await SayAsync(ann, false, version: 1)).ShouldBe(GiveConsent.Outcome.Kept);
        (await SayAsync(ann, true, version: 2)).ShouldBe(GiveConsent.Outcome.Kept);
        (await here.ReadAsync(db => db.Consents.CountAsync())).ShouldBe(3);
    }

    [Fact]
    public async Task And_no_answer_is_ever_changed()
    {
        var ann = await bank.Riverside.MemberAsync("Ann");
        await SayAsync(ann, true, version: 1);
        var refused = await Should.ThrowAsync<PostgresException>(() =>
            bank.Riverside.WriteAsync(db =>
                db.Consents.Where(c => c.MemberId == ann.Member).ExecuteUpdateAsync(c => c.SetProperty(x => x.IsGiven, false))
            )
        );
        refused.SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
    }

    [Fact]
    public async Task The_directory_shows_whoever_chose_it_to_members_and_nobody_else()
    {
        var here = await bank.CreateAsync("directory", "Directory");
        var (ann, bob, shy) = (await here.MemberAsync("Ann"), await here.MemberAsync("Bob"), await here.MemberAsync("Shy"));
        var inside = await here.AddMemberInCustodyAsync("Idris");
        var cora = await here.CoordinatorAsync();
        await SayAsync(ann, true, version: 1);
        await SayAsync(bob, true, version: 1);
        await SayAsync(shy, true, version: 1);
        await SayAsync(shy, false, version: 1); // at the very same moment: the no counts
        await cora.DoAsync(
            (GiveConsent give) =>
                give.ForAsync(
                    new()
                    {
                        Purpose = ConsentPurpose.Directory,
                        Give = true,
                        Version = 1,
                    },
                    inside
                )
        );

        (await NamesAsync(shy)).ShouldBe(["Ann Example", "Bob Example"]);
        (await NamesAsync(shy, "bob")).ShouldBe(["Bob Example"]);
        await here.WriteAsync(db =>
            db.Members.Where(m => m.Id == bob.Member).ExecuteUpdateAsync(m => m.SetProperty(x => x.Status, MemberStatus.Suspended))
        );
        (await NamesAsync(shy)).ShouldBe(["Ann Example"]);
    }

    [Fact]
    public async Task The_directory_names_what_people_give_in_the_readers_language_and_finds_it()
    {
        var here = await bank.CreateAsync("directory-skills", "Directory");
        var (ann, bob) = (await here.MemberAsync("Ann"), await here.MemberAsync("Bob"));
        await SayAsync(ann, true, version: 1);
        await SayAsync(bob, true, version: 1);
        var (gives, wishes) = await here.WriteAsync(async db =>
        {
            var known = await db.Skills.Where(s => s.English == "Cooking a meal" || s.English.StartsWith("Mowing")).ToListAsync();
            var (cooking, mowing) = (known.Single(s => s.English[0] == 'C'), known.First(s => s.English[0] == 'M'));
            db.MemberSkills.Add(new() { MemberId = ann.Member, SkillId = cooking.Id });
            db.MemberSkills.Add(new() { MemberId = ann.Member, Words = "Telling stories" });
            db.MemberSkills.Add(
                new()
                {
                    MemberId = ann.Member,
                    SkillId = mowing.Id,
                    Side = SkillSide.WouldLike,
                }
            );
            (await db.Members.SingleAsync(m => m.Id == ann.Member)).About = "Grew up by the sea";
            return (cooking, mowing);
        });

        (await NamesAsync(bob, "cooking a meal")).ShouldBe(["Ann Example"]);
        (await NamesAsync(bob, gives.Welsh)).ShouldBe(["Ann Example"]);
        (await NamesAsync(bob, "ann stories")).ShouldBe(["Ann Example"]);
        (await NamesAsync(bob, wishes.English)).ShouldBeEmpty();
        var page = await (await bob.BrowserAsync()).OpenAsync("directory?q=cooking");
        var line = page.QuerySelector("[data-line]")!.TextContent;
        line.ShouldContain("Cooking a meal, Telling stories");
        line.ShouldContain("Grew up by the sea");
        line.ShouldNotContain(wishes.English);
    }

    private static string Button(string purpose, string give) =>
        $"form:has([name='Form.Purpose'][value='{purpose}']):has([name='Form.Give'][value='{give}'])";

    private static Task<GiveConsent.Outcome> SayAsync(Actor member, bool yes, int version) =>
        member.DoAsync(
            (GiveConsent give) =>
                give.HandleAsync(
                    new()
                    {
                        Purpose = ConsentPurpose.Directory,
                        Give = yes,
                        Version = version,
                    }
                )
        );

    private static async Task<IEnumerable<string>> NamesAsync(Actor member, string? typed = null) =>
        (await member.DoAsync((DirectoryQuery query) => query.PageAsync(typed, 1))).Lines.Select(l => l.Name);
}
