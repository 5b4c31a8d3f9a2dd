using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Organisations;
using CoProduce.Web.Tenancy;
using CoProduce.Web.Ui;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.Skills;

/// <summary>A member says what they can do, in their own words, or takes it away again.</summary>
public sealed class KeepSkills(UnitOfWork work, CurrentPerson me, TimeProvider clock)
{
    /// <summary>The most skills that one member may list.</summary>
    public const int Most = 30;

    public enum Outcome
    {
        Added,
        Removed,

        /// <summary>There are <see cref="Most"/> already.</summary>
        TooMany,

        /// <summary>The same words stand there already.</summary>
        ThereAlready,
        UnknownCategory,
    }

    public Task<Outcome> AddAsync(SkillForm form, CancellationToken ct = default) =>
        work.OnceAsync(form.RequestKey, form, db => AddAsync(db, form, ct), ct);

    /// <summary>Takes one of the member's own away; does nothing when it is gone already.</summary>
    public Task<Outcome> RemoveAsync(Guid skill, CancellationToken ct = default) =>
        work.WriteAsync(
            async db =>
            {
                var mine = me.Member;
                if (await db.MemberSkills.SingleOrDefaultAsync(s => s.Id == skill && s.MemberId == mine, ct) is { } found)
                    db.MemberSkills.Remove(found);
                db.AuditLines.Add(me.Line(nameof(KeepSkills) + nameof(RemoveAsync), mine.Value, clock.GetUtcNow()));
                db.Keep();
                return Outcome.Removed;
            },
            ct
        );

    private async Task<Outcome> AddAsync(TenantDb db, SkillForm form, CancellationToken ct)
    {
        var (mine, words) = (me.Member, form.Words!.Trim());
        var own = await db.MemberSkills.Where(s => s.MemberId == mine).Select(s => s.Words).ToListAsync(ct);
        if (own.Count >= Most)
            return Outcome.TooMany;
        if (own.Any(w => Folded.Of(w) == Folded.Of(words)))
            return Outcome.ThereAlready;
        if (form.CategoryId is { } category && !await db.Categories.AnyAsync(c => c.Id == category, ct))
            return Outcome.UnknownCategory;
        db.MemberSkills.Add(
            new()
            {
                Id = form.RequestKey,
                MemberId = mine,
                Words = words,
                CategoryId = form.CategoryId,
            }
        );
        db.AuditLines.Add(me.Line(nameof(KeepSkills), mine.Value, clock.GetUtcNow()));
        db.Keep();
        return Outcome.Added;
    }
}

/// <summary>Why a skill was not written down, in a sentence.</summary>
internal static class KeepSkillsRefusals
{
    /// <summary>Says it beside the words. Throws when it was done.</summary>
    public static void Say(this Refusals refusals, KeepSkills.Outcome outcome, SkillForm form, IStringLocalizer texts) =>
        refusals.Add(
            () => form.Words,
            outcome switch
            {
                KeepSkills.Outcome.TooMany => texts[
                    "You have {0} skills here, which is as many as fit. Take one away first.",
                    KeepSkills.Most
                ],
                KeepSkills.Outcome.ThereAlready => texts["This stands in your list already."],
                KeepSkills.Outcome.UnknownCategory => texts["Choose a kind of help from the list, or none."],
                KeepSkills.Outcome.Added or KeepSkills.Outcome.Removed => throw new InvalidOperationException("It was done."),
            }
        );
}
