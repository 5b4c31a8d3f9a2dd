using CoProduce.Web.Data;
using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Organisations;

/// <summary>Reads with which organisations this one exchanges, or has been asked to.</summary>
public sealed class AffiliationsQuery(UnitOfWork work, CurrentOrganisation organisation, DirectoryDb directory, OrganisationDirectory names)
{
    /// <summary>Those that stand or wait for an answer, by the other's name.</summary>
    public async Task<IReadOnlyList<Line>> ListAsync(CancellationToken ct = default) =>
        [.. (await HistoryAsync(ct)).Where(l => l.Affiliation.EndedAt is null)];

    /// <summary>The same with those that were agreed and have ended, each other organisation once: what has crossed stays readable.</summary>
    public async Task<IReadOnlyList<Line>> HistoryAsync(CancellationToken ct = default) =>
        [
            .. (await AllAsync(ct))
                .GroupBy(l => l.There)
                .Select(g => g.OrderBy(l => l.Affiliation.EndedAt is not null).ThenByDescending(l => l.Affiliation.EndedAt).First()),
        ];

    /// <summary>One of them, also one that has ended; null when there is none here.</summary>
    public async Task<Line?> FindAsync(Guid id, CancellationToken ct = default) =>
        (await AllAsync(ct)).FirstOrDefault(l => l.Affiliation.Id == id);

    private async Task<IReadOnlyList<Line>> AllAsync(CancellationToken ct)
    {
        var here = organisation.Id;
        var found = await directory
            .Affiliations.AsNoTracking()
            .Where(a => (a.EndedAt == null || a.AgreedAt != null) && (a.ProposedBy == here || a.ProposedTo == here))
            .ToListAsync(ct);
        var balances = await work.ReadAsync(
            db => db.Accounts.Where(a => a.AffiliateId != null).ToDictionaryAsync(a => a.AffiliateId!.Value, a => a.Balance, ct),
            ct
        );
        var lines = new List<Line>();
        foreach (var affiliation in found)
        {
            var there = affiliation.Other(here);
            var profile = await names.GetAsync(there, ct);
            lines.Add(
                new(affiliation, there, profile.Name, profile.Slug, affiliation.ProposedTo == here, balances.GetValueOrDefault(there))
            );
        }
        return [.. lines.OrderBy(l => l.Name, StringComparer.CurrentCulture)];
    }

    /// <summary>An affiliation as this side sees it.</summary>
    /// <param name="WasAsked">True when the other side proposed it.</param>
    /// <param name="Owed">How many minutes of help this side owes the other; below zero for what it is owed.</param>
    public sealed record Line(Affiliation Affiliation, OrganisationId There, string Name, string Slug, bool WasAsked, long Owed)
    {
        /// <summary>Whether hours can cross now.</summary>
        public bool IsAgreed => Affiliation is { AgreedAt: not null, EndedAt: null };

        /// <summary>Whether hours could cross once and no longer.</summary>
        public bool IsEnded => Affiliation.EndedAt is not null;

        /// <summary>How much this side may owe, in minutes.</summary>
        public int WeMayOwe => WasAsked ? Affiliation.OtherMayOwe : Affiliation.ProposerMayOwe;

        /// <summary>How much the other side may owe, in minutes.</summary>
        public int TheyMayOwe => WasAsked ? Affiliation.ProposerMayOwe : Affiliation.OtherMayOwe;

        /// <summary>The limits that one side asks for, in minutes; null while nobody asks.</summary>
        public AskedLimits? Asked =>
            Affiliation is { LimitsAskedBy: { } by, ProposerWouldOwe: { } proposer, OtherWouldOwe: { } other }
                ? new(by == There, WasAsked ? other : proposer, WasAsked ? proposer : other)
                : null;
    }
}

/// <summary>Other limits than those agreed, as this side sees them. Amounts are minutes.</summary>
/// <param name="ByThem">True when the other side asks for them, false when this side does.</param>
public sealed record AskedLimits(bool ByThem, int WeMayOwe, int TheyMayOwe);
