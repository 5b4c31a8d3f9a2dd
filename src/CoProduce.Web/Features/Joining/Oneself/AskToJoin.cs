using CoProduce.Web.Data;
using CoProduce.Web.Features.Joining.Steps;
using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Joining.Oneself;

/// <summary>Somebody sends what they wrote: from now on they wait, and a coordinator sees them.</summary>
public sealed class AskToJoin(UnitOfWork work, JoinerLetters letters, CurrentOrganisation organisation, TimeProvider clock)
{
    public Task<JoiningOutcome> HandleAsync(JoinerId id, OwnAnswerForm form, CancellationToken ct = default) =>
        work.OnceAsync(form.RequestKey, new { id, form }, db => AskAsync(db, id, ct), ct);

    private async Task<JoiningOutcome> AskAsync(TenantDb db, JoinerId id, CancellationToken ct)
    {
        if (await db.LockJoinerAsync(id, ct) is not { } joiner)
            return JoiningOutcome.NotFound;
        if (joiner.State != JoinerState.Writing)
            return JoiningOutcome.NoLongerOpen;
        var now = clock.GetUtcNow();
        var own = await db.JoinerDetails.SingleAsync(d => d.JoinerId == id, ct);
        if (joiner.IsUnder18 && own.GuardianName.Length == 0)
            return JoiningOutcome.NoGuardian;
        joiner.Ask(now);
        await db.EndOfferAndRequestAsync(own, organisation.Profile.DateOf(now), by: null, CoProduce.Ledger.Door.Screen, now, ct);
        await letters.ThankAsync(db, joiner, own, ct);
        db.Keep();
        return JoiningOutcome.Done;
    }
}
