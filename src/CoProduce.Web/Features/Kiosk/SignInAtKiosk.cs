using CoProduce.Web.Data;
using CoProduce.Web.Features.Cards;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Tenancy;
using FluentValidation;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.Kiosk;

/// <summary>A member signs in at a kiosk by number or card and PIN. Whoever does not get in learns nothing about why.</summary>
public sealed class SignInAtKiosk(UnitOfWork work, AtKiosk kiosk, IPasswordHasher<KioskPin> hasher, TimeProvider clock)
{
    private static readonly KioskPin Nobodys = new() { PinHash = "" };

    public enum Outcome
    {
        SignedIn,

        /// <summary>
        /// No such number or card, a wrong PIN or none, a locked number, a member of another hub or one who does not take part now: the same answer for all.
        /// </summary>
        Refused,

        /// <summary>The screen is no kiosk, or was ended.</summary>
        NoKiosk,
    }

    public async Task<Outcome> HandleAsync(KioskSignInForm form, HttpContext http, CancellationToken ct = default)
    {
        if (await kiosk.ScreenAsync(http, ct) is not { } screen)
            return Outcome.NoKiosk;
        await kiosk.LeaveAsync(http, ct);
        var token = KioskScreen.NewSecret();
        var outcome = await work.WriteAsync(db => SignInAsync(db, form, screen, token, ct), ct);
        if (outcome == Outcome.SignedIn)
            kiosk.KeepVisit(http, token);
        return outcome;
    }

    private async Task<Outcome> SignInAsync(TenantDb db, KioskSignInForm form, KioskScreen screen, string token, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var card = KioskSignInForm.CardIn(form.Who!);
        var number = KioskSignInForm.NumberIn(form.Who!);
        if (card is not null)
            number = await (
                from c in db.MemberCards
                where c.Code == card && c.ReplacedAt == null
                join m in db.Members on c.MemberId equals m.Id
                select (int?)m.Number
            ).SingleOrDefaultAsync(ct);
        if (number is not { } typed)
            return RefuseAsSlowly(form.Pin!);
        db.Keep(); // a wrong try counts
        if (await db.CountKioskTryAsync(typed, now, ct) > KioskTry.Most)
            return RefuseAsSlowly(form.Pin!);
        var pin = await (
            from p in db.KioskPins
            join m in db.Members on p.MemberId equals m.Id
            where m.Number == typed && m.Status == MemberStatus.Active && m.HubId == screen.HubId
            select p
        ).SingleOrDefaultAsync(ct);
        if (pin is null)
            return RefuseAsSlowly(form.Pin!);
        if (hasher.VerifyHashedPassword(pin, pin.PinHash, form.Pin!) == PasswordVerificationResult.Failed)
            return Outcome.Refused;
        await TidyAsync(db, typed, screen, now, ct);
        db.KioskVisits.Add(
            new()
            {
                Id = Guid.CreateVersion7(),
                KioskId = screen.Id,
                MemberId = pin.MemberId,
                TokenHash = KioskScreen.HashOf(token),
                ByCard = card is not null,
                BegunAt = now,
                SeenAt = now,
            }
        );
        return Outcome.SignedIn;
    }

    // One at a time stands at a screen; and nothing is kept longer than it is of use.
    private static async Task TidyAsync(TenantDb db, int number, KioskScreen screen, DateTimeOffset now, CancellationToken ct)
    {
        var (locked, kept) = (now - KioskTry.Lock, now - KioskVisit.Kept);
        await db.KioskTries.Where(t => t.Number == number || t.At <= locked).ExecuteDeleteAsync(ct);
        await db.KioskVisits.Where(v => v.BegunAt <= kept).ExecuteDeleteAsync(ct);
        await db
            .KioskVisits.Where(v => v.KioskId == screen.Id && v.EndedAt == null)
            .ExecuteUpdateAsync(v => v.SetProperty(x => x.EndedAt, now), ct);
        await db.KioskScreens.Where(k => k.Id == screen.Id).ExecuteUpdateAsync(k => k.SetProperty(x => x.UsedAt, now), ct);
    }

    private Outcome RefuseAsSlowly(string pin)
    {
        _ = hasher.HashPassword(Nobodys, pin);
        return Outcome.Refused;
    }
}

/// <summary>What a member types, or a card reader types for them.</summary>
public sealed class KioskSignInForm
{
    /// <summary>The longest that a card reader types: an address.</summary>
    public const int WhoLength = 200;

    /// <summary>The member number, or what stands in the picture on the card.</summary>
    public string? Who { get; set; }

    public string? Pin { get; set; }

    /// <summary>The member number; null for anything else.</summary>
    internal static int? NumberIn(string who) =>
        who.Trim() is { Length: > 0 and <= 9 } text && text.All(char.IsAsciiDigit)
            ? int.Parse(text, System.Globalization.CultureInfo.InvariantCulture)
            : null;

    /// <summary>A card's code, alone or at the end of its address; null for anything else.</summary>
    internal static string? CardIn(string who)
    {
        var last = who.Trim().Split('/')[^1];
        return last.Length == MemberCard.CodeLength && last.All(char.IsAsciiLetterOrDigit) ? last.ToLowerInvariant() : null;
    }
}

/// <summary>The shape of <see cref="KioskSignInForm"/>.</summary>
public sealed class KioskSignInRules : AbstractValidator<KioskSignInForm>
{
    public KioskSignInRules(IStringLocalizer texts)
    {
        RuleFor(f => f.Who)
            .Must(w =>
                w is { Length: <= KioskSignInForm.WhoLength }
                && (KioskSignInForm.NumberIn(w) ?? 0) + (KioskSignInForm.CardIn(w)?.Length ?? 0) > 0
            )
            .WithMessage(_ => texts["Type the number on your card, or hold the card to the reader."]);
        RuleFor(f => f.Pin)
            .Must(PinRules.IsPin)
            .WithMessage(_ => texts["Type your PIN: {0} to {1} digits.", KioskPin.Shortest, KioskPin.Longest]);
    }
}
