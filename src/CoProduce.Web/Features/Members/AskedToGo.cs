using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Members;

/// <summary>A member's asking to go, as it waits.</summary>
public sealed record AskedToGo(MemberId Member, string Deed, DateTimeOffset At, string Words);

/// <summary>Reads what members ask about going.</summary>
public sealed class AskedToGoQuery(UnitOfWork work)
{
    /// <summary>What waits of that member, the oldest first.</summary>
    public Task<List<AskedToGo>> OfAsync(MemberId member, CancellationToken ct = default) =>
        work.ReadAsync(db => db.AskedToGoAsync(db.Members.Where(m => m.Id == member), ct), ct);
}

/// <summary>An asking to go is taken back: by the member, or by a coordinator to whom they said so.</summary>
public sealed class TakeBackAskToGo(UnitOfWork work, CurrentPerson me, TimeProvider clock)
{
    public enum Outcome
    {
        TakenBack,

        /// <summary>Nothing waits any more.</summary>
        NothingAsked,
    }

    public Task<Outcome> HandleAsync(TakeBackAskToGoForm form, MemberId member, CancellationToken ct = default) =>
        work.OnceAsync(
            form.RequestKey,
            (form, member),
            async db =>
            {
                if (await db.AskedToGoAsync(db.Members.Where(m => m.Id == member), ct) is [])
                    return Outcome.NothingAsked;
                db.AuditLines.Add(me.Line(nameof(TakeBackAskToGo), member.Value, clock.GetUtcNow()));
                db.Keep();
                return Outcome.TakenBack;
            },
            ct
        );
}

/// <summary>The taking back; whose it is comes from the page.</summary>
public sealed class TakeBackAskToGoForm
{
    public Guid RequestKey { get; set; } = Guid.CreateVersion7();
}

internal static class AskedToGoReading
{
    /// <summary>What waits of those members, the oldest first. Whoever took it back or returned starts afresh, and who left already only asks to be erased.</summary>
    public static async Task<List<AskedToGo>> AskedToGoAsync(this TenantDb db, IQueryable<Member> members, CancellationToken ct)
    {
        var asks = await db
            .AuditLines.Where(a => a.Deed == AskToGo.ToLeave || a.Deed == AskToGo.ToBeErased)
            .Where(a =>
                !db.AuditLines.Any(b =>
                    b.SubjectId == a.SubjectId && (b.Deed == nameof(ReturnMember) || b.Deed == nameof(TakeBackAskToGo)) && b.At > a.At
                )
            )
            .OrderBy(a => a.At)
            .Select(a => new AskedToGo(new(a.SubjectId!.Value), a.Deed, a.At, a.Reason))
            .ToListAsync(ct);
        var who = asks.ConvertAll(a => a.Member);
        var left = await members
            .Where(m => who.Contains(m.Id) && m.ErasedOn == null)
            .ToDictionaryAsync(m => m.Id, m => m.Status == MemberStatus.Left, ct);
        return asks.FindAll(a => left.TryGetValue(a.Member, out var hasLeft) && (!hasLeft || a.Deed == AskToGo.ToBeErased));
    }
}
