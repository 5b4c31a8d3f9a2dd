using CoProduce.Web.Features.MemberLists;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Tenancy;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace CoProduce.Benchmarks;

/// <summary>What a page of members costs among 50,000, against 500 in the same database.</summary>
internal static class ListsBenchmark
{
    private const int Few = 500;
    private const int Many = 50_000;

    public static async Task RunAsync(TimeSpan time)
    {
        var folder = Path.Combine(
            Directory.Exists("/dev/shm") ? "/dev/shm" : Path.GetTempPath(),
            $"coproduce-lists-{Environment.ProcessId}"
        );
        await using (var bank = await BenchmarkBank.StartAsync(folder))
        {
            var (few, many) = (await bank.AddOrganisationAsync(Few), await bank.AddOrganisationAsync(Many));
            var asOwner = new NpgsqlConnectionStringBuilder(bank.Database.Application) { Username = "postgres" }.ConnectionString;
            await using (var owner = NpgsqlDataSource.Create(asOwner))
            await using (var analyze = owner.CreateCommand("vacuum analyze"))
                await analyze.ExecuteNonQueryAsync();
            Console.WriteLine($"| a page of members, one client, a second | of {Few} | of {Many} | times the cost |");
            Console.WriteLine("| --- | ---: | ---: | ---: |");
            foreach (var (words, filter) in Lists)
            {
                var best = await Load.BestAsync(
                    3,
                    () => Load.PerSecondAsync(1, time, _ => PageAsync(bank, few, filter)),
                    () => Load.PerSecondAsync(1, time, _ => PageAsync(bank, many, filter))
                );
                Console.WriteLine($"| {words} | {best[0]:0} | {best[1]:0} | {best[0] / best[1]:0.00} |");
            }
        }
        Directory.Delete(folder, recursive: true);
    }

    private static (string Words, MemberFilter Filter)[] Lists =>
        [
            ("everybody, by name", new()),
            ("a name", new() { Text = "fatuma rohu" }),
            ("the middle of a name", new() { Text = "uma enmar" }),
            ("a number", new() { Text = "417" }),
            ("by balance", new() { Sort = MemberSort.Balance }),
            ("by day of joining", new() { Sort = MemberSort.Joined, Descending = true }),
            ("ten hours or more", new() { AtLeast = 10 }),
            ("quiet", new() { Group = MemberGroup.Quiet }),
        ];

    private static async Task PageAsync(BenchmarkBank bank, OrganisationProfile organisation, MemberFilter filter)
    {
        await using var scope = bank.Enter(organisation);
        await scope.ServiceProvider.GetRequiredService<MembersQuery>().PageAsync(filter, 1);
    }
}
