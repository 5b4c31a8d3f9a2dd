using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Matching.Card;
using CoProduce.Web.Features.Matching.Day;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Ui;
using FluentValidation;

namespace CoProduce.Web.Features.Matching;

/// <summary>Registers what the capability owns: the coordinator's day and the desk.</summary>
public static class MatchingFeature
{
    /// <summary>How many names are suggested while somebody types.</summary>
    private const int Suggestions = 8;

    public static IServiceCollection AddMatching(this IServiceCollection services)
    {
        services
            .AddScoped<TodayQuery>()
            .AddScoped<WholeDayQuery>()
            .AddScoped<PeerDayQuery>()
            .AddScoped<DeskQuery>()
            .AddScoped<PutInForMember>()
            .AddScoped<BoardQuery>();
        services.AddScoped<CardQuery>().AddSingleton<CardWatch>();
        services
            .AddScoped<DayLineQuery>()
            .AddScoped<MarkLine>()
            .AddScoped<RestingQuery>()
            .AddScoped<CaseloadsQuery>()
            .AddScoped<ShareCaseload>();
        services.AddSingleton<IValidator<MarkLineForm>, MarkLineRules>().AddSingleton<IValidator<CaseloadForm>, CaseloadRules>();
        services
            .AddScoped<ChangeForMember>()
            .AddScoped<ShortlistQuery>()
            .AddScoped<ProposeMatch>()
            .AddScoped<ChangeWeights>()
            .AddScoped<MemberAskedQuery>()
            .AddScoped<FitsMeQuery>()
            .AddScoped<AskedQuery>()
            .AddScoped<AskedNoAnswer>()
            .AddScoped<WhoCouldHelpQuery>()
            .AddScoped<AskMembers>();
        services.AddSingleton<IValidator<AskMembersForm>, AskMembersRules>();
        services.AddSingleton<IValidator<ProposeMatchForm>, ProposeMatchRules>();
        services.AddSingleton<IValidator<PutInForMemberForm>, PutInForMemberRules>();
        return services.AddMenu(
            new MenuEntry("What needs you", "today", MenuPlace.Today, "calendar", Audience.Coordinator | Audience.PeerBroker, 1),
            new MenuEntry("The desk", "desk", MenuPlace.Today, "desk", Audience.Coordinator | Audience.PeerBroker, 2),
            new MenuEntry("Log for two people", "desk/peer-log", MenuPlace.Today, "phone", Audience.PeerBroker, 3),
            new MenuEntry("Log an exchange", "desk/log", MenuPlace.Today, "phone", Audience.Coordinator, 3),
            new MenuEntry("Add a member", "members/new", MenuPlace.People, "add", Audience.Coordinator, 3),
            new MenuEntry("All offers and requests", "board", MenuPlace.People, "board", Audience.Coordinator | Audience.PeerBroker, 4)
        );
    }

    /// <summary>The names that the boxes of the desk suggest; without script nobody asks.</summary>
    public static IEndpointRouteBuilder MapMatching(this IEndpointRouteBuilder routes)
    {
        routes
            .MapGet(
                "/{organisation}/desk/people",
                async (string? q, MemberSearch search, CancellationToken ct) =>
                    TypedResults.Ok((await search.ChooseAsBrokerAsync(q, Suggestions, ct)).Select(m => m.Label))
            )
            .WithMetadata(new AllowRolesAttribute(Role.Coordinator, Role.PeerBroker));
        return routes;
    }
}
