using CoProduce.Ledger;
using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Tenancy;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.Care;

/// <summary>A coordinator writes a confidential note about a member, or a new one that puts an old one right; the old one stays as it was.</summary>
public sealed class WriteNote(UnitOfWork work, CurrentPerson me, TimeProvider clock)
{
    public enum Outcome
    {
        Written,
        NotFound,

        /// <summary>There is no such note to put right, or it is of the other sort.</summary>
        UnknownNote,

        /// <summary>Sensitive notes are written by those who may read them.</summary>
        NotForYou,
    }

    public Task<Outcome> HandleAsync(NoteForm form, CancellationToken ct = default) =>
        work.OnceAsync(form.RequestKey, form, db => WriteAsync(db, form, ct), ct);

    private async Task<Outcome> WriteAsync(TenantDb db, NoteForm form, CancellationToken ct)
    {
        var (now, member) = (clock.GetUtcNow(), new MemberId(form.Member));
        if (form.IsSensitive && !me.Holds(Role.Safeguarding))
            return Outcome.NotForYou;
        if (!await db.Members.AnyAsync(m => m.Id == member, ct))
            return Outcome.NotFound;
        var old = Guid.TryParse(form.Corrects, out var id) ? new CareNoteId(id) : (CareNoteId?)null;
        if (
            old is not null
            && !await db.CareNotes.AnyAsync(n => n.Id == old && n.MemberId == member && n.IsSensitive == form.IsSensitive, ct)
        )
            return Outcome.UnknownNote;
        db.CareNotes.Add(
            new()
            {
                Id = new(form.RequestKey),
                MemberId = member,
                IsSensitive = form.IsSensitive,
                Words = form.Words!.ReplaceLineEndings("\n").Trim(),
                WrittenBy = me.Id,
                WrittenAt = now,
                Door = form.Door,
                Corrects = old,
            }
        );
        db.AuditLines.Add(me.Line(nameof(WriteNote), form.RequestKey, now, form.Door, member));
        db.Keep();
        return Outcome.Written;
    }
}

/// <summary>A note as it is written.</summary>
public sealed class NoteForm
{
    public Guid RequestKey { get; set; } = Guid.CreateVersion7();

    public Guid Member { get; set; }

    public bool IsSensitive { get; set; }

    public string? Words { get; set; }

    /// <summary>The note that this one puts right, as the list posts it; empty for none.</summary>
    public string? Corrects { get; set; }

    public Door Door { get; set; } = Door.Phone;
}

/// <summary>The shape of <see cref="NoteForm"/>.</summary>
public sealed class NoteRules : AbstractValidator<NoteForm>
{
    public NoteRules(IStringLocalizer texts)
    {
        RuleFor(f => f.RequestKey).NotEmpty();
        RuleFor(f => f.Words).IsSaid(texts, "Write the note.", CareNote.WordsLength);
    }
}

/// <summary>Why a note was not written, in a sentence that is a key of the texts; null when it was.</summary>
public static class WriteNoteRefusals
{
    public static string? Of(WriteNote.Outcome outcome) =>
        outcome switch
        {
            WriteNote.Outcome.Written => null,
            WriteNote.Outcome.NotFound => "There is no such member here any more. Look for them again.",
            WriteNote.Outcome.UnknownNote => "There is no such note here. Load the page again and choose the note to put right.",
            WriteNote.Outcome.NotForYou => "Sensitive notes are for those with the right to safeguarding. Ask a manager.",
        };
}
