using System.Text.Json;
using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Drafts;

/// <summary>Keeps what somebody at the desk has typed so far, or lets it go.</summary>
public sealed class KeepDraft(UnitOfWork work, CurrentPerson me, TimeProvider clock)
{
    public enum Outcome
    {
        Kept,
        Dropped,

        /// <summary>The form was sent in the meantime: there is nothing to keep.</summary>
        Sent,

        /// <summary>There are <see cref="Draft.Most"/> already.</summary>
        TooMany,

        /// <summary>It is longer than any form.</summary>
        TooLong,

        /// <summary>There is none of this person's, or no such member.</summary>
        NotFound,
    }

    /// <summary>Keeps the fields under the form's request key; what was kept under it before is replaced.</summary>
    /// <param name="member">About whom the form is; null when it asks for people itself.</param>
    /// <param name="fields">The names of the fields with their values.</param>
    public Task<Outcome> HandleAsync(
        Guid key,
        DraftForm form,
        MemberId? member,
        IReadOnlyDictionary<string, string?[]> fields,
        CancellationToken ct = default
    )
    {
        var text = JsonSerializer.Serialize(fields);
        return text.Length > Draft.FieldsLength
            ? Task.FromResult(Outcome.TooLong)
            : work.WriteAsync(db => KeepAsync(db, key, form, member, text, ct), ct);
    }

    /// <summary>Lets one of one's own go.</summary>
    public Task<Outcome> DropAsync(Guid id, CancellationToken ct = default) =>
        work.WriteAsync(
            async db =>
            {
                var gone = await db.Drafts.Where(d => d.Id == id && d.KeptBy == me.Id).ExecuteDeleteAsync(ct);
                db.Keep();
                return gone == 0 ? Outcome.NotFound : Outcome.Dropped;
            },
            ct
        );

    private async Task<Outcome> KeepAsync(TenantDb db, Guid key, DraftForm form, MemberId? member, string text, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (await db.HandledRequests.AnyAsync(r => r.Key == key, ct))
            return Outcome.Sent;
        var found = await db.Drafts.SingleOrDefaultAsync(d => d.Id == key, ct);
        if (found is not null && (found.KeptBy != me.Id || found.Form != form || found.MemberId != member))
            return Outcome.NotFound;
        if (found is null)
        {
            if (await db.Drafts.CountAsync(d => d.KeptBy == me.Id, ct) >= Draft.Most)
                return Outcome.TooMany;
            if (member is not null && !await db.Members.AnyAsync(m => m.Id == member && m.ErasedOn == null, ct))
                return Outcome.NotFound;
            db.Drafts.Add(
                found = new()
                {
                    Id = key,
                    KeptBy = me.Id,
                    Form = form,
                    MemberId = member,
                    BegunAt = now,
                    Fields = text,
                }
            );
        }
        (found.Fields, found.ChangedAt) = (text, now);
        await db.PlanUnfinishedRoundAsync(now, ct);
        db.Keep();
        return Outcome.Kept;
    }
}

/// <summary>What the forms do with their own draft.</summary>
internal static class SentDrafts
{
    /// <summary>Lets the draft of a form go, in the unit of work that does what the form says.</summary>
    public static Task<int> DropDraftAsync(this TenantDb db, Guid requestKey, CancellationToken ct) =>
        db.Drafts.Where(d => d.Id == requestKey).ExecuteDeleteAsync(ct);
}
