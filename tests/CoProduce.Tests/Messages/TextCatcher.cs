using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;

namespace CoProduce.Tests.Messages;

/// <summary>A text gateway that takes each key once, or refuses everything while told to, and keeps what it got.</summary>
public sealed class TextCatcher : IAsyncDisposable
{
    private readonly WebApplication server;

    public TextCatcher()
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        server = builder.Build();
        server.Run(async http =>
        {
            Asked++;
            if (IsRefusing)
            {
                http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
                return;
            }
            using var reader = new StreamReader(http.Request.Body);
            Texts.TryAdd(
                http.Request.Headers["Idempotency-Key"].ToString(),
                $"{http.Request.Headers.Authorization} {await reader.ReadToEndAsync()}"
            );
        });
        ((IHost)server).Start();
    }

    public string Url => server.Urls.Single();

    /// <summary>What came, by the key it came with.</summary>
    public ConcurrentDictionary<string, string> Texts { get; } = [];

    /// <summary>How often it was asked.</summary>
    public int Asked { get; private set; }

    /// <summary>While true nothing is taken.</summary>
    public bool IsRefusing { get; set; }

    public ValueTask DisposeAsync() => server.DisposeAsync();
}
