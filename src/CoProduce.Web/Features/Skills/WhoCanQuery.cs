using CoProduce.Web.Data;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Organisations;
using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Skills;

/// <summary>What somebody is looked for by.</summary>
/// <param name="Skill">A skill of the list; null for any.</param>
/// <param name="Words">What is needed in words, folded; empty for anything.</param>
/// <param name="Language">An ISO code; null for any.</param>
/// <param name="Times">The parts of the week that would do, see <see cref="WeekPattern"/>; zero for any.</param>
/// <param name="Hub">A time bank; null for all.</param>
public sealed record WhoCanQuestion(SkillId? Skill, IReadOnlyList<string> Words, string? Language, int Times, HubId? Hub)
{
    /// <summary>True when nothing is asked: then nobody is listed.</summary>
    public bool IsEmpty => Skill is null && Words.Count == 0 && Language is null && Times == 0;

    /// <summary>A question as an address asks it; what makes no sense is not asked. Days are numbered from 1 for Monday, parts of a day from 1 for morning.</summary>
    public static WhoCanQuestion Read(string? skill, string? words, string? language, string? day, string? part, string? hub) =>
        new(
            Guid.TryParse(skill, out var id) ? new(id) : null,
            MemberSearch.Words(words),
            SpokenLanguages.Find(language)?.Code,
            OneOf(day, 7) is null && OneOf(part, WeekPattern.Parts) is null
                ? 0
                : WeekPattern.Bits(OneOf(day, 7), OneOf(part, WeekPattern.Parts)),
            Guid.TryParse(hub, out var place) ? new(place) : null
        );

    private static int? OneOf(string? number, int most) => int.TryParse(number, out var n) && n >= 1 && n <= most ? n - 1 : null;
}

/// <summary>Somebody who can, and what speaks for them.</summary>
/// <param name="Found">The skills by which they were found; none when no skill was asked for.</param>
public sealed record WhoCan(FoundMember Member, IReadOnlyList<SkillFact> Found, GivingFacts Facts);

/// <summary>One page of them.</summary>
/// <param name="HasMore">True when there is another page.</param>
public sealed record WhoCanFound(IReadOnlyList<WhoCan> People, bool HasMore);

/// <summary>Finds members who take part by what they can give, the languages they speak and when they have time.</summary>
public sealed class WhoCanQuery(UnitOfWork work)
{
    /// <summary>How many are on a page.</summary>
    public const int PageSize = 25;

    /// <param name="page">From 1.</param>
    public Task<WhoCanFound> FindAsync(WhoCanQuestion question, int page, CancellationToken ct = default) =>
        question.IsEmpty ? Task.FromResult(new WhoCanFound([], false)) : work.ReadAsync(db => FindAsync(db, question, page, ct), ct);

    private static async Task<WhoCanFound> FindAsync(TenantDb db, WhoCanQuestion question, int page, CancellationToken ct)
    {
        var lines =
            question.Words.Count > 0 ? await db.GivenAsync(question.Words, ct) : db.MemberSkills.Where(s => s.Side == SkillSide.Gives);
        if (question.Skill is { } skill)
            lines = lines.Where(s => s.SkillId == skill);
        var asksSkill = question.Skill is not null || question.Words.Count > 0;
        var members = db.Members.Where(m => m.Status == MemberStatus.Active);
        if (asksSkill)
            members = members.Where(m => lines.Any(s => s.MemberId == m.Id));
        if (question.Hub is { } hub)
            members = members.Where(m => m.HubId == hub);
        if (question.Language is { } language)
            members = members.Where(m => db.MemberLanguages.Any(l => l.Code == language && l.MemberId == m.Id));
        if (question.Times != 0)
            members = members.Where(m => db.WhatSuits.Any(s => s.MemberId == m.Id && (s.Times & question.Times) != 0));
        var found = await db.FoundAsync(members.OrderBy(m => m.SearchText).Skip((page - 1) * PageSize), PageSize + 1, ct);
        List<MemberId> ids = [.. found.Take(PageSize).Select(m => m.Id)];
        var facts = (await db.GivingOfAsync(ids, ct)).ToDictionary(f => f.Member);
        var why = asksSkill ? await db.FactsOfAsync(lines, ids, ct) : Enumerable.Empty<SkillFact>().ToLookup(s => s.Member);
        return new([.. found.Take(PageSize).Select(m => new WhoCan(m, [.. why[m.Id]], facts[m.Id]))], found.Count > PageSize);
    }
}
