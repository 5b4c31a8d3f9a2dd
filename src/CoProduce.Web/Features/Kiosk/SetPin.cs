using CoProduce.Ledger;
using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Organisations;
using CoProduce.Web.Tenancy;
using FluentValidation;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.Kiosk;

/// <summary>A member chooses the PIN for kiosks, by themself or at a coordinator's desk, or has it taken away.</summary>
/// <remarks>Not by a request key: of what that keeps of a form, four digits could be worked out again.</remarks>
public sealed class SetPin(UnitOfWork work, CurrentPerson me, IPasswordHasher<KioskPin> hasher, TimeProvider clock)
{
    public enum Outcome
    {
        Done,

        /// <summary>There is no such member, or they do not take part.</summary>
        NotFound,

        /// <summary>Members of a place of custody sign in nowhere.</summary>
        InCustody,

        /// <summary>Whoever knows the member, or sees the card, would try it first.</summary>
        TooEasy,
    }

    /// <summary>The signed-in member chooses their own.</summary>
    public Task<Outcome> MineAsync(PinForm form, CancellationToken ct = default) => SetAsync(me.Member, form, null, ct);

    /// <summary>A member chooses it at a coordinator's desk.</summary>
    public Task<Outcome> AtDeskAsync(MemberId member, PinForm form, CancellationToken ct = default) => SetAsync(member, form, member, ct);

    /// <summary>It counts no more, and whoever used it is signed out everywhere.</summary>
    /// <param name="atDesk">True when a coordinator takes it away.</param>
    public Task TakeAwayAsync(MemberId member, bool atDesk, CancellationToken ct = default) =>
        work.WriteAsync(
            async db =>
            {
                var now = clock.GetUtcNow();
                if (await db.KioskPins.Where(p => p.MemberId == member).ExecuteDeleteAsync(ct) == 0)
                    return false;
                await EndVisitsAsync(db, member, now, ct);
                db.AuditLines.Add(me.Line(nameof(TakeAwayAsync), member.Value, now, onBehalfOf: atDesk ? member : null));
                db.Keep();
                return true;
            },
            ct
        );

    private Task<Outcome> SetAsync(MemberId member, PinForm form, MemberId? onBehalfOf, CancellationToken ct) =>
        work.WriteAsync(
            async db =>
            {
                var now = clock.GetUtcNow();
                await db.LockMemberAsync(member, ct);
                var found = await (
                    from m in db.Members
                    where m.Id == member && m.Status == MemberStatus.Active
                    join h in db.Hubs on m.HubId equals h.Id
                    from c in db.MemberContacts.Where(c => c.MemberId == m.Id).DefaultIfEmpty()
                    select new
                    {
                        m.Number,
                        h.Kind,
                        BornOn = c == null ? null : c.BornOn,
                    }
                ).SingleOrDefaultAsync(ct);
                if (found is null)
                    return Outcome.NotFound;
                if (found.Kind == HubKind.Custody)
                    return Outcome.InCustody;
                if (EasyPins.IsEasy(form.Pin!, found.Number, found.BornOn))
                    return Outcome.TooEasy;
                var pin = await db.KioskPins.SingleOrDefaultAsync(p => p.MemberId == member, ct);
                if (pin is null)
                    db.KioskPins.Add(pin = new() { MemberId = member, PinHash = "" });
                (pin.PinHash, pin.SetAt) = (hasher.HashPassword(pin, form.Pin!), now);
                await EndVisitsAsync(db, member, now, ct);
                await db.KioskTries.Where(t => t.Number == found.Number).ExecuteDeleteAsync(ct);
                db.AuditLines.Add(me.Line(nameof(SetPin), member.Value, now, Door.Screen, onBehalfOf));
                db.Keep();
                return Outcome.Done;
            },
            ct
        );

    private static Task<int> EndVisitsAsync(TenantDb db, MemberId member, DateTimeOffset now, CancellationToken ct) =>
        db
            .KioskVisits.Where(v => v.MemberId == member && v.EndedAt == null)
            .ExecuteUpdateAsync(v => v.SetProperty(x => x.EndedAt, now), ct);
}

/// <summary>PINs that somebody would try first.</summary>
internal static class EasyPins
{
    private static readonly string[] Shapes = ["yyyy", "ddMM", "MMdd", "ddMMyy", "yyMMdd", "MMddyy"];

    /// <summary>One digit only, digits in a row, the day or year of birth, the number on the card.</summary>
    public static bool IsEasy(string pin, int number, DateOnly? bornOn) =>
        pin.Distinct().Count() == 1
        || Steps(pin) is [1] or [-1]
        || pin.TrimStart('0') == $"{number}"
        || bornOn is { } born && Of(born).Contains(pin);

    private static int[] Steps(string pin) => [.. pin.Zip(pin.Skip(1), (one, next) => next - one).Distinct()];

    private static IEnumerable<string> Of(DateOnly born) =>
        Shapes.Select(shape => born.ToString(shape, System.Globalization.CultureInfo.InvariantCulture));
}

/// <summary>What the member types, twice.</summary>
public sealed class PinForm
{
    public string? Pin { get; set; }

    public string? AgainPin { get; set; }
}

/// <summary>The shape of <see cref="PinForm"/>.</summary>
public sealed class PinRules : AbstractValidator<PinForm>
{
    public PinRules(IStringLocalizer texts)
    {
        RuleFor(f => f.Pin).Must(IsPin).WithMessage(_ => texts["Choose {0} to {1} digits.", KioskPin.Shortest, KioskPin.Longest]);
        RuleFor(f => f.AgainPin)
            .Must((form, again) => again == form.Pin)
            .When(f => IsPin(f.Pin))
            .WithMessage(_ => texts["The two are not the same. Type the PIN twice."]);
    }

    /// <summary>Whether it can be a PIN.</summary>
    internal static bool IsPin(string? typed) =>
        typed is { Length: >= KioskPin.Shortest and <= KioskPin.Longest } && typed.All(char.IsAsciiDigit);
}
