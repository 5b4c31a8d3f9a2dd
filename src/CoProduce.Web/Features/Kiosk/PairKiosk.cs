using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Tenancy;
using FluentValidation;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.Kiosk;

/// <summary>A screen becomes a kiosk by the code that a coordinator reads off their own; the screen that was it before is so no longer.</summary>
public sealed class PairKiosk(UnitOfWork work, AtKiosk kiosk, SignInManager<SignIn> signIns, TimeProvider clock)
{
    public enum Outcome
    {
        Paired,

        /// <summary>Unknown, spent, too old, or of a kiosk that was ended.</summary>
        WrongCode,
    }

    public async Task<Outcome> HandleAsync(PairForm form, HttpContext http, CancellationToken ct = default)
    {
        var (now, hash) = (clock.GetUtcNow(), KioskScreen.HashOf(PairForm.CodeIn(form.Code!)));
        var token = await work.WriteAsync(
            async db =>
            {
                var found = await db.KioskScreens.SingleOrDefaultAsync(
                    k => k.CodeHash == hash && k.CodeEndsAt > now && k.EndedAt == null,
                    ct
                );
                if (found is null)
                    return null;
                db.Keep();
                await db
                    .KioskVisits.Where(v => v.KioskId == found.Id && v.EndedAt == null)
                    .ExecuteUpdateAsync(v => v.SetProperty(x => x.EndedAt, now), ct);
                return found.Pair(now);
            },
            ct
        );
        if (token is null)
            return Outcome.WrongCode;
        kiosk.KeepScreen(http, token);
        await signIns.SignOutAsync(); // a coordinator who signed in here to read the code must not be left behind for the next to come
        return Outcome.Paired;
    }
}

/// <summary>The code.</summary>
public sealed class PairForm
{
    /// <summary>As it was typed, with whatever stands between.</summary>
    public string? Code { get; set; }

    internal static string CodeIn(string typed) => string.Concat(typed.Where(char.IsAsciiLetterOrDigit)).ToLowerInvariant();
}

/// <summary>The shape of <see cref="PairForm"/>.</summary>
public sealed class PairRules : AbstractValidator<PairForm>
{
    public PairRules(IStringLocalizer texts) =>
        RuleFor(f => f.Code)
            .Must(c => c is { Length: <= 40 } typed && PairForm.CodeIn(typed).Length == KioskScreen.CodeLength)
            .WithMessage(_ => texts["Type the code: {0} letters and digits.", KioskScreen.CodeLength]);
}
