using System.Text.Json;

namespace CoProduce.Faults;

/// <summary>What one client sent or heard, in the order in which it happened; no reply means that it was sent.</summary>
internal sealed record JournalLine(DateTimeOffset At, Request Request, Reply? Reply, Guid? Entry);

/// <summary>The clients' side of the story, in a file that no kill touches: every request before it is sent, every answer when it is heard.</summary>
internal sealed class Journal(string file) : IDisposable
{
    private readonly StreamWriter writer = new(file) { AutoFlush = true };
    private readonly Lock turn = new();

    public void Sent(IEnumerable<Request> requests) => Write(requests, null);

    public void Heard(IEnumerable<Request> requests, Answer answer) => Write(requests, answer);

    public IReadOnlyList<JournalLine> Read()
    {
        lock (turn)
        {
            using var reader = new StreamReader(new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
            var lines = new List<JournalLine>();
            while (reader.ReadLine() is { } line)
                lines.Add(JsonSerializer.Deserialize<JournalLine>(line)!);
            return lines;
        }
    }

    public void Dispose() => writer.Dispose();

    private void Write(IEnumerable<Request> requests, Answer? answer)
    {
        lock (turn)
            foreach (var request in requests)
                writer.WriteLine(
                    JsonSerializer.Serialize(new JournalLine(TimeProvider.System.GetUtcNow(), request, answer?.Reply, answer?.Entry))
                );
    }
}
