using System.Text;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Members;
using FluentValidation;

namespace CoProduce.Web.Features.Privacy;

/// <summary>Registers what the capability owns: consents, one's own data, erasure and the directory.</summary>
public static class PrivacyFeature
{
    public static IServiceCollection AddPrivacy(this IServiceCollection services)
    {
        services.AddScoped<ConsentsQuery>().AddScoped<GiveConsent>().AddScoped<ChangeWording>();
        services.AddScoped<DirectoryQuery>().AddScoped<MyDataQuery>().AddScoped<EraseMember>();
        return services.AddSingleton<IValidator<WordingForm>, WordingRules>().AddSingleton<IValidator<EraseForm>, EraseRules>();
    }

    /// <summary>Everything about a member as a file: for themself, and for a coordinator who hands it to them.</summary>
    public static IEndpointRouteBuilder MapPrivacy(this IEndpointRouteBuilder routes)
    {
        routes
            .MapGet("/{organisation}/me/data.json", async (MyDataQuery query, CancellationToken ct) => File(await query.MineAsync(ct)))
            .WithMetadata(new AllowRolesAttribute(Role.Member));
        routes
            .MapGet(
                "/{organisation}/members/{id:guid}/data.json",
                async (Guid id, MyDataQuery query, CancellationToken ct) => File(await query.ForAsync(new MemberId(id), ct))
            )
            .WithMetadata(new AllowRolesAttribute(Role.Coordinator));
        return routes;
    }

    private static IResult File(MyData? data) =>
        data is null
            ? Results.NotFound()
            : Results.File(Encoding.UTF8.GetBytes(MyDataQuery.Json(data)), "application/json", "my-data.json");
}
