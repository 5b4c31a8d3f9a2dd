using CoProduce.Web.Features.Members;
using Microsoft.AspNetCore.StaticAssets;

namespace CoProduce.Web.Features.Accounts;

/// <summary>Lets a page answer also for somebody who acts for a member. Without it a page is never answered for another.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class AlsoForAnotherAttribute : Attribute;

/// <summary>The member for whom the address of this request asks to act. Whether the person may is decided by <see cref="CurrentPerson"/>.</summary>
public sealed record ForAnother(MemberId Member)
{
    /// <summary>The first part of an address by which somebody acts for a member.</summary>
    public const string Prefix = "for";

    /// <summary>The beginning of the address of everything done for that member, without a slash at either end.</summary>
    public static string BaseOf(MemberId member) => $"{Prefix}/{member.Value}";
}

/// <summary>
/// Takes "/for/{member}" off the address before a page is looked for and keeps it as the base of the page, so that each relative link and form of the
/// page stays with the member. Two tabs may therefore act for two members; nothing is remembered between requests.
/// </summary>
public sealed class ForAnotherMiddleware(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext http)
    {
        var (path, before) = (http.Request.Path, http.Request.PathBase);
        if (MemberIn(path) is { } found)
        {
            http.Features.Set(new ForAnother(found.Member));
            (http.Request.PathBase, http.Request.Path) = (before + found.Base, found.After);
        }
        try
        {
            await next(http);
        }
        finally
        {
            // The pages of problems belong to nobody.
            http.Features.Set<ForAnother>(null);
            (http.Request.PathBase, http.Request.Path) = (before, path);
        }
    }

    /// <summary>Lets through what may be asked for another. What is only read and belongs to oneself is shown as such; anything else is not there.</summary>
    public static async Task GuardAsync(HttpContext http, Func<Task> next)
    {
        var endpoint = http.GetEndpoint()?.Metadata;
        if (
            http.Features.Get<ForAnother>() is null
            || endpoint?.GetMetadata<AlsoForAnotherAttribute>() is not null
            || endpoint?.GetMetadata<StaticAssetDescriptor>() is not null
        )
            await next();
        else if (HttpMethods.IsGet(http.Request.Method))
            http.Response.Redirect("/" + http.Request.Path.Value!.TrimStart('/', '\\') + http.Request.QueryString); // two slashes would lead to another site
        else
            http.Response.StatusCode = StatusCodes.Status404NotFound;
    }

    private static (MemberId Member, PathString Base, PathString After)? MemberIn(PathString path)
    {
        if (!path.StartsWithSegments("/" + ForAnother.Prefix, out var after) || after.Value is not { Length: > 1 } rest)
            return null;
        var end = rest.IndexOf('/', 1);
        return Guid.TryParseExact(end < 0 ? rest[1..] : rest[1..end], "D", out var member)
            ? (new(member), "/" + ForAnother.BaseOf(new(member)), end < 0 ? "/" : rest[end..])
            : null;
    }
}
