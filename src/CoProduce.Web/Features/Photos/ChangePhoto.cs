using CoProduce.Ledger;
using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Privacy;
using CoProduce.Web.Tenancy;
using CoProduce.Web.Ui;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.Photos;

/// <summary>Puts a member's photo in with what they agreed to, or takes it away: by themself or, for who brings one, by a coordinator.</summary>
public sealed class ChangePhoto(UnitOfWork work, CurrentPerson me, IStringLocalizer texts, TimeProvider clock)
{
    public enum Outcome
    {
        Changed,
        NotFound,
        NoFile,
        TooLarge,

        /// <summary>It is no picture that we can draw, or has too many pixels.</summary>
        NoPicture,

        /// <summary>Without a yes none is kept.</summary>
        NotAgreed,

        /// <summary>The words that were agreed to were changed in the meantime and must be read again.</summary>
        WordsChanged,
    }

    /// <summary>One's own.</summary>
    public Task<Outcome> HandleAsync(PhotoForm form, CancellationToken ct = default)
    {
        form.Door = Door.Screen;
        return ForAsync(form, me.Member, ct);
    }

    /// <summary>A member's; the caller's page is a coordinator's.</summary>
    public async Task<Outcome> ForAsync(PhotoForm form, MemberId member, CancellationToken ct = default)
    {
        if (form.Remove)
            return await work.OnceAsync(form.RequestKey, new { member, form.Remove }, db => RemoveAsync(db, form, member, ct), ct);
        if (form.File is not { Length: > 0 })
            return Outcome.NoFile;
        if (form.File.Length > PictureFile.MaximumBytes)
            return Outcome.TooLarge;
        if (!form.Agreed)
            return Outcome.NotAgreed;
        using var bytes = new MemoryStream((int)form.File.Length);
        await form.File.CopyToAsync(bytes, ct);
        if (PictureFile.AsJpeg(bytes.ToArray(), MemberPhoto.Side) is not { } picture)
            return Outcome.NoPicture;
        var body = new
        {
            member,
            form.ForMembers,
            form.Door,
            picture,
        };
        return await work.OnceAsync(form.RequestKey, body, db => KeepAsync(db, form, member, picture, ct), ct);
    }

    private async Task<Outcome> KeepAsync(TenantDb db, PhotoForm form, MemberId member, byte[] picture, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await db.LockMemberAsync(member, ct);
        if (!await db.Members.AnyAsync(m => m.Id == member && m.Status != MemberStatus.Left && m.Kind == MemberKind.Person, ct))
            return Outcome.NotFound;
        var say = new ConsentSaying(db, texts, me, now);
        (ConsentPurpose Purpose, bool Give, int Version)[] answers =
        [
            (ConsentPurpose.Photo, true, form.Version),
            (ConsentPurpose.PhotoForMembers, form.ForMembers, form.MembersVersion),
        ];
        foreach (var (purpose, give, version) in answers)
        {
            if (await say.SayAsync(Guid.CreateVersion7(), member, purpose, give, version, form.Door, ct) != GiveConsent.Outcome.Kept)
                return Outcome.WordsChanged;
        }
        if (await db.MemberPhotos.SingleOrDefaultAsync(p => p.MemberId == member, ct) is { } photo)
            (photo.Content, photo.At) = (picture, now);
        else
            db.MemberPhotos.Add(
                new()
                {
                    MemberId = member,
                    Content = picture,
                    At = now,
                }
            );
        db.AuditLines.Add(me.Line(nameof(ChangePhoto), member.Value, now, form.Door, member));
        db.Keep();
        return Outcome.Changed;
    }

    private async Task<Outcome> RemoveAsync(TenantDb db, PhotoForm form, MemberId member, CancellationToken ct)
    {
        if (await db.MemberPhotos.Where(p => p.MemberId == member).ExecuteDeleteAsync(ct) == 0)
            return Outcome.NotFound;
        db.AuditLines.Add(me.Line("RemovePhoto", member.Value, clock.GetUtcNow(), form.Door, member));
        db.Keep();
        return Outcome.Changed;
    }
}

/// <summary>A photo that somebody sends, and what the member says of it.</summary>
public sealed class PhotoForm
{
    public Guid RequestKey { get; set; } = Guid.CreateVersion7();

    public IFormFile? File { get; set; }

    /// <summary>True when it may be kept and staff may see it.</summary>
    public bool Agreed { get; set; }

    /// <summary>The version of the words that were read for this.</summary>
    public int Version { get; set; }

    /// <summary>True when other members may see it too.</summary>
    public bool ForMembers { get; set; }

    /// <summary>The version of the words that were read for that.</summary>
    public int MembersVersion { get; set; }

    /// <summary>How the member said so.</summary>
    public Door Door { get; set; } = Door.Screen;

    /// <summary>True when the photo shall go.</summary>
    public bool Remove { get; set; }
}

/// <summary>Why a photo was not changed, in a sentence that is a key of the texts; {0} is the most megabytes; null when it was.</summary>
public static class ChangePhotoRefusals
{
    public static string? Of(ChangePhoto.Outcome outcome) =>
        outcome switch
        {
            ChangePhoto.Outcome.Changed => null,
            ChangePhoto.Outcome.NotFound => "There is no such member here any more, or no photo of them.",
            ChangePhoto.Outcome.NoFile => "Choose a file first.",
            ChangePhoto.Outcome.TooLarge => "The file is too large. Send it smaller, with at most {0} megabytes.",
            ChangePhoto.Outcome.NoPicture => "We cannot draw this file as a picture. Save it as JPEG, PNG or WebP and send it again.",
            ChangePhoto.Outcome.NotAgreed => "A photo is kept only with a yes to this.",
            ChangePhoto.Outcome.WordsChanged => "The words were changed a moment ago. Please read them again.",
        };
}
