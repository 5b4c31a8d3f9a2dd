using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Organisations;
using CoProduce.Web.Tenancy;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.Circles;

/// <summary>A coordinator ends a circle with a reason, or takes it up again with those who were in it to the end.</summary>
public sealed class EndCircle(UnitOfWork work, CurrentOrganisation organisation, CurrentPerson me, TimeProvider clock)
{
    public enum Outcome
    {
        Done,

        /// <summary>There is no such circle, or it stands as asked already.</summary>
        NotFound,
    }

    /// <summary>It is over from today; its members and its history stay readable.</summary>
    public Task<Outcome> HandleAsync(EndCircleForm form, CancellationToken ct = default) =>
        work.OnceAsync(form.RequestKey, form, db => EndAsync(db, form, ct), ct);

    /// <summary>It goes on. Whoever cannot come back, because they live elsewhere by now or left, stays out.</summary>
    public Task<Outcome> TakeUpAsync(EndCircleForm form, CancellationToken ct = default) =>
        work.OnceAsync(form.RequestKey, new { form, Deed = nameof(TakeUpAsync) }, db => TakeUpAsync(db, form, ct), ct);

    private async Task<Outcome> EndAsync(TenantDb db, EndCircleForm form, CancellationToken ct)
    {
        var (id, now) = (new CircleId(form.Circle), clock.GetUtcNow());
        if (await db.LockCircleAsync(id, ct) is not { EndedAt: null } circle)
            return Outcome.NotFound;
        (circle.EndedAt, circle.EndedWhy) = (now, form.Reason!.Trim());
        foreach (var line in await db.CircleMembers.Where(m => m.CircleId == id && m.Until == null).ToListAsync(ct))
            (line.Until, line.EndedWithIt) = (organisation.Profile.DateOf(now), true);
        db.AuditLines.Add(me.Line(nameof(EndCircle), id.Value, now, reason: circle.EndedWhy));
        db.Keep();
        return Outcome.Done;
    }

    private async Task<Outcome> TakeUpAsync(TenantDb db, EndCircleForm form, CancellationToken ct)
    {
        var id = new CircleId(form.Circle);
        if (await db.LockCircleAsync(id, ct) is not { EndedAt: not null } circle)
            return Outcome.NotFound;
        (circle.EndedAt, circle.EndedWhy) = (null, "");
        var lines = await db.CircleMembers.Where(m => m.CircleId == id && m.EndedWithIt).OrderBy(m => m.MemberId).ToListAsync(ct);
        foreach (var line in lines) // in the order of their ids, as everybody locks them
        {
            line.EndedWithIt = false;
            if (await JoinCircle.RefusalAsync(db, circle, line.MemberId, ct) is null)
                line.Until = null;
            else
                circle.TakeOut(line, line.Until!.Value);
        }
        db.AuditLines.Add(me.Line("TakeUpCircle", id.Value, clock.GetUtcNow()));
        db.Keep();
        return Outcome.Done;
    }
}

/// <summary>Which circle, and for ending it why.</summary>
public sealed class EndCircleForm
{
    public Guid RequestKey { get; set; } = Guid.CreateVersion7();

    public Guid Circle { get; set; }

    public string? Reason { get; set; }
}

/// <summary>The shape of <see cref="EndCircleForm"/>.</summary>
public sealed class EndCircleRules : AbstractValidator<EndCircleForm>
{
    public EndCircleRules(IStringLocalizer texts)
    {
        RuleFor(f => f.RequestKey).NotEmpty();
        RuleFor(f => f.Reason).Words(AuditLine.ReasonLength, texts, "Say why, in a few words. It is kept with the record.");
    }
}
