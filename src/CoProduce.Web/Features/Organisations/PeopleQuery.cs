using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Organisations;

/// <summary>Who holds which role, and who has been invited and not come yet.</summary>
public sealed class PeopleQuery(UnitOfWork work, TimeProvider clock)
{
    /// <summary>The most people on one page of the list.</summary>
    public const int PageSize = 50;

    /// <summary>One page of the people with a place here: those with more than a member's role first, then by name.</summary>
    public Task<Page> ListAsync(int page, CancellationToken ct = default) =>
        work.ReadAsync(
            async db =>
            {
                var here = db.RoleHolders.Where(h => h.EndedAt == null);
                var people = await here.Select(h => new Person(h.Id, h.Name, h.Roles, h.MemberId != null)).ToListAsync(ct);
                var now = clock.GetUtcNow();
                var invited = await db
                    .Invitations.Where(i => i.EndedAt == null && i.ExpiresAt > now)
                    .OrderBy(i => i.Name)
                    .Select(i => new Invited(i.Id, i.Name, i.Email, i.Roles, i.ExpiresAt))
                    .ToListAsync(ct);
                return new Page(
                    [
                        .. people
                            .OrderBy(p => p.Roles.TrueForAll(r => r == Role.Member))
                            .ThenBy(p => p.Name, StringComparer.CurrentCultureIgnoreCase)
                            .Skip((page - 1) * PageSize)
                            .Take(PageSize),
                    ],
                    (people.Count + PageSize - 1) / PageSize,
                    invited
                );
            },
            ct
        );

    /// <summary>One person; null when they have no place here.</summary>
    public Task<Person?> FindAsync(Guid id, CancellationToken ct = default) =>
        work.ReadAsync(
            db =>
                db.RoleHolders.Where(h => h.EndedAt == null && h.Id == new RoleHolderId(id))
                    .Select(h => new Person(h.Id, h.Name, h.Roles, h.MemberId != null))
                    .SingleOrDefaultAsync(ct),
            ct
        );

    /// <summary>Somebody with a place here.</summary>
    public sealed record Person(RoleHolderId Id, string Name, List<Role> Roles, bool IsMember);

    /// <summary>Somebody who was invited.</summary>
    public sealed record Invited(Guid Id, string Name, string Email, List<Role> Roles, DateTimeOffset ExpiresAt);

    /// <summary>A page of the list.</summary>
    public sealed record Page(IReadOnlyList<Person> People, int Pages, IReadOnlyList<Invited> Invited);
}
