using CoProduce.Web.Tenancy;

namespace CoProduce.Web.Features.Ledger;

/// <summary>The command <c>verify --organisation fair-shares</c>: proves one ledger, prints what was found, and ends.</summary>
public static class VerifyCommand
{
    /// <summary>Runs it when it was asked for. Answers 0 when every promise holds, 1 when one is broken, 2 when it was called wrongly; null when it was not asked for.</summary>
    public static async Task<int?> VerifyAsync(this IServiceProvider services, string[] args, TextWriter print)
    {
        if (args is not ["verify", ..])
            return null;
        if (args is not ["verify", "--organisation", var slug])
        {
            await print.WriteLineAsync("Say which: verify --organisation fair-shares");
            return 2;
        }
        var directory = services.GetRequiredService<OrganisationDirectory>();
        if (await directory.FindAsync(slug) is not { } organisation)
        {
            await print.WriteLineAsync($"There is no organisation with the address {slug}.");
            return 2;
        }
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentOrganisation>().Enter(organisation);
        var found = await scope.ServiceProvider.GetRequiredService<ProveLedger>().CheckAsync();
        foreach (var (promise, breaches) in found)
        {
            await print.WriteLineAsync($"{promise.Code, -4}{(breaches.Count == 0 ? "holds" : "broken"), -8}{promise.Promise}");
            foreach (var breach in breaches)
                await print.WriteLineAsync($"      {breach}");
        }
        return found.All(f => f.Breaches.Count == 0) ? 0 : 1;
    }
}
