using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Joining.Steps;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Messages;
using CoProduce.Web.Tenancy;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.Joining.References;

/// <summary>A coordinator asks somebody what they know of a joiner: by mail, which reminds by itself, or by a letter to print or by telephone, of which the list of joiners reminds.</summary>
public sealed class AskReference(UnitOfWork work, CurrentPerson me, JoinerLetters letters, TimeProvider clock)
{
    public Task<JoiningOutcome> HandleAsync(AskReferenceForm form, CancellationToken ct = default) =>
        work.OnceAsync(form.RequestKey, form, db => AskAsync(db, form, ct), ct);

    private async Task<JoiningOutcome> AskAsync(TenantDb db, AskReferenceForm form, CancellationToken ct)
    {
        if (await db.LockJoinerAsync(new(form.Joiner), ct) is not { } joiner)
            return JoiningOutcome.NotFound;
        if (joiner.State != JoinerState.Waiting)
            return JoiningOutcome.NoLongerOpen;
        var now = clock.GetUtcNow();
        var reference = new JoinerReference
        {
            Id = new(form.RequestKey),
            JoinerId = joiner.Id,
            Name = form.Name!.Trim(),
            Knows = form.Knows?.Trim() ?? "",
            Way = form.Way,
            Email = form.Way == ReferenceWay.Mail ? form.Email!.Trim() : "",
            Phone = form.Phone?.Trim() ?? "",
            Address = form.Address?.Trim() ?? "",
            AskedAt = now,
            AskedBy = me.Id,
        };
        db.JoinerReferences.Add(reference);
        if (reference.Way == ReferenceWay.Mail)
        {
            letters.AskReferee(db, reference, joiner, again: false);
            RemindReferee.Promise(db, reference, (await db.JoiningRulesAsync(ct)).Settings, now);
        }
        db.AuditLines.Add(me.Line(nameof(AskReference), form.Joiner, now));
        db.Keep();
        return JoiningOutcome.Done;
    }
}

/// <summary>A job reminds a referee who has not answered, so often as the organisation says and no more.</summary>
public sealed class RemindReferee(JoinerLetters letters, TimeProvider clock)
{
    /// <summary>Promises the next reminder, unless there were enough.</summary>
    public static void Promise(TenantDb db, JoinerReference reference, JoiningSettings settings, DateTimeOffset now)
    {
        if (reference.Reminders < settings.Reminders)
            db.Outbox.Add(
                new OutboxItem
                {
                    Kind = OutboxKind.RemindReferee,
                    DueAt = now.AddDays(settings.ReminderDays),
                    SubjectId = reference.Id.Value,
                }
            );
    }

    /// <summary>Does nothing when it was answered, or the joiner waits no more.</summary>
    public async Task HandleAsync(TenantDb db, ReferenceId id, CancellationToken ct)
    {
        if (await db.LockReferenceAsync(id, ct) is not { Answer: null } reference)
            return;
        var joiner = await db.Joiners.SingleAsync(j => j.Id == reference.JoinerId, ct);
        var settings = (await db.JoiningRulesAsync(ct)).Settings;
        if (joiner.State != JoinerState.Waiting || reference.Reminders >= settings.Reminders)
            return;
        var now = clock.GetUtcNow();
        reference.Remind(now);
        letters.AskReferee(db, reference, joiner, again: true);
        Promise(db, reference, settings, now);
    }
}

/// <summary>Who is asked, and how.</summary>
public sealed class AskReferenceForm
{
    public Guid RequestKey { get; set; } = Guid.CreateVersion7();

    public Guid Joiner { get; set; }

    public string? Name { get; set; }

    public string? Knows { get; set; }

    public ReferenceWay Way { get; set; } = ReferenceWay.Mail;

    public string? Email { get; set; }

    public string? Phone { get; set; }

    public string? Address { get; set; }
}

/// <summary>The shape of <see cref="AskReferenceForm"/>.</summary>
public sealed class AskReferenceRules : AbstractValidator<AskReferenceForm>
{
    public AskReferenceRules(IStringLocalizer texts)
    {
        RuleFor(f => f.RequestKey).NotEmpty().WithMessage(_ => texts["This page was not complete. Please open it again."]);
        RuleFor(f => f.Name).Must(n => !string.IsNullOrWhiteSpace(n)).WithMessage(_ => texts["Write a name."]);
        RuleFor(f => f.Name).AtMost(JoinerReference.LineLength, texts);
        RuleFor(f => f.Knows).AtMost(JoinerReference.LineLength, texts);
        RuleFor(f => f.Email).MailOrNothing(texts);
        RuleFor(f => f.Email)
            .Must(e => !string.IsNullOrWhiteSpace(e))
            .When(f => f.Way == ReferenceWay.Mail)
            .WithMessage(_ => texts["Write the e-mail address, or choose a letter or the telephone."]);
        RuleFor(f => f.Phone).PhoneOrNothing(texts);
        RuleFor(f => f.Address).AtMost(MemberContact.TextLength, texts);
    }
}
