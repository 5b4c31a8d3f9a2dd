using System.Diagnostics;
using System.Text;
using CoProduce.Web.Data;
using CoProduce.Web.Features.Imports;
using CoProduce.Web.Features.Imports.Reading;
using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CoProduce.Benchmarks;

/// <summary>Bringing in history of five and of fifty thousand lines: ten times the lines should take ten times as long, and hardly more memory.</summary>
internal static class ImportBenchmark
{
    private static readonly int[] Sizes = [5_000, 50_000];

    public static async Task RunAsync()
    {
        var folder = Path.Combine(
            Directory.Exists("/dev/shm") ? "/dev/shm" : Path.GetTempPath(),
            $"coproduce-imported-{Environment.ProcessId}"
        );
        try
        {
            await using var bank = await BenchmarkBank.StartAsync(folder);
            await BringInAsync(bank, 1_000, "warm"); // long enough for the code to be compiled for good
            Console.WriteLine();
            Console.WriteLine("| lines | check, s | bring in, s | lines a second | most memory in use, MB |");
            Console.WriteLine("| ---: | ---: | ---: | ---: | ---: |");
            var seconds = new List<double>();
            foreach (var size in Sizes)
            {
                var (check, bring, memory) = await BringInAsync(bank, size, $"of {size}");
                seconds.Add((check + bring).TotalSeconds);
                Console.WriteLine(
                    FormattableString.Invariant(
                        $"| {size} | {check.TotalSeconds:0.0} | {bring.TotalSeconds:0.0} | {size / seconds[^1]:0} | {memory / 1024 / 1024} |"
                    )
                );
            }
            Console.WriteLine();
            Console.WriteLine(FormattableString.Invariant($"Ten times the lines take {seconds[1] / seconds[0]:0.0} times as long."));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<(TimeSpan Check, TimeSpan Bring, long Memory)> BringInAsync(BenchmarkBank bank, int lines, string what)
    {
        var id = ImportId.New();
        var hub = await bank.ReadAsync(db => db.Hubs.Select(h => h.Id).FirstAsync());
        var by = await bank.ReadAsync(db => db.RoleHolders.Select(r => r.Id).FirstAsync());
        await ChangeAsync(
            bank,
            db =>
            {
                db.Imports.Add(
                    new()
                    {
                        Id = id,
                        FileName = "help.csv",
                        Table = "help.csv",
                        Kind = ImportKind.History,
                        Source = ImportSource.Plain,
                        HasHeader = true,
                        Head = ReadLines.Head([
                            ["Giver", "Receiver", "Hours", "Date", "What"],
                        ]),
                        Columns = [ImportField.Giver, ImportField.Receiver, ImportField.Hours, ImportField.Day, ImportField.What],
                        Unit = HourUnit.Hours,
                        HubId = hub,
                        Status = ImportStatus.Reading,
                        MadeBy = by,
                    }
                );
                db.ImportContents.Add(new() { ImportId = id, Bytes = File(lines, what) });
            }
        );
        var check = await WorkAsync(bank, id);
        await ChangeAsync(bank, db => db.Imports.Single(i => i.Id == id).Begin(ImportStatus.Importing));
        var bring = await WorkAsync(bank, id);
        return (check.Time, bring.Time, Math.Max(check.Memory, bring.Memory));
    }

    private static async Task<(TimeSpan Time, long Memory)> WorkAsync(BenchmarkBank bank, ImportId id)
    {
        var (time, memory, more) = (Stopwatch.StartNew(), 0L, true);
        while (more)
        {
            await using var scope = bank.Enter();
            var work = scope.ServiceProvider.GetRequiredService<WorkOnImport>();
            more = await scope
                .ServiceProvider.GetRequiredService<UnitOfWork>()
                .WriteAsync(async db =>
                {
                    var outcome = await work.HandleAsync(db, id);
                    db.Keep();
                    return outcome == WorkOnImport.Outcome.MoreToDo;
                });
            memory = Math.Max(memory, GC.GetTotalMemory(forceFullCollection: false));
        }
        return (time.Elapsed, memory);
    }

    private static async Task ChangeAsync(BenchmarkBank bank, Action<TenantDb> change)
    {
        await using var scope = bank.Enter();
        await scope
            .ServiceProvider.GetRequiredService<UnitOfWork>()
            .WriteAsync(db =>
            {
                change(db);
                db.Keep();
                return Task.FromResult(true);
            });
    }

    private static byte[] File(int lines, string what)
    {
        var text = new StringBuilder("Giver,Receiver,Hours,Date,What\n");
        for (var i = 0; i < lines; i++)
        {
            var giver = i % BenchmarkBank.MemberCount;
            var receiver = (giver + 1 + i / BenchmarkBank.MemberCount % (BenchmarkBank.MemberCount - 1)) % BenchmarkBank.MemberCount;
            text.Append(giver + 1).Append(',').Append(receiver + 1).Append(",1:30,");
            text.Append(new DateOnly(2015, 1, 1).AddDays(i % 3000).ToString("yyyy-MM-dd", null)).Append(",Help ").Append(what).Append('\n');
        }
        return Encoding.UTF8.GetBytes(text.ToString());
    }
}
