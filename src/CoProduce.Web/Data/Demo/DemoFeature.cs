using CoProduce.Web.Hosting;

namespace CoProduce.Web.Data.Demo;

/// <summary>Registers the demo, loads it when it is wanted, and says how to sign in to it.</summary>
public static class DemoFeature
{
    /// <summary>Asks for the demo on a server that is not the program's own.</summary>
    public const string Argument = "--demo";

    public static IServiceCollection AddDemo(this IServiceCollection services) => services.AddScoped<DemoData>();

    /// <summary>Loads the demo into the program's own cluster in Development, and elsewhere only when asked; once started, prints the addresses and the sign-ins.</summary>
    public static async Task UseDemoAsync(this WebApplication app, bool onOwnCluster, IReadOnlyList<string> args)
    {
        if (!(onOwnCluster && app.Environment.IsDevelopment()) && !args.Contains(Argument))
            return;
        await using (var scope = app.Services.CreateAsyncScope())
            await scope.ServiceProvider.GetRequiredService<DemoData>().LoadAsync(StartProgress.ToConsole, app.Lifetime.ApplicationStopping);
        app.Lifetime.ApplicationStarted.Register(() =>
        {
            foreach (var line in Lines(app.Urls.FirstOrDefault() ?? ""))
                Console.WriteLine(line);
        });
    }

    /// <summary>What a person who tries the demo needs to know.</summary>
    public static IEnumerable<string> Lines(string address)
    {
        yield return $"The demo, at {address}. Every password is: {DemoData.Password}";
        foreach (var plan in DemoPlans.All)
        {
            yield return $"  {plan.Name}: {address}/{plan.Slug}";
            foreach (var character in plan.Characters.Where(c => c.SignIn is not null))
                yield return $"    {character.SignIn, -36} {character.Given} {character.Family}";
        }
        yield return $"  The platform's operator: {DemoData.Operator}";
    }
}
