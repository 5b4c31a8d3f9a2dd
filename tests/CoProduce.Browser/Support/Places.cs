namespace CoProduce.Browser.Support;

/// <summary>Every page that a person can reach, and as whom it is looked at. {o} is the organisation.</summary>
public static class Places
{
    public const string Member = "member@fair-shares.example";
    public const string Coordinator = "coordinator@fair-shares.example";
    public const string Trustee = "trustee@fair-shares.example";
    public const string Manager = "manager@fair-shares.example";
    public const string Operator = "operator@coproduce.example";

    /// <summary>Address and the sign-in that looks at it; null for a stranger.</summary>
    public static readonly IReadOnlyList<(string Path, string? As)> All =
    [
        ("/", null),
        ("/style", null),
        ("/fair-shares", null),
        ("/fair-shares/sign-in", null),
        ("/account/sign-in", null),
        ("/account/forgot", null),
        ("/nowhere/at/all", null),
        ("/fair-shares", Member),
        ("/fair-shares/log", Member),
        ("/fair-shares/statement", Member),
        ("/fair-shares/offers", Member),
        ("/fair-shares/offers/new", Member),
        ("/fair-shares/requests/new", Member),
        ("/fair-shares/gift", Member),
        ("/fair-shares/me", Member),
        ("/fair-shares/today", Coordinator),
        ("/fair-shares/desk?q=an", Coordinator),
        ("/fair-shares/desk/log", Coordinator),
        ("/fair-shares/exchanges", Coordinator),
        ("/fair-shares/members/new", Coordinator),
        ("/fair-shares/board", Coordinator),
        ("/fair-shares/report", Trustee),
        ("/fair-shares/settings", Manager),
        ("/fair-shares/settings/hubs", Manager),
        ("/fair-shares/settings/categories", Manager),
        ("/fair-shares/people", Manager),
        ("/operator", Operator),
        ("/account", Member),
        ("/account/name", Member),
        ("/account/email", Member),
        ("/account/password", Member),
        ("/account/passkeys", Member),
        ("/account/second-step", Member),
        ("/account/everywhere", Member),
        ("/account/code", null),
        ("/account/reset", null),
        ("/fair-shares/join/no-such-letter", null),
    ];
}
