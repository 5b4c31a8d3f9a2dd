using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Tenancy;

namespace CoProduce.Web.Features.Ledger;

/// <summary>Asks that every promise is looked at against every line: <see cref="ProofWorker"/> does it soon, since it takes minutes where there are many lines.</summary>
public sealed class AskForFullCheck(UnitOfWork work, CurrentPerson me, TimeProvider clock)
{
    public enum Outcome
    {
        Asked,

        /// <summary>It was asked for before and is not done yet.</summary>
        AskedBefore,
    }

    public Task<Outcome> HandleAsync(AskForFullCheckForm form, CancellationToken ct = default) =>
        work.OnceAsync(form.RequestKey, form, db => AskAsync(db, ct), ct);

    private async Task<Outcome> AskAsync(TenantDb db, CancellationToken ct)
    {
        if (!await db.AskForFullCheckAsync(me.Name, clock.GetUtcNow(), ct))
            return Outcome.AskedBefore;
        db.Keep();
        return Outcome.Asked;
    }
}

/// <summary>A press of "Check now".</summary>
public sealed class AskForFullCheckForm
{
    public Guid RequestKey { get; set; } = Guid.CreateVersion7();
}
