using System.Globalization;
using CoProduce.Web.Features.Care;
using CoProduce.Web.Features.Circles;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Organisations;
using CoProduce.Web.Features.Skills;
using Microsoft.AspNetCore.WebUtilities;

namespace CoProduce.Web.Features.MemberLists;

/// <summary>By what a list of members is sorted.</summary>
public enum MemberSort
{
    /// <summary>As the group is: by name, or the most urgent first.</summary>
    Usual,

    /// <summary>First name, last name.</summary>
    Name,

    /// <summary>Member number.</summary>
    Number,

    /// <summary>Time bank.</summary>
    Hub,

    /// <summary>Balance.</summary>
    Balance,

    /// <summary>Day of joining.</summary>
    Joined,
}

/// <summary>What a list of members says of each beside the name.</summary>
public enum MemberColumn
{
    Number,
    Hub,
    Balance,
    Last,
    Joined,
    Kind,
    Standing,
    Skills,
    SignsIn,
}

/// <summary>Which members a list shows, in which order and with which columns: the same for the page, the file and what is done to all of them. Null means any.</summary>
public sealed record MemberFilter
{
    /// <summary>The columns of a list that says nothing of them.</summary>
    public static readonly IReadOnlyList<MemberColumn> UsualColumns =
    [
        MemberColumn.Number,
        MemberColumn.Hub,
        MemberColumn.Balance,
        MemberColumn.Last,
        MemberColumn.Joined,
    ];

    private const string Without = "no-";

    public MemberGroup Group { get; init; }

    /// <summary>Parts of a name, a number, a whole telephone number or e-mail address.</summary>
    public string? Text { get; init; }

    /// <summary>Words of what they can give.</summary>
    public string? Skill { get; init; }
    public HubId? Hub { get; init; }
    public MemberKind? Kind { get; init; }

    /// <summary>Who is in that household or network now.</summary>
    public CircleId? Circle { get; init; }
    public bool? SignsIn { get; init; }

    /// <summary>The ISO code of a language that they speak.</summary>
    public string? Language { get; init; }

    /// <summary>How they like to be reached.</summary>
    public ContactWay? Reached { get; init; }

    /// <summary>True for those under 18.</summary>
    public bool Young { get; init; }

    /// <summary>The check that they have passed and that is in date, or that they lack.</summary>
    public CheckKindId? Check { get; init; }

    /// <summary>True for those who lack <see cref="Check"/>, or whose is over.</summary>
    public bool Lacks { get; init; }
    public DateOnly? JoinedFrom { get; init; }
    public DateOnly? JoinedTo { get; init; }

    /// <summary>In whole hours.</summary>
    public int? AtLeast { get; init; }

    /// <summary>In whole hours.</summary>
    public int? AtMost { get; init; }
    public MemberSort Sort { get; init; }

    /// <summary>True for the largest, or last, first.</summary>
    public bool Descending { get; init; }

    /// <summary>The columns in their order; empty for the usual ones.</summary>
    public EquatableColumns Columns { get; init; }

    /// <summary>The columns that are shown.</summary>
    public IReadOnlyList<MemberColumn> Shown => Columns.Value is { Count: > 0 } chosen ? chosen : UsualColumns;

    /// <summary>True when anything narrows the group.</summary>
    public bool Narrows => this with { Group = default, Sort = default, Descending = false, Columns = default } != new MemberFilter();

