using System.Net;
using CoProduce.Tests.Messages;
using CoProduce.Tests.Support;
using CoProduce.Web.Features.Diary;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace CoProduce.Tests.Diary;

public sealed class TimesAreTyped(PostalBank bank) : IClassFixture<PostalBank>
{
    [Theory]
    [InlineData("10:30", 10, 30)]
    [InlineData("14.30", 14, 30)]
    [InlineData("1030", 10, 30)]
    [InlineData("930", 9, 30)]
    [InlineData(" 9 ", 9, 0)]
    [InlineData("0:05", 0, 5)]
    [InlineData("2pm", 14, 0)]
    [InlineData("2.30 p.m.", 14, 30)]
    [InlineData("11 AM", 11, 0)]
    [InlineData("12am", 0, 0)]
    [InlineData("12pm", 12, 0)]
    public void As_people_write_them(string typed, int hour, int minute) => TypedTime.Read(typed).ShouldBe(new TimeOnly(hour, minute));

    [Theory]
    [InlineData("25:00")]
    [InlineData("24:00")]
    [InlineData("9:7")]
    [InlineData("10:60")]
    [InlineData("13pm")]
    [InlineData("0am")]
    [InlineData("half two")]
    [InlineData("10:30 or so")]
    [InlineData("٢")]
    [InlineData("")]
    [InlineData(null)]
    public void And_nothing_is_guessed(string? typed) => TypedTime.Read(typed).ShouldBeNull();

    [Fact]
    public async Task Every_form_that_reads_one_says_what_is_wrong_and_keeps_it()
    {
        bank.Clock.AdvanceToMorning();
        var here = await bank.CreateAsync($"typed-{Guid.NewGuid():N}"[..30], "Typed");
        var cora = await here.CoordinatorAsync();
        var visit = await cora.ArrangesAsync(here.Visit(await here.AddMemberAsync("Ann"), await here.AddMemberAsync("Bob")));
        var session = await cora.PlansAsync(here);
        var browser = await cora.BrowserAsync();
        foreach (
            var (path, form, field) in new[]
            {
                ("diary/new", "main form[method=post]", "Form.Start"),
                ("diary/sessions/new", "main form[method=post]", "Form.Start"),
                ($"diary/sessions/{session.Value}/change", "main form[method=post]", "Form.Start"),
                ($"diary/visits/{visit.Value}", "main form:has([name='To.Start'])", "To.Start"),
            }
        )
        foreach (var typed in new[] { "25:00", "half two", "2 xm" })
        {
            var page = await browser.SendAsync(await browser.OpenAsync(path), new() { [field] = typed }, form);
            browser.Status.ShouldBe(HttpStatusCode.OK, path);
            page.QuerySelector("main")!.TextContent.ShouldContain($"“{typed}” is no time of day");
            page.QuerySelector($"[name='{field}']")!.GetAttribute("value").ShouldBe(typed, path);
        }
        (await here.VisitAsync(visit)).Start.ShouldBe(new TimeOnly(14, 0));
        (await here.ReadAsync(db => db.Sessions.SingleAsync())).Start.ShouldBe(new TimeOnly(14, 0));
        var change = await browser.OpenAsync($"diary/sessions/{session.Value}/change");
        await browser.SendAsync(change, new() { ["Form.Start"] = "2.30pm" });
        (await here.ReadAsync(db => db.Sessions.SingleAsync())).Start.ShouldBe(new TimeOnly(14, 30), browser.Body);
    }
}
