using CoProduce.Tests.Messages;
using CoProduce.Tests.Photos;
using CoProduce.Tests.Support;
using CoProduce.Web.Features.Matching;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Offers;
using CoProduce.Web.Features.Privacy;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace CoProduce.Tests.Offers;

/// <summary>Search forgives spelling and understands kinds; a kept search tells what is new; a person's words go with them.</summary>
public sealed class TheBoardIsSearched(PostalBank bank) : IClassFixture<PostalBank>
{
    [Theory]
    [InlineData("wheelbarrow", true)]
    [InlineData("wheel", true)]
    [InlineData("weelbarrow", true)] // one missing
    [InlineData("wheellbarrow", true)] // one too much
    [InlineData("wheelbarrov", true)] // one other
    [InlineData("whelebarrow", true)] // two swapped
    [InlineData("weelbarow", false)] // two missing
    [InlineData("WHEELBARROW sturdy", true)]
    [InlineData("wheelbarrow bread", false)]
    [InlineData("gardening", true)] // its kind
    [InlineData("gardenning", true)]
    [InlineData("garddio", true)] // a skill's name in Welsh
    [InlineData("singing", false)]
    public async Task By_words_spelt_about_right_and_by_kinds(string typed, bool isFound)
    {
        var here = await FilledAsync();
        var bob = await here.MemberAsync("Bob");
        var found = await SearchAsync(bob, typed);
        (found.Count == 1 && found[0] == "My wheelbarrow").ShouldBe(isFound, string.Join("; ", found));
    }

    [Theory]
    [InlineData("bread", "bread", true)]
    [InlineData("bread", "bred", true)]
    [InlineData("bread", "braed", true)]
    [InlineData("bread", "broad", true)]
    [InlineData("bread", "breads", true)]
    [InlineData("bread", "brd", false)]
    [InlineData("bread", "abroad", false)]
    [InlineData("", "a", true)]
    public void One_letter_is_near(string one, string other, bool isNear) => BoardSearch.IsNear(one, other).ShouldBe(isNear);

    [Fact]
    public async Task What_stands_elsewhere_is_not_found_and_nobodys_words_are_left_when_they_are_gone()
    {
        var (here, there) = (await FilledAsync(), await bank.CreateAsync($"there-{Guid.NewGuid():N}"[..24], "There"));
        (await SearchAsync(await there.MemberAsync("Eve"), "wheelbarow")).ShouldBeEmpty();
        (await there.ReadAsync(db => db.NearWords.CountAsync())).ShouldBe(0);
        (await here.ReadAsync(db => db.NearWords.AnyAsync(n => n.Word == "wheelbarrow"))).ShouldBeTrue();
        await here.WriteAsync(db =>
            db.Offers.Where(o => o.Title == "My wheelbarrow").ExecuteUpdateAsync(o => o.SetProperty(x => x.Folded, ""))
        );
        (await here.ReadAsync(db => db.NearWords.AnyAsync(n => n.Word == "wheelbarrow"))).ShouldBeFalse();
        (await here.ReadAsync(db => db.OfferWords.AnyAsync(n => n.Word == "wheelbarrow"))).ShouldBeFalse();
    }

    [Fact]
    public async Task A_kept_search_tells_of_what_is_new_at_most_once_a_day_until_it_is_stopped()
    {
        var here = await FilledAsync();
        var mail = $"bob@{here.Slug}.example";
        var (ann, bob) = (await here.MemberAsync("Ann"), await here.MemberAsync("Bob", "Birch", mail));
        var keep = new KeepSearchForm
        {
            Name = "Bread",
            Filter = "show=offers&q=bread&nonsense=1",
            Tells = true,
        };
        (await bob.DoAsync((KeepSearch k) => k.HandleAsync(keep, false))).ShouldBe(KeepSearch.Outcome.Kept);
        await MorningAsync();
        bank.MailsTo(mail).ShouldBeEmpty(); // nothing new
        await ann.PutsUpAsync(OfferKind.Offer, "Sourdough bread");
        await ann.PutsUpAsync(OfferKind.Offer, "Rye bread");
        await ann.PutsUpAsync(OfferKind.Request, "White bread");
        await MorningAsync();
        var letter = bank.MailsTo(mail).ShouldHaveSingleItem();
        letter.ShouldContain("Sourdough bread");
        letter.ShouldContain("Rye bread");
        letter.ShouldNotContain("White bread");
        await MorningAsync();
        bank.MailsTo(mail).Count.ShouldBe(1); // told once
        var stranger = bank.Stranger();
        var link = $"/{here.Slug}/{OnTheBoard.LinkIn(letter, "stop-telling")}";
        await stranger.SendAsync(await stranger.OpenAsync(link), []);
        await ann.PutsUpAsync(OfferKind.Offer, "Brown bread");
        await MorningAsync();
        bank.MailsTo(mail).Count.ShouldBe(1);
        (await bob.DoAsync((SavedSearchesQuery q) => q.ReadAsync(false))).Single().Filter.ShouldBe("show=offers&q=bread");
        (await ann.DoAsync((KeepSearch k) => k.DropAsync(keep.RequestKey))).ShouldBe(KeepSearch.Outcome.NotFound);
    }

