using CoProduce.Ledger;
using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Tenancy;

namespace CoProduce.Web.Features.Exchanges.Disputes;

/// <summary>
/// Whoever raised a dispute says that the exchange is right after all: it stands as before. Where no hours had moved, the side that is asked has
/// the whole time again to answer.
/// </summary>
public sealed class TakeBackDispute(
    UnitOfWork work,
    CurrentOrganisation organisation,
    CurrentPerson me,
    ExchangeLetters letters,
    TimeProvider clock
)
{
    /// <summary>The signed-in member takes it back.</summary>
    public Task<DisputeOutcome> HandleAsync(ExchangeId exchange, AnswerForm form, CancellationToken ct = default) =>
        TakeBackAsync(form.RequestKey, form, exchange, me.Member, me.Id, Door.Screen, ct);

    /// <summary>The member to whom a mail was written takes it back by the link.</summary>
    public Task<DisputeOutcome> ByMailAsync(ExchangeId exchange, MemberId member, AnswerForm form, CancellationToken ct = default) =>
        TakeBackAsync(form.RequestKey, form, exchange, member, null, Door.Mail, ct);

    /// <summary>The one who raised it tells a coordinator.</summary>
    public Task<DisputeOutcome> AsCoordinatorAsync(DisputeForm form, CancellationToken ct = default) =>
        TakeBackAsync(form.RequestKey, form, new(form.Exchange), null, me.Id, form.Door, ct);

    private Task<DisputeOutcome> TakeBackAsync(
        Guid key,
        object form,
        ExchangeId id,
        MemberId? member,
        RoleHolderId? by,
        Door door,
        CancellationToken ct
    ) =>
        work.OnceAsync(
            key,
            form,
            async db =>
            {
                if (await db.LockExchangeAsync(id, ct) is not { } exchange || member is { } side && !exchange.Concerns(side))
                    return DisputeOutcome.NotFound;
                if (await db.OpenDisputeOfAsync(id, ct) is not { } dispute)
                    return DisputeOutcome.NoLongerOpen;
                if (member is { } other && dispute.RaisedBy != other)
                    return DisputeOutcome.NotFound;
                var now = clock.GetUtcNow();
                dispute.TakeBack(now);
                exchange.DropDispute(now.AddDays(organisation.Profile.Settings.ConfirmationDays));
                if (exchange is { Status: ExchangeStatus.Unconfirmed, SilenceConfirmsAt: { } silence })
                    db.LetSilenceConfirm(exchange, silence);
                db.AuditLines.Add(
                    new()
                    {
                        At = now,
                        By = by,
                        OnBehalfOf = dispute.RaisedBy,
                        Door = door,
                        Deed = nameof(TakeBackDispute),
                        SubjectId = id.Value,
                    }
                );
                await letters.TellOfTakingBackAsync(db, exchange, dispute.RaisedBy, ct);
                db.Keep();
                return DisputeOutcome.Done;
            },
            ct
        );
}
