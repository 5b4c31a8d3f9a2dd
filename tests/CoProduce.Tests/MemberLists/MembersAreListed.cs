using CoProduce.Tests.Care;
using CoProduce.Tests.Support;
using CoProduce.Web.Features.Care;
using CoProduce.Web.Features.MemberLists;
using CoProduce.Web.Features.Members;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace CoProduce.Tests.MemberLists;

public sealed class MembersAreListed(Bank bank) : IClassFixture<Bank>
{
    [Theory]
    [InlineData("marg", "Margaret Hughes")]
    [InlineData("GHES", "Margaret Hughes")]
    [InlineData("ret hu", "Margaret Hughes")]
    [InlineData("jose", "José Rodríguez")]
    [InlineData("o'b", "Niamh O'Brien")]
    public async Task By_any_part_of_a_name_in_the_middle_too(string typed, string found)
    {
        var here = await PeopleAsync();
        (await NamesAsync(here, new() { Text = typed })).ShouldBe([found]);
    }

    [Fact]
    public async Task And_a_new_name_is_found_and_the_old_one_is_not()
    {
        var here = await PeopleAsync();
        await here.WriteAsync(async db => (await db.Members.SingleAsync(m => m.FirstName == "Margaret")).LastName = "Penrose");
        (await NamesAsync(here, new() { Text = "penro" })).ShouldBe(["Margaret Penrose"]);
        (await NamesAsync(here, new() { Text = "hughes" })).ShouldBeEmpty();
    }

    [Fact]
    public async Task By_balance_time_bank_kind_language_and_sign_in()
    {
        var here = await PeopleAsync();
        var there = await here.AddMemberAsync("Else", "Where");
        var village = await here.AddHubAsync("Village");
        await here.MoveAsync(there, village);
        var ann = await here.MemberAsync("Ann");
        var bob = await here.MemberAsync("Bob");
        await bob.ConfirmsAsync((await ann.GaveAsync(120, to: bob.Member)).Id);

        (await NamesAsync(here, new() { Hub = village })).ShouldBe(["Else Where"]);
        (await NamesAsync(here, new() { AtLeast = 4 })).ShouldBe([ann.SignIn.Name]);
        (await NamesAsync(here, new() { AtMost = 0 })).ShouldBe([bob.SignIn.Name]);
        (await NamesAsync(here, new() { SignsIn = true })).ShouldBe([ann.SignIn.Name, bob.SignIn.Name], ignoreOrder: true);
        (await NamesAsync(here, new() { Kind = MemberKind.Organisation })).ShouldBe(["Library"]);
        await here.WriteAsync(db => Task.FromResult(db.MemberLanguages.Add(new() { MemberId = ann.Member, Code = "pl" })));
        (await NamesAsync(here, new() { Language = "pl" })).ShouldBe([ann.SignIn.Name]);
        var byBalance = await NamesAsync(here, new() { Sort = MemberSort.Balance, Descending = true });
        (byBalance[0], byBalance[^1]).ShouldBe((ann.SignIn.Name, bob.SignIn.Name));
    }

    [Fact]
    public async Task By_how_they_are_reached_their_age_and_their_checks()
    {
        var here = await PeopleAsync();
        var (post, young) = (await here.AddMemberAsync("Post", "Box"), await here.AddMemberAsync("Yan", "Young"));
        await here.WriteAsync(async db =>
        {
            (await db.MemberContacts.SingleAsync(c => c.MemberId == post)).Prefers = ContactWay.Post;
            return (await db.MemberContacts.SingleAsync(c => c.MemberId == young)).BornOn = new(2010, 5, 1);
        });
        (await NamesAsync(here, new() { Reached = ContactWay.Post })).ShouldBe(["Post Box"]);
        (await NamesAsync(here, new() { Reached = ContactWay.Phone })).ShouldNotContain("Post Box");
        (await NamesAsync(here, new() { Reached = ContactWay.Phone })).ShouldContain("Yan Young");
        (await NamesAsync(here, new() { Young = true })).ShouldBe(["Yan Young"]);

        var (cora, dbs) = (await here.CoordinatorAsync(), await here.KindAsync("DBS seen"));
        await cora.ChecksAsync(post, "DBS seen", new(2026, 11, 1), until: new(2026, 11, 17));
        await cora.ChecksAsync(young, "DBS seen", new(2026, 11, 1));
        (await NamesAsync(here, new() { Check = dbs })).ShouldBe(["Yan Young"]);
        var without = await NamesAsync(here, new() { Check = dbs, Lacks = true });
        without.ShouldContain("Post Box"); // it was over yesterday
        without.ShouldContain("Margaret Hughes");
        without.ShouldNotContain("Yan Young");
        await cora.ChecksAsync(young, "DBS seen", new(2026, 11, 17), CheckDecision.NotSatisfied);
        (await NamesAsync(here, new() { Check = dbs })).ShouldBeEmpty(); // the newest counts
    }

