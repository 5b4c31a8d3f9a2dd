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
            .AddMenu(new MenuEntry("Paper slips", "desk/slips", MenuPlace.Today, "statement", Audience.Coordinator, 4));
}
