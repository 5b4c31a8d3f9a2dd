using CoProduce.Web.Hosting;

namespace CoProduce.Web.Data.Demo;

/// <summary>Registers the demo, loads it when it is wanted, and says how to sign in to it.</summary>
public static class DemoFeature
{
    /// <summary>Asks for the demo on a server that is not the program's own.</summary>
    public const string Argument = "--demo";

    /// <summary>The setting that tells pages that the demo sign-ins exist.</summary>
    public const string Shown = "Demo:Shown";

    /// <summary>The demo is wanted on the program's own cluster in Development, and elsewhere only when asked for.</summary>
    public static void AddDemo(this WebApplicationBuilder builder, bool onOwnCluster, IReadOnlyList<string> args)
    {
        var wanted = onOwnCluster && builder.Environment.IsDevelopment() || args.Contains(Argument);
        builder.Configuration[Shown] = wanted.ToString();
        builder.Services.AddScoped<DemoData>();
    }

    /// <summary>Loads what is missing of the demo where it is wanted; once started, prints the address and the sign-ins.</summary>
    public static async Task LoadDemoAsync(this WebApplication app)
    {
        var wanted = app.Configuration.GetValue(Shown, false);
        if (wanted)
            await using (var scope = app.Services.CreateAsyncScope())
                await scope
                    .ServiceProvider.GetRequiredService<DemoData>()
                    .LoadAsync(StartProgress.ToConsole, app.Lifetime.ApplicationStopping);
        app.Lifetime.ApplicationStarted.Register(() =>
        {
            var address = app.Urls.FirstOrDefault() ?? "";
            Console.WriteLine($"CoProduce is ready at {address}");
            foreach (var line in wanted ? Lines(address) : [])
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
