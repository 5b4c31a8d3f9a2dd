using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Cards;

/// <summary>A card is lost: the member gets a new code, and the old one counts no more from this moment on.</summary>
public sealed class ReplaceCard(UnitOfWork work, CurrentPerson me, TimeProvider clock)
{
    public enum Outcome
    {
        Replaced,

        /// <summary>There is no such member, they have left, or they never had a card.</summary>
        NotFound,
    }

    public Task<Outcome> HandleAsync(ReplaceCardForm form, CancellationToken ct = default) =>
        work.OnceAsync(form.RequestKey, form, db => ReplaceAsync(db, new(form.Member), ct), ct);

    private async Task<Outcome> ReplaceAsync(TenantDb db, MemberId member, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await db.LockMemberAsync(member, ct);
        var isHere = await db.Members.AnyAsync(m => m.Id == member && m.Status != MemberStatus.Left, ct);
        if (!isHere || await db.MemberCards.SingleOrDefaultAsync(c => c.MemberId == member && c.ReplacedAt == null, ct) is not { } card)
            return Outcome.NotFound;
        card.ReplacedAt = now;
        await db.SaveChangesAsync(ct); // before the new one: one card counts at any time
        db.MemberCards.Add(MemberCard.For(member, now));
        db.AuditLines.Add(me.Line(nameof(ReplaceCard), member.Value, now, onBehalfOf: member));
        db.Keep();
        return Outcome.Replaced;
    }
}

/// <summary>Whose card is lost.</summary>
public sealed class ReplaceCardForm
{
    public Guid RequestKey { get; set; } = Guid.CreateVersion7();

    public Guid Member { get; set; }
}
