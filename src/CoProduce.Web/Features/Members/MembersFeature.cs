using CoProduce.Web.Ui;
using FluentValidation;

namespace CoProduce.Web.Features.Members;

/// <summary>Registers what the capability owns: members and their details.</summary>
public static class MembersFeature
{
    public static IServiceCollection AddMembers(this IServiceCollection services)
    {
        services.AddScoped<AddMember>().AddScoped<ContactDoor>().AddScoped<PeopleHereQuery>();
        services.AddScoped<ProfileQuery>().AddScoped<ChangeProfile>().AddScoped<KeepSkills>();
        services.AddSingleton<IValidator<ProfileForm>, ProfileRules>();
        services.AddSingleton<IValidator<SkillForm>, SkillRules>();
        services.AddMenu(new MenuEntry("My profile", "me", MenuPlace.Mine, "person", Audience.Member, 5));
        services.AddSingleton<IValidator<AddMemberForm>, AddMemberRules>();
        return services;
    }
}
