using CoProduce.Ledger;
using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Ledger;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Activities;

/// <summary>A person on a register with their name.</summary>
/// <param name="TakesPart">False for somebody who is suspended or has left.</param>
public sealed record RegisterPerson(RegisterLine Line, int Number, string Name, bool TakesPart);

/// <summary>A register as coordinators see it.</summary>
/// <param name="ToPot">What the community pot got; below zero for what it paid.</param>
/// <param name="ToOrganisation">What the organisation got; below zero for what it paid.</param>
/// <param name="Category">The kind of help; null when nobody said.</param>
/// <param name="LoggedBy">The name of whoever logged it.</param>
/// <param name="EndedBy">The name of whoever undid it; null while it stands.</param>
public sealed record RegisterShown(
    Register Register,
    IReadOnlyList<RegisterPerson> People,
    long ToPot,
    long ToOrganisation,
    string? Category,
    string? LoggedBy,
    string? EndedBy
);

/// <summary>Reads registers for coordinators.</summary>
public sealed class RegisterQuery(UnitOfWork work)
{
    /// <summary>How many of the newest a list shows.</summary>
    public const int Newest = 10;

    /// <summary>The newest registers.</summary>
    public Task<List<Register>> NewestAsync(CancellationToken ct = default) =>
        work.ReadAsync(db => db.Registers.OrderByDescending(r => r.LoggedAt).ThenBy(r => r.Id).Take(Newest).ToListAsync(ct), ct);

    /// <summary>One with everything on it; null when there is none here.</summary>
    public Task<RegisterShown?> FindAsync(RegisterId id, CancellationToken ct = default) =>
        work.ReadAsync<RegisterShown?>(db => FindAsync(db, id, ct), ct);

    private static async Task<RegisterShown?> FindAsync(TenantDb db, RegisterId id, CancellationToken ct)
    {
        if (await db.Registers.SingleOrDefaultAsync(r => r.Id == id, ct) is not { } register)
            return null;
        var people = await (
            from line in db.RegisterLines
            where line.RegisterId == id
            join member in db.Members on line.MemberId equals member.Id
            orderby line.Position
            select new RegisterPerson(
                line,
                member.Number,
                (member.FirstName + " " + member.LastName).Trim(),
                member.Status == MemberStatus.Active
            )
        ).ToListAsync(ct);
        var others = await (
            from posting in db.Postings
            where posting.EntryId == register.EntryId
            join account in db.Accounts on posting.AccountId equals account.Id
            where account.Kind != AccountKind.Member
            select new { account.Kind, posting.Amount }
        ).ToListAsync(ct);
        return new(
            register,
            people,
            others.Where(o => o.Kind == AccountKind.Pot).Sum(o => o.Amount),
            others.Where(o => o.Kind == AccountKind.Organisation).Sum(o => o.Amount),
            await db.Categories.Where(c => c.Id == register.CategoryId).Select(c => c.Name).SingleOrDefaultAsync(ct),
            await NameAsync(db, register.LoggedBy, ct),
            await NameAsync(db, register.EndedBy, ct)
        );
    }

    private static Task<string?> NameAsync(TenantDb db, RoleHolderId? who, CancellationToken ct) =>
        db.RoleHolders.Where(r => r.Id == who).Select(r => (string?)r.Name).SingleOrDefaultAsync(ct);
}
