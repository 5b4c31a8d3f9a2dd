using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Slips;

/// <summary>What the code on a printed slip opens: the form that fits whoever scans it. Only those named on it, and coordinators, come in.</summary>
public sealed class SlipDoor(UnitOfWork work, CurrentPerson me)
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
        var (own, other) =
            giver is null ? ("?gave=true", null)
            : giver == me.Member.Value ? ("?gave=true", receiver)
            : receiver == me.Member.Value ? ("?gave=false", giver)
            : (null, (Guid?)null);
        if (own is null)
            return Results.Forbid();
        return Results.LocalRedirect($"~/{organisation}/log{own}{(other is null ? "" : $"&with={other}")}");
    }

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
