using CoProduce.Web.Data;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Ui;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.Skills;

/// <summary>Somebody says in their own words what they can give, enjoy or would like, or takes a line away again.</summary>
public sealed class KeepOwnWords(KeepAnswers answers)
{
    public enum Outcome
    {
        Kept,

        /// <summary>There are <see cref="MemberSkill.MostOwn"/> on that side already.</summary>
        TooMany,

        /// <summary>The same words stand there already.</summary>
        ThereAlready,
        UnknownCategory,
        NotFound,
    }

    public Task<Outcome> HandleAsync(OwnWordsForm form, CancellationToken ct = default) =>
        answers.OnceAsync(
            form.RequestKey,
            form,
            form.Whose,
            nameof(KeepOwnWords),
            (Outcome.Kept, Outcome.NotFound),
            (db, member) => form.Remove is { } line ? RemoveAsync(db, member, line, ct) : AddAsync(db, member, form, ct),
            ct
        );

    private static async Task<Outcome> AddAsync(TenantDb db, MemberId member, OwnWordsForm form, CancellationToken ct)
    {
        var words = form.Words!.Trim();
        var own = await db
            .MemberSkills.Where(s => s.MemberId == member && s.Side == form.Side && s.SkillId == null)
            .Select(s => s.Folded)
            .ToListAsync(ct);
        if (own.Count >= MemberSkill.MostOwn)
            return Outcome.TooMany;
        if (own.Contains(Folded.Of(words)))
            return Outcome.ThereAlready;
        if (form.CategoryId is { } category && !await db.Categories.AnyAsync(c => c.Id == category, ct))
            return Outcome.UnknownCategory;
        db.MemberSkills.Add(
            new()
            {
                Id = form.RequestKey,
                MemberId = member,
                Side = form.Side,
                Words = words,
                CategoryId = form.CategoryId,
            }
        );
        return Outcome.Kept;
    }

    // What is gone already is as the member wants it.
    private static async Task<Outcome> RemoveAsync(TenantDb db, MemberId member, Guid line, CancellationToken ct)
    {
        if (await db.MemberSkills.SingleOrDefaultAsync(s => s.Id == line && s.MemberId == member && s.SkillId == null, ct) is { } found)
            db.MemberSkills.Remove(found);
        return Outcome.Kept;
    }
}

/// <summary>Why own words were not written down, in a sentence.</summary>
internal static class KeepOwnWordsRefusals
{
    /// <summary>Says it beside the words. Throws when it was done.</summary>
    public static void Say(this Refusals refusals, KeepOwnWords.Outcome outcome, OwnWordsForm form, IStringLocalizer texts) =>
        refusals.Add(
            () => form.Words,
            outcome switch
            {
                KeepOwnWords.Outcome.TooMany => texts[
                    "There are {0} lines here, which is as many as fit. Take one away first.",
                    MemberSkill.MostOwn
                ],
                KeepOwnWords.Outcome.ThereAlready => texts["This stands in the list already."],
                KeepOwnWords.Outcome.UnknownCategory => texts["Choose a kind of help from the list, or none."],
                KeepOwnWords.Outcome.NotFound => texts["There is no such member here any more."],
                KeepOwnWords.Outcome.Kept => throw new InvalidOperationException("It was done."),
            }
        );
}
