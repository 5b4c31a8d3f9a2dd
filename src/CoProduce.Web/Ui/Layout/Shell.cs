namespace CoProduce.Web.Ui;

/// <summary>
/// What the frame of an organisation's page shows: a cascading value filled from the current organisation and person; without one the page
/// belongs to no organisation and the plain frame is used.
/// </summary>
/// <param name="Slug">The organisation's part of the address, such as "fair-shares".</param>
/// <param name="PersonName">The first name of the signed-in person; null when nobody is.</param>
/// <param name="Menu">The places this person may go to, see <see cref="Menu.For"/>.</param>
public sealed record Shell(string OrganisationName, string Slug, string? PersonName, IReadOnlyList<MenuEntry> Menu)
{
    /// <summary>The address of the organisation's logo; null shows the name alone.</summary>
    public string? LogoHref { get; init; }

    /// <summary>The number to call for help, as it is written; null when there is none.</summary>
    public string? Phone { get; init; }

    /// <summary>Changes when the organisation's colours do, so that browsers may keep its theme.css; null when it has none.</summary>
    public string? ThemeVersion { get; init; }

    /// <summary>Where the search box of the header sends what was typed as "q", without the slug; null for people who do not search.</summary>
    public string? SearchPath { get; init; }

    /// <summary>The person's other organisations, to change over to.</summary>
    public IReadOnlyList<Link> OtherOrganisations { get; init; } = [];

    /// <summary>The person's own page, without the slug; null for somebody who is no member.</summary>
    public string? ProfilePath { get; init; }

    /// <summary>Where a person signs in; the page to return to is added as "returnUrl".</summary>
    public string SignInHref { get; init; } = "account/sign-in";

    /// <summary>Whether the places are more than a member's own and stand at the side.</summary>
    public bool HasSide => Menu.Any(e => e.Place != MenuPlace.Mine);

    /// <summary>The name of the member for whom the person acts on this page; null for oneself.</summary>
    public string? ActsFor { get; init; }

    /// <summary>Where the sign-out button posts to.</summary>
    public string SignOutHref { get; init; } = "/account/sign-out";
}

/// <summary>Who a menu entry is for; a person sees it when they are any of these.</summary>
[Flags]
public enum Audience
{
    None = 0,
    Member = 1,
    PeerBroker = 2,
    Coordinator = 4,
    Trustee = 8,
    Manager = 16,
    Operator = 32,
}

/// <summary>The groups of the menu, by what people do there, in the order in which they are shown.</summary>
public enum MenuPlace
{
    /// <summary>A member's own places: at most five, also at the bottom of a phone.</summary>
    Mine,
    Today,
    People,
    Figures,
    Settings,
}

/// <summary>One place in the menu, registered by the capability that owns the page.</summary>
/// <param name="Text">The English words, translated where they are shown.</param>
/// <param name="Path">The page's address without the organisation's part; empty for its front page.</param>
/// <param name="Icon">A name of the icon set.</param>
/// <param name="Order">Within the group, small first.</param>
public sealed record MenuEntry(string Text, string Path, MenuPlace Place, string Icon, Audience For, int Order = 0);

/// <summary>All places that the capabilities registered.</summary>
public sealed class Menu(IEnumerable<MenuEntry> entries)
{
    private readonly IReadOnlyList<MenuEntry> all =
    [
        .. entries.OrderBy(e => e.Place).ThenBy(e => e.Order).ThenBy(e => e.Text, StringComparer.Ordinal),
    ];

    /// <summary>The places for somebody who is all of these, in order.</summary>
    public IReadOnlyList<MenuEntry> For(Audience who) => [.. all.Where(e => (e.For & who) != 0)];
}
