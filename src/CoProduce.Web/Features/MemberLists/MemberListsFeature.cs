using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Ui;
using FluentValidation;

namespace CoProduce.Web.Features.MemberLists;

/// <summary>Registers what the capability owns: the lists of members.</summary>
public static class MemberListsFeature
{
    public static IServiceCollection AddMemberLists(this IServiceCollection services)
    {
        services.AddScoped<MembersQuery>().AddScoped<MembersCsv>();
        services.AddScoped<SavedListsQuery>().AddScoped<KeepList>().AddScoped<DropList>().AddScoped<ChangeTogether>();
        services.AddSingleton<IValidator<KeepListForm>, KeepListRules>().AddSingleton<IValidator<TogetherForm>, TogetherRules>();
        return services.AddMenu(new MenuEntry("Members", "members", MenuPlace.People, "people", Audience.Coordinator, 1));
    }

    /// <summary>The list as a file.</summary>
    public static IEndpointRouteBuilder MapMemberLists(this IEndpointRouteBuilder routes)
    {
        routes
            .MapGet("/{organisation}/members.csv", (HttpContext http, MembersCsv csv) => csv.WriteAsync(http))
            .WithMetadata(new AllowRolesAttribute(Role.Coordinator));
        return routes;
    }
}
