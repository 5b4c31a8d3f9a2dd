using CoProduce.Ledger;
using CoProduce.Web.Features.Organisations;
using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Ledger;

/// <summary>What has crossed between this organisation and another, newest first. Amounts are minutes.</summary>
/// <param name="Owed">How much help this side owes the other; below zero for what it is owed.</param>
/// <param name="IsEnded">Whether hours cross no longer.</param>
/// <param name="Pages">How many pages there are.</param>
public sealed record BetweenSheet(string Name, long Owed, bool IsEnded, IReadOnlyList<BetweenLine> Lines, int Page, int Pages);

/// <summary>One crossing as this side knows it.</summary>
/// <param name="PostedOn">The day on which the hours moved.</param>
/// <param name="ServiceDate">The day of the help, or on which it was undone.</param>
/// <param name="Amount">What came here; below zero for what went there.</param>
/// <param name="Owed">What this side owed after it.</param>
/// <param name="Who">The member here; null for the community pot.</param>
/// <param name="Words">What it was for, or why it was undone; empty when nobody said.</param>
/// <param name="IsUndone">True for what was undone later.</param>
public sealed record BetweenLine(
    EntryId Entry,
    DateOnly PostedOn,
    DateOnly ServiceDate,
    long Amount,
    long Owed,
    string? Who,
    string Words,
    bool IsReversal,
    bool IsUndone
);

/// <summary>Reads a clearing account's history.</summary>
public sealed class BetweenQuery(UnitOfWork work, CurrentOrganisation organisation, AffiliationsQuery affiliations)
{
    /// <summary>A page of the sheet of one affiliation, also of one that has ended; null when there is none that was agreed here.</summary>
    /// <param name="page">From 1, the newest; beyond the last it is the last.</param>
    public async Task<BetweenSheet?> ReadAsync(Guid affiliation, int page = 1, CancellationToken ct = default)
    {
        if (await affiliations.FindAsync(affiliation, ct) is not { } line || !(line.IsAgreed || line.IsEnded))
            return null;
        var there = line.There;
        var last = await work.ReadAsync(db => db.Accounts.Where(a => a.AffiliateId == there).Select(a => a.LastNumber).SingleAsync(ct), ct);
        var pages = (int)Math.Max(1, (last + AccountLines.OnPage - 1) / AccountLines.OnPage);
        var shown = Math.Clamp(page, 1, pages);
        var newest = last - (long)(shown - 1) * AccountLines.OnPage;
        var rows = await work.ReadAsync(
            async db =>
                await (
                    from clearing in db.Accounts
                    where clearing.AffiliateId == there
                    join p in db.Postings on clearing.Id equals p.AccountId
                    where p.Number <= newest && p.Number > newest - AccountLines.OnPage
                    join e in db.Entries on p.EntryId equals e.Id
                    from leg in db.Postings.Where(l => l.EntryId == e.Id && l.AccountId != clearing.Id)
                    join a in db.Accounts on leg.AccountId equals a.Id
                    join m in db.Members on a.MemberId equals m.Id into members
                    from member in members.DefaultIfEmpty()
                    orderby p.Number descending
                    select new
                    {
                        e.Id,
                        e.PostedAt,
                        e.ServiceDate,
                        IsUndone = db.Entries.Any(r => r.Reverses == e.Id),
                        p.Amount,
                        p.RunningBalance,
                        e.Reason,
                        e.Kind,
                        First = member == null ? null : member.FirstName,
                        Last = member == null ? null : member.LastName,
                    }
                ).ToListAsync(ct),
            ct
        );
        return new(
            line.Name,
            line.Owed,
            line.IsEnded,
            [
                .. rows.Select(r => new BetweenLine(
                    r.Id,
                    organisation.Profile.DateOf(r.PostedAt),
                    r.ServiceDate,
                    -r.Amount,
                    r.RunningBalance,
                    r.First is null ? null : $"{r.First} {r.Last}".Trim(),
                    r.Reason ?? "",
                    r.Kind == EntryKind.Reversal,
                    r.IsUndone
                )),
            ],
            shown,
            pages
        );
    }
}
