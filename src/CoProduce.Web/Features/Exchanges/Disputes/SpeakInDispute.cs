using CoProduce.Ledger;
using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Tenancy;

namespace CoProduce.Web.Features.Exchanges.Disputes;

/// <summary>Somebody adds a sentence to a dispute that is not over: one of the two, or a coordinator for them or for themself. The others are told.</summary>
public sealed class SpeakInDispute(UnitOfWork work, CurrentPerson me, ExchangeLetters letters, TimeProvider clock)
{
    /// <summary>The signed-in member says it.</summary>
    public Task<DisputeOutcome> HandleAsync(ExchangeId exchange, AnswerForm form, CancellationToken ct = default) =>
        AddAsync(form.RequestKey, form, exchange, form.Words!, me.Member, me.Id, Door.Screen, ct);

    /// <summary>The member to whom a mail was written says it by the link.</summary>
    public Task<DisputeOutcome> ByMailAsync(ExchangeId exchange, MemberId member, AnswerForm form, CancellationToken ct = default) =>
        AddAsync(form.RequestKey, form, exchange, form.Words!, member, null, Door.Mail, ct);

    /// <summary>A coordinator writes it down, for a side or for themself.</summary>
    public Task<DisputeOutcome> AsCoordinatorAsync(DisputeForm form, CancellationToken ct = default) =>
        Guid.TryParse(form.Side, out var side)
            ? AddAsync(form.RequestKey, form, new(form.Exchange), form.Words!, new MemberId(side), me.Id, form.Door, ct)
            : AddAsync(form.RequestKey, form, new(form.Exchange), form.Words!, null, me.Id, Door.Screen, ct);

    private Task<DisputeOutcome> AddAsync(
        Guid key,
        object form,
        ExchangeId id,
        string words,
        MemberId? said,
        RoleHolderId? writes,
        Door door,
        CancellationToken ct
    ) =>
        work.OnceAsync(
            key,
            form,
            async db =>
            {
                if (await db.LockExchangeAsync(id, ct) is not { } exchange || said is { } side && !exchange.Concerns(side))
                    return DisputeOutcome.NotFound;
                if (await db.OpenDisputeOfAsync(id, ct) is not { } dispute)
                    return DisputeOutcome.NoLongerOpen;
                var now = clock.GetUtcNow();
                db.Note(dispute, words.Trim(), said, writes, door, now);
                db.AuditLines.Add(
                    new()
                    {
                        At = now,
                        By = writes,
                        OnBehalfOf = said,
                        Door = door,
                        Deed = nameof(SpeakInDispute),
                        SubjectId = id.Value,
                    }
                );
                await letters.TellOfWordsAsync(db, exchange, words.Trim(), said, writes is null ? null : me.Name, ct);
                db.Keep();
                return DisputeOutcome.Done;
            },
            ct
        );
}
