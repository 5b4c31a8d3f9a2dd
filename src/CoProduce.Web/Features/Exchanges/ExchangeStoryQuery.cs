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

    /// <summary>The name of that member.</summary>
    public string NameOf(MemberId member) => member == Exchange.GiverId ? Giver : Receiver ?? "";
}

/// <summary>Finds an exchange for a member; one that does not concern them is not there.</summary>
public sealed class ExchangeStoryQuery(UnitOfWork work)
{
    /// <summary>The exchange as that member may read it; null when there is none that concerns them.</summary>
    public Task<ExchangeStory?> FindAsync(ExchangeId id, MemberId viewer, CancellationToken ct = default) =>
        work.ReadAsync(
            db =>
                (
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
                        IsHeard =
                            db.MemberContacts.Any(m => m.MemberId == asked && m.Email != "")
                            || db.RoleHolders.Any(h => h.MemberId == asked && h.EndedAt == null),
                    }
                ).SingleOrDefaultAsync(ct),
            ct
        );
}
