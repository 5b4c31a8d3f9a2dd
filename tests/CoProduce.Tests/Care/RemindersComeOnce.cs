using CoProduce.Tests.Messages;
using CoProduce.Tests.Support;
using CoProduce.Web.Features.Care;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace CoProduce.Tests.Care;

public sealed class RemindersComeOnce(PostalBank bank) : IClassFixture<PostalBank>
{
    [Fact]
    public async Task One_mail_a_day_to_each_coordinator_only_when_there_is_something_new_and_without_a_name()
    {
        var here = await bank.CreateAsync($"reminded-{Guid.NewGuid():N}"[..30], "Reminded");
        var (cora, cate) = (await here.CoordinatorAsync(), await here.CoordinatorAsync("Cate"));
        var today = DateOnly.FromDateTime(bank.Clock.GetUtcNow().Date); // another test may have let time pass
        var (ann, bob) = (await here.AddMemberAsync("Annabel", "Secret"), await here.AddMemberAsync("Bob"));
        await cora.ChecksAsync(ann, "DBS seen", today, until: today.AddDays(31)); // thirty days before is tomorrow
        await cora.ChecksAsync(bob, "DBS seen", today, until: today.AddDays(31));
        await cora.ChecksAsync(bob, "References taken", today);
        await bank.DeliverAsync();
        MailTo(cora).ShouldBeEmpty();
        await NextMorningAsync();
        foreach (var actor in new[] { cora, cate })
        {
            var mail = MailTo(actor).ShouldHaveSingleItem();
            mail.ShouldContain("2 checks run out soon.");
            mail.ShouldNotContain("Annabel");
            mail.ShouldContain($"/{here.Slug}/checks");
        }
        for (var day = 0; day < 29; day++)
            await NextMorningAsync();
        MailTo(cora).Count.ShouldBe(1); // nothing new all the month
        await NextMorningAsync();
        await NextMorningAsync();
        MailTo(cora).Count.ShouldBe(2);
        MailTo(cora)[^1].ShouldContain("2 checks have run out.");
        (
            await here.ReadAsync(db =>
                db.Outbox.CountAsync(o => o.Kind == CoProduce.Web.Features.Messages.OutboxKind.CareRound && o.DoneAt == null)
            )
        ).ShouldBe(1);
    }

    [Fact]
    public async Task Whoever_sees_to_a_concern_hears_when_it_is_overdue_and_every_week_after()
    {
        var here = await bank.CreateAsync($"overdue-{Guid.NewGuid():N}"[..30], "Overdue");
        var (gwen, cora) = (await here.GuardianAsync(), await here.CoordinatorAsync());
        var start = here.Bank.Clock.GetUtcNow();
        await gwen.WorriesAsync(
            await here.AddMemberAsync("Mair", "Secret"),
            owner: gwen,
            dueIn: (int)(start.Date - Caring.Today.ToDateTime(default)).TotalDays + 1
        );
        await NextMorningAsync();
        MailTo(gwen).ShouldBeEmpty();
        await NextMorningAsync();
        MailTo(gwen).ShouldHaveSingleItem().ShouldContain("1 concern that you see to is overdue.");
        for (var day = 0; day < 7; day++)
            await NextMorningAsync();
        MailTo(gwen).Count.ShouldBe(2);
        MailTo(gwen)[0].ShouldNotContain("Mair");
        MailTo(cora).ShouldBeEmpty();
    }

    private async Task NextMorningAsync()
    {
        bank.Clock.Advance(TimeSpan.FromDays(1));
        await bank.DeliverAsync();
        await bank.DeliverAsync();
    }

    private List<string> MailTo(Actor actor) =>
        [.. bank.Post.Read().Where(m => m.Contains($"To: {actor.SignIn.Email}", StringComparison.Ordinal))];
}
