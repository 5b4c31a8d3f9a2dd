using System.Text.Json;
using CoProduce.Tests.Support;
using CoProduce.Web.Data;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Privacy;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace CoProduce.Tests.Privacy;

public sealed class ThePersonGoesTheHoursStay(Bank bank) : IClassFixture<Bank>
{
    [Fact]
    public async Task Everything_kept_about_a_member_is_theirs_to_take_along()
    {
        var here = await bank.CreateAsync("my-data", "My data");
        var (ann, bob) = (await here.MemberAsync("Ann", "Dataful", "ann@my-data.example"), await here.MemberAsync("Bob", "Other"));
        await bob.ConfirmsAsync((await ann.GaveAsync(60, to: bob.Member, what: "A lift to the sea")).Id);
        var browser = await ann.BrowserAsync();
        await browser.OpenAsync("me/data.json");
        var data = JsonDocument.Parse(browser.Body).RootElement;
        data.GetProperty("members")[0].GetProperty("last_name").GetString().ShouldBe("Dataful");
        data.GetProperty("member_contacts")[0].GetProperty("email").GetString().ShouldBe("ann@my-data.example");
        data.GetProperty("exchanges")[0].GetProperty("description").GetString().ShouldBe("A lift to the sea");
        data.GetProperty("postings").EnumerateArray().Select(p => p.GetProperty("amount").GetInt64()).ShouldBe([120, 60]);
        foreach (var secret in new[] { "Other", "body_hash", "request_key", "sign_in_id", "secret_hash", "organisation_id" })
            browser.Body.ShouldNotContain(secret);
    }

    [Fact]
    public async Task A_coordinator_hands_it_out_and_the_look_is_written_down()
    {
        var here = await bank.CreateAsync("their-data", "Their data");
        var phones = await here.AddMemberAsync("Phyllis", "Phones");
        var cora = await here.CoordinatorAsync();
        (await (await cora.BrowserAsync()).OpenAsync($"members/{phones.Value}/data"))
            .QuerySelector("main")!
            .TextContent.ShouldContain("Every line of the account");
        (await here.ReadAsync(db => db.RecordViews.SingleAsync(v => v.MemberId == phones))).ViewedBy.ShouldBe(cora.Id);
    }

    [Fact]
    public async Task Erased_under_a_former_member_with_every_sum_as_it_was()
    {
        var here = await bank.CreateAsync("erased", "Erased");
        var (ann, bob) = (await here.MemberAsync("Ann", "Goner", "ann@erased.example"), await here.MemberAsync("Bob", "Stays"));
        await bob.ConfirmsAsync((await ann.GaveAsync(60, to: bob.Member)).Id);
        await here.WriteAsync(db => Task.FromResult(db.MemberSkills.Add(new() { MemberId = ann.Member, Words = "Knitting" })));
        var cora = await here.CoordinatorAsync();
        var number = await here.NumberAsync(ann.Member);

        (await EraseAsync(cora, ann.Member, number)).ShouldBe(EraseMember.Outcome.TakesPart);
        var pause = new StandingForm { Member = ann.Member.Value, Reason = "Her asthma" };
        (await cora.DoAsync((SuspendMember suspend) => suspend.SuspendAsync(pause))).ShouldBe(SuspendMember.Outcome.Done);
        await LeaveAsync(here, ann.Member);
        (await EraseAsync(cora, ann.Member, number)).ShouldBe(EraseMember.Outcome.HasBalance);
        await here.FillsThePotAsync(ann.Member, 180);
        (await EraseAsync(cora, ann.Member, number + 1)).ShouldBe(EraseMember.Outcome.OtherNumber);
        var before = await FingerprintAsync(here);
        (await EraseAsync(cora, ann.Member, number)).ShouldBe(EraseMember.Outcome.Erased);

        (await FingerprintAsync(here)).ShouldBe(before);
        var everything = await here.ReadAsync(async db =>
            string.Concat((await MemberRows.ReadAsync(db, ann.Member, default)).Select(r => r.Json))
        );
        foreach (var gone in new[] { "Goner", "Ann ", "ann@erased.example", "Knitting", "asthma" })
            everything.ShouldNotContain(gone);
        everything.ShouldContain(Member.Former);
        (await here.BalanceAsync(bob.Member)).ShouldBe(60);
        (await here.ReadAsync(db => db.MemberWords.Where(w => w.MemberId == ann.Member).Select(w => w.Word).ToListAsync())).ShouldContain(
            "former"
        );
        (await here.ReadAsync(db => db.MemberWords.AnyAsync(w => w.Word == "goner"))).ShouldBeFalse();
    }

    [Fact]
    public async Task And_every_table_that_refers_to_a_member_has_decided()
    {
        await bank.Riverside.ReadAsync(db =>
        {
            var tables = MemberRows.Tables(db.Model).Select(t => t.Table).ToList();
            tables.Count.ShouldBeGreaterThan(8);
            MemberRows.StayWhenErased.Except(tables).ShouldBeEmpty();
            return Task.FromResult(true);
        });
    }

    private static Task<EraseMember.Outcome> EraseAsync(Actor by, MemberId member, int number) =>
        by.DoAsync(
            (EraseMember erase) =>
                erase.HandleAsync(
                    new()
                    {
                        Member = member.Value,
                        Number = $"{number}",
                        Reason = "Asked by letter",
                    }
                )
        );

    private static Task<string> FingerprintAsync(Place here) => here.ReadAsync(db => ArchiveRows.FingerprintAsync(db, default));

    private static Task<int> LeaveAsync(Place here, MemberId member) =>
        here.WriteAsync(db =>
            db.Members.Where(m => m.Id == member).ExecuteUpdateAsync(m => m.SetProperty(x => x.Status, MemberStatus.Left))
        );
}
