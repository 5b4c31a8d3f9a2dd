namespace CoProduce.Web.Features.Doubles;

/// <summary>Registers what the capability owns: noticing that somebody stands in the books twice.</summary>
public static class DoublesFeature
{
    public static IServiceCollection AddDoubles(this IServiceCollection services) =>
        services
            .AddScoped<DoublesQuery>()
            .AddScoped<AnswerDouble>()
            .AddScoped<MergeQuery>()
            .AddScoped<MergeMembers>()
            .AddScoped<UndoMerge>();
}
