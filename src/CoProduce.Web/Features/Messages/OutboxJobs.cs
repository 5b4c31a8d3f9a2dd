using CoProduce.Web.Data;

namespace CoProduce.Web.Features.Messages;

/// <summary>What became of an outbox item.</summary>
/// <param name="Step">How far it came.</param>
/// <param name="Reason">Why it failed or was left to a person; empty otherwise.</param>
public readonly record struct OutboxResult(OutboxStep Step, string Reason = "")
{
    /// <summary>It is done.</summary>
    public static readonly OutboxResult Done = new(OutboxStep.Done);

    /// <summary>A part is done; the next is due at once.</summary>
    public static readonly OutboxResult MoreToDo = new(OutboxStep.MoreToDo);

    /// <summary>It is tried again later; null when nothing failed.</summary>
    public static OutboxResult FailedWith(string? reason) => reason is null ? Done : new(OutboxStep.Failed, reason);

    /// <summary>No job can do it and a person has to; null when it is done.</summary>
    public static OutboxResult LeftWith(string? reason) => reason is null ? Done : new(OutboxStep.Left, reason);
}

/// <summary>How far an outbox item came.</summary>
public enum OutboxStep
{
    Done,
    MoreToDo,
    Failed,
    Left,
}

/// <summary>Who does the outbox items of one kind, in the unit of work that notes them done.</summary>
public sealed record OutboxJob(
    OutboxKind Kind,
    Func<IServiceProvider, TenantDb, OutboxItem, CancellationToken, Task<OutboxResult>> DoAsync
);

/// <summary>Lets a capability register who does what it promises for later, so that the outbox need not know it.</summary>
public static class OutboxJobs
{
    /// <summary>Registers a job that says what became of the item.</summary>
    public static IServiceCollection AddOutboxJob<TJob>(
        this IServiceCollection services,
        OutboxKind kind,
        Func<TJob, TenantDb, OutboxItem, CancellationToken, Task<OutboxResult>> handle
    )
        where TJob : notnull =>
        services.AddSingleton(new OutboxJob(kind, (scope, db, item, ct) => handle(scope.GetRequiredService<TJob>(), db, item, ct)));

    /// <summary>Registers a job that is done when it returns.</summary>
    public static IServiceCollection AddOutboxJob<TJob>(
        this IServiceCollection services,
        OutboxKind kind,
        Func<TJob, TenantDb, OutboxItem, CancellationToken, Task> handle
    )
        where TJob : notnull =>
        services.AddOutboxJob<TJob>(
            kind,
            async (job, db, item, ct) =>
            {
                await handle(job, db, item, ct);
                return OutboxResult.Done;
            }
        );
}
