using CoProduce.Web.Ui;
using FluentValidation;

namespace CoProduce.Web.Features.Members;

/// <summary>Registers what the capability owns: members and their details.</summary>
public static class MembersFeature
{
    public static IServiceCollection AddMembers(this IServiceCollection services)
    {
        services.AddScoped<PeopleHereQuery>().AddScoped<ProfileQuery>().AddScoped<ChangeProfile>();
        services
            .AddScoped<EditMember>()
            .AddScoped<SuspendMember>()
            .AddScoped<EndArrangements>()
            .AddScoped<EndMembership>()
            .AddScoped<ReturnMember>()
            .AddScoped<SetMemberFloor>()
            .AddScoped<InviteMember>();
        services
            .AddScoped<AskToGo>()
            .AddScoped<TakeBackAskToGo>()
            .AddScoped<AskedToGoQuery>()
            .AddSingleton<IValidator<AskToGoForm>, AskToGoRules>();
        services.AddScoped<LeaveQuery>().AddScoped<LeavingLetters>();
        services.AddScoped<ContactDoor>().AddScoped<ChangeContact>();
        services.AddScoped<MemberSearch>().AddScoped<MemberPageQuery>().AddScoped<HubChoices>();
        services.AddSingleton<IValidator<ProfileForm>, ProfileRules>();
        services.AddSingleton<IValidator<EditMemberForm>, EditMemberRules>();
        services.AddSingleton<IValidator<ContactForm>, ContactRules>();
        services.AddSingleton<IValidator<StandingForm>, StandingRules>();
        services.AddSingleton<IValidator<LeaveForm>, LeaveRules>().AddSingleton<IValidator<MemberFloorForm>, MemberFloorRules>();
        services.AddSingleton<IValidator<InviteMemberForm>, InviteMemberRules>();
        return services.AddMenu(new MenuEntry("My profile", "me", MenuPlace.Mine, "person", Audience.Member, 5));
    }
}
