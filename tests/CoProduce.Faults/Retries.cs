using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using CoProduce.Web.Tenancy;

namespace CoProduce.Faults;

/// <summary>Counts how often units of work were tried again, by reason: a state of PostgreSQL, or "connection".</summary>
internal sealed class Retries : IDisposable
{
    public const string Deadlock = "40P01";

    private readonly ConcurrentDictionary<string, long> counts = [];
    private readonly AsyncLocal<bool> isMine = new() { Value = true };
    private readonly MeterListener listener = new();

    /// <summary>Counts what happens in the flow that began here, and in the tasks that it starts.</summary>
    public Retries()
    {
        listener.InstrumentPublished = (instrument, l) =>
        {
            if (instrument.Meter.Name == UnitOfWork.MeterName)
                l.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<long>(
            (_, count, tags, _) =>
            {
                if (isMine.Value)
                    counts.AddOrUpdate((string)tags[0].Value!, count, (_, before) => before + count);
            }
        );
        listener.Start();
    }

    public long All => counts.Values.Sum();

    public long Of(string reason) => counts.GetValueOrDefault(reason);

    public override string ToString() =>
        counts.IsEmpty ? "none" : string.Join(", ", counts.OrderBy(c => c.Key).Select(c => $"{c.Key} {c.Value}"));

    public void Dispose() => listener.Dispose();
}
