using CoProduce.Web.Data;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Offers;
using CoProduce.Web.Features.Organisations;
using CoProduce.Web.Features.Skills;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Matching;

/// <summary>What somebody asks for that an offer may meet.</summary>
/// <param name="IsNamed">True when the titles name the same, and not only the kind of help.</param>
internal sealed record AskedFor(string Title, bool IsNamed);

/// <summary>Which lines of which members fit an offer or request: by its kinds of help, and by what its title names.</summary>
/// <param name="Kinds">The kinds of help, the first being the one it is counted under.</param>
/// <param name="Named">The skills of the list that the title names.</param>
/// <param name="OfKinds">The skills of the list that belong to its kinds of help.</param>
/// <param name="Words">The words of the title that may name something, folded.</param>
internal sealed record WhatFits(
    IReadOnlyList<CategoryId> Kinds,
    IReadOnlyList<SkillId?> Named,
    IReadOnlyList<SkillId?> OfKinds,
    IReadOnlyList<string> Words,
    IReadOnlyDictionary<SkillId, TwoNames> Names
)
{
    // Shorter ones name nothing, and these say nothing of what is to be done.
    private const int FewestLetters = 4;
    private const int MostAsking = 500;

    private static readonly HashSet<string> SayNothing =
    [
        .. "about after again anybody anyone around could days down every from give good have help hour into like little look more need needs once other over please some somebody someone that the their them there they this time together what when where which week with would your small large good best nice".Split(
            ' '
        ),
    ];

    /// <summary>Reads what fits that one.</summary>
    public static async Task<WhatFits> OfAsync(TenantDb db, Offer offer, CancellationToken ct)
    {
        var kinds = await db.KindsOfAsync(offer, ct);
        string[] words =
        [
            .. Folded
                .Of(offer.Title)
                .Split([' ', ',', '(', ')', '.', '!', '?', ':', '-', '/'], StringSplitOptions.RemoveEmptyEntries)
                .Where(w => w.Length >= FewestLetters && !SayNothing.Contains(w))
                .Distinct()
                .Take(6),
        ];
        // The list holds a few hundred names at most.
        var skills = await (
            from s in db.Skills.AsNoTracking()
            join g in db.SkillGroups on s.GroupId equals g.Id
            select new { Skill = s, g.CategoryId }
        ).ToListAsync(ct);
        return new(
            kinds,
            [.. skills.Where(s => IsNamedIn(s.Skill, words)).Select(s => (SkillId?)s.Skill.Id)],
            [.. skills.Where(s => s.CategoryId is { } kind && kinds.Contains(kind)).Select(s => (SkillId?)s.Skill.Id)],
            words,
            skills.ToDictionary(s => s.Skill.Id, s => s.Skill.Name)
        );
    }

    /// <summary>The lines that fit: of those who give for a request, and who would like it for an offer; and of those who enjoy what the title names.</summary>
    public IQueryable<MemberSkill> Lines(TenantDb db, OfferKind kind)
    {
        var side = kind == OfferKind.Request ? SkillSide.Gives : SkillSide.WouldLike;
        IReadOnlyList<SkillId?> any = [.. Named.Concat(OfKinds).Distinct()];
        var found = db.MemberSkills.Where(s =>
            (s.Side == side && any.Contains(s.SkillId)) || (s.Side == SkillSide.Enjoys && Named.Contains(s.SkillId))
        );
        if (Kinds.Count > 0)
            found = found.Union(db.MemberSkills.Where(s => s.Side == side && Kinds.Contains(s.CategoryId!.Value)));
        foreach (var word in Words)
        {
            var lines = db.MemberSkillWords.WhereBegins(w => w.Word, word).Select(w => w.MemberSkillId);
            found = found.Union(db.MemberSkills.Where(s => (s.Side == side || s.Side == SkillSide.Enjoys) && lines.Contains(s.Id)));
        }
        return found;
    }

    /// <summary>Who of these asks for it on the board: by the kinds of help, or by what both titles name.</summary>
    public async Task<Dictionary<MemberId, AskedFor>> AskedForAsync(TenantDb db, IQueryable<MemberId> among, CancellationToken ct)
    {
        var open = db.Offers.Where(o => o.Kind == OfferKind.Request && o.Status == OfferStatus.Open && among.Contains(o.MemberId));
        var named = Words
            .Select(word => db.OfferWords.WhereBegins(w => w.Word, word).Select(w => w.OfferId))
            .Aggregate((IQueryable<OfferId>?)null, (all, some) => all is null ? some : all.Union(some));
        var byName = named is null
            ? []
            : await open.Where(o => named.Contains(o.Id))
                .Select(o => new
                {
                    o.MemberId,
                    o.Title,
                    o.MadeAt,
                })
                .Take(MostAsking)
                .ToListAsync(ct);
        var byKind =
            Kinds.Count == 0
                ? []
                : await open.Where(o =>
                        Kinds.Contains(o.CategoryId!.Value) || db.FurtherKinds.Any(k => k.OfferId == o.Id && Kinds.Contains(k.CategoryId))
                    )
                    .Select(o => new
                    {
                        o.MemberId,
                        o.Title,
                        o.MadeAt,
                    })
                    .Take(MostAsking)
                    .ToListAsync(ct);
        return byName
            .Select(o => (o.MemberId, o.MadeAt, Of: new AskedFor(o.Title, true)))
            .Concat(byKind.Select(o => (o.MemberId, o.MadeAt, Of: new AskedFor(o.Title, false))))
            .OrderByDescending(o => o.Of.IsNamed)
            .ThenBy(o => o.MadeAt)
            .DistinctBy(o => o.MemberId)
            .ToDictionary(o => o.MemberId, o => o.Of);
    }

    /// <summary>True when the title names that line, and not only its kind of help.</summary>
    public bool IsNamed(SkillId? skill, string folded) =>
        skill is not null ? Named.Contains(skill) : Words.Any(w => (" " + folded).Contains(" " + w, StringComparison.Ordinal));

    private static bool IsNamedIn(Skill skill, string[] words) =>
        Folded
            .Of($"{skill.English} {skill.Welsh}")
            .Split([' ', ',', '(', ')', '/', '-'], StringSplitOptions.RemoveEmptyEntries)
            .Where(n => n.Length >= FewestLetters && !SayNothing.Contains(n))
            .Any(n => words.Any(w => w.StartsWith(n, StringComparison.Ordinal) || n.StartsWith(w, StringComparison.Ordinal)));
}
