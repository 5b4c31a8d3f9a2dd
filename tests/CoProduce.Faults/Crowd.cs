using System.Diagnostics;

namespace CoProduce.Faults;

/// <summary>Clients that ask for hours to move, and ask again with the same key until they hear an answer; now and then also after it.</summary>
/// <param name="send">Sends requests that belong together; throws when no answer came.</param>
/// <param name="isSilence">True for an exception that says that no answer came; any other ends the run.</param>
internal sealed class Crowd(
    Journal journal,
    IReadOnlyList<Guid> members,
    IReadOnlyList<Way> ways,
    Func<IReadOnlyList<Request>, Task<Answer>> send,
    Func<Exception, bool> isSilence
)
{
    private static readonly TimeSpan longestWait = TimeSpan.FromMinutes(2);
    private int underWay;
    private long heard;

    /// <summary>How many are being answered at this moment.</summary>
    public int UnderWay => underWay;

    /// <summary>How many answers were heard.</summary>
    public long Heard => Interlocked.Read(ref heard);

    /// <summary>Goes on until told to stop, and then until everybody has an answer.</summary>
    public Task RunAsync(int clients, CancellationToken stop) =>
        Task.WhenAll(Enumerable.Range(0, clients).Select(_ => Task.Run(() => KeepOnAsync(stop), CancellationToken.None)));

    private async Task KeepOnAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            var requests = New();
            await UntilHeardAsync(requests);
            if (Random.Shared.Next(5) == 0)
                await UntilHeardAsync(requests); // a second press of the button
        }
    }

    private async Task UntilHeardAsync(IReadOnlyList<Request> requests)
    {
        var since = Stopwatch.GetTimestamp();
        while (true)
        {
            journal.Sent(requests);
            Interlocked.Increment(ref underWay);
            try
            {
                var answer = await send(requests);
                journal.Heard(requests, answer);
                Interlocked.Increment(ref heard);
                return;
            }
            catch (Exception e) when (isSilence(e) && Stopwatch.GetElapsedTime(since) < longestWait)
            {
                journal.Heard(requests, new(Reply.Nothing));
            }
            finally
            {
                Interlocked.Decrement(ref underWay);
            }
            await Task.Delay(Random.Shared.Next(20, 200));
        }
    }

    private Request[] New()
    {
        var way = ways[Random.Shared.Next(ways.Count)];
        return [.. Enumerable.Range(0, way == Way.Batch ? 3 : 1).Select(_ => New(way))];
    }

    private Request New(Way way)
    {
        var payer = Random.Shared.Next(members.Count);
        var payee = (payer + Random.Shared.Next(1, members.Count)) % members.Count;
        return new(Guid.CreateVersion7(), way, members[payer], members[payee], 15 * Random.Shared.Next(1, 9));
    }
}
