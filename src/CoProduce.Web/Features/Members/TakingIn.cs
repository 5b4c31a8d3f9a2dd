using CoProduce.Ledger;
using CoProduce.Web.Data;
using CoProduce.Web.Features.Organisations;
using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Members;

/// <summary>Somebody who becomes a member.</summary>
/// <param name="LastName">Empty for an organisation or somebody with one name.</param>
public sealed record Newcomer(MemberId Id, string FirstName, string LastName, HubId Hub, MemberKind Kind = MemberKind.Person);

/// <summary>The one way by which somebody becomes a member, whoever says so.</summary>
internal static class TakingIn
{
    /// <summary>Gives them a number, an account and the welcome credits; null when the hub is not of this organisation, or is closed.</summary>
    /// <param name="welcomes">False for who was welcomed elsewhere: welcome credits are given once in a life.</param>
    public static async Task<Member?> TakeInAsync(
        this TenantDb db,
        Newcomer newcomer,
        MemberContact contact,
        OrganisationProfile organisation,
        Authorship acting,
        DateTimeOffset now,
        CancellationToken ct,
        bool welcomes = true
    )
    {
        if (!await db.Hubs.AnyAsync(h => h.Id == newcomer.Hub && h.ClosedAt == null, ct))
            return null;
        var member = new Member
        {
            Id = newcomer.Id,
            Number = await db.NextMemberNumberAsync(ct),
            Kind = newcomer.Kind,
            FirstName = newcomer.FirstName,
            LastName = newcomer.LastName,
            HubId = newcomer.Hub,
            JoinedOn = organisation.DateOf(now),
            AddedBy = acting.By is { } by ? new(by) : null,
        };
        db.Members.Add(member);
        db.MemberContacts.Add(contact);
        await db.SaveChangesAsync(ct);
        await db.OpenMemberAccountAsync(member, organisation, acting, now, ct, welcomes);
        return member;
    }
}
