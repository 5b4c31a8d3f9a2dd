using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Joining.Steps;
using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Joining;

/// <summary>A coordinator writes down somebody who would like to join, or changes their name, time bank and how to reach them.</summary>
public sealed class KeepJoiner(
    UnitOfWork work,
    CurrentPerson me,
    JoinerLetters letters,
    CurrentOrganisation organisation,
    TimeProvider clock
)
{
    public Task<JoiningOutcome> HandleAsync(JoinerForm form, CancellationToken ct = default) =>
        work.OnceAsync(
            form.RequestKey,
            form,
            db => form.Joiner is { } id ? ChangeAsync(db, new(id), form, ct) : AddAsync(db, form, ct),
            ct
        );

    private async Task<JoiningOutcome> AddAsync(TenantDb db, JoinerForm form, CancellationToken ct)
    {
        var (now, id) = (clock.GetUtcNow(), new JoinerId(form.RequestKey));
        var joiner = new Joiner
        {
            Id = id,
            Door = JoinerDoor.Coordinator,
            FirstName = form.FirstName!,
            BeganAt = now,
        };
        var details = new JoinerDetails { JoinerId = id };
        await FillAsync(db, joiner, details, form, ct);
        form.Conversation.WriteTo(details);
        joiner.Ask(now);
        db.Joiners.Add(joiner);
        db.JoinerDetails.Add(details);
        db.AuditLines.Add(me.Line(nameof(KeepJoiner), id.Value, now, form.Conversation.Door));
        await db.SaveChangesAsync(ct);
        await NoteConversation.EndStepsAsync(db, details, form.Conversation, organisation.Profile.DateOf(now), me.Id, now, ct);
        await letters.ThankAsync(db, joiner, details, ct);
        db.Keep();
        return JoiningOutcome.Done;
    }

    private async Task<JoiningOutcome> ChangeAsync(TenantDb db, JoinerId id, JoinerForm form, CancellationToken ct)
    {
        if (await db.LockJoinerAsync(id, ct) is not { } joiner)
            return JoiningOutcome.NotFound;
        if (joiner.State != JoinerState.Waiting)
            return JoiningOutcome.NoLongerOpen; // a member's details are kept with the member
        var details = await db.JoinerDetails.SingleAsync(d => d.JoinerId == id, ct);
        var guardian = details.GuardianName;
        await FillAsync(db, joiner, details, form, ct);
        if (details.GuardianName != guardian)
            await db.TakeBackGuardianYesAsync(id, ct); // the yes was another person's
        db.AuditLines.Add(me.Line(nameof(KeepJoiner), id.Value, clock.GetUtcNow(), form.Conversation.Door));
        db.Keep();
        return JoiningOutcome.Done;
    }

    private static async Task FillAsync(TenantDb db, Joiner joiner, JoinerDetails details, JoinerForm form, CancellationToken ct)
    {
        (joiner.FirstName, joiner.LastName, joiner.IsUnder18) = (form.FirstName!, form.LastName ?? "", form.IsUnder18);
        var places = await db.Hubs.Where(h => h.ClosedAt == null).Select(h => h.Id).ToListAsync(ct);
        joiner.HubId = places.Where(h => h.Value.ToString() == form.Place).Select(h => (Organisations.HubId?)h).SingleOrDefault();
        (details.Prefers, details.Phone, details.Email) = (form.Prefers, form.Phone?.Trim() ?? "", form.Email?.Trim() ?? "");
        details.Address = form.Address?.Trim() ?? "";
        (details.GuardianName, details.GuardianPhone) = form.IsUnder18
            ? (form.GuardianName?.Trim() ?? "", form.GuardianPhone?.Trim() ?? "")
            : ("", "");
    }
}
