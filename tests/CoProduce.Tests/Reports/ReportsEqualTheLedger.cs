using CoProduce.Ledger;
using CoProduce.Tests.Support;
using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Activities;
using CoProduce.Web.Features.Exchanges;
using CoProduce.Web.Features.Ledger;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Organisations;
using CoProduce.Web.Features.Reports;
using CoProduce.Web.Ui;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Shouldly;

namespace CoProduce.Tests.Reports;

/// <summary>I21 on random data.</summary>
public sealed class ReportsEqualTheLedger(ReportsEqualTheLedger.RandomYear bank) : IClassFixture<ReportsEqualTheLedger.RandomYear>
{
    private const string SumOverPostings = """
        select coalesce(sum(p.amount), 0)::bigint,
          (count(*) filter (where e.kind <> 5) - count(*) filter (where e.kind = 5))::int
        from postings p
        join entries e on e.organisation_id = p.organisation_id and e.id = p.entry_id
        left join entries undone on undone.organisation_id = e.organisation_id and undone.id = e.reverses
        join accounts a on a.organisation_id = p.organisation_id and a.id = p.account_id and a.kind = 1
        join (
          select organisation_id, id, hub_id, category_id from exchanges union all select organisation_id, id, hub_id, category_id from registers
        ) x on x.organisation_id = e.organisation_id and x.id = e.subject_id
        where p.organisation_id = $1 and coalesce(undone.kind, e.kind) in (2, 3, 6)
          and case when e.kind = 5 then -p.amount else p.amount end > 0
          and coalesce(undone.service_date, e.service_date) between $2 and $3
          and ($4::uuid is null or x.hub_id = $4) and ($5::uuid is null or x.category_id = $5)
        """;

    [Fact]
    public async Task Totals_months_hubs_and_kinds_of_random_periods_equal_the_same_sums_over_postings()
    {
        var trustee = await bank.Riverside.StaffAsync("Tom", Role.Trustee);
        var dice = new Random(4711);
        var compared = 0;
        for (var run = 0; run < 25; run++)
        {
            var first = dice.Next(0, 14);
            var period = ReportPeriod.Read(
                "months",
                ReportPeriod.Code(new DateOnly(2025, 9, 1).AddMonths(first)),
                ReportPeriod.Code(new DateOnly(2025, 9, 1).AddMonths(dice.Next(first, 15))),
                new(2026, 11, 18),
                out _
            );
            var hub = run % 3 == 0 ? null : (HubId?)bank.Hubs[dice.Next(bank.Hubs.Count)];
            var report = await trustee.DoAsync((ReportQuery query) => query.ReadAsync(period, hub));
            if (report.Total is not { } total)
                continue;
            (total.Minutes, total.Exchanges).ShouldBe(await LedgerAsync(period.From, period.Until, hub), $"run {run}");
            foreach (var month in report.Months.Lines.Where(l => l.Figures is not null))
            {
                var end = month.Month!.Value.AddMonths(1).AddDays(-1);
                (month.Figures!.Minutes, month.Figures.Exchanges).ShouldBe(await LedgerAsync(month.Month.Value, end, hub), $"run {run}");
            }
            foreach (var kind in report.Categories.Lines.Where(l => l is { Figures: not null, Id: not null }))
                (kind.Figures!.Minutes, kind.Figures.Exchanges).ShouldBe(
                    await LedgerAsync(period.From, period.Until, hub, kind.Id),
                    $"run {run}"
                );
            foreach (var line in report.Hubs?.Lines.Where(l => l.Figures is not null) ?? [])
                (line.Figures!.Minutes, line.Figures.Exchanges).ShouldBe(
                    await LedgerAsync(period.From, period.Until, new(line.Id!.Value)),
                    $"run {run}"
                );
            foreach (var table in new[] { report.Months, report.Categories, report.Hubs }.OfType<Breakdown>())
                (table.Lines.Sum(l => l.Figures?.Minutes ?? 0) + (table.Rest?.Minutes ?? 0)).ShouldBe(total.Minutes, $"run {run}");
            compared++;
        }
        compared.ShouldBeGreaterThan(10);
    }

    [Fact]
    public async Task The_page_and_the_file_say_what_the_postings_sum_to()
    {
        var trustee = await bank.Riverside.StaffAsync("Tess", Role.Trustee);
        var browser = await trustee.BrowserAsync();
        var (minutes, exchanges) = await LedgerAsync(new(2025, 11, 1), new(2026, 10, 31), null);
        var page = await browser.OpenAsync("report?period=last-12-months");
        var main = page.QuerySelector("main")!.TextContent;
        main.ShouldContain($"gave {new Texts().Duration(minutes)}");
        main.ShouldContain($"It was {exchanges} exchanges.");
        await browser.OpenAsync("report.csv?period=last-12-months");
        browser.Body.ShouldContain($",2025-11/2026-10,{minutes},{exchanges},");
    }

