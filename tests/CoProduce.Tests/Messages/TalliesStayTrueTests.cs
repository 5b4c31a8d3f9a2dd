using CoProduce.Tests.Support;
using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Messages;
using CoProduce.Web.Features.Retention;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace CoProduce.Tests.Messages;

/// <summary>To how many an announcement was sent stays when it is no longer kept to whom.</summary>
public sealed class TalliesStayTrueTests(PostalBank bank) : IClassFixture<PostalBank>
{
    private DateOnly Today => DateOnly.FromDateTime(bank.Clock.GetUtcNow().Date);

    [Fact]
    public async Task When_old_sendings_go_by_a_rule_and_nobodys_name_is_kept()
    {
        var (here, cora, news) = await SentAsync("rule");
        var manager = await here.StaffAsync("Mo", Role.Manager);
        await SetAsync(manager, Kept.Sendings);
        await ShowsAsync(cora, news);
        await NightsAsync(Today.AddMonths(12).AddDays(5));
        (await here.ReadAsync(db => db.Sendings.CountAsync(s => s.AnnouncementId == news))).ShouldBe(1); // what waits stays
        await ShowsAsync(cora, news);
        var page = await (await cora.BrowserAsync()).OpenAsync($"announcements/{news}");
        page.QuerySelector("main")!.TextContent.ShouldContain("1 of them did not get it.");
        (
            await here.ReadAsync(db =>
                db.AnnouncementTallies.OrderBy(t => t.Way)
                    .Select(t => new
                    {
                        t.Way,
                        t.Sent,
                        t.Failed,
                    })
                    .ToListAsync()
            )
        ).ShouldBe([
            new
            {
                Way = SendingWay.Mail,
                Sent = 2,
                Failed = 1,
            },
            new
            {
                Way = SendingWay.Letter,
                Sent = 1,
                Failed = 0,
            },
        ]);
        // What is left goes too, later, and is added to what went.
        await here.WriteAsync(async db =>
        {
            (await db.Sendings.SingleAsync(s => s.AnnouncementId == news)).Go(bank.Clock.GetUtcNow());
            return true;
        });
        await NightsAsync(Today.AddMonths(12).AddDays(5));
        (await here.ReadAsync(db => db.Sendings.CountAsync(s => s.AnnouncementId == news))).ShouldBe(0);
        await ShowsAsync(cora, news);
    }

    [Fact]
    public async Task When_one_of_the_readers_is_erased()
    {
        var (here, cora, news) = await SentAsync("gone");
        var ann = await here.ReadAsync(db => db.Members.Where(m => m.FirstName == "Ann").Select(m => m.Id).SingleAsync());
        await here.WriteAsync(async db =>
        {
            await db
                .Members.Where(m => m.Id == ann)
                .ExecuteUpdateAsync(m => m.SetProperty(x => x.Status, MemberStatus.Left).SetProperty(x => x.LeftOn, Today));
            await MemberRows.EraseAsync(db, ann, default);
            return true;
        });
        (await here.ReadAsync(db => db.Sendings.CountAsync(s => s.MemberId == ann))).ShouldBe(0);
        await ShowsAsync(cora, news);
    }

    [Fact]
    public async Task What_goes_and_what_is_counted_are_one_and_the_numbers_are_nobodys_to_change()
    {
        var (here, cora, news) = await SentAsync("both");
        await SetAsync(await here.StaffAsync("Mo", Role.Manager), Kept.Sendings);
        await here.ReadAsync(db => db.ForgetWhatIsDueAsync(Today.AddYears(3), default)); // never committed
        (await here.ReadAsync(db => db.Sendings.CountAsync(s => s.AnnouncementId == news))).ShouldBe(4);
        (await here.ReadAsync(db => db.AnnouncementTallies.CountAsync())).ShouldBe(0);
        await ShowsAsync(cora, news);
        await here.WriteAsync(db => db.Sendings.Where(s => s.AnnouncementId == news).ExecuteDeleteAsync());
        await ShowsAsync(cora, news);
        var refused = await Should.ThrowAsync<Npgsql.PostgresException>(
            here.WriteAsync(db => db.AnnouncementTallies.ExecuteUpdateAsync(t => t.SetProperty(x => x.Failed, 0)))
        );
        refused.SqlState.ShouldBe(Npgsql.PostgresErrorCodes.InsufficientPrivilege);
    }

    private static async Task ShowsAsync(Actor cora, Guid news)
    {
        var shown = (await cora.DoAsync((AnnouncementsQuery query) => query.FindAsync(news)))!;
        shown.Ways.ShouldBe(new Dictionary<SendingWay, int> { [SendingWay.Mail] = 2, [SendingWay.Letter] = 2 }, ignoreOrder: true);
        shown.Failed.ShouldBe(1);
        var line = (await cora.DoAsync((AnnouncementsQuery query) => query.ListAsync())).ShouldHaveSingleItem();
        (line.Sent, line.Failed).ShouldBe((4, 1));
    }

    // Two by mail, of which one was dropped; two on paper, of which one still waits.
    private async Task<(Place Here, Actor Cora, Guid News)> SentAsync(string name)
    {
        var here = await bank.CreateAsync($"{name}-{Guid.NewGuid():N}"[..20], "Tally");
        var (cora, now) = (await here.CoordinatorAsync(), bank.Clock.GetUtcNow());
        var news = new Announcement
        {
            Id = Guid.CreateVersion7(),
            Subject = "The summer party",
            Body = "Bring a cake.",
            Language = "en",
            MadeAt = now,
            MadeBy = cora.Id,
            SentAt = now,
            SentBy = cora.Id,
        };
        List<Sending> sent = [];
        foreach (
            var (who, way) in new[]
            {
                ("Ann", SendingWay.Mail),
                ("Bob", SendingWay.Mail),
                ("Cat", SendingWay.Letter),
                ("Dan", SendingWay.Letter),
            }
        )
            sent.Add(Sending.Of(await here.AddMemberAsync(who), way, news.Subject, now, announcement: news.Id));
        sent[0].Go(now);
        sent[1].Drop(now, cora.Id);
        sent[2].Go(now);
        await here.WriteAsync(db =>
        {
            db.Announcements.Add(news);
            db.Sendings.AddRange(sent);
            return Task.FromResult(true);
        });
        return (here, cora, news.Id);
    }

    private static async Task SetAsync(Actor manager, Kept kind)
    {
        var form = new RetentionForm
        {
            Kind = kind,
            Goes = true,
            Months = "12",
        };
        (await manager.DoAsync((SetRetention set) => set.HandleAsync(form))).ShouldBe(SetRetention.Outcome.Set);
    }

    private async Task NightsAsync(DateOnly until)
    {
        bank.Clock.Advance(until.ToDateTime(new(10, 30)) - bank.Clock.GetUtcNow().DateTime);
        await bank.DeliverAsync();
    }
}
