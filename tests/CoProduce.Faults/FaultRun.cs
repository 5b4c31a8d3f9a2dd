using System.Diagnostics;
using System.Net.Sockets;
using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace CoProduce.Faults;

/// <summary>What came of one run.</summary>
/// <param name="Kills">How many kills there were.</param>
/// <param name="UnderWay">How many requests were being answered at those moments.</param>
internal sealed record Outcome(Verdict Verdict, int Kills, int UnderWay, long Deadlocks, string Retries)
{
    public override string ToString() =>
        $"{Kills} kills with {UnderWay} requests under way; {Verdict.Done} done, {Verdict.Refused} refused, {Verdict.Silences} times no answer, "
        + $"{Verdict.DoneInSilence} committed and not heard of; tried again: {Retries}; {Verdict}";
}

/// <summary>A cluster, a bank on it and its journal, for one run; gone afterwards unless something was found.</summary>
internal sealed class FaultRun : IAsyncDisposable
{
    private readonly string folder;
    private bool keep;

    private FaultRun(string folder, KilledCluster cluster, FaultBank bank, Journal journal) =>
        (this.folder, Cluster, Bank, Journal) = (folder, cluster, bank, journal);

    public KilledCluster Cluster { get; }

    public FaultBank Bank { get; }

    public Journal Journal { get; }

    /// <summary>Kills the database so many times while clients ask for hours to move, and compares.</summary>
    /// <param name="forgetful">Acknowledges before what was done is safe: a control.</param>
    public static async Task<Outcome> KillDatabaseAsync(int kills, int clients = 8, bool forgetful = false)
    {
        await using var run = await StartAsync(members: 12);
        if (forgetful)
            await run.Cluster.RunAsync("alter role coproduce_app set synchronous_commit = off");
        using var retries = new Retries();
        using var stop = new CancellationTokenSource();
        var crowd = run.Crowd([Way.Exchange, Way.Exchange, Way.Entry, Way.Batch]);
        var load = crowd.RunAsync(clients, stop.Token);
        var underWay = 0;
        for (var kill = 0; kill < kills; kill++)
        {
            await UntilHeardAsync(crowd, 20, load);
            await Task.Delay(Random.Shared.Next(400));
            underWay += crowd.UnderWay;
            run.Cluster.Kill();
            await run.Cluster.RestartAsync();
        }
        await UntilHeardAsync(crowd, 20, load);
        await stop.CancelAsync();
        await load;
        return await run.JudgeAsync(kills, underWay, retries, letters: true);
    }

    /// <summary>Lets clients ask for a while without any kill, with a faulty posting function when one is named.</summary>
    public static async Task<Outcome> LoadAsync(TimeSpan time, PostingVariant? variant, int clients = 8)
    {
        await using var run = await StartAsync(members: 4);
        if (variant is not null)
            await variant.InstallAsync(run.Cluster);
        using var retries = new Retries();
        using var stop = new CancellationTokenSource(time);
        await run.Crowd([Way.Exchange, Way.Entry]).RunAsync(clients, stop.Token);
        return await run.JudgeAsync(0, 0, retries, letters: true);
    }

    /// <summary>Kills the program so many times while it answers forms over HTTP, and compares.</summary>
    public static async Task<Outcome> KillProgramAsync(int kills, int clients = 8)
    {
        await using var run = await StartAsync(members: 12);
        using var program = new KilledProgram(run.Cluster.Owner);
        await program.StartAsync();
        var forms = await ExchangeForms.OpenAsync(program.Address, run.Bank);
        using var retries = new Retries();
        using var stop = new CancellationTokenSource();
        var crowd = new Crowd(run.Journal, run.Bank.Members, [Way.Exchange], forms.SendAsync, ExchangeForms.IsSilence);
        var load = crowd.RunAsync(clients, stop.Token);
        var underWay = 0;
        for (var kill = 0; kill < kills; kill++)
        {
            await UntilHeardAsync(crowd, 20, load);
            await Task.Delay(Random.Shared.Next(400));
            underWay += crowd.UnderWay;
            program.Kill();
            await program.StartAsync();
        }
        await UntilHeardAsync(crowd, 20, load);
        await stop.CancelAsync();
        await load;
        return await run.JudgeAsync(kills, underWay, retries, letters: false);
    }

    public async ValueTask DisposeAsync()
    {
        Journal.Dispose();
        await Bank.DisposeAsync();
        await Cluster.DisposeAsync();
        if (keep)
            Console.WriteLine($"What was found can be looked at in {folder}");
        else
            Directory.Delete(folder, recursive: true);
    }

    private static async Task<FaultRun> StartAsync(int members)
    {
        // On a disk, under a folder that PostgreSQL's own account may enter too.
        var folder = Path.Combine(Path.GetTempPath(), $"coproduce-faults-{Environment.ProcessId}-{Guid.NewGuid():N}"[..40]);
        Directory.CreateDirectory(folder);
        var cluster = await KilledCluster.StartAsync(Path.Combine(folder, "c"));
        return new(folder, cluster, await FaultBank.StartAsync(cluster, members), new(Path.Combine(folder, "journal.jsonl")));
    }

    private Crowd Crowd(IReadOnlyList<Way> ways) => new(Journal, Bank.Members, ways, Bank.SendAsync, IsSilence);

    private async Task<Outcome> JudgeAsync(int kills, int underWay, Retries retries, bool letters)
    {
        var verdict = await Verdict.OfAsync(Journal, Bank, Cluster, letters);
        keep = verdict.Findings.Count > 0 && Environment.GetEnvironmentVariable("COPRODUCE_KEEP") is not null;
        return new(verdict, kills, underWay, retries.Of(Retries.Deadlock), retries.ToString());
    }

    private static async Task UntilHeardAsync(Crowd crowd, int more, Task load)
    {
        var (goal, since) = (crowd.Heard + more, Stopwatch.GetTimestamp());
        while (crowd.Heard < goal && !load.IsCompleted)
        {
            if (Stopwatch.GetElapsedTime(since) > TimeSpan.FromMinutes(3))
                throw new TimeoutException("Nobody has heard an answer for three minutes.");
            await Task.Delay(5);
        }
        if (load.IsFaulted)
            await load;
    }

    // The connection was lost, or the unit of work gave up after its last try.
    private static bool IsSilence(Exception e) =>
        e switch
        {
            PostgresException p => p.IsTransient || p.SqlState is PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown,
            NpgsqlException or SocketException or TimeoutException => true,
            DbUpdateException { InnerException: { } inner } => IsSilence(inner),
            InvalidOperationException { InnerException: { } inner } => IsSilence(inner),
            _ => false,
        };
}
