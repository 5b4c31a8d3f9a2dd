using CoProduce.Web.Data;
using CoProduce.Web.Features.Joining.Steps;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Messages;
using CoProduce.Web.Tenancy;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.Joining.Oneself;

/// <summary>Somebody begins to write that they would like to join; what they never finish is deleted after the organisation's time.</summary>
public sealed class BeginJoining(UnitOfWork work, TimeProvider clock)
{
    public enum Outcome
    {
        Begun,

        /// <summary>The organisation takes nobody in by its pages at the moment.</summary>
        Closed,
    }

    /// <summary>Whether anybody may begin.</summary>
    public Task<bool> IsOpenAsync(CancellationToken ct = default) =>
        work.ReadAsync(async db => (await db.JoiningRulesAsync(ct)).Settings.IsOpen, ct);

    /// <returns>The code is null when the same form came a second time, because only its hash is kept.</returns>
    public async Task<(Outcome Outcome, string? Code)> HandleAsync(BeginForm form, CancellationToken ct = default)
    {
        string? code = null;
        var outcome = await work.OnceAsync(form.RequestKey, form, db => BeginAsync(db, form, code = JoinCodes.New(), ct), ct);
        return (outcome, code);
    }

    private async Task<Outcome> BeginAsync(TenantDb db, BeginForm form, string code, CancellationToken ct)
    {
        var rules = await db.JoiningRulesAsync(ct);
        if (!rules.Settings.IsOpen)
            return Outcome.Closed;
        var (now, places) = (clock.GetUtcNow(), await OneselfQuery.PlacesAsync(db, ct));
        var id = new JoinerId(form.RequestKey);
        db.Joiners.Add(
            new()
            {
                Id = id,
                Door = JoinerDoor.Oneself,
                FirstName = form.FirstName!,
                LastName = form.LastName ?? "",
                HubId = places is [var only] ? only.Id : null,
                BeganAt = now,
            }
        );
        db.JoinerDetails.Add(new() { JoinerId = id });
        db.JoinCodes.Add(new() { JoinerId = id, CodeHash = JoinCodes.HashOf(code)! });
        db.Outbox.Add(ForgetJoiner.Promise(id, now.AddDays(rules.Settings.KeptDays)));
        db.Keep();
        return Outcome.Begun;
    }
}

/// <summary>A name, which is all that is needed to begin.</summary>
public sealed class BeginForm
{
    public Guid RequestKey { get; set; } = Guid.CreateVersion7();

    public string? FirstName { get; set; }

    public string? LastName { get; set; }
}

/// <summary>The shape of <see cref="BeginForm"/>.</summary>
public sealed class BeginRules : AbstractValidator<BeginForm>
{
    public BeginRules(IStringLocalizer texts)
    {
        RuleFor(f => f.RequestKey).NotEmpty().WithMessage(_ => texts["This page was not complete. Please open it again."]);
        RuleFor(f => f.FirstName).Must(n => !string.IsNullOrWhiteSpace(n)).WithMessage(_ => texts["Tell us what we may call you."]);
        RuleFor(f => f.FirstName).AtMost(Member.NameLength, texts);
        RuleFor(f => f.LastName).AtMost(Member.NameLength, texts);
    }
}
