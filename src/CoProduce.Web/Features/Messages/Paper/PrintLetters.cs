using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Tenancy;
using CoProduce.Web.Ui;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.Messages;

/// <summary>A coordinator prints what is in the tray, and says when it was posted.</summary>
public sealed class PrintLetters(UnitOfWork work, CurrentPerson me, CurrentOrganisation organisation, TimeProvider clock)
{
    /// <summary>Nobody takes a posting, or a call that was made, back after that.</summary>
    public static readonly TimeSpan KeptAfterPosting = TimeSpan.FromDays(2);

    public enum Outcome
    {
        Done,

        /// <summary>There is no letter that could be printed, or no such batch.</summary>
        NothingThere,

        /// <summary>It was posted already, or it was not, or that was not today.</summary>
        NotNow,

        /// <summary>The day is to come, or before the letters were printed.</summary>
        NotThatDay,
    }

    /// <summary>Takes all letters with an address out of the tray; the batch has the id of the form.</summary>
    public Task<Outcome> PrintAsync(LettersForm form, CancellationToken ct = default) =>
        work.OnceAsync(
            form.RequestKey,
            form,
            async db =>
            {
                await db.LockSettingsAsync(ct); // two who print at once do not print the same letter
                var waiting = await db.InTheTray().ToListAsync(ct);
                var addresses = await db.PaperAddressesAsync([.. waiting.Select(s => s.MemberId).Distinct()], ct);
                var printed = waiting.FindAll(s => addresses.GetValueOrDefault(s.MemberId) is { Address.Length: > 0 });
                if (printed.Count == 0)
                    return Outcome.NothingThere;
                db.LetterBatches.Add(
                    new()
                    {
                        Id = form.RequestKey,
                        MadeAt = clock.GetUtcNow(),
                        MadeBy = me.Id,
                    }
                );
                printed.ForEach(s => s.Print(form.RequestKey));
                return Keep(db, nameof(PrintAsync), form.RequestKey);
            },
            ct
        );

    /// <summary>The batch was posted on that day.</summary>
    public Task<Outcome> PostAsync(LettersForm form, CancellationToken ct = default) =>
        OnceAsync(
            form,
            nameof(PostAsync),
            (db, batch, letters) =>
            {
                var now = clock.GetUtcNow();
                if (batch.PostedOn is not null)
                    return Outcome.NotNow;
                if (
                    form.Day.ToDate() is not { } day
                    || day > organisation.Profile.DateOf(now)
                    || day < organisation.Profile.DateOf(batch.MadeAt)
                )
                    return Outcome.NotThatDay;
                (batch.PostedOn, batch.NotedAt, batch.NotedBy) = (day, now, me.Id);
                letters.ForEach(s => s.Post(now));
                db.Outbox.Add(
                    new()
                    {
                        Kind = OutboxKind.ForgetPosted,
                        DueAt = now + KeptAfterPosting,
                        SubjectId = batch.Id,
                    }
                );
                return Outcome.Done;
            },
            ct
        );

    /// <summary>It was not posted after all; on the day on which that was written down.</summary>
    public Task<Outcome> NotPostedAsync(LettersForm form, CancellationToken ct = default) =>
        OnceAsync(
            form,
            nameof(NotPostedAsync),
            (_, batch, letters) =>
            {
                if (batch.NotedAt is not { } noted || organisation.Profile.DateOf(noted) != organisation.Profile.DateOf(clock.GetUtcNow()))
                    return Outcome.NotNow;
                (batch.PostedOn, batch.NotedAt, batch.NotedBy) = (null, null, null);
                letters.ForEach(s => s.Wait());
                return Outcome.Done;
            },
            ct
        );

    /// <summary>The letters go back into the tray, to be printed again.</summary>
    public Task<Outcome> PutBackAsync(LettersForm form, CancellationToken ct = default) =>
        OnceAsync(
            form,
            nameof(PutBackAsync),
            (db, batch, letters) =>
            {
                if (batch.PostedOn is not null)
                    return Outcome.NotNow;
                letters.ForEach(s => s.Print(null));
                db.LetterBatches.Remove(batch);
                return Outcome.Done;
            },
            ct
        );

    private Task<Outcome> OnceAsync(
        LettersForm form,
        string deed,
        Func<TenantDb, LetterBatch, List<Sending>, Outcome> step,
        CancellationToken ct
    ) =>
        work.OnceAsync(
            form.RequestKey,
            form,
            async db =>
            {
                if (await db.LockLetterBatchAsync(form.Batch, ct) is not { } batch)
                    return Outcome.NothingThere;
                var outcome = step(db, batch, await db.Sendings.Where(s => s.BatchId == batch.Id).ToListAsync(ct));
                return outcome == Outcome.Done ? Keep(db, deed, batch.Id) : outcome;
            },
            ct
        );

    private Outcome Keep(TenantDb db, string deed, Guid subject)
    {
        db.AuditLines.Add(me.Line($"{nameof(PrintLetters)}.{deed}", subject, clock.GetUtcNow()));
        db.Keep();
        return Outcome.Done;
    }
}

/// <summary>What a coordinator does with letters.</summary>
public sealed class LettersForm
{
    public Guid RequestKey { get; set; } = Guid.CreateVersion7();

    /// <summary>The batch; empty where one is made.</summary>
    public Guid Batch { get; set; }

    /// <summary>The day of posting.</summary>
    public DateBoxes Day { get; set; } = new();
}

/// <summary>The shape of <see cref="LettersForm"/>.</summary>
public sealed class LettersRules : AbstractValidator<LettersForm>
{
    public LettersRules(IStringLocalizer texts)
    {
        RuleFor(f => f.RequestKey).NotEmpty().WithMessage(_ => texts["This page was not complete. Please open it again."]);
        RuleFor(f => f.Day)
            .Must(d => d.ToDate() is not null)
            .WithMessage(_ => texts["Write the date as day, month and year, for example 24 11 2026."]);
    }
}
