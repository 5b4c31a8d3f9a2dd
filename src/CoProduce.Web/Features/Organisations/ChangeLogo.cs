using System.Security.Cryptography;
using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Tenancy;
using CoProduce.Web.Ui;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Organisations;

/// <summary>A manager puts another picture in the header, or takes it away.</summary>
public sealed class ChangeLogo(
    UnitOfWork work,
    CurrentOrganisation organisation,
    CurrentPerson me,
    OrganisationDirectory directory,
    TimeProvider clock
)
{
    public enum Outcome
    {
        Changed,
        NoFile,
        TooLarge,

        /// <summary>It is no picture that we can draw, or has too many pixels.</summary>
        NoPicture,
    }

    public async Task<Outcome> HandleAsync(LogoForm form, CancellationToken ct = default)
    {
        if (!form.Remove && form.File is not { Length: > 0 })
            return Outcome.NoFile;
        if (form.File?.Length > PictureFile.MaximumBytes && !form.Remove)
            return Outcome.TooLarge;
        var content = form.Remove ? null : PictureFile.AsPng(await BytesAsync(form.File!, ct), Logo.Side);
        if (!form.Remove && content is null)
            return Outcome.NoPicture;
        var version = Convert.ToHexStringLower(SHA256.HashData(content ?? []))[..16];
        var outcome = await work.OnceAsync(
            form.RequestKey,
            new { form.RequestKey, version },
            db => ChangeAsync(db, content, version, ct),
            ct
        );
        directory.Forget(organisation.Id);
        return outcome;
    }

    private async Task<Outcome> ChangeAsync(TenantDb db, byte[]? content, string version, CancellationToken ct)
    {
        await db.LockSettingsAsync(ct);
        var logo = await db.Logos.SingleOrDefaultAsync(ct);
        if (content is null && logo is not null)
            db.Logos.Remove(logo);
        else if (content is not null && logo is null)
            db.Logos.Add(new() { Content = content, Version = version });
        else if (content is not null)
            (logo!.Content, logo.Version) = (content, version);
        db.AuditLines.Add(me.Line(nameof(ChangeLogo), null, clock.GetUtcNow()));
        db.Keep();
        return Outcome.Changed;
    }

    private static async Task<byte[]> BytesAsync(IFormFile file, CancellationToken ct)
    {
        using var bytes = new MemoryStream((int)file.Length);
        await file.CopyToAsync(bytes, ct);
        return bytes.ToArray();
    }
}

/// <summary>A picture that a manager sends.</summary>
public sealed class LogoForm
{
    public Guid RequestKey { get; set; } = Guid.CreateVersion7();

    public IFormFile? File { get; set; }

    /// <summary>True when the picture shall go and the program's mark come back.</summary>
    public bool Remove { get; set; }
}

/// <summary>Why a logo was not changed, in a sentence that is a key of the texts; {0} is the most megabytes; null when it was.</summary>
public static class ChangeLogoRefusals
{
    public static string? Of(ChangeLogo.Outcome outcome) =>
        outcome switch
        {
            ChangeLogo.Outcome.Changed => null,
            ChangeLogo.Outcome.NoFile => "Choose a file first.",
            ChangeLogo.Outcome.TooLarge => "The file is too large. Send it smaller, with at most {0} megabytes.",
            ChangeLogo.Outcome.NoPicture => "We cannot draw this file as a picture. Save it as JPEG, PNG or WebP and send it again.",
        };
}
