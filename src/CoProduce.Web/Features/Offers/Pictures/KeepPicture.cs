using System.Security.Cryptography;
using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Tenancy;
using CoProduce.Web.Ui;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.Offers;

/// <summary>A member adds a picture to their offer or request, or takes one away.</summary>
public sealed class KeepPicture(UnitOfWork work, CurrentPerson me, TimeProvider clock)
{
    public enum Outcome
    {
        Added,
        Removed,
        NoFile,
        TooLarge,

        /// <summary>It is no picture that we can draw, or has too many pixels.</summary>
        NoPicture,
        TooMany,

        /// <summary>There is none of this member's that can be changed.</summary>
        NotFound,
    }

    /// <summary>Adds one.</summary>
    public async Task<Outcome> AddAsync(OfferId id, PictureForm form, CancellationToken ct = default)
    {
        if (form.File is not { Length: > 0 })
            return Outcome.NoFile;
        if (form.File.Length > PictureFile.MaximumBytes)
            return Outcome.TooLarge;
        using var bytes = new MemoryStream((int)form.File.Length);
        await form.File.CopyToAsync(bytes, ct);
        if (PictureFile.AsJpeg(bytes.ToArray(), OfferPicture.Side) is not { } content)
            return Outcome.NoPicture;
        var said = new
        {
            form.RequestKey,
            form.Description,
            Hash = Convert.ToHexStringLower(SHA256.HashData(content)),
        };
        return await work.OnceAsync(form.RequestKey, said, db => AddAsync(db, id, form, content, ct), ct);
    }

    /// <summary>Takes one away; one that is gone already is gone.</summary>
    public Task<Outcome> RemoveAsync(OfferId id, Guid picture, CancellationToken ct = default) =>
        work.WriteAsync(
            async db =>
            {
                if (await FindAsync(db, id, ct) is null)
                    return Outcome.NotFound;
                if (await db.OfferPictures.SingleOrDefaultAsync(p => p.Id == picture && p.OfferId == id, ct) is { } found)
                    db.OfferPictures.Remove(found);
                db.AuditLines.Add(me.Line(nameof(KeepPicture) + "Removed", id.Value, clock.GetUtcNow()));
                db.Keep();
                return Outcome.Removed;
            },
            ct
        );

    private async Task<Outcome> AddAsync(TenantDb db, OfferId id, PictureForm form, byte[] content, CancellationToken ct)
    {
        if (await FindAsync(db, id, ct) is not { } offer)
            return Outcome.NotFound;
        var taken = await db.OfferPictures.Where(p => p.OfferId == id).Select(p => p.Position).ToListAsync(ct);
        if (taken.Count >= OfferPicture.Most)
            return Outcome.TooMany;
        db.OfferPictures.Add(
            new()
            {
                Id = form.RequestKey,
                OfferId = id,
                MemberId = offer.MemberId,
                Position = Enumerable.Range(1, OfferPicture.Most).First(p => !taken.Contains(p)),
                Description = form.Description!.Trim(),
                Content = content,
            }
        );
        db.AuditLines.Add(me.Line(nameof(KeepPicture), id.Value, clock.GetUtcNow()));
        db.Keep();
        return Outcome.Added;
    }

    private async Task<Offer?> FindAsync(TenantDb db, OfferId id, CancellationToken ct) =>
        await db.LockOfferAsync(id, ct) is { } offer && offer.MemberId == me.Member && (offer.IsAlive || offer.Status == OfferStatus.Draft)
            ? offer
            : null;
}

/// <summary>A picture that a member sends.</summary>
public sealed class PictureForm
{
    public Guid RequestKey { get; set; } = Guid.CreateVersion7();

    public IFormFile? File { get; set; }

    /// <summary>What is to be seen.</summary>
    public string? Description { get; set; }
}

/// <summary>The shape of <see cref="PictureForm"/>.</summary>
public sealed class PictureRules : AbstractValidator<PictureForm>
{
    public PictureRules(IStringLocalizer texts)
    {
        RuleFor(f => f.RequestKey).NotEmpty().WithMessage(_ => texts["This page was not complete. Please open it again."]);
        RuleFor(f => f.Description)
            .Must(d => !string.IsNullOrWhiteSpace(d))
            .WithMessage(_ => texts["Say in a few words what is to be seen, for whoever cannot see it."])
            .MaximumLength(OfferPicture.DescriptionLength)
            .WithMessage(_ => texts["Please use at most {0} characters.", OfferPicture.DescriptionLength]);
    }
}

/// <summary>Why a picture was not added, in a sentence that is a key of the texts; {0} is the most megabytes; null when it was done.</summary>
public static class KeepPictureRefusals
{
    public static string? Of(KeepPicture.Outcome outcome) =>
        outcome switch
        {
            KeepPicture.Outcome.Added or KeepPicture.Outcome.Removed => null,
            KeepPicture.Outcome.NoFile => "Choose a file first.",
            KeepPicture.Outcome.TooLarge => "The file is too large. Send it smaller, with at most {0} megabytes.",
            KeepPicture.Outcome.NoPicture => "We cannot draw this file as a picture. Save it as JPEG, PNG or WebP and send it again.",
            KeepPicture.Outcome.TooMany => "There are three pictures already. Take one away first.",
            KeepPicture.Outcome.NotFound => "This is not open any more, so it was not changed. Put it in again as a new one.",
        };
}
