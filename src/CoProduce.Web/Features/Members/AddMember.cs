using CoProduce.Ledger;
using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Ledger;
using CoProduce.Web.Features.Organisations;
using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Members;

/// <summary>A coordinator adds a member; no e-mail, phone or address is ever required. The account is opened and welcome credits are given.</summary>
public sealed class AddMember(UnitOfWork work, CurrentOrganisation organisation, CurrentPerson me, TimeProvider clock)
{
    public enum Outcome
    {
        Added,

        /// <summary>The hub is not one of this organisation's, or is closed.</summary>
        UnknownHub,
    }

    public Task<Outcome> HandleAsync(AddMemberForm form, CancellationToken ct = default) =>
        work.OnceAsync(form.RequestKey, form, db => AddAsync(db, form, ct), ct);

    private async Task<Outcome> AddAsync(TenantDb db, AddMemberForm form, CancellationToken ct)
    {
        var (rules, now) = (organisation.Profile, clock.GetUtcNow());
        var newcomer = new Newcomer(
            new(form.RequestKey),
            form.FirstName!,
            form.IsOrganisation ? "" : form.LastName ?? "",
            new(form.Hub!.Value),
            form.IsOrganisation ? MemberKind.Organisation : MemberKind.Person
        );
        var contact = new MemberContact
        {
            MemberId = newcomer.Id,
            Prefers = form.Prefers,
            Email = form.Email?.Trim() ?? "",
            Phone = form.Phone?.Trim() ?? "",
            Address = form.Address?.Trim() ?? "",
        };
        db.AuditLines.Add(me.Line(nameof(AddMember), form.RequestKey, now, form.Door));
        if (await db.TakeInAsync(newcomer, contact, rules, me.Acting(form.Door), now, ct) is null)
            return Outcome.UnknownHub;
        db.Keep();
        return Outcome.Added;
    }
}

/// <summary>What every new member gets, however they came.</summary>
internal static class NewAccount
{
    /// <summary>Opens the member's account at the organisation's floor and gives the welcome credits.</summary>
    public static async Task OpenMemberAccountAsync(
        this TenantDb db,
        Member member,
        OrganisationProfile organisation,
        Authorship acting,
        DateTimeOffset now,
        CancellationToken ct,
        bool welcomes = true
    )
    {
        // As they are now, not as the profile remembers them: a floor that was changed a moment ago has passed by accounts not yet opened.
        var rules = await db.Settings.AsNoTracking().Select(s => new { s.FloorMinutes, s.WelcomeMinutes }).SingleAsync(ct);
        await db.OpenAccountAsync(member.Id.Account, AccountKind.Member, member.Id.Value, rules.FloorMinutes, now, ct: ct);
        if (rules.WelcomeMinutes == 0 || !welcomes)
            return;
        var welcome = await db.Accounts.Where(a => a.Kind == AccountKind.Welcome).Select(a => a.Id).SingleAsync(ct);
        var entry = Entry.Welcome(welcome, member.Id.Account, new(rules.WelcomeMinutes), organisation.DateOf(now));
        var posting = await db.PostAsync(entry, acting, member.Id.Value, LedgerSubject.Member, member.Id.Value, now, ct);
        if (!posting.IsPosted)
            throw new InvalidOperationException($"The ledger answered {posting.Outcome}.");
    }
}
