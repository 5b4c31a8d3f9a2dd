using CoProduce.Ledger;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Organisations;
using CoProduce.Web.Features.Peers;
using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Skills;

/// <summary>What one member says, for a page.</summary>
/// <param name="KeepsContact">False in a place of custody, which keeps no contact details and no access needs.</param>
/// <param name="WrittenForThem">The last times a coordinator wrote something down here for the member, the newest first.</param>
public sealed record Giving(string FirstName, bool KeepsContact, GivingFacts Facts, IReadOnlyList<WrittenForThem> WrittenForThem);

/// <summary>A coordinator wrote something down for a member.</summary>
/// <param name="Deed">The use case's name.</param>
public sealed record WrittenForThem(string By, string Deed, Door Door, DateTimeOffset At);

/// <summary>Reads what a member can give, enjoys and would like, and on what terms.</summary>
public sealed class GivingQuery(UnitOfWork work, CurrentPerson me)
{
    /// <summary>How many lines of who wrote for the member are shown.</summary>
    public const int LinesShown = 3;

    private static readonly string[] deeds =
    [
        nameof(TickSkills),
        nameof(KeepOwnWords),
        nameof(KeepLanguages),
        nameof(ChangeTimes),
        nameof(ChangeReach),
        nameof(ChangeHome),
        nameof(ChangeNotAsk),
        nameof(ChangeAccess),
        nameof(TakeBreak),
        TakeBreak.End,
    ];

    /// <summary>Of that member; null when there is none, or when who asks may not see them: oneself, a coordinator, and a peer broker for the people of their hubs.</summary>
    public Task<Giving?> ReadAsync(MemberId member, CancellationToken ct = default) =>
        work.ReadAsync<Giving?>(
            async db =>
            {
                var wide = me.MemberId == member || me.Holds(Role.Coordinator);
                var seen = wide ? db.Members : db.Members.BrokeredBy(me);
                var found = await (
                    from m in seen
                    where m.Id == member
                    join h in db.Hubs on m.HubId equals h.Id
                    select new { m.FirstName, h.Kind }
                ).SingleOrDefaultAsync(ct);
                if (found is null)
                    return null;
                var facts = (await db.GivingOfAsync([member], ct))[0];
                var written = await (
                    from line in db.AuditLines
                    where wide && line.SubjectId == member.Value && line.OnBehalfOf == member && deeds.Contains(line.Deed)
                    join holder in db.RoleHolders on line.By equals holder.Id
                    orderby line.At descending, line.Id descending
                    select new WrittenForThem(holder.Name, line.Deed, line.Door, line.At)
                )
                    .Take(LinesShown)
                    .ToListAsync(ct);
                return new(found.FirstName, found.Kind != HubKind.Custody, facts, written);
            },
            ct
        );
}
