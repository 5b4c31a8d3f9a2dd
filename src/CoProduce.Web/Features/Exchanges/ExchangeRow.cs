using CoProduce.Ledger;
using CoProduce.Web.Data;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Offers;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Exchanges;

/// <summary>An exchange as staff see it in lists, with the names of those concerned.</summary>
/// <param name="ReceiverId">Null when it was for the organisation.</param>
/// <param name="Category">Null when nobody said.</param>
/// <param name="ConfirmedBy">Null while it is not confirmed.</param>
/// <param name="WasCorrected">True when another one stands in its place.</param>
/// <param name="SeriesId">Null when it was logged by itself.</param>
/// <param name="LoggedBy">Who logged it; null for an import or demonstration data.</param>
public sealed record ExchangeRow(
    ExchangeId Id,
    MemberId GiverId,
    string Giver,
    MemberId? ReceiverId,
    string? Receiver,
    int Minutes,
    DateOnly ServiceDate,
    string Description,
    string? Category,
    string Hub,
    ExchangeStatus Status,
    Door Door,
    string? LoggedBy,
    DateTimeOffset LoggedAt,
    DateTimeOffset? SilenceConfirmsAt,
    string DisputeReason,
    Confirmation? ConfirmedBy,
    bool WasCorrected,
    SeriesId? SeriesId
)
{
    /// <summary>The name of the member for whom somebody else logged it on screen; null when they did so themselves.</summary>
    public string? LoggedFor { get; init; }

    /// <summary>Who approved it before it happened, or brought the two together for it; null for nobody.</summary>
    public string? CoveredBy { get; init; }

    /// <summary>When; null for never.</summary>
    public DateTimeOffset? CoveredAt { get; init; }

    /// <summary>Who approved it before it happened, and when, as insurers want; null when nobody did.</summary>
    public string? CoveredWords(Tenancy.OrganisationProfile profile) =>
        CoveredAt is { } at && profile.DateOf(at) <= ServiceDate ? $"{CoveredBy} {profile.DateOf(at):yyyy-MM-dd}".Trim() : null;

    /// <summary>Who logged it, and for whom where that was somebody else; null when that is not known.</summary>
    public string? LoggedWords(Microsoft.Extensions.Localization.IStringLocalizer texts) =>
        LoggedFor is null ? LoggedBy : texts["{0} for {1}", LoggedBy ?? "", LoggedFor];
}

/// <summary>Reads exchanges with their names inside a unit of work.</summary>
internal static class ExchangeRows
{
    /// <summary>The exchanges with names, in the order in which they come.</summary>
    public static IQueryable<ExchangeRow> ExchangeRowsOf(this TenantDb db, IQueryable<Exchange> exchanges) =>
        from e in exchanges
        join giver in db.Members on e.GiverId equals giver.Id
        join hub in db.Hubs on e.HubId equals hub.Id
        from receiver in db.Members.Where(m => m.Id == e.ReceiverId).DefaultIfEmpty()
        from category in db.Categories.Where(c => c.Id == e.CategoryId).DefaultIfEmpty()
        from holder in db.RoleHolders.Where(r => r.Id == e.LoggedBy).DefaultIfEmpty()
        select new ExchangeRow(
            e.Id,
            giver.Id,
            (giver.FirstName + " " + giver.LastName).Trim(),
            e.ReceiverId,
            receiver == null ? null : (receiver.FirstName + " " + receiver.LastName).Trim(),
            e.Minutes,
            e.ServiceDate,
            e.Description,
            category == null ? null : category.Name,
            hub.Name,
            e.Status,
            e.Door,
            holder == null ? null : holder.Name,
            e.LoggedAt,
            e.SilenceConfirmsAt,
            e.DisputeReason,
            e.ConfirmedBy,
            e.CorrectedById != null,
            e.SeriesId
        )
        {
            CoveredAt =
                db.Visits.Where(v => v.ExchangeId == e.Id).Select(v => v.CoveredAt).FirstOrDefault()
                ?? (
                    from o in db.Offers
                    where o.ExchangeId == e.Id
                    join a in db.OfferAnswers on o.Id equals a.OfferId
                    where
                        a.Status == AnswerStatus.Yes
                        && a.GoesTo == AnswersGoTo.Broker
                        && (a.MemberId == e.GiverId || a.MemberId == e.ReceiverId)
                    orderby a.SettledAt
                    select a.SettledAt
                ).FirstOrDefault(),
            CoveredBy =
                db.Visits.Where(v => v.ExchangeId == e.Id && v.CoveredAt != null)
                    .Select(v => db.RoleHolders.Where(h => h.Id == v.CoveredBy).Select(h => h.Name).FirstOrDefault())
                    .FirstOrDefault()
                ?? (
                    from o in db.Offers
                    where o.ExchangeId == e.Id
                    join a in db.OfferAnswers on o.Id equals a.OfferId
                    where
                        a.Status == AnswerStatus.Yes
                        && a.GoesTo == AnswersGoTo.Broker
                        && (a.MemberId == e.GiverId || a.MemberId == e.ReceiverId)
                    orderby a.SettledAt
                    select db.RoleHolders.Where(h => h.Id == a.SettledBy).Select(h => h.Name).FirstOrDefault()
                ).FirstOrDefault(),
            LoggedFor =
                e.Door != Door.Screen || e.LoggedFor == null || holder == null || holder.MemberId == e.LoggedFor ? null
                : e.LoggedFor == e.GiverId ? (giver.FirstName + " " + giver.LastName).Trim()
                : (receiver!.FirstName + " " + receiver.LastName).Trim(),
        };
}
