using System.Globalization;
using System.Text.RegularExpressions;
using CoProduce.Web.Data;
using CoProduce.Web.Features.Members;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Imports;

/// <summary>Whether it is known who is meant.</summary>
public enum WhoIs
{
    /// <summary>A member here.</summary>
    Member,

    /// <summary>The organisation itself.</summary>
    Organisation,

    /// <summary>Somebody who becomes a member with this import.</summary>
    New,

    /// <summary>Nobody has said yet who it is.</summary>
    Unknown,

    /// <summary>Their lines are left out.</summary>
    LeftOut,
}

/// <summary>Who is meant.</summary>
/// <param name="Member">Only for a member.</param>
/// <param name="Key">The key under which the name is decided; empty for a member.</param>
public readonly record struct Who(WhoIs Is, MemberId Member, string Key, string Spelling);

/// <summary>Everybody here by what files call them: the id where they come from, number, mail, name; and what was decided about names.</summary>
public sealed partial class PeopleIndex
{
    private readonly Dictionary<int, MemberId> byNumber = [];
    private readonly Dictionary<string, MemberId?> byEmail = [];
    private readonly Dictionary<string, MemberId?> byName = [];
    private readonly Dictionary<MemberId, Known> all = [];
    private readonly Dictionary<string, MemberId> bySource;
    private readonly Dictionary<string, ImportName> names;
    private readonly ILookup<string, Known> alike;
    private readonly string organisation;
    private readonly bool numbersCount;

    private PeopleIndex(
        IEnumerable<Known> people,
        Dictionary<string, MemberId> bySource,
        Dictionary<string, ImportName> names,
        string organisation,
        ImportSource source
    )
    {
        (this.bySource, this.names, this.organisation) = (bySource, names, Folded.Of(organisation));
        // A program with ids of its own does not mean our member numbers by them.
        numbersCount = bySource.Count == 0 || source is ImportSource.Plain or ImportSource.TimeOverflow or ImportSource.TimeOverflowOwn;
        foreach (var one in people)
        {
            all[one.Id] = one;
            byNumber[one.Number] = one.Id;
            byName[one.Name] = byName.ContainsKey(one.Name) ? null : one.Id; // two of a name: a person decides
            if (one.Email.Length > 0)
                byEmail[one.Email] = byEmail.ContainsKey(one.Email) ? null : one.Id;
        }
        alike = all.Values.ToLookup(k => Initials(k.Name));
    }

    /// <summary>The names of this import and what was decided about them.</summary>
    public IReadOnlyDictionary<string, ImportName> Names => names;

    /// <summary>Reads everybody, for one step of an import.</summary>
    public static async Task<PeopleIndex> ReadAsync(TenantDb db, Import import, string organisation, CancellationToken ct)
    {
        var people = await (
            from member in db.Members
            join contact in db.MemberContacts on member.Id equals contact.MemberId into contacts
            from contact in contacts.DefaultIfEmpty()
            orderby member.Number
            select new
            {
                member.Id,
                member.Number,
                member.SearchText,
                Email = contact == null ? "" : contact.Email,
            }
        ).ToListAsync(ct);
        var bySource = await db
            .ImportedRecords.Where(r => r.Kind == ImportKind.Members && r.Source == import.Source && r.UndoneAt == null)
            .ToDictionaryAsync(r => r.Key, r => new MemberId(r.TargetId), ct);
        var names = await db.ImportNames.Where(n => n.ImportId == import.Id).ToDictionaryAsync(n => n.Key, ct);
        return new(
            people.Select(p => new Known(p.Id, p.Number, WithoutNumber(p.SearchText, p.Number), Folded.Of(p.Email))),
            bySource,
            names,
            organisation,
            import.Source
        );
    }

