using System.Net.Mail;
using System.Text.Json;

namespace CoProduce.Web.Features.Messages;

/// <summary>Hands a kept letter to the postbox, its link made absolute.</summary>
public sealed class SendLetter(IPostbox postbox, SiteAddress site)
{
    /// <summary>Null when it was handed over, else why not.</summary>
    public async Task<string?> HandleAsync(string json, Guid id, CancellationToken ct)
    {
        var letter = JsonSerializer.Deserialize<Letter>(json)!;
        try
        {
            await postbox.DeliverAsync(letter with { Link = letter.Link is null ? null : site.Of(letter.Link).AbsoluteUri }, id, ct);
            return null;
        }
        catch (Exception e) when (!ct.IsCancellationRequested && IsOfThePost(e))
        {
            return $"{e.GetType().Name}: {e.Message}";
        }
    }

    // What a mail server, the way to it or a mistyped address can do; a mistake of ours goes on to the log.
    private static bool IsOfThePost(Exception e) =>
        e is SmtpException or IOException or FormatException or OperationCanceledException or InvalidOperationException;
}
