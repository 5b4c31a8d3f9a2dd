using CoProduce.Tests.Support;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Messages;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace CoProduce.Tests.Messages;

public sealed class NotAtNightAndOnceADayTests(WritingBank bank) : IClassFixture<WritingBank>
{
    [Fact]
    public async Task What_is_written_at_night_waits_until_morning()
    {
        var here = await bank.CreateAsync($"night-{Guid.NewGuid():N}"[..20], "Night");
        var (ann, mail) = (await here.MemberAsync("Ann"), Writing.Address());
        var bob = await here.ReachedAsync("Bob", ContactWay.Email, c => c.Email = mail);
        bank.Tomorrow(20);
        await ann.GaveAsync(60, bob, "Early");
        await bank.DeliverAsync();
        bank.MailTo(mail).Count.ShouldBe(1);
        bank.Clock.Advance(TimeSpan.FromHours(1)); // nine in the evening
        await ann.GaveAsync(60, bob, "Late");
        await bank.DeliverAsync();
        bank.Tomorrow(7);
        await bank.DeliverAsync();
        bank.MailTo(mail).Count.ShouldBe(1);
        bank.Clock.Advance(TimeSpan.FromHours(1));
        await bank.DeliverAsync();
        bank.MailTo(mail).Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_manager_says_when_that_is()
    {
        var here = await bank.CreateAsync($"hours-{Guid.NewGuid():N}"[..20], "Hours");
        var (mo, ann, mail) = (
            await here.StaffAsync("Mo", Web.Features.Accounts.Role.Manager),
            await here.MemberAsync("Ann"),
            Writing.Address()
        );
        var browser = await mo.BrowserAsync();
        var page = await browser.OpenAsync("settings/quiet-hours");
        await browser.SendAsync(page, new() { ["Form.From"] = "nine", ["Form.Until"] = "12:00" });
        browser.Body.ShouldContain("Write the time as 21:00.");
        page = await browser.OpenAsync("settings/quiet-hours");
        await browser.SendAsync(page, new() { ["Form.From"] = "09:00", ["Form.Until"] = "12:00" });
        (await here.ReadAsync(db => db.Settings.Select(s => new { s.QuietFrom, s.QuietUntil }).SingleAsync())).ShouldBe(
            new { QuietFrom = new TimeOnly(9, 0), QuietUntil = new TimeOnly(12, 0) }
        );
    }

    [Fact]
    public async Task Ten_notices_are_one_mail_and_one_press_stops_it_without_signing_in()
    {
        var here = await bank.CreateAsync($"day-{Guid.NewGuid():N}"[..20], "Day");
        var (ann, mail) = (await here.MemberAsync("Ann"), Writing.Address());
        var bob = await here.ReachedAsync("Bob", ContactWay.Email, c => (c.Email, c.WantsDailyMail) = (mail, true));
        bank.Tomorrow(10);
        for (var i = 0; i < 10; i++)
            await ann.GaveAsync(15, bob, $"Errand {i}");
        await bank.DeliverAsync();
        bank.MailTo(mail).ShouldBeEmpty();
        bank.Clock.Advance(TimeSpan.FromHours(8));
        await bank.DeliverAsync();
        var one = bank.MailTo(mail).ShouldHaveSingleItem();
        for (var i = 0; i < 10; i++)
            one.ShouldContain($"Errand {i}");
        (await here.SentToAsync(bob)).ShouldAllBe(s => s.State == SendingState.Gone && s.Letter == "");

        var path = one.Split("List-Unsubscribe: <https://time.example/")[1]
            .Split("/at-once>")[0]
            .Replace("\r\n ", "", StringComparison.Ordinal);
        one.ShouldContain("List-Unsubscribe-Post: List-Unsubscribe=One-Click");
        path.ShouldNotContain(bob.Value.ToString());
        var stranger = bank.Stranger();
        var page = await stranger.OpenAsync("/" + path);
        (await WayAsync()).ShouldBe(ContactWay.Email); // looking at it changes nothing
        await stranger.SendAsync(page, []);
        (await WayAsync()).ShouldBe(ContactWay.Nothing);
        await here.ContactAsync(bob, c => c.Prefers = ContactWay.Email);
        using var press = new HttpRequestMessage(HttpMethod.Post, "/" + path + "/at-once");
        press.Content = new FormUrlEncodedContent([new("List-Unsubscribe", "One-Click")]);
        (await bank.Stranger().AskAsync(press)).Status.ShouldBe(System.Net.HttpStatusCode.OK);
        (await WayAsync()).ShouldBe(ContactWay.Nothing);
        await ann.GaveAsync(15, bob, "Nothing more");
        (await here.SentToAsync(bob)).ShouldNotContain(s => s.State == SendingState.Waiting || s.State == SendingState.Gathered);

        Task<ContactWay> WayAsync() =>
            here.ReadAsync(db => db.MemberContacts.Where(c => c.MemberId == bob).Select(c => c.Prefers).SingleAsync());
    }

    [Fact]
    public async Task A_link_of_one_organisation_stops_nothing_in_another()
    {
        var mail = Writing.Address();
        var bob = await bank.Riverside.ReachedAsync("Bob", ContactWay.Email, c => c.Email = mail);
        await using var scope = bank.Riverside.Enter();
        var links = (StopLinks)scope.ServiceProvider.GetService(typeof(StopLinks))!;
        var path = links.PathFor(StopWhat.Notices, bob).Replace("/riverside/", "/hillside/", StringComparison.Ordinal);
        using var press = new HttpRequestMessage(HttpMethod.Post, path + "/at-once");
        (await bank.Stranger().AskAsync(press)).Status.ShouldBe(System.Net.HttpStatusCode.Gone);
        (
            await bank.Riverside.ReadAsync(db => db.MemberContacts.Where(c => c.MemberId == bob).Select(c => c.Prefers).SingleAsync())
        ).ShouldBe(ContactWay.Email);
    }
}
