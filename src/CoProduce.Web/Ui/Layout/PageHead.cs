using Microsoft.AspNetCore.Components;

namespace CoProduce.Web.Ui;

/// <summary>Lets the form of a page tell its title, which was rendered before it, that something is wrong.</summary>
public sealed class PageHead
{
    /// <summary>Raised when <see cref="InError"/> changes.</summary>
    public event Action? Changed;

    /// <summary>Whether a form of the page was sent back with errors.</summary>
    public bool InError { get; private set; }

    /// <summary>Says whether a form has errors.</summary>
    public void HasErrors(bool any)
    {
        if (InError == any)
            return;
        InError = any;
        Changed?.Invoke();
    }
}

/// <summary>Addresses on the page itself.</summary>
public static class Anchors
{
    /// <summary>The running page's address with its query and "#id": the base element makes a bare "#id" lead to the front page.</summary>
    public static string Here(this NavigationManager nav, string id)
    {
        ArgumentNullException.ThrowIfNull(nav);
        return $"{nav.PathAndQuery()}#{id}";
    }

    /// <summary>The running page's own address, for links that return here.</summary>
    public static string PathAndQuery(this NavigationManager nav)
    {
        ArgumentNullException.ThrowIfNull(nav);
        return new Uri(nav.Uri).PathAndQuery;
    }
}
