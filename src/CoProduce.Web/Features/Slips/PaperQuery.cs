using CoProduce.Web.Data;
using CoProduce.Web.Features.Exchanges;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Organisations;
using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Slips;

/// <summary>Reads what stands on slips to hand out.</summary>
public sealed class PaperQuery(UnitOfWork work)
{
    /// <summary>Slips for anybody of a time bank.</summary>
    /// <param name="hub">Null when none in particular is to stand on them.</param>
    public Task<SlipPaper?> ForHubAsync(HubId? hub, CancellationToken ct = default) =>
        work.ReadAsync<SlipPaper?>(async db => new(hub is { } id ? await HubAsync(db, id, ct) : "", null, null, false), ct);

    /// <summary>Slips for what one member gives; null when nobody who takes part here is meant.</summary>
    public Task<SlipPaper?> ForMemberAsync(MemberId giver, CancellationToken ct = default) =>
        work.ReadAsync(db => ForAsync(db, giver, null, false, ct), ct);

    /// <summary>Slips for two regulars, as in that exchange; null when there is none here, or one of them no longer takes part.</summary>
    public Task<SlipPaper?> ForRegularsAsync(ExchangeId exchange, CancellationToken ct = default) =>
        work.ReadAsync(
            async db =>
                await db.Exchanges.Where(e => e.Id == exchange).Select(e => new { e.GiverId, e.ReceiverId }).SingleOrDefaultAsync(ct)
                    is { } pair
                    ? await ForAsync(db, pair.GiverId, pair.ReceiverId, pair.ReceiverId is null, ct)
                    : null,
            ct
        );

    private static async Task<SlipPaper?> ForAsync(TenantDb db, MemberId giver, MemberId? receiver, bool isOurs, CancellationToken ct)
    {
        var people = await db
            .Members.Where(m => (m.Id == giver || m.Id == receiver) && m.Status == MemberStatus.Active)
            .Select(m => new { Person = new SlipPerson(m.Id, m.Number, (m.FirstName + " " + m.LastName).Trim()), m.HubId })
            .ToListAsync(ct);
        var (who, whom) = (people.Find(p => p.Person.Id == giver), people.Find(p => p.Person.Id == receiver));
        return who is null || receiver is not null && whom is null
            ? null
            : new(await HubAsync(db, who.HubId, ct), who.Person, whom?.Person, isOurs);
    }

    private static async Task<string> HubAsync(TenantDb db, HubId hub, CancellationToken ct) =>
        await db.Hubs.Where(h => h.Id == hub && h.Kind != HubKind.Custody).Select(h => h.Name).SingleOrDefaultAsync(ct) ?? "";
}

/// <summary>What stands on a slip before anybody writes on it.</summary>
/// <param name="Hub">Empty for none, and for a place of custody, which nobody need read when the slip is carried outside.</param>
/// <param name="Giver">Null for anybody.</param>
/// <param name="Receiver">Null for anybody.</param>
/// <param name="IsOurs">True when it is for the organisation itself.</param>
public sealed record SlipPaper(string Hub, SlipPerson? Giver, SlipPerson? Receiver, bool IsOurs);

/// <summary>Somebody on a slip.</summary>
public sealed record SlipPerson(MemberId Id, int Number, string Name);
