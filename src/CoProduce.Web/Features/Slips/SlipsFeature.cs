using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Ui;

namespace CoProduce.Web.Features.Slips;

/// <summary>Registers what the capability owns: piles of paper slips, and slips to print.</summary>
public static class SlipsFeature
{
    public static IServiceCollection AddSlips(this IServiceCollection services) =>
        services
            .AddScoped<SlipReading>()
            .AddScoped<SaveSlip>()
            .AddScoped<KeepPile>()
            .AddScoped<SlipsQuery>()
            .AddScoped<PaperQuery>()
            .AddScoped<SlipDoor>()
            .AddMenu(
                new MenuEntry("Paper slips", "desk/slips", MenuPlace.Today, "statement", Audience.Coordinator | Audience.PeerBroker, 5)
            );

    /// <summary>What the code on a printed slip opens.</summary>
    public static void MapSlips(this IEndpointRouteBuilder routes)
    {
        const string slip = "/{organisation}/" + SlipDoor.Address;
        var roles = new AllowRolesAttribute(Role.Coordinator, Role.Member) { OrActing = true };
        routes
            .MapGet(slip, (string organisation, SlipDoor door, CancellationToken ct) => door.OpenAsync(organisation, null, null, ct))
            .WithMetadata(roles);
        routes
            .MapGet(
                slip + "/{giver:guid}",
                (string organisation, Guid giver, SlipDoor door, CancellationToken ct) => door.OpenAsync(organisation, giver, null, ct)
            )
            .WithMetadata(roles);
        routes
            .MapGet(
                slip + "/{giver:guid}/{receiver:guid}",
                (string organisation, Guid giver, Guid receiver, SlipDoor door, CancellationToken ct) =>
                    door.OpenAsync(organisation, giver, receiver, ct)
            )
            .WithMetadata(roles);
    }
}
