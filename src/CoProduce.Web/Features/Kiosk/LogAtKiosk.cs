using CoProduce.Ledger;
using CoProduce.Web.Data;
using CoProduce.Web.Features.Exchanges;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Organisations;
using CoProduce.Web.Tenancy;
using CoProduce.Web.Ui;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.Kiosk;

/// <summary>Whoever is signed in at a kiosk logs help of today; the other side is asked as if it had been logged on screen. Or takes it back at once.</summary>
public sealed class LogAtKiosk(
    UnitOfWork work,
    CurrentOrganisation organisation,
    AtKiosk kiosk,
    LogHelp help,
    WithdrawExchange withdraw,
    IStringLocalizer texts,
    TimeProvider clock
)
{
    public Task<LogOutcome> HandleAsync(KioskLogForm form, CancellationToken ct = default) =>
        work.OnceAsync(form.RequestKey, form, db => LogAsync(db, form, kiosk.Here, ct), ct);

    /// <summary>That was wrong: whoever logged it here takes it back, as long as nobody has answered.</summary>
    public Task<WithdrawExchange.Outcome> TakeBackAsync(ExchangeId id, CancellationToken ct = default) =>
        work.WriteAsync(db => withdraw.ByMemberAsync(db, id, kiosk.Here.Member, Door.Kiosk, ct), ct);

    private async Task<LogOutcome> LogAsync(TenantDb db, KioskLogForm form, KioskGuest guest, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var other = await db.MembersNamedFrom(guest.Hub).SingleOrDefaultAsync(m => m.Id == new MemberId(form.Other), ct);
        if (other is null)
            return LogOutcome.UnknownMember;
        if (other.Id == guest.Member)
            return LogOutcome.SamePerson;
        if (other.Status != MemberStatus.Active)
            return LogOutcome.NotTakingPart;
        var kind = CategoryField.Chosen(form.Kind);
        var exchange = new Exchange
        {
            Id = new(form.RequestKey),
            GiverId = form.Gave ? guest.Member : other.Id,
            ReceiverId = form.Gave ? other.Id : guest.Member,
            Minutes = form.Minutes,
            ServiceDate = organisation.Profile.DateOf(now),
            Description = await db.Categories.Where(c => c.Id == kind).Select(c => c.Name).SingleOrDefaultAsync(ct) ?? texts["Help"].Value,
            CategoryId = kind,
            HubId = form.Gave ? guest.Hub : other.HubId,
            LoggedFor = guest.Member,
            Door = Door.Kiosk,
            LoggedAt = now,
        };
        if (await help.BySideAsync(db, exchange, ct) is not LogOutcome.Logged and var fault)
            return fault;
        db.AuditLines.Add(
            new()
            {
                At = now,
                OnBehalfOf = guest.Member,
                Door = Door.Kiosk,
                Deed = nameof(LogAtKiosk),
                SubjectId = form.RequestKey,
            }
        );
        db.Keep();
        return LogOutcome.Logged;
    }
}

/// <summary>What three touches say.</summary>
public sealed class KioskLogForm
{
    /// <summary>The lengths that have a button, in minutes.</summary>
    public static readonly IReadOnlyList<int> Lengths = [30, 60, 90, 120, 180];

    public Guid RequestKey { get; set; } = Guid.CreateVersion7();

    /// <summary>True when whoever is signed in gave, false when they received.</summary>
    public bool Gave { get; set; }

    /// <summary>The other member.</summary>
    public Guid Other { get; set; }

    public int Minutes { get; set; }

    /// <summary>The kind of help; empty for none.</summary>
    public string? Kind { get; set; }
}
