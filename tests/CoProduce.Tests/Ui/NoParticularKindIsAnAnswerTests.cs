using CoProduce.Tests.Support;
using CoProduce.Web.Features.Organisations;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace CoProduce.Tests.Ui;

/// <summary>The empty choice of a list arrives as nothing typed: it means none and is no mistake, wherever a kind of help is asked for.</summary>
public sealed class NoParticularKindIsAnAnswerTests(Bank bank) : IClassFixture<Bank>
{
    private readonly Place place = bank.Riverside;

    [Fact]
    public async Task In_what_a_member_logs()
    {
        var (ann, bob) = (await place.MemberAsync("Ann"), await place.MemberAsync("Bob"));
        var answers = new Dictionary<string, string?>
        {
            ["Form.Who"] = bob.Member.Value.ToString(),
            ["Form.Description"] = "A lift",
            ["Form.HowLong.Choice"] = "60",
        };
        foreach (var (answer, kind) in await AnswersAsync())
        {
            await SendAsync(ann, "log?gave=true", answers, answer);
            (await place.ReadAsync(db => db.Exchanges.OrderByDescending(e => e.Id).FirstAsync())).CategoryId.ShouldBe(kind);
        }
    }

    [Fact]
    public async Task In_what_a_coordinator_logs()
    {
        var (coordinator, ida, joe) = (
            await place.CoordinatorAsync(),
            await place.AddMemberAsync("Ida"),
            await place.AddMemberAsync("Joe")
        );
        var answers = new Dictionary<string, string?>
        {
            ["Form.GiverTyped"] = "ida example",
            ["Form.ReceiverTyped"] = "joe example",
            ["Form.Description"] = "A lift",
            ["Form.HowLong.Typed"] = "15 min",
        };
        foreach (var (answer, kind) in await AnswersAsync())
        {
            await SendAsync(coordinator, "desk/log", answers, answer);
            (await place.ReadAsync(db => db.Exchanges.OrderByDescending(e => e.Id).FirstAsync())).CategoryId.ShouldBe(kind);
        }
    }

    [Fact]
    public async Task In_offers_requests_and_skills()
    {
        var (ann, coordinator) = (await place.MemberAsync("Ann"), await place.CoordinatorAsync());
        foreach (var (answer, kind) in await AnswersAsync())
        {
            foreach (
                var (who, path) in new[]
                {
                    (ann, "offers/new"),
                    (ann, "requests/new"),
                    (coordinator, $"members/{ann.Member.Value}/requests/new"),
                }
            )
            {
                var browser = await who.BrowserAsync();
                var answers = new Dictionary<string, string?> { ["Form.Title"] = "Plums" };
                if (kind is not null)
                    answers["Form.Kinds"] = answer; // none ticked posts nothing
                await browser.SendAsync(await browser.OpenAsync(path), answers);
                (await place.ReadAsync(db => db.Offers.OrderByDescending(o => o.Id).FirstAsync())).CategoryId.ShouldBe(kind, path);
            }
            await SendAsync(ann, "me/giving/skills", new() { ["Form.Words"] = $"Plums {answer}" }, answer, "form:has([name='Form.Words'])");
            (await place.ReadAsync(db => db.MemberSkills.OrderByDescending(s => s.Id).FirstAsync())).CategoryId.ShouldBe(kind);
        }
    }

    [Fact]
    public async Task And_a_kind_that_is_not_in_the_list_is_refused_beside_it()
    {
        var (coordinator, ida, joe) = (
            await place.CoordinatorAsync(),
            await place.AddMemberAsync("Iva"),
            await place.AddMemberAsync("Jon")
        );
        var browser = await coordinator.BrowserAsync();
        var page = await browser.SendAsync(
            await browser.OpenAsync("desk/log"),
            new()
            {
                ["Form.GiverTyped"] = "iva example",
                ["Form.ReceiverTyped"] = "jon example",
                ["Form.Description"] = "A lift",
                ["Form.HowLong.Typed"] = "15 min",
                ["Form.Category"] = Guid.NewGuid().ToString(),
            }
        );
        page.QuerySelector("#f-Category-error")!.TextContent.ShouldContain("Choose a kind of help from the list");
    }

    private async Task<(string Answer, CategoryId? Kind)[]> AnswersAsync()
    {
        var kind = await place.ReadAsync(db => db.Categories.Select(c => c.Id).FirstAsync());
        return [("", null), (kind.Value.ToString(), kind)];
    }

    private static async Task SendAsync(
        Actor who,
        string path,
        Dictionary<string, string?> answers,
        string kind,
        string form = "main form[method=post]"
    )
    {
        var browser = await who.BrowserAsync();
        var page = await browser.OpenAsync(path);
        page.QuerySelector("[name='Form.Category'] option")!.GetAttribute("value").ShouldBe("");
        page = await browser.SendAsync(page, new(answers) { ["Form.Category"] = kind }, form);
        page.QuerySelector(".error-summary")?.TextContent.ShouldBeNull(path);
    }
}
