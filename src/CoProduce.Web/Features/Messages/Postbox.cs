using System.Net;
using System.Net.Mail;
using System.Net.Mime;
using System.Text;
using System.Text.Json;

namespace CoProduce.Web.Features.Messages;

/// <summary>Where letters leave the program.</summary>
public interface IPostbox
{
    /// <summary>Hands over a letter whose link is absolute. The same id is the same letter, should it come twice. Throws when it cannot.</summary>
    Task DeliverAsync(Letter letter, Guid id, CancellationToken ct);
}

/// <summary>Sends by SMTP: Mail:Host, Mail:Port, Mail:User, Mail:Password, Mail:From, Mail:Tls (on unless false).</summary>
public sealed class SmtpPostbox(IConfiguration configuration, LetterBodies bodies) : IPostbox
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <inheritdoc />
    public async Task DeliverAsync(Letter letter, Guid id, CancellationToken ct)
    {
        var from = new MailAddress(configuration["Mail:From"] ?? "coproduce@localhost", letter.From, Encoding.UTF8);
        using var mail = new MailMessage(from, new MailAddress(letter.To));
        mail.Subject = letter.Subject;
        mail.SubjectEncoding = mail.BodyEncoding = Encoding.UTF8;
        mail.Body = LetterBodies.Plain(letter);
        mail.AlternateViews.Add(
            AlternateView.CreateAlternateViewFromString(await bodies.HtmlAsync(letter), Encoding.UTF8, MediaTypeNames.Text.Html)
        );
        mail.Headers.Add("Message-ID", $"<{id:N}@{from.Host}>"); // a letter that is sent twice after a crash is shown once by most mail programs
        mail.Headers.Add("Auto-Submitted", "auto-generated");
        if (letter.Stop is not null)
        {
            mail.Headers.Add("List-Unsubscribe", $"<{letter.Stop}/at-once>");
            mail.Headers.Add("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }
        using var smtp = new SmtpClient(configuration["Mail:Host"], configuration.GetValue("Mail:Port", 587));
        smtp.EnableSsl = configuration.GetValue("Mail:Tls", true);
        if (configuration["Mail:User"] is { Length: > 0 } user)
            smtp.Credentials = new NetworkCredential(user, configuration["Mail:Password"]);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(Patience);
        await smtp.SendMailAsync(mail, limit.Token);
    }
}

/// <summary>Puts letters into a folder, where /mail shows them: in Development without Mail:Host.</summary>
public sealed class FolderPostbox(IConfiguration configuration) : IPostbox
{
    private string Folder => Path.Combine(configuration["COPRODUCE_DATA"] ?? Path.Combine(Path.GetTempPath(), "coproduce"), "mail");

    /// <inheritdoc />
    public async Task DeliverAsync(Letter letter, Guid id, CancellationToken ct)
    {
        Directory.CreateDirectory(Folder);
        await File.WriteAllTextAsync(Path.Combine(Folder, $"{id:N}.json"), JsonSerializer.Serialize(letter), ct);
    }

    /// <summary>The letters, newest first, at most that many.</summary>
    public async Task<IReadOnlyList<(Guid Id, Letter Letter)>> ListAsync(int most, CancellationToken ct = default)
    {
        var found = new List<(Guid, Letter)>();
        var files = Directory.Exists(Folder) ? new DirectoryInfo(Folder).GetFiles("*.json") : [];
        foreach (var file in files.OrderByDescending(f => f.LastWriteTimeUtc).Take(most))
            found.Add((Guid.Parse(Path.GetFileNameWithoutExtension(file.Name)), await ReadAsync(file.FullName, ct)));
        return found;
    }

    /// <summary>One letter; null when there is none of that id.</summary>
    public async Task<Letter?> FindAsync(Guid id, CancellationToken ct = default) =>
        Path.Combine(Folder, $"{id:N}.json") is var file && File.Exists(file) ? await ReadAsync(file, ct) : null;

    private static async Task<Letter> ReadAsync(string file, CancellationToken ct) =>
        JsonSerializer.Deserialize<Letter>(await File.ReadAllTextAsync(file, ct))!;
}
