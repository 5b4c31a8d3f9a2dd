using FluentValidation;

namespace CoProduce.Web.Features.Members;

/// <summary>Registers what the capability owns: members and their details.</summary>
public static class MembersFeature
{
    public static IServiceCollection AddMembers(this IServiceCollection services)
    {
        services.AddScoped<AddMember>().AddScoped<ContactDoor>();
        services.AddSingleton<IValidator<AddMemberForm>, AddMemberRules>();
        return services;
    }
}
