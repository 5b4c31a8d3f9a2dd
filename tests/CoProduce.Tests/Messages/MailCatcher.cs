using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace CoProduce.Tests.Messages;

/// <summary>A mail server that takes everything, or refuses everything while told to, and keeps what it got.</summary>
public sealed class MailCatcher : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();

    public MailCatcher()
    {
        listener.Start();
        _ = ListenAsync();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>Every message as it came over the wire.</summary>
    public ConcurrentQueue<string> Mails { get; } = [];

    /// <summary>While true every recipient is refused.</summary>
    public bool IsRefusing { get; set; }

    /// <summary>What the mails say, with the encodings of the wire undone.</summary>
    public IReadOnlyList<string> Read() => [.. Mails.Select(Decoded)];

    public void Dispose()
    {
        stop.Cancel();
        listener.Dispose();
        stop.Dispose();
    }

    private static string Decoded(string mail)
    {
        var text = new StringBuilder(mail);
        foreach (var part in mail.Split("\r\n\r\n").Select(p => p.Split("\r\n--")[0].Replace("\r\n", "", StringComparison.Ordinal)))
            if (part.Length > 0 && part.Length % 4 == 0 && Convert.TryFromBase64String(part, new byte[part.Length], out var written))
                text.Append('\n').Append(Encoding.UTF8.GetString(Convert.FromBase64String(part), 0, written));
        return text.Replace("=\r\n", "").Replace("=3D", "=").ToString();
    }

    private async Task ListenAsync()
    {
        try
        {
            while (true)
                _ = ServeAsync(await listener.AcceptTcpClientAsync(stop.Token));
        }
        catch (Exception e) when (e is OperationCanceledException or ObjectDisposedException or SocketException)
        {
            // stopped
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using var connection = client;
        await using var stream = client.GetStream();
        using var reader = new StreamReader(stream, Encoding.Latin1);
        await using var writer = new StreamWriter(stream, Encoding.Latin1) { NewLine = "\r\n", AutoFlush = true };
        await writer.WriteLineAsync("220 catcher");
        while (await reader.ReadLineAsync(stop.Token) is { } line)
        {
            if (line.StartsWith("DATA", StringComparison.Ordinal))
            {
                await writer.WriteLineAsync("354 go on");
                var mail = new StringBuilder();
                while (await reader.ReadLineAsync(stop.Token) is { } text && text != ".")
                    mail.Append(text.StartsWith("..", StringComparison.Ordinal) ? text[1..] : text).Append("\r\n");
                Mails.Enqueue(mail.ToString());
                await writer.WriteLineAsync("250 kept");
            }
            else if (line.StartsWith("RCPT", StringComparison.Ordinal) && IsRefusing)
            {
                await writer.WriteLineAsync("450 not now");
            }
            else if (line.StartsWith("QUIT", StringComparison.Ordinal))
            {
                await writer.WriteLineAsync("221 bye");
                return;
            }
            else
            {
                await writer.WriteLineAsync("250 yes");
            }
        }
    }
}
