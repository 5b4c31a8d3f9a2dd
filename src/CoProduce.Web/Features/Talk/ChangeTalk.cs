using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Tenancy;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.Talk;

/// <summary>A manager says whether members write to one another, and whether coordinators read what is written from now on.</summary>
public sealed class ChangeTalk(UnitOfWork work, CurrentPerson me, TimeProvider clock)
{
    public enum Outcome
    {
        Changed,
    }

    /// <summary>As it stands.</summary>
    public Task<TalkSettings> ReadAsync(CancellationToken ct = default) => work.ReadAsync(db => db.TalkSettingsNowAsync(ct), ct);

    public Task<Outcome> HandleAsync(ChangeTalkForm form, CancellationToken ct = default) =>
        work.OnceAsync(
            form.RequestKey,
            form,
            async db =>
            {
                var now = clock.GetUtcNow();
                await db.LockSettingsAsync(ct);
                if (await db.TalkSettings.SingleOrDefaultAsync(ct) is not { } settings)
                    db.TalkSettings.Add(settings = new());
                settings.IsOn = form.IsOn;
                if (settings.CoordinatorsRead != form.CoordinatorsRead)
                    (settings.CoordinatorsRead, settings.ChangedAt) = (form.CoordinatorsRead, now);
                db.AuditLines.Add(me.Line(nameof(ChangeTalk), null, now));
                db.Keep();
                return Outcome.Changed;
            },
            ct
        );
}

/// <summary>Whether members write to one another, and who else reads it.</summary>
public sealed class ChangeTalkForm
{
    public Guid RequestKey { get; set; } = Guid.CreateVersion7();

    public bool IsOn { get; set; }

    public bool CoordinatorsRead { get; set; }

    /// <summary>The form filled in with how it stands.</summary>
    public static ChangeTalkForm Of(TalkSettings settings) => new() { IsOn = settings.IsOn, CoordinatorsRead = settings.CoordinatorsRead };
}

/// <summary>The shape of <see cref="ChangeTalkForm"/>.</summary>
public sealed class ChangeTalkRules : AbstractValidator<ChangeTalkForm>
{
    public ChangeTalkRules(IStringLocalizer texts) =>
        RuleFor(f => f.RequestKey).NotEmpty().WithMessage(_ => texts["This page was not complete. Please open it again."]);
}