    [Fact]
    public async Task A_coordinator_keeps_and_shares_one_and_prints_the_board_without_a_name_that_was_not_agreed_to()
    {
        var here = await FilledAsync();
        var browser = await (await here.CoordinatorAsync()).BrowserAsync();
        await browser.SendAsync(
            await browser.OpenAsync("board?show=offers&q=wheelbarow"),
            new() { ["Form.Name"] = "Barrows", ["Form.Share"] = "true" },
            "main form[action$='/board/searches']"
        );
        var others = await (await here.CoordinatorAsync("Cate")).BrowserAsync();
        (await others.OpenAsync("board/searches")).QuerySelector("main .lines a")!.TextContent.ShouldBe("Barrows");
        var print = (await browser.OpenAsync("board/print?show=offers")).Body!.TextContent;
        print.ShouldContain("My wheelbarrow");
        print.ShouldNotContain("Wyn");
    }

    [Fact]
    public async Task A_person_has_all_of_it_in_their_data_and_it_goes_with_them()
    {
        var here = await bank.CreateAsync($"gone-{Guid.NewGuid():N}"[..24], "Gone");
        var (ann, bob) = (await here.MemberAsync("Ann", "Ash", $"ann@{here.Slug}.example"), await here.MemberAsync("Bob"));
        var id = await ann.PutsUpAsync(OfferKind.Offer, "Annasword", "Lifts", "Gardening");
        await bob.AnswersAsync(id, "Bobssaying");
        var bobs = await bob.PutsUpAsync(OfferKind.Request, "A lift");
        await ann.AnswersAsync(bobs, "Annsanswer");
        await ann.DoAsync((KeepPicture k) => k.AddAsync(id, PicturesShowNoPlace.Form(Pictures.Png, "Annspicture")));
        await ann.DoAsync((KeepSearch k) => k.HandleAsync(new() { Name = "Annssearch", Filter = "" }, false));
        var everything = await AllOfAsync(here, ann.Member);
        foreach (var said in new[] { "Annasword", "Bobssaying", "Annsanswer", "Annspicture", "Annssearch" })
            everything.ShouldContain(said);
        await here.WriteAsync(async db =>
            {
                await Web.Data.MemberRows.EraseAsync(db, ann.Member, default);
                return true;
            })
            .ShouldThrowAsync<Npgsql.PostgresException>(); // only somebody who has left is erased
        await here.WriteAsync(db =>
            db.Members.Where(m => m.Id == ann.Member).ExecuteUpdateAsync(m => m.SetProperty(x => x.Status, MemberStatus.Left))
        );
        await here.WriteAsync(async db =>
        {
            await Web.Data.MemberRows.EraseAsync(db, ann.Member, default);
            return true;
        });
        everything = await AllOfAsync(here, ann.Member) + await AllOfAsync(here, bob.Member);
        foreach (var said in new[] { "Annasword", "Bobssaying", "Annsanswer", "Annspicture", "Annssearch" })
            everything.ShouldNotContain(said);
        (await here.ReadAsync(db => db.NearWords.AnyAsync(w => w.Word == "annasword"))).ShouldBeFalse();
        (await here.ReadAsync(db => db.Offers.CountAsync())).ShouldBe(1);
    }

    private static Task<string> AllOfAsync(Place here, MemberId member) =>
        here.ReadAsync(async db => string.Concat((await Web.Data.MemberRows.ReadAsync(db, member, default)).Select(r => r.Json)));

    private static async Task<List<string>> SearchAsync(Actor who, string typed) =>
        [
            .. (
                await who.DoAsync(
                    (OffersQuery q) =>
                        q.OpenAsync(new(OfferKind.Offer, typed), 1, DateOnly.FromDateTime(who.Place.Bank.Clock.GetUtcNow().Date))
                )
            ).Lines.Select(l => l.Offer.Title),
        ];

    private async Task<Place> FilledAsync()
    {
        var here = await bank.CreateAsync($"found-{Guid.NewGuid():N}"[..24], "Found");
        var wyn = await here.MemberAsync("Wyn");
        var id = await wyn.PutsUpAsync(OfferKind.Offer, "My wheelbarrow", "Lifts", "Gardening");
        var said = new OfferForm
        {
            Part = OfferPart.What,
            Title = "My wheelbarrow",
            Details = "It is very sturdy",
            Kinds =
            [
                .. (await here.ReadAsync(db => db.Categories.Where(c => c.Name == "Gardening").Select(c => c.Id).ToListAsync())).Select(k =>
                    k.Value.ToString()
                ),
            ],
        };
        await wyn.DoAsync((PutInOffer put) => put.ChangeAsync(id, said));
        await wyn.PutsUpAsync(OfferKind.Offer, "A pie every week");
        return here;
    }

    private async Task MorningAsync()
    {
        bank.Clock.Advance(TimeSpan.FromDays(1));
        await bank.DeliverAsync();
        await bank.DeliverAsync();
    }
}
