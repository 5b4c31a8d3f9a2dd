using CoProduce.Ledger;
using CoProduce.Web.Features.Organisations;
using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Ledger;

/// <summary>What has crossed between this organisation and another, newest first. Amounts are minutes.</summary>
/// <param name="Owed">How much help this side owes the other; below zero for what it is owed.</param>
/// <param name="More">True when there are older lines than those shown.</param>
public sealed record BetweenSheet(string Name, long Owed, IReadOnlyList<BetweenLine> Lines, bool More);

/// <summary>One crossing as this side knows it.</summary>
/// <param name="PostedOn">The day on which the hours moved.</param>
/// <param name="Amount">What came here; below zero for what went there.</param>
/// <param name="Owed">What this side owed after it.</param>
/// <param name="Who">The member here; null for the community pot.</param>
/// <param name="Words">What it was for, or why it was undone; empty when nobody said.</param>
public sealed record BetweenLine(DateOnly PostedOn, long Amount, long Owed, string? Who, string Words, bool IsReversal);

/// <summary>Reads a clearing account's history.</summary>
public sealed class BetweenQuery(UnitOfWork work, CurrentOrganisation organisation, AffiliationsQuery affiliations)
{
    private const int Most = 200;

    /// <summary>The sheet of one affiliation; null when there is none that was agreed here.</summary>
    public async Task<BetweenSheet?> ReadAsync(Guid affiliation, CancellationToken ct = default)
    {
        if (await affiliations.FindAsync(affiliation, ct) is not { IsAgreed: true } line)
            return null;
        var there = line.There;
        var rows = await work.ReadAsync(
            async db =>
                await (
                    from clearing in db.Accounts
                    where clearing.AffiliateId == there
                    join p in db.Postings on clearing.Id equals p.AccountId
                    join e in db.Entries on p.EntryId equals e.Id
                    from leg in db.Postings.Where(l => l.EntryId == e.Id && l.AccountId != clearing.Id)
                    join a in db.Accounts on leg.AccountId equals a.Id
                    join m in db.Members on a.MemberId equals m.Id into members
                    from member in members.DefaultIfEmpty()
                    orderby p.Number descending
                    select new
                    {
                        e.PostedAt,
                        p.Amount,
                        p.RunningBalance,
                        e.Reason,
                        e.Kind,
                        First = member == null ? null : member.FirstName,
                        Last = member == null ? null : member.LastName,
                    }
                )
                    .Take(Most + 1)
                    .ToListAsync(ct),
            ct
        );
        return new(
            line.Name,
            line.Owed,
            [
                .. rows.Take(Most)
                    .Select(r => new BetweenLine(
                        organisation.Profile.DateOf(r.PostedAt),
                        -r.Amount,
                        r.RunningBalance,
                        r.First is null ? null : $"{r.First} {r.Last}".Trim(),
                        r.Reason ?? "",
                        r.Kind == EntryKind.Reversal
                    )),
            ],
            rows.Count > Most
        );
    }
}
