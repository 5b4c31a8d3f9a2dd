using CoProduce.Ledger;
using CoProduce.Web.Data;
using CoProduce.Web.Features.Ledger;
using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Members;

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
