using System.Text.Json;
using CoProduce.Ledger;
using CoProduce.Tests.Support;
using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Ledger;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Organisations;
using CoProduce.Web.Features.Reports;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Shouldly;

namespace CoProduce.Tests.Reports;

/// <summary>A report that is made from what is kept counted is the report made straight from every line, whatever is sealed and whatever is not.</summary>
public sealed class ReportsAreTheSameCountedAnew(Bank bank) : IClassFixture<Bank>
{
    private static readonly string[] Watched = ["I5", "I21"];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task At_every_state_of_what_is_new(int seed)
    {
        var place = await bank.CreateAsync($"random-{seed}", "Random");
        var (life, dice) = (await RandomLife.BeginAsync(place, seed), new Random(seed));
        var trustee = await place.StaffAsync("Tom", Role.Trustee);
        var shown = 0;
        for (var step = 0; step < 50; step++)
        {
            await place.WriteAsync(async db =>
            {
                for (var i = dice.Next(8); i > 0; i--)
                    await (
                        dice.Next(10) switch
                        {
                            < 6 => life.HelpAsync(db),
                            < 8 => life.RegisterAsync(db),
                            _ => life.UndoAsync(db),
                        }
                    );
                return 0;
            });
            if (step == 10)
                await PlanForWhatIsThereAsync();
            if (dice.Next(3) > 0)
                await SealAsync(place, dice.Next(1, 12));
            var first = dice.Next(0, 14);
            var period = ReportPeriod.Read(
                "months",
                ReportPeriod.Code(new DateOnly(2025, 9, 1).AddMonths(first)),
                ReportPeriod.Code(new DateOnly(2025, 9, 1).AddMonths(dice.Next(first, 15))),
                new(2026, 11, 18),
                out _
            );
            var hub = step % 3 == 0 ? null : (HubId?)life.Hubs[dice.Next(3)];

            var report = await trustee.DoAsync((ReportQuery query) => query.ReadAsync(period, hub));

            var anew = ReportMaking.Make(await place.ReadAsync(db => FactsAnewAsync(db, period)), hub);
            Told(report).ShouldBe(Told(anew), $"seed {seed}, step {step}");
            shown += report.Total is null ? 0 : 1;
            (await BreachesAsync(place)).ShouldBeEmpty($"seed {seed}, step {step}");
        }
        shown.ShouldBeGreaterThan(8);
    }

    [Fact]
    public async Task While_hours_move_and_are_sealed_by_several_at_once()
    {
        var place = await bank.CreateAsync("busy", "Busy");
        var lives = new List<RandomLife>();
        for (var i = 0; i < 3; i++)
            lives.Add(await RandomLife.BeginAsync(place, 100 + i));
        var looks = 0;
        // On a busy machine they live on until somebody has looked often enough meanwhile.
        var living = lives.Select(life => Task.Run(() => LiveAsync(place, life, () => Volatile.Read(ref looks) > 3))).ToArray();
        var sealers = Enumerable.Range(0, 2).Select(i => Task.Run(() => SealUntilAsync(place, Task.WhenAll(living), 7 + i))).ToArray();

        while (!living.All(l => l.IsCompleted))
        {
            (await BreachesAsync(place)).ShouldBeEmpty();
            Interlocked.Increment(ref looks);
        }

        await Task.WhenAll([.. living, .. sealers]);
        looks.ShouldBeGreaterThan(3);
        (await place.ReadAsync(db => db.NewEntries.CountAsync())).ShouldBe(0);
        (await BreachesAsync(place)).ShouldBeEmpty();
    }

    [Fact]
    public async Task After_the_days_begin_elsewhere()
    {
        var place = await bank.CreateAsync("moved", "Moved");
        var life = await RandomLife.BeginAsync(place, 5);
        await place.WriteAsync(async db =>
        {
            for (var i = 0; i < 20; i++)
                await life.HelpAsync(db);
            return await db.SealEntriesAsync(15, bank.Clock.GetUtcNow());
        });
        var before = await DaysAsync(place);

        await place.WriteAsync(async db => (await db.Settings.SingleAsync()).TimeZone = "Pacific/Kiritimati");

        (await DaysAsync(place)).ShouldBe(before.Select(day => day.AddDays(1)));
        (await BreachesAsync(place)).ShouldBeEmpty();
    }

