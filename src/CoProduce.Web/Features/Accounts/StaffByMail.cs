using CoProduce.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Accounts;

/// <summary>Finds the addresses of those who coordinate or manage, for what somebody must be told.</summary>
public sealed class StaffByMail(DirectoryDb directory)
{
    /// <summary>Those who coordinate now. Where nobody does, the managers: somebody must hear of it.</summary>
    public async Task<IReadOnlyList<(RoleHolder Holder, string Email)>> CoordinatorsAsync(TenantDb db, CancellationToken ct)
    {
        var holders = await db.RoleHolders.Where(h => h.EndedAt == null).ToListAsync(ct);
        var coordinators = holders.FindAll(h => h.Roles.Contains(Role.Coordinator));
        if (coordinators.Count == 0)
            coordinators = holders.FindAll(h => h.Roles.Contains(Role.Manager));
        return await WithMailAsync(coordinators, ct);
    }

    /// <summary>Those who manage now.</summary>
    public async Task<IReadOnlyList<(RoleHolder Holder, string Email)>> ManagersAsync(TenantDb db, CancellationToken ct) =>
        await WithMailAsync(
            (await db.RoleHolders.Where(h => h.EndedAt == null).ToListAsync(ct)).FindAll(h => h.Roles.Contains(Role.Manager)),
            ct
        );

    private async Task<IReadOnlyList<(RoleHolder Holder, string Email)>> WithMailAsync(List<RoleHolder> holders, CancellationToken ct)
    {
        var ids = holders.ConvertAll(h => h.SignInId);
        var emails = await directory.Users.Where(u => ids.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.Email, ct);
        return [.. holders.Where(h => emails.ContainsKey(h.SignInId)).Select(h => (h, emails[h.SignInId]!))];
    }
}
