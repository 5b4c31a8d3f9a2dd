using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Relations;
using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Slips;

/// <summary>
/// What the code on a printed slip opens: the form that fits whoever scans it. Only those named on it, whoever acts for one of them, and coordinators come in.
/// </summary>
public sealed class SlipDoor(UnitOfWork work, CurrentPerson me, CurrentOrganisation current, TimeProvider clock)
{
    /// <summary>Where it is, below the organisation.</summary>
    public const string Address = "slip";

    /// <summary>The address in the code, below the site: ids and nothing else.</summary>
    public static string AddressOf(string organisation, SlipPaper paper) =>
        string.Join(
            '/',
            new[] { organisation, Address, paper.Giver?.Id.Value.ToString(), paper.Receiver?.Id.Value.ToString() }.OfType<string>()
        );

    /// <summary>Where that leads whoever asks.</summary>
    /// <param name="giver">Null on a slip for anybody.</param>
    /// <param name="receiver">Null unless it is for two regulars.</param>
    public async Task<IResult> OpenAsync(string organisation, Guid? giver, Guid? receiver, CancellationToken ct)
    {
        if (me.Holds(Role.Coordinator))
            return await ForCoordinatorAsync(organisation, giver, receiver, ct);
        if (me.Holds(Role.Member) && (giver is null || FormFor(me.Member.Value, giver, receiver) is not null))
            return Results.LocalRedirect(
                $"~/{organisation}/{(giver is null ? "log?gave=true" : FormFor(me.Member.Value, giver, receiver))}"
            );
        foreach (var named in new[] { giver, receiver }.OfType<Guid>())
            if (await MayActForAsync(new(named), ct))
                return Results.LocalRedirect($"~/{ForAnother.BaseOf(new(named))}/{organisation}/{FormFor(named, giver, receiver)}");
        return Results.Forbid();
    }

    // The form to log it for one of the two; null for anybody else.
    private static string? FormFor(Guid member, Guid? giver, Guid? receiver)
    {
        var (gave, other) =
            giver == member ? ("true", receiver)
            : receiver == member ? ("false", giver)
            : (null, null);
        return gave is null ? null : $"log?gave={gave}{(other is null ? "" : $"&with={other}")}";
    }

    private Task<bool> MayActForAsync(MemberId member, CancellationToken ct) =>
        work.ReadAsync(db => db.ActedForBy(me.Id, member, current.Profile.DateOf(clock.GetUtcNow())).AnyAsync(ct), ct);

    private async Task<IResult> ForCoordinatorAsync(string organisation, Guid? giver, Guid? receiver, CancellationToken ct)
    {
        var ids = new[] { giver, receiver }.OfType<Guid>().Select(id => new MemberId(id)).ToArray();
        var numbers = await work.ReadAsync(
            db => db.Members.Where(m => ids.Contains(m.Id)).ToDictionaryAsync(m => m.Id, m => m.Number, ct),
            ct
        );
        if (ids.Any(id => !numbers.ContainsKey(id)))
            return Results.NotFound();
        string Box(string name, Guid? id) => id is { } member ? $"&{name}={numbers[new(member)]}" : "";
        return Results.LocalRedirect($"~/{organisation}/desk/log?door=paper{Box("giver", giver)}{Box("receiver", receiver)}");
    }
}
