using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Doubles;

/// <summary>Which button was pressed: two members' ids with an underscore between them in one of the two.</summary>
public sealed class DoubleForm
{
    public Guid RequestKey { get; set; } = Guid.CreateVersion7();

    /// <summary>These two are two people; null when another button was pressed.</summary>
    public string? Apart { get; set; }

    /// <summary>These two are to be looked at again; null when another button was pressed.</summary>
    public string? Again { get; set; }
}

/// <summary>A coordinator says that two records are of two people, or takes that back. Nothing else about either changes.</summary>
public sealed class AnswerDouble(UnitOfWork work, CurrentPerson me, TimeProvider clock)
{
    public enum Outcome
    {
        /// <summary>They are two people; also when somebody else has just said so.</summary>
        Apart,

        /// <summary>They are in the list again; also when somebody else has just put them there.</summary>
        Again,

        /// <summary>One of them is not here, or was erased.</summary>
        NotFound,
    }

    public Task<Outcome> HandleAsync(DoubleForm form, CancellationToken ct = default) =>
        work.OnceAsync(form.RequestKey, form, db => AnswerAsync(db, form, ct), ct);

    private async Task<Outcome> AnswerAsync(TenantDb db, DoubleForm form, CancellationToken ct)
    {
        if (Pair.Parse(form.Apart ?? form.Again) is not { } pair)
            return Outcome.NotFound;
        await db.LockMemberAsync(pair.First, ct); // two coordinators answer one after the other
        if (await db.Members.CountAsync(m => (m.Id == pair.First || m.Id == pair.Second) && m.ErasedOn == null, ct) != 2)
            return Outcome.NotFound;
        var said = await db.NotDoubles.SingleOrDefaultAsync(d => d.FirstId == pair.First && d.SecondId == pair.Second, ct);
        var apart = form.Apart is not null;
        if (apart == said is null)
        {
            var now = clock.GetUtcNow();
            if (said is not null)
                db.NotDoubles.Remove(said);
            else
                db.NotDoubles.Add(
                    new()
                    {
                        FirstId = pair.First,
                        SecondId = pair.Second,
                        By = me.Id,
                        At = now,
                    }
                );
            // One line on each record: neither tells of the other.
            db.AuditLines.Add(me.Line(nameof(AnswerDouble), pair.First.Value, now));
            db.AuditLines.Add(me.Line(nameof(AnswerDouble), pair.Second.Value, now));
        }
        db.Keep();
        return apart ? Outcome.Apart : Outcome.Again;
    }
}
