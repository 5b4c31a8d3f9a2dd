using System.Text.Json;

namespace CoProduce.Web.Features.Messages;

/// <summary>Takes texts out of a folder, where a file is one that came in: in Development without Text:Url, as <see cref="FolderTextGateway"/> puts them into one.</summary>
public sealed class TextFolder(IConfiguration configuration, ReceiveText receive, ILogger<TextFolder> log)
{
    /// <summary>Where somebody puts <c>{"Id": "1", "From": "07700 900123", "Words": "yes"}</c>, named <c>*.json</c>. Without an id the name of the file is it.</summary>
    public string Folder => Path.Combine(configuration["COPRODUCE_DATA"] ?? Path.Combine(Path.GetTempPath(), "coproduce"), "texts-in");

    /// <summary>Takes all that lie there, the oldest first; the number taken. One that is no text is put aside.</summary>
    public async Task<int> TakeAsync(CancellationToken ct = default)
    {
        if (!Directory.Exists(Folder))
            return 0;
        var taken = 0;
        foreach (var file in new DirectoryInfo(Folder).GetFiles("*.json").OrderBy(f => f.LastWriteTimeUtc).ThenBy(f => f.Name))
        {
            if (await ReadAsync(file, ct) is not { } text)
            {
                file.MoveTo(file.FullName + ".refused", overwrite: true);
                continue;
            }
            await receive.HandleAsync(text, ct);
            file.Delete();
            taken++;
        }
        return taken;
    }

    private async Task<TextIn?> ReadAsync(FileInfo file, CancellationToken ct)
    {
        try
        {
            var text = JsonSerializer.Deserialize<TextIn>(await File.ReadAllTextAsync(file.FullName, ct));
            return text is { From.Length: > 0, Words: not null } ? text with { Id = text.Id is { Length: > 0 } id ? id : file.Name } : null;
        }
        catch (JsonException)
        {
            log.LogWarning("A file among the texts that came in is no text; it was put aside");
            return null;
        }
    }
}

/// <summary>Looks every few seconds into the folder, where that is how texts come.</summary>
public sealed class TextFolderWorker(TextInbox inbox, TextFolder folder, TimeProvider clock, ILogger<TextFolderWorker> log)
    : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(3);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!inbox.IsFolder)
            return;
        using var timer = new PeriodicTimer(Pause, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await folder.TakeAsync(stoppingToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                log.LogError(e, "A text that came in could not be taken; it is tried again in {Pause}", Pause);
            }
        }
    }
}
