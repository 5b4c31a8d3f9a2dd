using CoProduce.Web.Ui;
using FluentValidation;

namespace CoProduce.Web.Features.Signposting;

/// <summary>Registers what the capability owns: where people were pointed to, and what came of it.</summary>
public static class SignpostingFeature
{
    public static IServiceCollection AddSignposting(this IServiceCollection services)
    {
        services.AddScoped<SignpostsQuery>().AddScoped<NoteSignpost>().AddScoped<NoteWhatCame>();
        services.AddSingleton<IValidator<SignpostForm>, SignpostRules>().AddSingleton<IValidator<WhatCameForm>, WhatCameRules>();
        return services.AddMenu(new MenuEntry("Signposting", "signposts", MenuPlace.People, "out", Audience.Coordinator, 4));
    }
}
