using System.Text.Json;
using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Tenancy;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.Messages;

/// <summary>A coordinator decides what becomes of mail or a text that could not be delivered.</summary>
public sealed class SettleUndelivered(UnitOfWork work, CurrentPerson me, TimeProvider clock)
{
    public enum Outcome
    {
        Done,

        /// <summary>It was delivered or decided in the meantime.</summary>
        NotThere,

        /// <summary>There is no postal address, or it is for somebody who is no member.</summary>
        NoAddress,
    }

    /// <summary>It is tried at once, and then as often as at first.</summary>
    public Task<Outcome> TryAgainAsync(UndeliveredForm form, CancellationToken ct = default) =>
        OnceAsync(
            form,
            nameof(TryAgainAsync),
            async (db, item, sending) =>
            {
                item.TryAgain(clock.GetUtcNow());
                sending?.Wait();
                return await Task.FromResult(Outcome.Done);
            },
            ct
        );

    /// <summary>It goes into the tray of letters to print.</summary>
    public Task<Outcome> PostAsync(UndeliveredForm form, CancellationToken ct = default) =>
        OnceAsync(
            form,
            nameof(PostAsync),
            async (db, item, sending) =>
            {
                if (sending is null || !await db.MemberContacts.AnyAsync(c => c.MemberId == sending.MemberId && c.Address != "", ct))
                    return Outcome.NoAddress;
                var letter = JsonSerializer.Deserialize<Letter>(item.Letter)!;
                sending.Turn(
                    SendingWay.Letter,
                    JsonSerializer.Serialize(letter with { Link = null, Parts = null, Paragraphs = OnPaper(letter) })
                );
                item.Drop(clock.GetUtcNow());
                return Outcome.Done;
            },
            ct
        );

    /// <summary>Nobody sends it any more; the reason stands in the audit.</summary>
    public Task<Outcome> DropAsync(UndeliveredForm form, CancellationToken ct = default) =>
        OnceAsync(
            form,
            nameof(DropAsync),
            async (_, item, sending) =>
            {
                item.Drop(clock.GetUtcNow());
                sending?.Drop(clock.GetUtcNow(), me.Id);
                return await Task.FromResult(Outcome.Done);
            },
            ct
        );

    // What went in one mail is one letter on paper.
    private static IReadOnlyList<string> OnPaper(Letter letter) =>
        [.. letter.Paragraphs, .. (letter.Parts ?? []).SelectMany(p => (string[])[p.Subject, .. p.Paragraphs.Skip(1)])];

    private Task<Outcome> OnceAsync(
        UndeliveredForm form,
        string deed,
        Func<TenantDb, OutboxItem, Sending?, Task<Outcome>> step,
        CancellationToken ct
    ) =>
        work.OnceAsync(
            form.RequestKey,
            form,
            async db =>
            {
                if (await db.LockOutboxItemAsync(form.Item, ct) is not { Failure.Length: > 0, Letter.Length: > 0 } item)
                    return Outcome.NotThere;
                if (item.Kind is not (OutboxKind.Mail or OutboxKind.Text))
                    return Outcome.NotThere;
                var sending = await db.Sendings.SingleOrDefaultAsync(s => s.Id == item.SubjectId, ct);
                var outcome = await step(db, item, sending);
                if (outcome != Outcome.Done)
                    return outcome;
                db.AuditLines.Add(
                    me.Line(
                        $"{nameof(SettleUndelivered)}.{deed}",
                        item.Id,
                        clock.GetUtcNow(),
                        onBehalfOf: sending?.MemberId,
                        reason: form.Reason?.Trim() ?? ""
                    )
                );
                db.Keep();
                return outcome;
            },
            ct
        );
}

/// <summary>What becomes of something that could not be delivered.</summary>
public sealed class UndeliveredForm
{
    /// <summary>The longest reason.</summary>
    public const int ReasonLength = 200;

    public Guid RequestKey { get; set; } = Guid.CreateVersion7();

    public Guid Item { get; set; }

    /// <summary>Why it is not sent any more; not asked for anything else.</summary>
    public string? Reason { get; set; }
}

/// <summary>The shape of <see cref="UndeliveredForm"/> where it is dropped.</summary>
public sealed class UndeliveredRules : AbstractValidator<UndeliveredForm>
{
    public UndeliveredRules(IStringLocalizer texts)
    {
        RuleFor(f => f.RequestKey).NotEmpty().WithMessage(_ => texts["This page was not complete. Please open it again."]);
        RuleFor(f => f.Reason)
            .NotEmpty()
            .WithMessage(_ => texts["Say in a few words why it is not sent."])
            .MaximumLength(UndeliveredForm.ReasonLength)
            .WithMessage(_ => texts["Please use at most {0} characters.", UndeliveredForm.ReasonLength]);
    }
}
