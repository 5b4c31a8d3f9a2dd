using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Exchanges;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Slips;

/// <summary>Logs one slip of a pile by itself; what is refused is kept as it was typed, and holds no other slip up.</summary>
public sealed class SaveSlip(UnitOfWork work, SlipReading reading, LogForMembers log, CurrentPerson me, TimeProvider clock)
{
    public enum Outcome
    {
        Logged,

        /// <summary>It is kept, and waits to be mended; see <see cref="SlipAnswer.Problem"/>.</summary>
        Waits,

        /// <summary>The pile was put away in the meantime.</summary>
        NoPile,
    }

    public async Task<SlipAnswer> HandleAsync(SlipForm form, CancellationToken ct = default)
    {
        var read = await reading.ReadAsync(form, ct);
        var (problem, refusal, twin) = (read.Problem, (LogOutcome?)null, (ExchangeId?)null);
        var outcome = Outcome.Waits;
        if (problem is null)
            outcome = await work.OnceAsync(
                form.RequestKey,
                form,
                async db =>
                {
                    (problem, refusal, twin) = (null, null, null); // it may be tried again
                    if (!await db.TouchPileAsync(me, new(form.Pile), clock.GetUtcNow(), ct))
                        return Outcome.NoPile;
                    if (!form.IsAnother && (twin = await TwinAsync(db, read, ct)) is not null)
                    {
                        problem = SlipProblem.Twin;
                        return Outcome.Waits;
                    }
                    if (await log.WithinAsync(db, read.Log, ct) is var logged and not LogOutcome.Logged)
                    {
                        (problem, refusal) = (SlipProblem.Refused, logged);
                        return Outcome.Waits;
                    }
                    (await SlipAsync(db, form, ct)).Log(clock.GetUtcNow());
                    return Outcome.Logged;
                },
                ct
            );
        if (outcome == Outcome.Waits && problem is { } why)
            outcome = await work.WriteAsync(db => WaitAsync(db, form, why, refusal, ct), ct);
        return new(outcome, problem, refusal, twin, read);
    }

    private async Task<Outcome> WaitAsync(TenantDb db, SlipForm form, SlipProblem problem, LogOutcome? refusal, CancellationToken ct)
    {
        if (!await db.TouchPileAsync(me, new(form.Pile), clock.GetUtcNow(), ct))
            return Outcome.NoPile;
        (await SlipAsync(db, form, ct)).Wait(form.Cut(), problem, refusal);
        db.Keep();
        return Outcome.Waits;
    }

    private async Task<Slip> SlipAsync(TenantDb db, SlipForm form, CancellationToken ct)
    {
        var pile = new SlipPileId(form.Pile);
        if (await db.Slips.SingleOrDefaultAsync(s => s.Id == form.RequestKey && s.PileId == pile, ct) is { } slip)
            return slip;
        slip = new()
        {
            Id = form.RequestKey,
            PileId = pile,
            TypedAt = clock.GetUtcNow(),
        };
        db.Slips.Add(slip);
        return slip;
    }

    private static async Task<ExchangeId?> TwinAsync(TenantDb db, SlipRead read, CancellationToken ct)
    {
        var (giver, minutes) = (new MemberId(read.Log.Giver!.Value), (int)Math.Min(read.Log.HowLong.ToMinutes()!.Value, int.MaxValue));
        MemberId? receiver = read.Log.Receiver is { } id ? new(id) : null;
        return await db
            .Exchanges.Where(e => e.GiverId == giver && e.ReceiverId == receiver && e.ServiceDate == read.Day && e.Minutes == minutes)
            .Where(e => e.Status != ExchangeStatus.Withdrawn && e.Status != ExchangeStatus.Reversed)
            .Select(e => (ExchangeId?)e.Id)
            .FirstOrDefaultAsync(ct);
    }
}

/// <summary>What became of a slip.</summary>
/// <param name="Problem">What keeps it from being logged; null when it is.</param>
/// <param name="Refusal">Why logging was refused; null when it was not.</param>
/// <param name="Twin">The exchange that it may be a double of; null for none.</param>
public sealed record SlipAnswer(SaveSlip.Outcome Outcome, SlipProblem? Problem, LogOutcome? Refusal, ExchangeId? Twin, SlipRead Read);
