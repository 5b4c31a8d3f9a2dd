using System.Net.Mail;
using System.Text.Json;

namespace CoProduce.Web.Features.Messages;

/// <summary>Hands a kept letter to the postbox, its link made absolute.</summary>
public sealed class SendLetter(IPostbox postbox, SiteAddress site, ILogger<SendLetter> log)
{
    /// <summary>Null when it was handed over, else why not. No letter can stop those that come after it.</summary>
    public async Task<string?> HandleAsync(string json, Guid id, CancellationToken ct)
    {
        try
        {
            var letter = JsonSerializer.Deserialize<Letter>(json)!;
            await postbox.DeliverAsync(Absolute(letter), id, ct);
            return null;
        }
        catch (Exception e) when (!ct.IsCancellationRequested)
        {
            var isOfThePost = e is SmtpException or IOException or FormatException or OperationCanceledException;
            log.Log(isOfThePost ? LogLevel.Warning : LogLevel.Error, e, "The letter {Letter} could not be sent", id);
            return $"{e.GetType().Name}: {e.Message}";
        }
    }

    private Letter Absolute(Letter letter) =>
        letter with
        {
            Link = letter.Link is null ? null : site.Of(letter.Link).AbsoluteUri,
            Stop = letter.Stop is null ? null : site.Of(letter.Stop).AbsoluteUri,
            Parts = letter.Parts is null ? null : [.. letter.Parts.Select(Absolute)],
        };
}
