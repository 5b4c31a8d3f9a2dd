using CoProduce.Web.Features.Matching;
using CoProduce.Web.Tenancy;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace CoProduce.Benchmarks;

/// <summary>What the desk's box costs among 50,000 members with their exchanges, offers and sessions, beside a bare query by an index in the same run.</summary>
internal static class DeskBenchmark
{
    private const int Members = 50_000;
    private const int Offers = 20_000;

    private static readonly (string Words, string Typed)[] searches =
    [
        ("a name", "fatuma rohu"),
        ("the middle of a name", "uma enmar"),
        ("a fragment of a sixth of all names", "mar"),
        ("a number", "417"),
        ("a rare word of what it was", "weathervane"),
        ("the middle of it", "athervan"),
        ("a name and a word", "fatuma hervane"),
        ("a word of one exchange in seven", "bread"),
        ("a misspelt request", "weelbarrow"),
        ("nothing there", "zzzzzz"),
    ];

    public static async Task RunAsync(TimeSpan time, int exchanges)
    {
        var folder = Path.Combine(
            Directory.Exists("/dev/shm") ? "/dev/shm" : Path.GetTempPath(),
            $"coproduce-desk-{Environment.ProcessId}"
        );
        await using (var bank = await BenchmarkBank.StartAsync(folder))
        {
            var place = await bank.AddOrganisationAsync(Members);
            var asOwner = new NpgsqlConnectionStringBuilder(bank.Database.Application) { Username = "postgres" }.ConnectionString;
            await using var owner = NpgsqlDataSource.Create(asOwner);
            await FillAsync(owner, place, exchanges);
            await BoardBenchmark.FillAsync(owner, place, Offers);
            Console.WriteLine(
                $"| the desk among {Members} members, {exchanges + (3 * Members)} exchanges, {Offers} offers, one client | a second | one takes, in the middle, ms | p95, ms |"
            );
            Console.WriteLine("| --- | ---: | ---: | ---: |");
            await BoardBenchmark.MeasureAsync(
                "bare: the beginning of a name by its index, twelve ids",
                () => BareAsync(owner, place),
                time
            );
            foreach (var (words, typed) in searches)
                await BoardBenchmark.MeasureAsync(words, () => SearchAsync(bank, place, typed), time);
        }
        Directory.Delete(folder, recursive: true);
    }

    private static async Task FillAsync(NpgsqlDataSource owner, OrganisationProfile place, int exchanges)
    {
        // In one transaction and as that organisation, because who is quiet is kept by a trigger.
        await using var connection = await owner.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await RunAsync("select set_config('app.organisation_id', $1::text, true), $2::int", 0);
        await RunAsync(
            """
            insert into exchanges (organisation_id, id, shape, giver_id, receiver_id, minutes, service_date, description, hub_id, status, door, logged_at, dispute_reason, end_reason)
            select $1, gen_random_uuid(), 1, g.id, r.id, 60, date '2016-01-01' + n % 3600,
              (array['bread', 'lifts', 'sewing', 'shopping', 'reading', 'walking', 'mending'])[1 + n % 7] || ' with word' || (n % 3000)
              || case when n % 10000 = 0 then ' weathervane' else '' end, g.hub_id, 2, 1, now(), '', ''
            from generate_series(1, $2) n
            join (select id, hub_id, row_number() over (order by id) as i from members where organisation_id = $1) g on g.i = 1 + n % 50000
            join (select id, row_number() over (order by id) as i from members where organisation_id = $1) r on r.i = 1 + (n * 7 + 3) % 50000
            where g.id <> r.id
            """,
            exchanges
        );
        await transaction.CommitAsync();
        await MeasuredCoordinator.AddAsync(owner, place);

        async Task RunAsync(string sql, object second)
        {
            await using var fill = new NpgsqlCommand(sql, connection, transaction) { CommandTimeout = 0 };
            fill.Parameters.AddWithValue(place.Id.Value);
            fill.Parameters.AddWithValue(second);
            await fill.ExecuteNonQueryAsync();
        }
    }

    private static async Task BareAsync(NpgsqlDataSource owner, OrganisationProfile place)
    {
        await using var bare = owner.CreateCommand(
            "select member_id from member_words where organisation_id = $1 and word >= 'rohu' and word < 'rohv' limit 12"
        );
        bare.Parameters.AddWithValue(place.Id.Value);
        await using var reader = await bare.ExecuteReaderAsync();
        while (await reader.ReadAsync()) { }
    }

    private static async Task SearchAsync(BenchmarkBank bank, OrganisationProfile place, string typed)
    {
        await using var scope = bank.Enter(place);
        await MeasuredCoordinator.ActsInAsync(scope);
        await scope.ServiceProvider.GetRequiredService<DeskQuery>().FindAsync(typed);
    }
}
