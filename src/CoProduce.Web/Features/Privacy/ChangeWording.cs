using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Tenancy;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.Privacy;

/// <summary>The organisation's own words for a purpose.</summary>
public sealed class WordingForm
{
    public Guid RequestKey { get; set; } = Guid.CreateVersion7();

    public ConsentPurpose Purpose { get; set; }

    public string? Wording { get; set; }
}

/// <summary>The shape of <see cref="WordingForm"/>.</summary>
public sealed class WordingRules : AbstractValidator<WordingForm>
{
    public WordingRules(IStringLocalizer texts)
    {
        RuleFor(f => f.RequestKey).NotEmpty();
        RuleFor(f => f.Purpose).IsInEnum();
        RuleFor(f => f.Wording)
            .Must(w => !string.IsNullOrWhiteSpace(w))
            .WithMessage(_ => texts["Write what the member says yes to."])
            .MaximumLength(ConsentWording.Length)
            .WithMessage(_ => texts["Please use at most {0} characters.", ConsentWording.Length]);
    }
}

/// <summary>A manager changes what is asked for a purpose. Those who said yes before keep their yes to the older words, and are shown the new ones.</summary>
public sealed class ChangeWording(UnitOfWork work, CurrentPerson me, TimeProvider clock, IStringLocalizer texts)
{
    public enum Outcome
    {
        Changed,

        /// <summary>They are the words already.</summary>
        IsSo,
    }

    public Task<Outcome> HandleAsync(WordingForm form, CancellationToken ct = default) =>
        work.OnceAsync(form.RequestKey, form, db => ChangeAsync(db, form, ct), ct);

    private async Task<Outcome> ChangeAsync(TenantDb db, WordingForm form, CancellationToken ct)
    {
        var (words, now) = (form.Wording!.Trim(), (await db.ConsentWordingsNowAsync(texts, ct))[form.Purpose]);
        if (words == now.Words)
            return Outcome.IsSo;
        db.ConsentWordings.Add(
            new()
            {
                Purpose = form.Purpose,
                Version = now.Version + 1,
                Wording = words,
                Since = clock.GetUtcNow(),
            }
        );
        db.AuditLines.Add(me.Line(nameof(ChangeWording), null, clock.GetUtcNow()));
        db.Keep();
        return Outcome.Changed;
    }
}
