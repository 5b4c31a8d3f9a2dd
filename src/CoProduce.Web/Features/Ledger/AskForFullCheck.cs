using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;

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

    // One statement decides between two who ask at once.
    private async Task<Outcome> AskAsync(TenantDb db, CancellationToken ct)
    {
        var asked = await db.Database.ExecuteSqlAsync(
            $"""
            insert into full_checks as open (organisation_id, asked_at, asked_by) values ({db.OrganisationId.Value}, {clock.GetUtcNow()}, {me.Name})
            on conflict (organisation_id) do update set asked_at = excluded.asked_at, asked_by = excluded.asked_by where open.asked_at is null
            """,
            ct
        );
        if (asked == 0)
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