    [Fact]
    public async Task And_nobody_of_another_organisation()
    {
        var (here, there) = (await PeopleAsync(), await PeopleAsync());
        await there.AddMemberAsync("Stranger", "Danger");
        (await NamesAsync(here, new() { Text = "danger" })).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_narrows_a_list_stands_in_its_address_and_comes_back_from_it()
    {
        var here = await PeopleAsync();
        var all = new MemberFilter
        {
            Group = MemberGroup.Quiet,
            Text = "a & b",
            Skill = "knit",
            Hub = here.Hub,
            Kind = MemberKind.Person,
            SignsIn = false,
            Language = "pl",
            Reached = ContactWay.Post,
            Young = true,
            Check = new(Guid.CreateVersion7()),
            Lacks = true,
            JoinedFrom = new(2020, 1, 31),
            JoinedTo = new(2026, 2, 28),
            AtLeast = -3,
            AtMost = 40,
            Sort = MemberSort.Joined,
            Descending = true,
            Columns = new([MemberColumn.Hub, MemberColumn.Skills]),
        };
        Read(all.At("members").Split('?')[1]).ShouldBe(all);
        Read("show=9&hub=x&from=yesterday&sort=salary&column=nothing&least=many").ShouldBe(new());
        new MemberFilter().At("members").ShouldBe("members");
    }

    [Fact]
    public async Task As_a_file_with_the_columns_shown_and_a_line_of_who_took_it()
    {
        var here = await PeopleAsync();
        await here.AddMemberAsync("=1+1", "Sly");
        var cora = await here.CoordinatorAsync();
        var browser = await cora.BrowserAsync();
        await browser.OpenAsync("members.csv?q=sly&column=balance.kind");
        browser
            .Body.TrimStart('\uFEFF')
            .ReplaceLineEndings("\n")
            .ShouldBe("Name,Balance in minutes,Person or organisation\n\"'=1+1 Sly\",120,A person\n");
        var line = await here.ReadAsync(db => db.AuditLines.SingleAsync(a => a.Deed == "TakeMemberList"));
        line.By.ShouldBe(cora.Id);
    }

    private async Task<Place> PeopleAsync()
    {
        var here = await bank.CreateAsync($"lists-{Guid.NewGuid():N}"[..30], "Lists");
        await here.AddMemberAsync("Margaret", "Hughes");
        await here.AddMemberAsync("José", "Rodríguez");
        await here.AddMemberAsync("Niamh", "O'Brien");
        var library = await here.AddMemberAsync("Library", "");
        await here.WriteAsync(db =>
            db.Members.Where(m => m.Id == library).ExecuteUpdateAsync(m => m.SetProperty(x => x.Kind, MemberKind.Organisation))
        );
        return here;
    }

    private static async Task<IReadOnlyList<string>> NamesAsync(Place here, MemberFilter filter)
    {
        var cora = await here.CoordinatorAsync();
        var found = await cora.DoAsync((MembersQuery query) => query.PageAsync(filter, 1));
        found.Count.ShouldBe(found.Lines.Count);
        return [.. found.Lines.Select(l => l.Name)];
    }

    private static MemberFilter Read(string query) => MemberFilter.Read(new QueryCollection(QueryHelpers.ParseQuery(query)));
}
