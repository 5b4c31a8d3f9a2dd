using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Privacy;
using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.WhomWeReach;

/// <summary>What a member reads of their own answers.</summary>
/// <param name="Agreed">Whether they said yes to its being kept.</param>
public sealed record MyReach(IReadOnlyList<ReachQuestion> Asked, bool Agreed, IReadOnlyList<ReachAnswer> Answers);

/// <summary>What a coordinator reads of a member's answers: which there are, and nothing of what they say.</summary>
public sealed record TheirReach(string Name, IReadOnlyList<ReachQuestion> Asked, bool Agreed, IReadOnlyList<ReachQuestion> Answered);

/// <summary>Reads answers for the member, and whether there are any for a coordinator.</summary>
public sealed class ReachAnswersQuery(UnitOfWork work, ConsentsQuery consents)
{
    /// <summary>A member's own.</summary>
    public Task<MyReach> MineAsync(MemberId member, CancellationToken ct = default) =>
        work.ReadAsync(
            async db => new MyReach(
                await db.ReachAskedAsync(ct),
                await db.WhoAgreed(ConsentPurpose.Reach).ContainsAsync(member, ct),
                await db.ReachAnswers.Where(a => a.MemberId == member).ToListAsync(ct)
            ),
            ct
        );

    /// <summary>For a coordinator's eyes; null when there is no such member or they have left.</summary>
    public Task<TheirReach?> TheirsAsync(MemberId member, CancellationToken ct = default) =>
        work.ReadAsync(
            async db =>
            {
                var name = await db
                    .Members.Where(m => m.Id == member && m.Status != MemberStatus.Left)
                    .Select(m => (m.FirstName + " " + m.LastName).Trim())
                    .SingleOrDefaultAsync(ct);
                return name is null
                    ? null
                    : new TheirReach(
                        name,
                        await db.ReachAskedAsync(ct),
                        await db.WhoAgreed(ConsentPurpose.Reach).ContainsAsync(member, ct),
                        await db.ReachAnswers.Where(a => a.MemberId == member).Select(a => a.Question).ToListAsync(ct)
                    );
            },
            ct
        );

    /// <summary>The words of the consent as they are asked now.</summary>
    public async Task<WordingNow> WordsAsync(CancellationToken ct = default) => (await consents.WordingsAsync(ct))[ConsentPurpose.Reach];
}
