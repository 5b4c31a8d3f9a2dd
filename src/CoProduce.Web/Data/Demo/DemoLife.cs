using CoProduce.Ledger;
using CoProduce.Web.Data.Demo.Help;
using CoProduce.Web.Features.Exchanges;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Offers;

namespace CoProduce.Web.Data.Demo;

/// <summary>Eighteen months of an organisation as plain facts, the same for the same plan, day and seed. Knows no database. Amounts are minutes.</summary>
public sealed record DemoLife(
    DemoOrganisation Organisation,
    DateOnly Start,
    DateOnly Today,
    IReadOnlyList<HelpKind> Kinds,
    IReadOnlyList<DemoMember> Members,
    IReadOnlyList<DemoNotice> Notices,
    IReadOnlyList<DemoExchange> Exchanges,
    IReadOnlyList<DemoGift> Gifts
)
{
    /// <summary>How many days the life lasts.</summary>
    public const int Days = 547;

    /// <summary>The zone of the clocks on its walls.</summary>
    public static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");

    /// <summary>Lives the eighteen months up to the evening before that day.</summary>
    public static DemoLife Simulate(DemoOrganisation plan, DateOnly today, int seed)
    {
        var dice = new DemoDice(plan.Slug.Aggregate(seed, (sum, letter) => unchecked(sum * 31 + letter)));
        var start = today.AddDays(-Days);
        var people = new DemoPeople(plan, start, today, dice).Draw();
        var days = new DemoDays(plan, start, today, people, dice);
        days.Live();
        return new DemoLife(
            plan,
            start,
            today,
            [.. plan.Help.Concat(plan.Shifts.Select(s => s.Kind)).Concat(people.SelectMany(p => p.Can)).Distinct()],
            [.. people.Select(p => p.Facts)],
            [.. days.Notices.OrderBy(n => n.MadeAt)],
            [.. days.Exchanges.OrderBy(e => e.LoggedAt)],
            [.. days.Gifts.OrderBy(g => g.At)]
        );
    }

    /// <summary>A moment by the clocks on the walls.</summary>
    public static DateTimeOffset At(DateOnly day, int minuteOfDay)
    {
        var wall = day.ToDateTime(TimeOnly.MinValue).AddMinutes(minuteOfDay);
        return new DateTimeOffset(wall, Zone.GetUtcOffset(wall)).ToUniversalTime();
    }
}

/// <summary>A member of a demo organisation.</summary>
/// <param name="Number">The number on the card, from 1 in the order of joining.</param>
/// <param name="Place">The index of the hub.</param>
/// <param name="Email">Null for none.</param>
/// <param name="Phone">Null for none.</param>
/// <param name="Address">Null where none is kept.</param>
/// <param name="Character">What the plan says of them; null for the rest.</param>
public sealed record DemoMember(
    int Number,
    string Given,
    string Family,
    bool IsGroup,
    int Place,
    DateOnly JoinedOn,
    DateOnly? LeftOn,
    DateOnly? BornOn,
    ContactWay Prefers,
    string? Email,
    string? Phone,
    string? Address,
    string About,
    string AccessNeeds,
    IReadOnlyList<(HelpKind Kind, string Words)> Skills,
    DemoCharacter? Character
)
{
    /// <summary>Whether they use the screen themselves.</summary>
    public bool IsOnline => Email is not null;
}

/// <summary>An offer or a request of a demo member.</summary>
/// <param name="Member">The member's number.</param>
public sealed record DemoNotice(
    OfferKind Kind,
    int Member,
    HelpKind Help,
    string Title,
    string Details,
    DateOnly? NeededBy,
    DateTimeOffset MadeAt,
    Door Door,
    OfferStatus Status,
    DateTimeOffset? ClosedAt
);

/// <summary>Help that one member gave another or the organisation, and what became of it.</summary>
/// <param name="Giver">The giver's number.</param>
/// <param name="Receiver">The receiver's number; null when it was for the organisation.</param>
/// <param name="LoggedFor">The number of the member who logged it or for whom it was logged; null when a coordinator logged it for both.</param>
public sealed record DemoExchange(
    int Giver,
    int? Receiver,
    HelpKind Help,
    string Description,
    int Minutes,
    DateOnly ServiceDate,
    DateTimeOffset LoggedAt,
    int? LoggedFor,
    Door Door,
    DemoFate Fate
);

/// <summary>What became of an exchange. Hours moved when <paramref name="ConfirmedAt"/> is set.</summary>
/// <param name="DisputedBy">The number of the member who said it is not right; null when nobody did.</param>
/// <param name="EndedAt">When it was withdrawn or reversed; null otherwise.</param>
public sealed record DemoFate(
    ExchangeStatus Status,
    DateTimeOffset? ConfirmedAt = null,
    Confirmation? ConfirmedBy = null,
    DateTimeOffset? DisputedAt = null,
    int? DisputedBy = null,
    string DisputeReason = "",
    DateTimeOffset? EndedAt = null,
    string EndReason = ""
);

/// <summary>Minutes given away.</summary>
/// <param name="From">The giver's number.</param>
/// <param name="To">The number of the member who got them; null for the community pot.</param>
public sealed record DemoGift(int From, int? To, int Minutes, DateTimeOffset At);
