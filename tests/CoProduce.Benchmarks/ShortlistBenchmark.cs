using CoProduce.Web.Features.Matching;
using CoProduce.Web.Features.Offers;
using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace CoProduce.Benchmarks;

/// <summary>What a shortlist costs among many members of whom many fit, beside a bare query by an index for those who fit in the same run.</summary>
internal static class ShortlistBenchmark
{
    // One in so many gives the kind of help that is asked for.
    private static readonly (string Words, string Kind, int OneIn)[] kinds =
    [
        ("one in a hundred fits", "Sewing", 100),
        ("one in ten fits", "Gardening", 10),
        ("one in four fits", "Lifts", 4),
    ];

    public static async Task RunAsync(TimeSpan time, int members)
    {
        var folder = Path.Combine(
            Directory.Exists("/dev/shm") ? "/dev/shm" : Path.GetTempPath(),
            $"coproduce-shortlist-{Environment.ProcessId}"
        );
        await using (var bank = await BenchmarkBank.StartAsync(folder))
        {
            var place = await bank.AddOrganisationAsync(members);
            var asOwner = new NpgsqlConnectionStringBuilder(bank.Database.Application) { Username = "postgres" }.ConnectionString;
            await using var owner = NpgsqlDataSource.Create(asOwner);
            await FillAsync(owner, place);
            Console.WriteLine(
                $"| a shortlist among {members} members, one client | in the middle, ms | p95, ms | p95 times the bare query's |"
            );
            Console.WriteLine("| --- | ---: | ---: | ---: |");
            foreach (var (words, kind, _) in kinds)
            {
                var bare = await TakenAsync(() => BareAsync(owner, place, kind), time);
                var whole = await TakenAsync(() => ListAsync(bank, place, kind), time);
                Console.WriteLine($"| bare: the ids of those who give it, {words} | {bare.Middle:0.0} | {bare.P95:0.0} | 1 |");
                Console.WriteLine($"| the shortlist, {words} | {whole.Middle:0.0} | {whole.P95:0.0} | {whole.P95 / bare.P95:0.0} |");
            }
        }
        Directory.Delete(folder, recursive: true);
    }

    private static async Task FillAsync(NpgsqlDataSource owner, OrganisationProfile place)
    {
        await MeasuredCoordinator.AddAsync(owner, place);
        foreach (var (_, kind, oneIn) in kinds)
        {
            await using var fill = owner.CreateCommand(
                """
                with asks as (insert into offers (organisation_id, id, kind, member_id, title, details, folded, category_id, times, "where", where_note, languages, for_whom, status, made_at, door)
                  select $1, gen_random_uuid(), 2, m.id, $2, '', lower($2), null, 63, 0, '', '{cy}', '', 1, now(), 1
                  from (select id from members where organisation_id = $1 order by id limit 1) m returning 1)
                insert into member_skills (organisation_id, id, member_id, side, words, folded, category_id)
                select $1, gen_random_uuid(), m.id, 1, $2, lower($2), null
                from (select id, row_number() over (order by id) n from members where organisation_id = $1) m where m.n % $3 = 0
                """
            );
            fill.CommandTimeout = 0;
            fill.Parameters.AddWithValue(place.Id.Value);
            fill.Parameters.AddWithValue(kind);
            fill.Parameters.AddWithValue((long)oneIn);
            await fill.ExecuteNonQueryAsync();
        }
        await using var more = owner.CreateCommand(
            """
            insert into what_suits (organisation_id, member_id, times, ask_first, times_note, needs_lift, has, avoids, do_not_ask)
            select organisation_id, id, (random() * 2000000)::int, false, '', false, 0, 0, '' from members where organisation_id = $1;
            """
        );
        more.CommandTimeout = 0;
        more.Parameters.AddWithValue(place.Id.Value);
        await more.ExecuteNonQueryAsync();
        await using var languages = owner.CreateCommand(
            "insert into member_languages (organisation_id, member_id, code, level) select organisation_id, id, 'cy', 2 from members where organisation_id = $1 and random() < 0.3"
        );
        languages.CommandTimeout = 0;
        languages.Parameters.AddWithValue(place.Id.Value);
        await languages.ExecuteNonQueryAsync();
        await using var analyze = owner.CreateCommand("vacuum analyze");
        await analyze.ExecuteNonQueryAsync();
    }

    private static async Task<(double Middle, double P95)> TakenAsync(Func<Task> once, TimeSpan time)
    {
        List<double> taken = [];
        await Load.PerSecondAsync(
            1,
            time,
            async _ =>
            {
                var start = System.Diagnostics.Stopwatch.GetTimestamp();
                await once();
                taken.Add(System.Diagnostics.Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            }
        );
        taken.Sort();
        return (taken[taken.Count / 2], taken[taken.Count * 95 / 100]);
    }

    private static async Task BareAsync(NpgsqlDataSource owner, OrganisationProfile place, string kind)
    {
        await using var bare = owner.CreateCommand(
            "select s.member_id from member_skill_words w join member_skills s on s.organisation_id = w.organisation_id and s.id = w.member_skill_id where w.organisation_id = $1 and w.word = lower($2)"
        );
        bare.Parameters.AddWithValue(place.Id.Value);
        bare.Parameters.AddWithValue(kind);
        await using var reader = await bare.ExecuteReaderAsync();
        while (await reader.ReadAsync()) { }
    }

    private static async Task ListAsync(BenchmarkBank bank, OrganisationProfile place, string kind)
    {
        await using var scope = bank.Enter(place);
        var me = await MeasuredCoordinator.ActsInAsync(scope);
        var list = await scope
            .ServiceProvider.GetRequiredService<UnitOfWork>()
            .ReadAsync(async db =>
            {
                var offer = await db.Offers.FirstAsync(o => o.Title == kind);
                return await db.ShortlistAsync(offer, MatchLook.Bridging, MatchEyes.OfBroker(db, me), new(2026, 1, 1), 1200, default);
            });
        if (list.People.Count == 0)
            throw new InvalidOperationException("Nobody was found.");
    }
}
