using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Joining.Steps;
using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Joining.References;

/// <summary>A referee who was asked by letter or telephone and is to be asked again, by a person because no mail does it.</summary>
/// <param name="Days">For how many days they have not answered.</param>
public sealed record AskAgainLine(Joiner Joiner, JoinerReference Reference, int Days);

/// <summary>A coordinator says that a letter was sent again, or that they rang again. As often as the organisation reminds by mail, and no more.</summary>
public sealed class AskAgain(UnitOfWork work, CurrentPerson me, TimeProvider clock)
{
    public Task<JoiningOutcome> HandleAsync(ReferenceId id, Guid requestKey, CancellationToken ct = default) =>
        work.OnceAsync(requestKey, new { id }, db => AskAsync(db, id, ct), ct);

    private async Task<JoiningOutcome> AskAsync(TenantDb db, ReferenceId id, CancellationToken ct)
    {
        if (await db.LockReferenceAsync(id, ct) is not { } reference)
            return JoiningOutcome.NotFound;
        var now = clock.GetUtcNow();
        var waits = await db.Joiners.AnyAsync(j => j.Id == reference.JoinerId && j.State == JoinerState.Waiting, ct);
        if (!waits || !reference.IsToBeAskedAgain((await db.JoiningRulesAsync(ct)).Settings, now))
            return JoiningOutcome.NoLongerOpen;
        reference.Remind(now);
        db.AuditLines.Add(me.Line(nameof(AskAgain), reference.JoinerId.Value, now));
        db.Keep();
        return JoiningOutcome.Done;
    }

    /// <summary>Those of these joiners' referees who are to be asked again, whoever was silent longest first.</summary>
    internal static IReadOnlyList<AskAgainLine> Lines(
        IEnumerable<JoinerStanding> standings,
        JoiningSettings settings,
        DateTimeOffset now
    ) =>
        [
            .. standings
                .Where(s => s.Joiner.State == JoinerState.Waiting && s.Steps.Any(x => x is { Kind: StepKind.References, IsOpen: true }))
                .SelectMany(s => s.References.Select(r => new AskAgainLine(s.Joiner, r, (int)(now - r.AskedAt).TotalDays)))
                .Where(l => l.Reference.IsToBeAskedAgain(settings, now))
                .OrderBy(l => l.Reference.RemindedAt ?? l.Reference.AskedAt),
        ];
}
