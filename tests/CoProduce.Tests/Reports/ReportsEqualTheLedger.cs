using CoProduce.Tests.Support;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Ledger;
using CoProduce.Web.Features.Organisations;
using CoProduce.Web.Features.Reports;
using CoProduce.Web.Ui;
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
        where p.organisation_id = $1 and coalesce(undone.kind, e.kind) in (2, 3, 6, 10)
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

    /// <summary>A bank with fifteen months of exchanges and registers among thirty members of three hubs, a tenth of them reversed, besides welcome credits; half of it is sealed.</summary>
    public sealed class RandomYear(TestCluster cluster) : Bank(cluster)
    {
        public IReadOnlyList<HubId> Hubs { get; private set; } = [];

        public override async ValueTask InitializeAsync()
        {
            await base.InitializeAsync();
            var life = await RandomLife.BeginAsync(Riverside, seed: 20261122);
            Hubs = life.Hubs;
            await Riverside.WriteAsync(async db =>
            {
                for (var i = 0; i < 460; i++)
                    await (i < 400 ? life.HelpAsync(db) : life.RegisterAsync(db));
                for (var i = 0; i < 46; i++)
                    await life.UndoAsync(db);
                return await db.SealEntriesAsync(250, Clock.GetUtcNow());
            });
        }
    }
}
