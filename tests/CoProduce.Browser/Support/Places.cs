namespace CoProduce.Browser.Support;

/// <summary>A page as somebody sees it.</summary>
/// <param name="Path">Its address, or where the way to it begins. <see cref="Answer"/> stands for the link of a letter.</param>
/// <param name="As">The sign-in that looks at it; null for a stranger.</param>
/// <param name="Links">The links that lead on to it, by their selectors: the way to pages whose address holds an id.</param>
public sealed record Place(string Path, string? As, params string[] Links)
{
    /// <summary>The page that a letter about a waiting exchange leads to.</summary>
    public const string Answer = "{answer}";

    public override string ToString() => string.Join(" → ", [Path, .. Links]);
}

/// <summary>Every page that a person can reach, and as whom it is looked at.</summary>
public static class Places
{
    public const string Member = "member@fair-shares.example";
    public const string Coordinator = "coordinator@fair-shares.example";
    public const string PeerBroker = "peer-broker@fair-shares.example";
    public const string Trustee = "trustee@fair-shares.example";
    public const string Manager = "manager@fair-shares.example";
    public const string Operator = "operator@coproduce.example";

    private const string FirstMember = "main tbody th a";
    private const string MemberWithoutSignIn = "main tbody tr:nth-child(8) th a";

    public static readonly IReadOnlyList<Place> All =
    [
        new("/", null),
        new("/style", null),
        new("/style/paper", null),
        new("/display", null),
        new("/mail", null),
        new("/fair-shares", null),
        new("/fair-shares/sign-in", null),
        new("/account/sign-in", null),
        new("/account/forgot", null),
        new("/nowhere/at/all", null),
        new(Place.Answer, null),
        new("/fair-shares/answer/worn-out", null),
        new("/fair-shares", Member),
        new("/fair-shares", Member, "main a[href*='/exchanges/']"),
        new("/fair-shares", Member, "main a[href*='/series/']"),
        new("/fair-shares/log", Member),
        new("/fair-shares/log?gave=true", Member),
        new("/fair-shares/log/several?gave=true", Member),
        new("/fair-shares/answer/series/worn-out", null),
        new("/fair-shares/statement", Member),
        new("/fair-shares/statement?large=", Member),
        new("/fair-shares/offers", Member),
        new("/fair-shares/offers", Member, "main .lines a"),
        new("/fair-shares/offers?show=mine", Member),
        new("/fair-shares/offers?show=mine", Member, "main .lines a"),
        new("/fair-shares/offers?show=mine", Member, "main .lines a", "main a[href$='/change']"),
        new("/fair-shares/offers/new", Member),
        new("/fair-shares/requests/new", Member),
        new("/fair-shares/gift", Member),
        new("/fair-shares/gift/elsewhere", Member),
        new("/fair-shares/me", Member),
        new("/fair-shares/me/change", Member),
        new("/fair-shares/desk?q=an", PeerBroker),
        new("/fair-shares/desk?q=an", PeerBroker, "main .lines a[href*='/members/']"),
        new("/fair-shares/today", Coordinator),
        new("/fair-shares/desk", Coordinator),
        new("/fair-shares/desk?q=an", Coordinator),
        new("/fair-shares/desk?q=qqqq", Coordinator),
        new("/fair-shares/desk/log", Coordinator),
        new("/fair-shares/desk/log/several", Coordinator),
        new("/fair-shares/register", Coordinator),
        new("/fair-shares/exchanges", Coordinator),
        new("/fair-shares/exchanges/grid", Coordinator),
        new("/fair-shares/exchanges?status=Confirmed", Coordinator, "main a[href$='/settle']"),
        new("/fair-shares/exchanges?status=Disputed", Coordinator, "main a[href$='/settle']"),
        new("/fair-shares/exchanges?status=Confirmed", Coordinator, "main a[href$='/settle']", "main a[href$='/correct']"),
        new("/fair-shares/exchanges?status=Reversed&q=loft", Coordinator, "main a[href$='/settle']"),
        new("/fair-shares/today", Coordinator, "main li:has-text('curtains') a[href$='/settle']"),
        new("/fair-shares/today", Coordinator, "main li:has-text('hedge') a[href$='/settle']"),
        new("/fair-shares/today", Coordinator, "main a[href*='/series/']"),
        new("/fair-shares/board", Coordinator),
        new("/fair-shares/members", Coordinator),
        new("/fair-shares/members?q=a&least=1&column=skills", Coordinator),
        new("/fair-shares/members/lists", Coordinator),
        new("/fair-shares/members/together?whom=all&show=quiet&do=suspend", Coordinator),
        new("/fair-shares/between", Coordinator),
        new("/fair-shares/between", Coordinator, "main .lines a"),
        new("/fair-shares/between", Coordinator, "main .lines a", "main tbody tr:first-child a"),
        new("/fair-shares/between", Coordinator, "main .lines a", "main tbody tr:nth-child(3) a"),
        new("/fair-shares/between", Coordinator, "main .lines a", "main tbody tr:nth-child(4) a"),
        new("/fair-shares/between", Trustee, "main .lines a"),
        new("/fair-shares/between/log", Coordinator),
        new("/fair-shares/between/log?gift=yes", Coordinator),
        new("/fair-shares/accounts", Coordinator),
        new("/fair-shares/accounts", Coordinator, "main .lines a"),
        new("/fair-shares/accounts", Coordinator, "main .lines a:has-text('allotment')"),
        new("/fair-shares/accounts", Coordinator, "main .lines a:has-text('allotment')", "main a[href$='/spend']"),
        new("/fair-shares/accounts", Coordinator, "main .lines a:has-text('Gloucester')"),
        new("/fair-shares/accounts/move", Coordinator, "main a[href*='Contribution' i]"),
        new("/fair-shares/desk?q=Margaret%20Jones", Coordinator, "main .lines a[href*='/members/']", "main a[href$='/floor']"),
        new("/fair-shares/members/new", Coordinator),
        new("/fair-shares/members", Coordinator, FirstMember),
        new("/fair-shares/members", Coordinator, FirstMember, "main a[href$='/edit']"),
        new("/fair-shares/members", Coordinator, FirstMember, "main a[href$='/standing']"),
        new("/fair-shares/members", Coordinator, FirstMember, "main a[href$='/standing']", "main a[href$='/leave']"),
        new("/fair-shares/members", Coordinator, MemberWithoutSignIn, "main a[href$='/invite']"),
        new("/fair-shares/members", Coordinator, FirstMember, "main a[href$='/statement']"),
        new("/fair-shares/members", Coordinator, FirstMember, "main a[href$='/requests/new']"),
        new("/fair-shares/members", Coordinator, FirstMember, "main a[href$='/offers/new']"),
        new("/fair-shares/members", Coordinator, FirstMember, "main a[href$='/floor']"),
        new("/fair-shares/members?show=left", Coordinator, FirstMember, "main a[href$='/return']"),
        new("/fair-shares/holds", Coordinator),
        new("/fair-shares/holds?show=ended", Coordinator),
        new("/fair-shares/holds", Coordinator, "main .line-actions a"),
        new("/fair-shares/holds?show=ended", Coordinator, "main .line-actions a"),
        new("/fair-shares/holds/new", Coordinator),
        new("/fair-shares/proof", Trustee),
        new("/fair-shares/proof/close", Manager),
        new("/fair-shares/report", Trustee),
        new("/fair-shares/report?period=months&from=2026-09&until=2026-01", Trustee),
        new("/fair-shares/settings", Manager),
        new("/fair-shares/settings/logo", Manager),
        new("/fair-shares/settings/hubs", Manager),
        new("/fair-shares/settings/hubs/new", Manager),
        new("/fair-shares/settings/hubs", Manager, "main .lines a"),
        new("/fair-shares/settings/categories", Manager),
        new("/fair-shares/settings/categories/new", Manager),
        new("/fair-shares/settings/categories", Manager, "main .lines a"),
        new("/fair-shares/settings/contributions", Manager),
        new("/fair-shares/settings/contributions/new", Manager),
        new("/fair-shares/settings/contributions", Manager, "main .lines a"),
        new("/fair-shares/imports", Manager),
        new("/fair-shares/archive", Manager),
        new("/fair-shares/affiliations", Manager),
        new("/fair-shares/affiliations", Manager, "main .lines li:first-child a"),
        new("/fair-shares/affiliations", Manager, "main .lines li:last-child a"),
        new("/fair-shares/affiliations/new", Manager),
        new("/fair-shares/people", Manager),
        new("/fair-shares/people/invite", Manager),
        new("/fair-shares/people", Manager, "main .lines a"),
        new("/operator", Operator),
        new("/operator/new", Operator),
        new("/account", Member),
        new("/account/name", Member),
        new("/account/email", Member),
        new("/account/password", Member),
        new("/account/passkeys", Member),
        new("/account/second-step", Member),
        new("/account/everywhere", Member),
        new("/account/code", null),
        new("/account/reset", null),
        new("/fair-shares/join/no-such-letter", null),
    ];
}
