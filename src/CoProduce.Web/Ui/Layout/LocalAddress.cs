namespace CoProduce.Web.Ui;

/// <summary>Addresses to return to that came from outside: only our own pages are followed.</summary>
public static class LocalAddress
{
    /// <summary>The address when it is a path of this site, otherwise the front page.</summary>
    public static string OrHome(string? address) =>
        address is ['/', ..]
        && !address.StartsWith("//", StringComparison.Ordinal)
        && !address.StartsWith("/\\", StringComparison.Ordinal)
        && !address.Any(char.IsControl)
            ? address
            : "/";
}