    // Nothing does so by itself here, and without it PostgreSQL takes every table for an empty one.
    private async Task PlanForWhatIsThereAsync()
    {
        await using var source = NpgsqlDataSource.Create(bank.Connection("postgres"));
        await using var command = source.CreateCommand("analyze");
        await command.ExecuteNonQueryAsync();
    }

    private static Task<List<DateOnly>> DaysAsync(Place place) =>
        place.ReadAsync(db => db.LedgerDays.Select(d => d.Day).Distinct().OrderBy(d => d).ToListAsync());

    private static async Task LiveAsync(Place place, RandomLife life, Func<bool> wasLooked)
    {
        for (var i = 0; i < 40 || (i < 400 && !wasLooked()); i++)
            await place.WriteAsync(async db =>
            {
                await (i % 4 == 3 ? life.UndoAsync(db) : life.HelpAsync(db));
                return 0;
            });
    }

    private static async Task SealUntilAsync(Place place, Task done, int limit)
    {
        while (!done.IsCompleted)
            await SealAsync(place, limit);
        while (await SealAsync(place, limit) == limit) { }
    }

    private static Task<int> SealAsync(Place place, int limit) =>
        place.WriteAsync(db => db.SealEntriesAsync(limit, place.Bank.Clock.GetUtcNow()));

    private static Task<List<string>> BreachesAsync(Place place) =>
        place.ReadAsync(async db =>
        {
            var found = new List<string>();
            foreach (var promise in Invariants.All.Where(p => Watched.Contains(p.Code)))
                found.AddRange(await db.BreachesAsync(promise));
            return found;
        });

    private static string Told(Report report) =>
        JsonSerializer.Serialize(
            new
            {
                report.Total,
                report.BothInTen,
                report.Months,
                report.Categories,
                report.Hubs,
            }
        );

    // From the postings of every member, as if nothing were kept.
    private static async Task<ReportFacts> FactsAnewAsync(TenantDb db, ReportPeriod period)
    {
        var earliest = period.From.AddMonths(-ReportQuery.MonthsBefore);
        var lines = await (
            from entry in db.Entries
            where
                entry.Kind == EntryKind.OneToOne
                || entry.Kind == EntryKind.ForTheOrganisation
                || entry.Kind == EntryKind.Group
                || entry.Kind == EntryKind.Draw && entry.SubjectKind == LedgerSubject.Exchange
            where entry.ServiceDate >= earliest && entry.ServiceDate <= period.Until
            where !db.Entries.Any(reversal => reversal.Reverses == entry.Id)
            join posting in db.Postings on entry.Id equals posting.EntryId
            join account in db.Accounts on posting.AccountId equals account.Id
            join member in db.Members on account.MemberId equals (MemberId?)member.Id
            join exchange in db.Exchanges on (EntryId?)entry.Id equals exchange.EntryId into exchanges
            from exchange in exchanges.DefaultIfEmpty()
            join register in db.Registers on entry.Id equals register.EntryId into registers
            from register in registers.DefaultIfEmpty()
            select new
            {
                entry.ServiceDate,
                Hub = (HubId?)exchange.HubId ?? (HubId?)register.HubId,
                Category = exchange.CategoryId ?? register.CategoryId,
                member.Number,
                posting.Amount,
            }
        ).ToListAsync();
        return new(
            period,
            default,
            default,
            [
                .. lines
                    .GroupBy(l => (l.ServiceDate.Year, l.ServiceDate.Month, l.Hub, l.Category))
                    .Select(c => new Activity(
                        new(c.Key.Year, c.Key.Month, 1),
                        c.Key.Hub,
                        c.Key.Category,
                        c.Where(l => l.Amount > 0).Sum(l => l.Amount),
                        c.Count(l => l.Amount > 0),
                        People.Of(c.Where(l => l.Amount > 0).Select(l => l.Number)),
                        People.Of(c.Where(l => l.Amount < 0).Select(l => l.Number))
                    )),
            ],
            [],
            [],
            [],
            (await db.Hubs.OrderBy(h => h.Name).ToListAsync()).ConvertAll(h => new Named(h.Id.Value, h.Name)),
            (await db.Categories.OrderBy(c => c.Position).ToListAsync()).ConvertAll(c => new Named(c.Id.Value, c.Name))
        );
    }
}
