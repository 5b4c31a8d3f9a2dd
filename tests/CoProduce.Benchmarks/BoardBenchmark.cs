using CoProduce.Web.Features.Matching;
using CoProduce.Web.Features.Offers;
using CoProduce.Web.Tenancy;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace CoProduce.Benchmarks;

/// <summary>What a search of the board costs among many open offers, beside a bare query by an index over the same rows in the same run.</summary>
internal static class BoardBenchmark
{
    private const int Members = 500;

    private static readonly (string Words, string Typed)[] searches =
    [
        ("a rare word", "wheelbarrow"),
        ("a rare word, misspelt", "weelbarrow"),
        ("two words", "sturdy wheelbarrow"),
        ("the beginning of a word", "whee"),
        ("a word in one of seven", "bread"),
        ("the name of a kind of help", "gardening"),
        ("nothing there", "zzzzzz"),
    ];

    public static async Task RunAsync(TimeSpan time, int offers)
    {
        var folder = Path.Combine(
            Directory.Exists("/dev/shm") ? "/dev/shm" : Path.GetTempPath(),
            $"coproduce-board-{Environment.ProcessId}"
        );
        await using (var bank = await BenchmarkBank.StartAsync(folder))
        {
            var place = await bank.AddOrganisationAsync(Members);
            var asOwner = new NpgsqlConnectionStringBuilder(bank.Database.Application) { Username = "postgres" }.ConnectionString;
            await using var owner = NpgsqlDataSource.Create(asOwner);
            await FillAsync(owner, place, offers);
            Console.WriteLine(
                $"| a page of the board among {offers} open offers, one client | a second | one takes, in the middle, ms | p95, ms |"
            );
            Console.WriteLine("| --- | ---: | ---: | ---: |");
            await MeasureAsync("bare: a word by its index, twenty ids", () => BareAsync(owner, place), time);
            foreach (var (words, typed) in searches)
                await MeasureAsync(words, () => SearchAsync(bank, place, typed), time);
        }
        Directory.Delete(folder, recursive: true);
    }

    internal static async Task FillAsync(NpgsqlDataSource owner, OrganisationProfile place, int offers)
    {
        await using var fill = owner.CreateCommand(
            """
            insert into offers (organisation_id, id, kind, member_id, title, details, folded, category_id, times, "where", where_note, languages, for_whom, status, made_at, door)
            select $1, gen_random_uuid(), 1, m.id, w.words, '', w.words, case when n % 20 = 0 then k.id end, 0, 0, '', '{}', '', 1, now() - n * interval '1 minute', 1
            from generate_series(1, $2) n
            cross join lateral (select (array['bread', 'lifts', 'sewing', 'shopping', 'reading', 'walking', 'mending'])[1 + n % 7] || ' ' ||
              case when n % 1000 = 0 then 'sturdy wheelbarrow' else 'word' || (n % 5000) end || ' on any day number ' || n as words) w
            cross join lateral (select id from members where organisation_id = $1 order by id offset n % 500 limit 1) m
            cross join lateral (select id from categories where organisation_id = $1 and name = 'Gardening' limit 1) k
            """
        );
        fill.CommandTimeout = 0;
        fill.Parameters.AddWithValue(place.Id.Value);
        fill.Parameters.AddWithValue(offers);
        await fill.ExecuteNonQueryAsync();
        await using var analyze = owner.CreateCommand("vacuum analyze");
        await analyze.ExecuteNonQueryAsync();
    }

    internal static async Task MeasureAsync(string words, Func<Task> once, TimeSpan time)
    {
        List<double> taken = [];
        var best = await Load.BestAsync(
            3,
            () =>
                Load.PerSecondAsync(
                    1,
                    time,
                    async _ =>
                    {
                        var start = System.Diagnostics.Stopwatch.GetTimestamp();
                        await once();
                        taken.Add(System.Diagnostics.Stopwatch.GetElapsedTime(start).TotalMilliseconds);
                    }
                )
        );
        taken.Sort();
        Console.WriteLine($"| {words} | {best[0]:0} | {taken[taken.Count / 2]:0.0} | {taken[taken.Count * 95 / 100]:0.0} |");
    }

    private static async Task BareAsync(NpgsqlDataSource owner, OrganisationProfile place)
    {
        await using var bare = owner.CreateCommand(
            "select offer_id from offer_words where organisation_id = $1 and word = 'wheelbarrow' limit 20"
        );
        bare.Parameters.AddWithValue(place.Id.Value);
        await using var reader = await bare.ExecuteReaderAsync();
        while (await reader.ReadAsync()) { }
    }

    private static async Task SearchAsync(BenchmarkBank bank, OrganisationProfile place, string typed)
    {
        await using var scope = bank.Enter(place);
        await scope.ServiceProvider.GetRequiredService<BoardQuery>().PageAsync(new BoardFilter(OfferKind.Offer, typed), 1);
    }
}