    private async Task<(long Minutes, int Exchanges)> LedgerAsync(DateOnly from, DateOnly until, HubId? hub, Guid? category = null)
    {
        await using var connection = new NpgsqlConnection(bank.Connection("postgres") + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(SumOverPostings, connection);
        command.Parameters.Add(new() { Value = bank.Riverside.Id.Value });
        command.Parameters.Add(new() { Value = from });
        command.Parameters.Add(new() { Value = until });
        command.Parameters.Add(new() { Value = (object?)hub?.Value ?? DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Uuid });
        command.Parameters.Add(new() { Value = (object?)category ?? DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Uuid });
        await using var reader = await command.ExecuteReaderAsync();
        await reader.ReadAsync();
        return (reader.GetInt64(0), reader.GetInt32(1));
    }

    /// <summary>A bank with fifteen months of exchanges among thirty members of three hubs, a tenth of them reversed, besides gifts and welcome credits.</summary>
    public sealed class RandomYear(TestCluster cluster) : Bank(cluster)
    {
        public List<HubId> Hubs { get; } = [];

        public override async ValueTask InitializeAsync()
        {
            await base.InitializeAsync();
            var dice = new Random(20261122);
            Hubs.Add(Riverside.Hub);
            foreach (var name in new[] { "Valley", "Prison" })
                Hubs.Add(await Riverside.WriteAsync(db => Task.FromResult(db.Hubs.Add(new() { Id = HubId.New(), Name = name }).Entity.Id)));
            var members = new List<MemberId>();
            for (var i = 0; i < 30; i++)
                members.Add(await Riverside.AddMemberAsync($"Member {i}"));
            var kinds = await Riverside.ReadAsync(db => db.Categories.Select(c => c.Id).ToListAsync());
            await Riverside.WriteAsync(async db =>
            {
                foreach (var member in members)
                    await db.SetFloorAsync(member.Account, null);
                for (var i = 0; i < 400; i++)
                    await HelpAsync(db, dice, members, kinds);
                for (var i = 0; i < 60; i++)
                    await RegisterAsync(db, dice, members, kinds);
                return 0;
            });
        }

        // One to three give to none or up to five; the organisation has the rest.
        private async Task RegisterAsync(TenantDb db, Random dice, List<MemberId> members, List<CategoryId> kinds)
        {
            var people = members.OrderBy(_ => dice.Next()).Take(8).Select(m => new Share(m.Account, new(15 * dice.Next(1, 12)))).ToArray();
            var day = new DateOnly(2025, 9, 1).AddDays(dice.Next(0, 440));
            var own = await db.AccountOfAsync(AccountKind.Organisation, default);
            var entry = Entry.Group(people[..dice.Next(1, 4)], people[3..dice.Next(3, 9)], own, day, "A register");
            var register = new Register
            {
                Id = new(Guid.CreateVersion7()),
                Description = "A register",
                ServiceDate = day,
                CategoryId = dice.Next(8) == 0 ? null : kinds[dice.Next(kinds.Count)],
                HubId = Hubs[dice.Next(3)],
                EntryId = entry.Id,
            };
            db.Registers.Add(register);
            await db.SaveChangesAsync();
            var job = new Authorship(null, null, Door.Job);
            var (id, now) = (register.Id.Value, Clock.GetUtcNow());
            (await db.PostAsync(entry, job, id, LedgerSubject.Register, id, now)).IsPosted.ShouldBeTrue();
            if (dice.Next(10) != 0)
                return;
            var reversal = entry.Reverse("It was another day", new(2026, 11, 18));
            (await db.PostAsync(reversal, job, reversal.Id.Value, LedgerSubject.Register, id, now)).IsPosted.ShouldBeTrue();
        }

        private async Task HelpAsync(TenantDb db, Random dice, List<MemberId> members, List<CategoryId> kinds)
        {
            var (giver, receiver) = (dice.Next(members.Count), dice.Next(members.Count));
            var exchange = new Exchange
            {
                Id = new(Guid.CreateVersion7()),
                Shape = giver == receiver ? ExchangeShape.ForTheOrganisation : ExchangeShape.OneToOne,
                GiverId = members[giver],
                ReceiverId = giver == receiver ? null : members[receiver],
                Minutes = 15 * dice.Next(1, 12),
                ServiceDate = new DateOnly(2025, 9, 1).AddDays(dice.Next(0, 440)),
                Description = "Help",
                CategoryId = dice.Next(8) == 0 ? null : kinds[dice.Next(kinds.Count)],
                HubId = Hubs[giver % 10 == 0 ? 2 : giver % 2],
            };
            db.Exchanges.Add(exchange);
            var job = new Authorship(null, null, Door.Job);
            var posted = await db.PostExchangeAsync(exchange, Confirmation.Silence, job, Clock.GetUtcNow(), default);
            posted.IsPosted.ShouldBeTrue();
            if (dice.Next(10) != 0)
                return;
            var entry = exchange.EntryId!.Value;
            var postings = await db
                .Postings.Where(p => p.EntryId == entry)
                .Select(p => new Posting(p.AccountId, new Minutes(p.Amount)))
                .ToListAsync();
            var reversal = Entry.Reversal(entry, postings, "It was somebody else", new(2026, 11, 18));
            exchange.Reverse(null, "It was somebody else", reversal.Id, Clock.GetUtcNow());
            await db.SaveChangesAsync();
            (
                await db.PostAsync(reversal, job, reversal.Id.Value, LedgerSubject.Exchange, exchange.Id.Value, Clock.GetUtcNow())
            ).IsPosted.ShouldBeTrue();
        }
    }
}
