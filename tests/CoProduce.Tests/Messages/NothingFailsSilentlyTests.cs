using CoProduce.Tests.Support;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Messages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;

namespace CoProduce.Tests.Messages;

public sealed class NothingFailsSilentlyTests(WritingBank bank) : IClassFixture<WritingBank>
{
    [Fact]
    public void Whatever_is_promised_has_one_who_does_it() =>
        bank.Services.GetServices<OutboxJob>().Select(j => j.Kind).Order().ShouldBe(Enum.GetValues<OutboxKind>().Order());

    [Fact]
    public async Task A_gateway_that_fails_is_tried_again_then_seen_then_somebody_decides()
    {
        var here = await bank.CreateAsync($"fails-{Guid.NewGuid():N}"[..20], "Fails");
        var (cora, ann) = (await here.CoordinatorAsync(), await here.MemberAsync("Ann"));
        var cal = await here.ReachedAsync("Cal", ContactWay.Text, c => (c.Phone, c.Address) = ("07700 900222", "3 High Street"));
        await ann.GaveAsync(60, cal, "Painting");
        bank.Phones.IsRefusing = true;
        await bank.DeliverAsync();
        var line = await OneAsync();
        (line.Member, line.Item.Tries, line.Item.DoneAt).ShouldBe((cal, 1, null));
        var browser = await cora.BrowserAsync();
        var today = await browser.OpenAsync("today");
        today.QuerySelector("main")!.TextContent.ShouldContain("1 mail or text did not get through");
        for (var i = 0; i < 10; i++)
        {
            bank.Tomorrow(12);
            await bank.DeliverAsync();
        }
        (await OneAsync()).Item.DoneAt.ShouldNotBeNull();
        (await here.SentToAsync(cal)).Single().State.ShouldBe(SendingState.NotDelivered);
        var page = await browser.OpenAsync("letters/not-delivered");
        var words = page.QuerySelector("main")!.TextContent;
        words.ShouldContain("Given up");
        words.ShouldContain("The text service did not take it.");
        words.ShouldNotContain("0770");

        (await StepAsync((s, f) => s.TryAgainAsync(f))).ShouldBe(SettleUndelivered.Outcome.Done);
        await bank.DeliverAsync();
        (await OneAsync()).Item.DoneAt.ShouldBeNull();
        (await StepAsync((s, f) => s.PostAsync(f))).ShouldBe(SettleUndelivered.Outcome.Done);
        bank.Phones.IsRefusing = false;
        bank.Tomorrow(12);
        await bank.DeliverAsync();
        bank.Phones.Texts.Values.ShouldNotContain(t => t.Contains("07700900222", StringComparison.Ordinal)); // it is a letter now
        (await cora.SheetsAsync(await cora.PrintsAsync()))!.ShouldHaveSingleItem().Parts.Single().Subject.ShouldContain("Painting");
        (await cora.DoAsync((UndeliveredQuery query) => query.ReadAsync())).ShouldBeEmpty();

        async Task<Undelivered> OneAsync() => (await cora.DoAsync((UndeliveredQuery query) => query.ReadAsync())).ShouldHaveSingleItem();
        async Task<SettleUndelivered.Outcome> StepAsync(Func<SettleUndelivered, UndeliveredForm, Task<SettleUndelivered.Outcome>> step)
        {
            var form = new UndeliveredForm { Item = (await OneAsync()).Item.Id };
            return await cora.DoAsync((SettleUndelivered settle) => step(settle, form));
        }
    }

    [Fact]
    public async Task It_is_dropped_with_a_reason_and_only_here()
    {
        var here = await bank.CreateAsync($"drops-{Guid.NewGuid():N}"[..20], "Drops");
        var (cora, ann) = (await here.CoordinatorAsync(), await here.MemberAsync("Ann"));
        var bob = await here.ReachedAsync("Bob", ContactWay.Email, c => c.Email = Writing.Address());
        await ann.GaveAsync(60, bob);
        bank.Post.IsRefusing = true;
        await bank.DeliverAsync();
        bank.Post.IsRefusing = false;
        var item = (await cora.DoAsync((UndeliveredQuery query) => query.ReadAsync())).Single().Item.Id;
        var max = await bank.Hillside.CoordinatorAsync("Max");
        (await max.DoAsync((SettleUndelivered settle) => settle.DropAsync(new() { Item = item, Reason = "no" }))).ShouldBe(
            SettleUndelivered.Outcome.NotThere
        );
        var browser = await cora.BrowserAsync();
        var page = await browser.OpenAsync($"letters/not-delivered/{item}");
        await browser.SendAsync(page, new() { ["Form.Reason"] = "" });
        browser.Body.ShouldContain("Say in a few words why it is not sent.");
        page = await browser.OpenAsync($"letters/not-delivered/{item}");
        await browser.SendAsync(page, new() { ["Form.Reason"] = "I told him" });
        (await here.SentToAsync(bob)).Single().State.ShouldBe(SendingState.Dropped);
        (await here.ReadAsync(db => db.AuditLines.AnyAsync(a => a.SubjectId == item && a.Reason == "I told him"))).ShouldBeTrue();
        bank.Clock.Advance(TimeSpan.FromMinutes(5));
        var before = bank.Post.Mails.Count;
        await bank.DeliverAsync();
        bank.Post.Mails.Count.ShouldBe(before);
    }
}
