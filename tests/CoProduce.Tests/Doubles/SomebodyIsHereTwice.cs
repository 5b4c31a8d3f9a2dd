using CoProduce.Tests.Support;
using CoProduce.Web.Features.Doubles;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Privacy;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace CoProduce.Tests.Doubles;

public sealed class SomebodyIsHereTwice(Bank bank) : IClassFixture<Bank>
{
    [Fact]
    public async Task Noticed_by_name_address_number_and_birthday_and_by_nothing_less()
    {
        var here = await bank.CreateAsync("alike", "Alike");
        var cora = await here.CoordinatorAsync();
        var jose = await AddAsync(here, "José", "Pérez");
        var jose2 = await AddAsync(here, "jose", "perez");
        var mail = await AddAsync(here, "Ann", "Mail", email: "ann@home.example");
        var mail2 = await AddAsync(here, "Nan", "Post", email: "ANN@home.example ");
        var phone = await AddAsync(here, "Bea", "Bell", phone: "01234 567 890");
        var phone2 = await AddAsync(here, "Cai", "Call", phone: "01234-567890");
        var born = await AddAsync(here, "Megan", "Price", born: new(1950, 3, 1));
        var married = await AddAsync(here, "Megan", "Rees", born: new(1950, 3, 1));
        await AddAsync(here, "Twm", "Birthday", born: new(1950, 3, 1));
        await AddAsync(here, "Nobody", "Else");

        var found = await FindAsync(cora);
        found.Apart.ShouldBeEmpty();
        found
            .Open.Select(d => (d.One.Id, d.Other.Id, d.Alike))
            .ShouldBe([(jose, jose2, Alike.Name), (mail, mail2, Alike.Email), (phone, phone2, Alike.Phone), (born, married, Alike.Birth)]);
    }

    [Fact]
    public async Task Whoever_is_said_to_be_another_is_not_asked_about_again_until_somebody_wants_to()
    {
        var here = await bank.CreateAsync("answered", "Answered");
        var (cora, colin) = (await here.CoordinatorAsync(), await here.CoordinatorAsync("Colin"));
        await AddAsync(here, "Same", "Name", phone: "01234 567890");
        await AddAsync(here, "Same", "Name", phone: "01234 567890");
        var (browser, other) = (await cora.BrowserAsync(), await colin.BrowserAsync());
        (await browser.OpenAsync("members")).QuerySelector("main a[href$='/members/doubles']").ShouldNotBeNull();
        var (page, late) = (await browser.OpenAsync("members/doubles"), await other.OpenAsync("members/doubles"));
        page.QuerySelector("main")!.TextContent.ShouldContain("the same name, the same telephone number");
        page.QuerySelector("main")!.TextContent.ShouldNotContain("01234");

        var pair = page.QuerySelector("button[name='Form.Apart']")!.GetAttribute("value");
        page = await browser.SendAsync(page, new() { ["Form.Apart"] = pair });
        page.QuerySelector(".notice-done")!.TextContent.ShouldContain("They are two people");
        page.QuerySelector("button[name='Form.Apart']").ShouldBeNull();
        page.QuerySelector("main")!.TextContent.ShouldContain("Nobody seems to be here twice");

        late = await other.SendAsync(late, new() { ["Form.Apart"] = pair });
        late.QuerySelector(".notice-done")!.TextContent.ShouldContain("They are two people");
        (await here.ReadAsync(db => db.AuditLines.CountAsync(a => a.Deed == nameof(AnswerDouble)))).ShouldBe(2); // one for each record, once

        page = await browser.SendAsync(page, new() { ["Form.Again"] = pair });
        page.QuerySelector(".notice-done")!.TextContent.ShouldContain("in the list again");
        page.QuerySelector("button[name='Form.Apart']").ShouldNotBeNull();
        (await here.ReadAsync(db => db.NotDoubles.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task Nobody_of_another_organisation_and_nothing_that_is_no_pair_is_answered()
    {
        var (here, there) = (await bank.CreateAsync("pairs-here", "Here"), await bank.CreateAsync("pairs-there", "There"));
        var cora = await here.CoordinatorAsync();
        var (mine, theirs) = (await AddAsync(here, "Same", "Name"), await AddAsync(there, "Same", "Name"));
        (await FindAsync(cora)).Open.ShouldBeEmpty();
        foreach (var posted in new[] { $"{mine.Value}_{theirs.Value}", $"{mine.Value}_{mine.Value}", "x_y", "" })
            (await AnswerAsync(cora, new() { Apart = posted })).ShouldBe(AnswerDouble.Outcome.NotFound, posted);
        (await here.ReadAsync(db => db.NotDoubles.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task The_answer_goes_with_the_person()
    {
        var here = await bank.CreateAsync("answer-goes", "Goes");
        var cora = await here.CoordinatorAsync();
        var (one, other) = (await AddAsync(here, "Same", "Name"), await AddAsync(here, "Same", "Name"));
        // Named the other way round, it is the same pair.
        (await AnswerAsync(cora, new() { Apart = $"{other.Value}_{one.Value}" })).ShouldBe(AnswerDouble.Outcome.Apart);
        (await FindAsync(cora)).Apart.ShouldHaveSingleItem();
        await here.WriteAsync(async db =>
        {
            var member = await db.Members.SingleAsync(m => m.Id == other);
            member.Status = MemberStatus.Left;
            await db.SaveChangesAsync();
            var now = bank.Clock.GetUtcNow();
            await EraseMember.TakeAwayAsync(db, member, DateOnly.FromDateTime(now.Date), now, default);
            await db.SaveChangesAsync();
            return true;
        });
        (await here.ReadAsync(db => db.NotDoubles.CountAsync())).ShouldBe(0);
        (await FindAsync(cora)).ShouldSatisfyAllConditions(f => f.Open.ShouldBeEmpty(), f => f.Apart.ShouldBeEmpty());
    }

    private static async Task<MemberId> AddAsync(
        Place here,
        string first,
        string last,
        string email = "",
        string phone = "",
        DateOnly? born = null
    )
    {
        var member = await here.AddMemberAsync(first, last, email);
        await here.WriteAsync(db =>
            db.MemberContacts.Where(c => c.MemberId == member)
                .ExecuteUpdateAsync(c => c.SetProperty(x => x.Phone, phone).SetProperty(x => x.BornOn, born))
        );
        return member;
    }

    private static Task<DoublesFound> FindAsync(Actor by) => by.DoAsync((DoublesQuery query) => query.ReadAsync());

    private static Task<AnswerDouble.Outcome> AnswerAsync(Actor by, DoubleForm form) =>
        by.DoAsync((AnswerDouble answer) => answer.HandleAsync(form));
}
