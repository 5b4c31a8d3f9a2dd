using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Drafts;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Organisations;
using CoProduce.Web.Features.Peers;
using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Calls;

/// <summary>A coordinator, or a peer broker of the member's hub, notes a call with a member, or writes a further line that puts an earlier note right; the earlier one stays as it was.</summary>
public sealed class NoteCall(UnitOfWork work, CurrentOrganisation organisation, CurrentPerson me, TimeProvider clock)
{
    public enum Outcome
    {
        Noted,
        NotFound,

        /// <summary>There is no such call of theirs to put right.</summary>
        UnknownCall,

        /// <summary>The day has not come yet.</summary>
        NotYet,
    }

    public Task<Outcome> HandleAsync(NoteCallForm form, CancellationToken ct = default) =>
        work.OnceAsync(
            form.RequestKey,
            form,
            async db =>
            {
                var (now, member) = (clock.GetUtcNow(), new MemberId(form.Member));
                var today = organisation.Profile.DateOf(now);
                var about = await db
                    .Members.BrokeredBy(me)
                    .Where(m => m.Id == member && m.ErasedOn == null)
                    .Select(m => (HubId?)m.HubId)
                    .SingleOrDefaultAsync(ct);
                if (about is not { } hub)
                    return Outcome.NotFound;
                var day = form.When.ToDate(today) ?? today;
                if (day > today)
                    return Outcome.NotYet;
                CallId? old = null;
                if (!string.IsNullOrEmpty(form.Corrects))
                {
                    if (!Guid.TryParse(form.Corrects, out var id))
                        return Outcome.UnknownCall;
                    old = new(id);
                    // A peer broker reads no notes, and so puts none right.
                    if (!me.Holds(Role.Coordinator) || !await db.Calls.AnyAsync(c => c.Id == old && c.MemberId == member, ct))
                        return Outcome.UnknownCall;
                }
                db.Calls.Add(
                    new()
                    {
                        Id = new(form.RequestKey),
                        MemberId = member,
                        Day = day,
                        Direction = form.Direction,
                        About = form.About?.Trim() ?? "",
                        Note = form.Note?.ReplaceLineEndings("\n").Trim() ?? "",
                        NotedBy = me.Id,
                        NotedAt = now,
                        Corrects = old,
                    }
                );
                db.AuditLines.Add(me.Line(nameof(NoteCall), form.RequestKey, now, peerOf: me.AsPeerOf(hub)));
                await db.DropDraftAsync(form.RequestKey, ct);
                db.Keep();
                return Outcome.Noted;
            },
            ct
        );
}

/// <summary>Why a call was not noted, in a sentence that is a key of the texts; null when it was.</summary>
public static class NoteCallRefusals
{
    public static string? Of(NoteCall.Outcome outcome) =>
        outcome switch
        {
            NoteCall.Outcome.Noted => null,
            NoteCall.Outcome.NotFound => "There is no such member here any more. Look for them again.",
            NoteCall.Outcome.UnknownCall => "There is no such call here. Load the page again and choose the one to put right.",
            NoteCall.Outcome.NotYet => "That day has not come yet. Choose today or a day before.",
        };
}
