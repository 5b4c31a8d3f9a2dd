using CoProduce.Web.Data.Demo;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace CoProduce.Web.Hosting;

/// <summary>Loads the demo where it is wanted and tells the person at the terminal where to go and as whom.</summary>
public static class DemoStart
{
    /// <summary>The setting that tells pages that the demo sign-ins exist.</summary>
    public const string Shown = "Demo:Shown";

    /// <summary>True when the program runs on its own cluster, or was asked with --demo.</summary>
    public static bool IsWanted(DatabaseStart database, string[] args) => database.IsPrivate || args.Contains("--demo");

    /// <summary>Loads what is missing of the demo.</summary>
    public static async Task LoadDemoAsync(this WebApplication app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        await ActivatorUtilities.CreateInstance<DemoData>(scope.ServiceProvider).LoadAsync(StartProgress.ToConsole);
    }

    /// <summary>Prints the address when the program listens, and the demo sign-ins when there are any.</summary>
    public static void SayWhereToGo(this WebApplication app, bool withDemo) =>
        app.Lifetime.ApplicationStarted.Register(() =>
        {
            var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses;
            Console.WriteLine($"\nCoProduce is ready at {string.Join(" and ", addresses ?? [])}");
            if (!withDemo)
                return;
            Console.WriteLine($"Demo sign-ins, all with the password “{DemoData.Password}”:");
            foreach (var signIn in DemoData.SignIns)
                Console.WriteLine($"  {signIn}");
        });
}
