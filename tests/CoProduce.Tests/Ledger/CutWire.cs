using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace CoProduce.Tests.Ledger;

/// <summary>A wire to the database that is cut once, at the first COMMIT: just before it arrives, or just before its answer does. Who connects again gets through.</summary>
internal sealed class CutWire : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly EndPoint server;
    private readonly bool loseTheAnswer;
    private readonly Task accepting;
    private volatile bool cut;

    public CutWire(string connectionString, bool loseTheAnswer)
    {
        this.loseTheAnswer = loseTheAnswer;
        var target = new NpgsqlConnectionStringBuilder(connectionString);
        server = target.Host!.StartsWith('/')
            ? new UnixDomainSocketEndPoint(Path.Combine(target.Host, $".s.PGSQL.{target.Port}"))
            : new IPEndPoint(IPAddress.Parse(target.Host), target.Port);
        listener.Start();
        target.Host = "127.0.0.1";
        target.Port = ((IPEndPoint)listener.LocalEndpoint).Port;
        ConnectionString = target.ConnectionString;
        accepting = AcceptAsync();
    }

    public string ConnectionString { get; }

    public bool WasCut => cut;

    public async ValueTask DisposeAsync()
    {
        listener.Stop();
        await accepting;
    }

    private async Task AcceptAsync()
    {
        var wires = new List<Task>();
        try
        {
            while (true)
                wires.Add(CarryAsync(await listener.AcceptSocketAsync()));
        }
        catch (SocketException)
        {
            // The listener was stopped.
        }
        await Task.WhenAll(wires);
    }

    private async Task CarryAsync(Socket client)
    {
        using var near = client;
        using var far = new Socket(server.AddressFamily, SocketType.Stream, ProtocolType.Unspecified);
        await far.ConnectAsync(server);
        var mine = new Wire();
        await Task.WhenAny(CarryToServerAsync(near, far, mine), CarryToClientAsync(far, near, mine));
    }

    private async Task CarryToServerAsync(Socket client, Socket server, Wire mine)
    {
        var buffer = new byte[64 * 1024];
        while (await ReceiveAsync(client, buffer) is > 0 and var count)
        {
            if (!cut && buffer.AsSpan(0, count).IndexOf("COMMIT\0"u8) >= 0)
            {
                mine.Committing = true;
                if (!loseTheAnswer)
                {
                    cut = true;
                    return;
                }
            }
            await server.SendAsync(buffer.AsMemory(0, count));
        }
    }

    private async Task CarryToClientAsync(Socket server, Socket client, Wire mine)
    {
        var buffer = new byte[64 * 1024];
        while (await ReceiveAsync(server, buffer) is > 0 and var count)
        {
            if (mine.Committing)
            {
                cut = true;
                return;
            }
            await client.SendAsync(buffer.AsMemory(0, count));
        }
    }

    private static async Task<int> ReceiveAsync(Socket socket, byte[] buffer)
    {
        try
        {
            return await socket.ReceiveAsync(buffer);
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            return 0;
        }
    }

    private sealed class Wire
    {
        public volatile bool Committing;
    }
}
