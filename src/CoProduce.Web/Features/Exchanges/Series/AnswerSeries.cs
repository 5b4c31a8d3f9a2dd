using CoProduce.Ledger;
using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Tenancy;

namespace CoProduce.Web.Features.Exchanges.Series;

/// <summary>The other side says yes to all days of a series that wait for their answer, on screen or by the link in a mail: all of them, or none.</summary>
public sealed class AnswerSeries(UnitOfWork work, CurrentPerson me, TimeProvider clock)
{
    /// <summary>The signed-in member says yes.</summary>
    public Task<AnswerExchange.Outcome> ConfirmAsync(SeriesId id, CancellationToken ct = default) =>
        work.WriteAsync(db => ConfirmAsync(db, id, me.Member, Confirmation.Screen, me.Acting(Door.Screen), ct), ct);

    /// <summary>The member to whom a mail was written says yes by its link, signed in or not.</summary>
    public Task<AnswerExchange.Outcome> ConfirmByMailAsync(SeriesId id, MemberId member, CancellationToken ct = default) =>
        work.WriteAsync(db => ConfirmAsync(db, id, member, Confirmation.MailLink, new(null, member.Value, Door.Mail), ct), ct);

    private async Task<AnswerExchange.Outcome> ConfirmAsync(
        TenantDb db,
        SeriesId id,
        MemberId member,
        Confirmation by,
        Authorship acting,
        CancellationToken ct
    )
    {
        var mine = (await db.LockSeriesAsync(id, ct)).FindAll(e => e.Concerns(member));
        if (mine.Count == 0)
            return AnswerExchange.Outcome.NotFound;
        var waiting = mine.FindAll(e => e.Status == ExchangeStatus.Unconfirmed && e.Asked == member);
        if (waiting.Count == 0)
            return mine.Exists(e => e.Status == ExchangeStatus.Confirmed)
                ? AnswerExchange.Outcome.DoneAlready
                : AnswerExchange.Outcome.NoLongerOpen;
        foreach (var exchange in waiting) // one by one: the function for many takes no answer that comes by mail
        {
            var posting = await db.PostExchangeAsync(exchange, by, acting, clock.GetUtcNow(), ct);
            if (!posting.IsPosted)
                return AnswerExchange.OfPosting(posting.Outcome);
        }
        db.Keep();
        return AnswerExchange.Outcome.Confirmed;
    }
}
