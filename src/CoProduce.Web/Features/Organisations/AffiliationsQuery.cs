using CoProduce.Web.Data;
using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Organisations;

/// <summary>Reads with which organisations this one exchanges, or has been asked to.</summary>
public sealed class AffiliationsQuery(UnitOfWork work, CurrentOrganisation organisation, DirectoryDb directory, OrganisationDirectory names)
{
    /// <summary>Those that stand or wait for an answer, by the other's name.</summary>
    public async Task<IReadOnlyList<Line>> ListAsync(CancellationToken ct = default)
    {
        var here = organisation.Id;
        var found = await directory
            .Affiliations.AsNoTracking()
            .Where(a => a.EndedAt == null && (a.ProposedBy == here || a.ProposedTo == here))
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

    /// <summary>One of them; null when there is none here.</summary>
    public async Task<Line?> FindAsync(Guid id, CancellationToken ct = default) =>
        (await ListAsync(ct)).FirstOrDefault(l => l.Affiliation.Id == id);

    /// <summary>An affiliation as this side sees it.</summary>
    /// <param name="WasAsked">True when the other side proposed it.</param>
    /// <param name="Owed">How many minutes of help this side owes the other; below zero for what it is owed.</param>
    public sealed record Line(Affiliation Affiliation, OrganisationId There, string Name, string Slug, bool WasAsked, long Owed)
    {
        public bool IsAgreed => Affiliation.AgreedAt is not null;

        /// <summary>How much this side may owe, in minutes.</summary>
        public int WeMayOwe => WasAsked ? Affiliation.OtherMayOwe : Affiliation.ProposerMayOwe;

        /// <summary>How much the other side may owe, in minutes.</summary>
        public int TheyMayOwe => WasAsked ? Affiliation.ProposerMayOwe : Affiliation.OtherMayOwe;
    }
}
