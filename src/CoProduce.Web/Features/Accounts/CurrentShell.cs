using CoProduce.Web.Tenancy;
using CoProduce.Web.Ui;

namespace CoProduce.Web.Features.Accounts;

/// <summary>Fills the frame of the page for the organisation and person of the request.</summary>
public static class CurrentShell
{
    /// <summary>The frame; null for a page that belongs to no organisation.</summary>
    public static Shell? Of(IServiceProvider services)
    {
        var organisation = services.GetRequiredService<CurrentOrganisation>();
        if (!organisation.IsSet)
            return null;
        var (profile, person) = (organisation.Profile, services.GetRequiredService<CurrentPerson>());
        return new(
            profile.Name,
            profile.Slug,
            person.IsHere ? person.Name.Split(' ')[0] : null,
            services.GetRequiredService<Menu>().For(Audiences(person))
        )
        {
            ActsFor = person.ActsFor?.Name,
            LogoHref = profile.LogoVersion is { } version ? $"/{profile.Slug}/logo?v={version}" : null,
            Phone = profile.Settings.HelpPhone is { Length: > 0 } phone ? phone : null,
            ThemeVersion = profile.Settings.Accent.TrimStart('#'),
            ProfilePath = person.IsMember ? "me" : null,
            SearchPath = person.Holds(Role.Coordinator, Role.PeerBroker) ? "desk" : null,
            OtherOrganisations = [.. person.OtherOrganisations.Select(o => new Link(o.Name, o.Slug))],
            SignInHref = $"{profile.Slug}/sign-in",
        };
    }

    private static Audience Audiences(CurrentPerson person) =>
        person.Roles.Aggregate(
            Audience.None,
            (all, role) =>
                all
                | role switch
                {
                    Role.Member => Audience.Member,
                    Role.PeerBroker => Audience.PeerBroker,
                    Role.Coordinator => Audience.Coordinator,
                    Role.Trustee => Audience.Trustee,
                    Role.Manager => Audience.Manager,
                    Role.Safeguarding => Audience.None, // a coordinator's menu has it all
                }
        );
}