    /// <summary>Reads a query string; what cannot be understood is left out.</summary>
    public static MemberFilter Read(IQueryCollection query)
    {
        var asked = query["check"].ToString();
        var lacks = asked.StartsWith(Without, StringComparison.Ordinal);
        Guid? check = Guid.TryParse(lacks ? asked[Without.Length..] : asked, out var found) ? found : null;
        return new()
        {
            Group = Named<MemberGroup>(query["show"]) ?? MemberGroup.Active,
            Text = Word("q"),
            Skill = Word("skill"),
            Hub = Guid.TryParse(query["hub"], out var hub) ? new(hub) : null,
            Kind = Named<MemberKind>(query["kind"]),
            Circle = Guid.TryParse(query["circle"], out var circle) ? new(circle) : null,
            SignsIn = query["signs-in"].ToString() switch
            {
                "yes" => true,
                "no" => false,
                _ => null,
            },
            Language = SpokenLanguages.Find(query["language"].ToString())?.Code,
            Reached = Named<ContactWay>(query["reached"]),
            Young = query["age"] == "young",
            Check = check is { } kind ? new(kind) : null,
            Lacks = check is not null && lacks,
            JoinedFrom = Day("from"),
            JoinedTo = Day("to"),
            AtLeast = Hours("least"),
            AtMost = Hours("most"),
            Sort = Named<MemberSort>(query["sort"]) ?? MemberSort.Usual,
            Descending = query["order"] == "down",
            Columns = new([
                .. query["column"]
                    .SelectMany(c => (c ?? "").Split('.'))
                    .Select(Named<MemberColumn>)
                    .OfType<MemberColumn>()
                    .Distinct()
                    .Order(),
            ]),
        };

        string? Word(string name) =>
            query[name].ToString().Trim() is { Length: > 0 } text ? text[..Math.Min(text.Length, MemberSearch.TextLength)] : null;
        int? Hours(string name) =>
            int.TryParse(query[name], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var n)
                ? Math.Clamp(n, -100_000, 100_000)
                : null;
        DateOnly? Day(string name) =>
            DateOnly.TryParseExact(query[name], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
    }

    /// <summary>The address of a list with this filter.</summary>
    public string At(string path) => QueryHelpers.AddQueryString(path, Values.Select(v => KeyValuePair.Create(v.Key, (string?)v.Value)));

    /// <summary>What the filter says, by the names it has in an address; what is usual is left out.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Values =>
        [
            .. new (string Name, string? Value)[]
            {
                ("show", Group == MemberGroup.Active ? null : Small(Group)),
                ("q", Text),
                ("skill", Skill),
                ("hub", Hub?.Value.ToString()),
                ("kind", Kind is { } kind ? Small(kind) : null),
                ("circle", Circle?.Value.ToString()),
                (
                    "signs-in",
                    SignsIn switch
                    {
                        true => "yes",
                        false => "no",
                        null => null,
                    }
                ),
                ("language", Language),
                ("reached", Reached is { } way ? Small(way) : null),
                ("age", Young ? "young" : null),
                ("check", Check is { } check ? CheckValue(check, Lacks) : null),
                ("from", JoinedFrom?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
                ("to", JoinedTo?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
                ("least", AtLeast?.ToString(CultureInfo.InvariantCulture)),
                ("most", AtMost?.ToString(CultureInfo.InvariantCulture)),
                ("sort", Sort == MemberSort.Usual ? null : Small(Sort)),
                ("order", Descending ? "down" : null),
                ("column", Columns.Value is { Count: > 0 } columns ? string.Join('.', columns.Select(Small)) : null),
            }
                .Where(v => v.Value is not null)
                .Select(v => KeyValuePair.Create(v.Name, v.Value!)),
        ];

    /// <summary>A check in an address: had, or lacked.</summary>
    public static string CheckValue(CheckKindId check, bool lacks) => (lacks ? Without : "") + check.Value;

    private static string Small<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();

    private static T? Named<T>(string? text)
        where T : struct, Enum =>
        !int.TryParse(text, out _) && Enum.TryParse<T>(text, ignoreCase: true, out var value) && Enum.IsDefined(value) ? value : null;
}

/// <summary>Columns that are equal when they are the same ones.</summary>
public readonly record struct EquatableColumns(IReadOnlyList<MemberColumn>? Value)
{
    public bool Equals(EquatableColumns other) => (Value ?? []).SequenceEqual(other.Value ?? []);

    public override int GetHashCode() => Value?.Count ?? 0;
}
