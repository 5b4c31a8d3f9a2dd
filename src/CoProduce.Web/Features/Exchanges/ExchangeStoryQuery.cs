using CoProduce.Ledger;
using CoProduce.Web.Features.Exchanges.Disputes;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Exchanges;

/// <summary>Everything about one exchange for the people whom it concerns.</summary>
/// <param name="Giver">The giver's name.</param>
/// <param name="Receiver">The receiver's name; null when it was for the organisation.</param>
/// <param name="Category">The kind of help; null when nobody said.</param>
/// <param name="LoggedBy">The name of whoever logged it; null when that is not known.</param>
/// <param name="EndedBy">The name of whoever undid it; null when nobody did.</param>
public sealed record ExchangeStory(Exchange Exchange, string Giver, string? Receiver, string? Category, string? LoggedBy, string? EndedBy)
{
    /// <summary>True when the side that is asked can learn of it: by mail, or by signing in.</summary>
    public bool IsHeard { get; init; }

    /// <summary>True when whoever logged it on screen did so on behalf of one of the two.</summary>
    public bool IsLoggedForAnother { get; init; }

    /// <summary>The name of whoever said yes on behalf of the side that was asked; null when that side did so itself, or nobody did.</summary>
    public string? AgreedForThemBy { get; init; }

    /// <summary>This one as a correction knows it; null when it corrects none and none corrects it.</summary>
    public CorrectionSide? Itself { get; init; }

    /// <summary>The one that it corrects; null for none.</summary>
    public CorrectionSide? Before { get; init; }

    /// <summary>The one that stands in its place; null for none.</summary>
    public CorrectionSide? After { get; init; }

    /// <summary>The times when somebody said that it is not right, the first first; empty where they are not asked for, as in a statement.</summary>
    public IReadOnlyList<DisputeStory> Disputes { get; init; } = [];

    /// <summary>The dispute that is not over; null when there is none.</summary>
    public DisputeStory? OpenDispute => Disputes.FirstOrDefault(d => d.Dispute.IsOpen);

    /// <summary>The same with what it corrects and what corrects it, if that is among those.</summary>
    public ExchangeStory With(IReadOnlyDictionary<ExchangeId, CorrectionSide> corrections) =>
        corrections.TryGetValue(Exchange.Id, out var itself)
            ? this with
            {
                Itself = itself,
                Before = Exchange.CorrectsId is { } old ? corrections.GetValueOrDefault(old) : null,
                After = Exchange.CorrectedById is { } next ? corrections.GetValueOrDefault(next) : null,
            }
            : this;

    /// <summary>The name of that member.</summary>
    public string NameOf(MemberId member) => member == Exchange.GiverId ? Giver : Receiver ?? "";
}

/// <summary>Finds an exchange for a member; one that does not concern them is not there.</summary>
public sealed class ExchangeStoryQuery(UnitOfWork work)
{
    /// <summary>The exchange as that member may read it; null when there is none that concerns them.</summary>
    public Task<ExchangeStory?> FindAsync(ExchangeId id, MemberId viewer, CancellationToken ct = default) =>
        work.ReadAsync(
            async db =>
            {
                var found = await (
                    from e in db.Exchanges
                    where e.Id == id && (e.GiverId == viewer || e.ReceiverId == viewer)
                    let asked = e.LoggedFor == e.GiverId ? e.ReceiverId : e.GiverId
                    join giver in db.Members on e.GiverId equals giver.Id
                    join r in db.Members on e.ReceiverId equals r.Id into receivers
                    from receiver in receivers.DefaultIfEmpty()
                    join c in db.Categories on e.CategoryId equals c.Id into categories
                    from category in categories.DefaultIfEmpty()
                    join l in db.RoleHolders on e.LoggedBy equals l.Id into loggers
                    from logger in loggers.DefaultIfEmpty()
                    join x in db.RoleHolders on e.EndedBy equals x.Id into enders
                    from ender in enders.DefaultIfEmpty()
                    select new ExchangeStory(
                        e,
                        giver.FirstName + (giver.LastName == "" ? "" : " " + giver.LastName),
                        receiver == null ? null : receiver.FirstName + (receiver.LastName == "" ? "" : " " + receiver.LastName),
                        category == null ? null : category.Name,
                        logger == null ? null : logger.Name,
                        ender == null ? null : ender.Name
                    )
                    {
                        IsLoggedForAnother =
                            e.Door == Door.Screen && logger != null && e.LoggedFor != null && logger.MemberId != e.LoggedFor,
                        AgreedForThemBy = db.RoleHolders.Where(h => h.Id == e.AnsweredFor).Select(h => h.Name).FirstOrDefault(),
                        IsHeard =
                            db.MemberContacts.Any(m => m.MemberId == asked && m.Email != "")
                            || db.RoleHolders.Any(h => h.MemberId == asked && h.EndedAt == null),
                    }
                ).SingleOrDefaultAsync(ct);
                return found is null
                    ? null
                    : found.With(await db.CorrectionsOfAsync([found.Exchange], ct)) with
                    {
                        Disputes = await db.DisputesOfAsync(id, ct),
                    };
            },
            ct
        );
}
