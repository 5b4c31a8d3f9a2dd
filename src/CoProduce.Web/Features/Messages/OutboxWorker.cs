namespace CoProduce.Web.Features.Messages;

/// <summary>Looks every few seconds for what is due. Every node runs one; they share the work by locks on the rows.</summary>
public sealed class OutboxWorker(OutboxRound round, TimeProvider clock, ILogger<OutboxWorker> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(3);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, clock);
        do
        {
            try
            {
                await round.RunAsync(stoppingToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                log.LogError(e, "The outbox stopped in the middle; it goes on in {Pause}", Pause);
            }
        } while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