    /// <summary>Who is meant, in this order: what was decided, the mail, the id where they come from, the number, the name.</summary>
    public Who Find(PersonWritten written)
    {
        var (text, email) = (Folded.Of(written.Text), Folded.Of(written.Email));
        if (written.IsOrganisation || (text.Length > 0 && text == organisation))
            return new(WhoIs.Organisation, default, "", written.Text);
        var spelling = written.Text.Length > 0 ? written.Text : written.Email;
        var key = Cut(Folded.Of(spelling));
        if (Decided(key) is { } decided)
            return decided with { Spelling = spelling };
        if ((ByEmail(email) ?? ByEmail(text)) is { } mail)
            return Found(mail);
        if (NameWithId().Match(written.Text) is { Success: true } both)
        {
            if (ById(both.Groups["id"].Value) is { } known)
                return Found(known);
            text = Folded.Of(both.Groups["name"].Value);
        }
        else if (ById(text) is { } known)
        {
            return Found(known);
        }
        return byName.GetValueOrDefault(text) is { } named ? Found(named) : new(WhoIs.Unknown, default, key, spelling);
    }

    /// <summary>The member with that mail; null when there is none, or several.</summary>
    public MemberId? ByEmail(string email) => email.Length > 0 && byEmail.TryGetValue(Folded.Of(email), out var id) ? id : null;

    /// <summary>The member with that number; null when there is none.</summary>
    public MemberId? ByNumber(int number) => byNumber.TryGetValue(number, out var id) ? id : null;

    /// <summary>The member's name, folded.</summary>
    public string NameOf(MemberId member) => all[member].Name;

    /// <summary>What was decided about the name; null when nothing was.</summary>
    public Who? Decided(string key)
    {
        for (var hops = 0; hops < 5 && names.TryGetValue(key, out var name); hops++)
        {
            switch (name.Choice)
            {
                case NameChoice.Member when name.MemberId is { } member:
                    return Found(member);
                case NameChoice.New:
                    return name.MemberId is { } made ? Found(made) : new(WhoIs.New, default, key, name.Spelling);
                case NameChoice.LeaveOut:
                    return new(WhoIs.LeftOut, default, key, name.Spelling);
                case NameChoice.SameAs:
                    key = name.SameAs;
                    break;
                case NameChoice.Open or NameChoice.Member:
                default:
                    return null;
            }
        }
        return null;
    }

    /// <summary>Members whose names are written alike: the same words in another order, a slip or two of the pen, the same surname.</summary>
    public IReadOnlyList<MemberId> Alike(string spelling, int most, bool surnameIsEnough)
    {
        var name = Folded.Of(NameWithId().Match(spelling) is { Success: true } both ? both.Groups["name"].Value : spelling);
        var near = Spellings.Alike(name);
        return
        [
            .. alike[Initials(name)]
                .Concat(surnameIsEnough ? all.Values : [])
                .DistinctBy(k => k.Id)
                .Select(k => (k.Id, Distance: near.To(k.Name, surnameIsEnough)))
                .Where(k => k.Distance is not null)
                .OrderBy(k => k.Distance)
                .Take(most)
                .Select(k => k.Id),
        ];
    }

    private MemberId? ById(string id) =>
        bySource.TryGetValue(LineCells.Key(id), out var member) ? member
        : numbersCount && int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? ByNumber(number)
        : null;

    private static Who Found(MemberId member) => new(WhoIs.Member, member, "", "");

    /// <summary>A key of a name that has room.</summary>
    public static string Cut(string text) => text.Length <= ImportName.Length ? text : text[..ImportName.Length];

    private static string WithoutNumber(string searchText, int number) =>
        searchText[..Math.Max(0, searchText.Length - number.ToString(CultureInfo.InvariantCulture).Length - 1)].Trim();

    private static string Initials(string name)
    {
        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return string.Concat(words.Select(w => w[0]).Order().Take(2));
    }

    private sealed record Known(MemberId Id, int Number, string Name, string Email);

    [GeneratedRegex(@"^(?<name>.+?)\s*\((?<id>[^()]+)\)\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex NameWithId();
}
