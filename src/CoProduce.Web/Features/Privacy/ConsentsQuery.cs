using CoProduce.Web.Data;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.Privacy;

/// <summary>What a member is asked and what they said.</summary>
public sealed class ConsentsQuery(UnitOfWork work, IStringLocalizer texts)
{
    /// <summary>Each purpose with its present wording and the member's answers; null when there is no such member here.</summary>
    public Task<ConsentsShown?> ReadAsync(MemberId id, CancellationToken ct = default) =>
        work.ReadAsync(
            async db =>
            {
                if (await db.Members.SingleOrDefaultAsync(m => m.Id == id, ct) is not { } member)
                    return null;
                var wordings = await db.ConsentWordingsNowAsync(texts, ct);
                var said = await (
                    from c in db.Consents
                    where c.MemberId == id
                    join r in db.RoleHolders on c.By equals r.Id
                    orderby c.At descending
                    select new ConsentSaid(c, r.Name)
                ).ToListAsync(ct);
                // Nobody is bothered with what the organisation does not ask.
                var asksReach = await db.ReachSettings.AnyAsync(s => s.Asked.Any(), ct);
                return new ConsentsShown(
                    member,
                    [
                        .. wordings
                            .Where(w => w.Key != ConsentPurpose.Reach || asksReach || said.Exists(s => s.Consent.Purpose == w.Key))
                            .Select(w => new ConsentLine(w.Key, w.Value, [.. said.Where(s => s.Consent.Purpose == w.Key)])),
                    ]
                );
            },
            ct
        );

    /// <summary>The present wording of each purpose.</summary>
    public Task<IReadOnlyDictionary<ConsentPurpose, WordingNow>> WordingsAsync(CancellationToken ct = default) =>
        work.ReadAsync(db => db.ConsentWordingsNowAsync(texts, ct), ct);
}

/// <summary>What a member is asked for and what they said.</summary>
public sealed record ConsentsShown(Member Member, IReadOnlyList<ConsentLine> Lines);

/// <summary>A purpose, its present wording, and the answers, the last one first.</summary>
public sealed record ConsentLine(ConsentPurpose Purpose, WordingNow Now, IReadOnlyList<ConsentSaid> Said)
{
    /// <summary>True when the last answer was yes, whatever the wording then.</summary>
    public bool IsGiven => Said is [{ Consent.IsGiven: true }, ..];

    /// <summary>True when they said yes to other words than are asked now.</summary>
    public bool IsToOlderWords => IsGiven && Said[0].Consent.Version != Now.Version;
}

/// <summary>An answer and who wrote it down.</summary>
public sealed record ConsentSaid(Consent Consent, string By);

/// <summary>A wording as it is asked now.</summary>
public sealed record WordingNow(int Version, string Words);

/// <summary>Consents inside a unit of work.</summary>
public static class ConsentsInWork
{
    /// <summary>Who said yes last.</summary>
    public static IQueryable<MemberId> WhoAgreed(this TenantDb db, ConsentPurpose purpose) =>
        db
            .Consents.Where(c =>
                c.Purpose == purpose
                && c.IsGiven
                && !db.Consents.Any(later =>
                    later.MemberId == c.MemberId && later.Purpose == purpose && (later.At > c.At || (later.At == c.At && !later.IsGiven))
                )
            )
            .Select(c => c.MemberId);

    internal static async Task<IReadOnlyDictionary<ConsentPurpose, WordingNow>> ConsentWordingsNowAsync(
        this TenantDb db,
        IStringLocalizer texts,
        CancellationToken ct
    )
    {
        var own = await db.ConsentWordings.OrderBy(w => w.Version).ToListAsync(ct);
        return Enum.GetValues<ConsentPurpose>()
            .ToDictionary(
                purpose => purpose,
                purpose =>
                    own.FindLast(w => w.Purpose == purpose) is { } last
                        ? new WordingNow(last.Version, last.Wording)
                        : new WordingNow(1, ConsentWords.Usual(texts, purpose))
            );
    }
}
