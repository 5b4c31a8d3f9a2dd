using CoProduce.Web.Data;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Doubles;

/// <summary>What two records have in common.</summary>
[Flags]
public enum Alike
{
    /// <summary>Nothing that would be noticed.</summary>
    Nothing = 0,

    /// <summary>The whole name, without accents and capitals.</summary>
    Name = 1,

    /// <summary>The date of birth, and the first or the last name with it: a shared birthday alone says little.</summary>
    Birth = 2,

    /// <summary>The e-mail address.</summary>
    Email = 4,

    /// <summary>The telephone number, however it is spaced.</summary>
    Phone = 8,
}

/// <summary>Two records that may be of one person.</summary>
/// <param name="One">The lower number.</param>
/// <param name="Other">The higher number.</param>
/// <param name="Alike">Why; what it is stays behind the door to contact details.</param>
public sealed record MaybeDouble(Side One, Side Other, Alike Alike)
{
    /// <summary>As the form posts the two.</summary>
    public string Key => new Pair(One.Id, Other.Id).ToString();
}

/// <summary>One of the two.</summary>
public sealed record Side(MemberId Id, int Number, string Name, string Hub, MemberStatus Status, DateOnly JoinedOn);

/// <summary>All that may be doubles, and those that were said to be none.</summary>
public sealed record DoublesFound(IReadOnlyList<MaybeDouble> Open, IReadOnlyList<MaybeDouble> Apart);

/// <summary>Finds members who stand in the books twice, by what they have in common.</summary>
public sealed class DoublesQuery(UnitOfWork work)
{
    /// <summary>Both lists, by the lower number. The erased and those put together with another are in neither, and a person is never a double of an organisation.</summary>
    public Task<DoublesFound> ReadAsync(CancellationToken ct = default) => work.ReadAsync(db => ReadAsync(db, ct), ct);

    private static async Task<DoublesFound> ReadAsync(TenantDb db, CancellationToken ct)
    {
        var rows = await (
            from m in db.Members
            where m.ErasedOn == null && !db.MemberMerges.Any(x => x.GoneId == m.Id && x.UndoneAt == null)
            join h in db.Hubs on m.HubId equals h.Id
            join c in db.MemberContacts on m.Id equals c.MemberId into contacts
            from c in contacts.DefaultIfEmpty()
            orderby m.Number
            select new Known(
                m.Id,
                m.Number,
                m.Kind,
                m.FirstName,
                m.LastName,
                h.Name,
                m.Status,
                m.JoinedOn,
                c == null ? "" : c.Email,
                c == null ? "" : c.Phone,
                c == null ? null : c.BornOn
            )
        ).ToListAsync(ct);
        var said = (await db.NotDoubles.AsNoTracking().ToListAsync(ct)).Select(d => new Pair(d.FirstId, d.SecondId)).ToHashSet();
        Dictionary<(Known, Known), Alike> found = [];
        Note(Alike.Name, k => Folded.Of($"{k.FirstName} {k.LastName}"));
        Note(Alike.Email, k => k.Email.Trim().ToUpperInvariant());
        Note(Alike.Phone, k => string.Concat(k.Phone.Where(char.IsAsciiDigit)));
        Note(Alike.Birth, k => k.BornOn is { } day ? $"{day:O} {Folded.Of(k.FirstName)}" : "");
        Note(Alike.Birth, k => k.BornOn is { } day && k.LastName.Length > 0 ? $"{day:O} {Folded.Of(k.LastName)}" : "");
        var pairs = found
            .OrderBy(f => f.Key.Item1.Number)
            .ThenBy(f => f.Key.Item2.Number)
            .Select(f => new MaybeDouble(f.Key.Item1.Side, f.Key.Item2.Side, f.Value))
            .ToLookup(d => said.Contains(new(d.One.Id, d.Other.Id)));
        return new([.. pairs[false]], [.. pairs[true]]);

        // The rows come by number, so the lower one of two always comes first.
        void Note(Alike alike, Func<Known, string> by)
        {
            foreach (var same in rows.Where(k => by(k).Length > 0).GroupBy(k => (k.Kind, by(k))).Select(g => g.ToList()))
                for (var i = 0; i < same.Count; i++)
                    foreach (var other in same.Skip(i + 1))
                        found[(same[i], other)] = found.GetValueOrDefault((same[i], other)) | alike;
        }
    }

    private sealed record Known(
        MemberId Id,
        int Number,
        MemberKind Kind,
        string FirstName,
        string LastName,
        string Hub,
        MemberStatus Status,
        DateOnly JoinedOn,
        string Email,
        string Phone,
        DateOnly? BornOn
    )
    {
        public Side Side => new(Id, Number, $"{FirstName} {LastName}".Trim(), Hub, Status, JoinedOn);
    }
}
