using CoProduce.Web.Data;
using CoProduce.Web.Tenancy;
using Npgsql;

namespace CoProduce.Web.Features.Messages;

/// <summary>Does everything that is due: letters about sign-ins, then each organisation's own in a scope that acts in it alone.</summary>
public sealed class OutboxRound(
    IServiceScopeFactory scopes,
    [FromKeyedServices(TenancyFeature.Platform)] NpgsqlDataSource platform,
    OrganisationDirectory organisations,
    TimeProvider clock,
    ILogger<OutboxRound> log
)
{
    /// <summary>The most of one organisation before the next has its turn.</summary>
    private const int Turn = 50;

    /// <summary>Returns how many items were taken, whatever came of them.</summary>
    public async Task<int> RunAsync(CancellationToken ct = default)
    {
        var taken = 0;
        while (await SendAccountLetterAsync(ct))
            taken++;
        int before;
        do
        {
            before = taken;
            foreach (var organisation in await DueAsync(ct))
                taken += await TurnAsync(organisation, ct);
        } while (taken > before);
        return taken;
    }

    private async Task<List<OrganisationId>> DueAsync(CancellationToken ct)
    {
        await using var command = platform.CreateCommand("select due_organisations($1)");
        command.Parameters.Add(new() { Value = clock.GetUtcNow().ToUniversalTime() });
        await using var reader = await command.ExecuteReaderAsync(ct);
        var due = new List<OrganisationId>();
        while (await reader.ReadAsync(ct))
            due.Add(new(reader.GetGuid(0)));
        return due;
    }

    private async Task<int> TurnAsync(OrganisationId id, CancellationToken ct)
    {
        var organisation = await organisations.GetAsync(id, ct);
        for (var taken = 0; ; taken++)
        {
            await using var scope = scopes.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<CurrentOrganisation>().Enter(organisation);
            var outcome =
                taken == Turn
                    ? DoOutboxItem.Outcome.NothingDue
                    : await scope.ServiceProvider.GetRequiredService<DoOutboxItem>().HandleAsync(ct);
            if (outcome == DoOutboxItem.Outcome.NothingDue)
                return taken;
            if (outcome == DoOutboxItem.Outcome.Failed)
                log.LogWarning("Something due in {Organisation} could not be done; the outbox says why", organisation.Slug);
        }
    }

    private async Task<bool> SendAccountLetterAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var directory = scope.ServiceProvider.GetRequiredService<DirectoryDb>();
        await using var transaction = await directory.Database.BeginTransactionAsync(ct);
        var now = clock.GetUtcNow();
        if (await directory.TakeDueAsync(now, ct) is not { } letter)
            return false;
        if (await scope.ServiceProvider.GetRequiredService<SendLetter>().HandleAsync(letter.Letter, letter.Id, ct) is { } failure)
            letter.Fail(failure, now);
        else
            letter.Succeed(now);
        await directory.SaveChangesAsync(ct);
        await transaction.CommitAsync(CancellationToken.None);
        return true;
    }
}
