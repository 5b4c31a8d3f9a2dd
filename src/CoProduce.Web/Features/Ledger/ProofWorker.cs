using CoProduce.Web.Data;
using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Ledger;

/// <summary>Proves the ledger of every organisation, one after the other, each in a scope that acts in it alone.</summary>
public sealed class ProofRound(IServiceScopeFactory scopes, OrganisationDirectory organisations, ILogger<ProofRound> log)
{
    /// <summary>Goes through all organisations once. A breach is logged as an error, by its number alone.</summary>
    public async Task RunAsync(CancellationToken ct = default)
    {
        await using var outer = scopes.CreateAsyncScope();
        var directory = outer.ServiceProvider.GetRequiredService<DirectoryDb>();
        foreach (var id in await directory.Organisations.OrderBy(o => o.Slug).Select(o => o.Id).ToListAsync(ct))
        {
            var organisation = await organisations.GetAsync(id, ct);
            await using var scope = scopes.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<CurrentOrganisation>().Enter(organisation);
            await scope.ServiceProvider.GetRequiredService<ProveLedger>().RunAsync(ct);
            var broken = await scope
                .ServiceProvider.GetRequiredService<UnitOfWork>()
                .ReadAsync(db => db.ProofChecks.Where(c => c.Breaches > 0).Select(c => c.Code).ToListAsync(ct), ct);
            if (broken.Count > 0)
                log.LogError(
                    "The ledger of {Organisation} breaks its promises {Codes}; its proof page names the rows",
                    organisation.Slug,
                    broken
                );
        }
    }
}

/// <summary>Goes round every minute. Several nodes may: each organisation's chain is linked by one at a time.</summary>
public sealed class ProofWorker(ProofRound round, TimeProvider clock, ILogger<ProofWorker> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await round.RunAsync(stoppingToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                log.LogError(e, "The proof stopped in the middle; it goes on in {Pause}", Pause);
            }
        }
    }
}
