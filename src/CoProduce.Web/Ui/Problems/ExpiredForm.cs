namespace CoProduce.Web.Ui;

/// <summary>A form that was open too long to be accepted: where it went and what was typed, so that one press sends it again. A feature of the request.</summary>
/// <param name="Fields">Name and text, in the order of the form; without the spent token and without passwords and PINs.</param>
public sealed record ExpiredForm(string Address, IReadOnlyList<(string Name, string Text)> Fields)
{
    /// <summary>
    /// What was sent; null when it did not come from a page of ours, because then it may be a stranger's page that would have the person
    /// press our button.
    /// </summary>
    public static async Task<ExpiredForm?> ReadAsync(HttpRequest request, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (!request.HasFormContentType || !FromOurOwnPage(request))
            return null;
        var form = await request.ReadFormAsync(cancel);
        var fields = form.Where(f => Keep(f.Key)).SelectMany(f => f.Value, (f, text) => (f.Key, text ?? ""));
        return new(request.PathBase + request.Path + request.QueryString, [.. fields]);
    }

    private static bool Keep(string name) =>
        name != "__RequestVerificationToken"
        && !name.Contains("password", StringComparison.OrdinalIgnoreCase)
        && !name.EndsWith("Pin", StringComparison.Ordinal);

    private static bool FromOurOwnPage(HttpRequest request)
    {
        if (request.Headers["Sec-Fetch-Site"].ToString() is { Length: > 0 } site)
            return site == "same-origin";
        return Uri.TryCreate(request.Headers.Origin, UriKind.Absolute, out var origin)
            && origin.Authority.Equals(request.Host.Value, StringComparison.OrdinalIgnoreCase);
    }
}
