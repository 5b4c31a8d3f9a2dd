using CoProduce.Ledger;
using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Tenancy;
using CoProduce.Web.Ui;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.Ledger;

/// <summary>A coordinator spends what a team has together: on places at an event, or on an award. A team has what it was given and never owes.</summary>
public sealed class SpendForTeam(UnitOfWork work, CurrentOrganisation organisation, CurrentPerson me, TimeProvider clock)
{
    public enum Outcome
    {
        Spent,

        /// <summary>There is no such team, or its account was closed.</summary>
        UnknownTeam,

        /// <summary>There is no such account to go to, or it was closed.</summary>
        UnknownAccount,
        NotInSteps,

        /// <summary>The team has not as much.</summary>
        MoreThanTheyHave,

        /// <summary>The books of today are closed.</summary>
        PeriodClosed,
    }

    public Task<Outcome> HandleAsync(SpendForm form, CancellationToken ct = default) =>
        work.OnceAsync(form.RequestKey, form, db => SpendAsync(db, form, ct), ct);

    private async Task<Outcome> SpendAsync(TenantDb db, SpendForm form, CancellationToken ct)
    {
        var (team, now, minutes) = (new AccountId(form.Team), clock.GetUtcNow(), form.HowMuch.ToMinutes()!.Value);
        if (minutes % organisation.Profile.Settings.StepMinutes != 0)
            return Outcome.NotInSteps;
        if (!await db.Accounts.AnyAsync(a => a.Id == team && a.Kind == AccountKind.Team && a.ClosedAt == null, ct))
            return Outcome.UnknownTeam;
        var (today, words) = (organisation.Profile.DateOf(now), form.Words!.Trim());
        Entry entry;
        if (form.To == SpendForm.Award)
            entry = Entry.Award(team, await db.AccountOnFirstUseAsync(AccountKind.Awards, 0, now, ct), new(minutes), today, words);
        else if (await CommunityAsync(db, new(Guid.Parse(form.To!)), ct) is { } community)
            entry = Entry.EventEntry(team, community, new(minutes), today, words);
        else
            return Outcome.UnknownAccount;
        db.AuditLines.Add(me.Line(nameof(SpendForTeam), form.Team, now, form.Door));
        await db.SaveChangesAsync(ct);
        var posting = await db.PostAsync(entry, me.Acting(form.Door), form.RequestKey, LedgerSubject.Account, form.Team, now, ct);
        if (posting.IsPosted)
            db.Keep();
        return posting.Outcome switch
        {
            PostingOutcome.Posted or PostingOutcome.DoneAlready => Outcome.Spent,
            PostingOutcome.BelowFloor => Outcome.MoreThanTheyHave,
            PostingOutcome.ClosedAccount => Outcome.UnknownAccount,
            PostingOutcome.PeriodClosed => Outcome.PeriodClosed,
            _ => throw new InvalidOperationException($"The ledger answered {posting.Outcome}."),
        };
    }

    private static Task<AccountId?> CommunityAsync(TenantDb db, AccountId id, CancellationToken ct) =>
        db
            .Accounts.Where(a => a.Id == id && a.ClosedAt == null && (a.Kind == AccountKind.Organisation || a.Kind == AccountKind.Pot))
            .Select(a => (AccountId?)a.Id)
            .SingleOrDefaultAsync(ct);
}

/// <summary>What a team spends.</summary>
public sealed class SpendForm
{
    /// <summary>The choice in <see cref="To"/> that stands for an award.</summary>
    public const string Award = "award";

    public Guid RequestKey { get; set; } = Guid.CreateVersion7();

    public Guid Team { get; set; }

    /// <summary>The organisation's account or a pot for places at an event, or <see cref="Award"/>.</summary>
    public string? To { get; set; }

    public DurationChoice HowMuch
    {
        get => field ??= new();
        set;
    }

    public string? Words { get; set; }

    /// <summary>By which door the word came.</summary>
    public Door Door { get; set; } = Door.Phone;
}

/// <summary>The shape of <see cref="SpendForm"/>.</summary>
public sealed class SpendRules : AbstractValidator<SpendForm>
{
    public SpendRules(IStringLocalizer texts)
    {
        RuleFor(f => f.RequestKey).NotEmpty().WithMessage(_ => texts["This page was not complete. Please open it again."]);
        RuleFor(f => f.To).Must(t => t == SpendForm.Award || Guid.TryParse(t, out _)).WithMessage(_ => texts["Choose one from the list."]);
        RuleFor(f => f.HowMuch).Must(d => d.ToMinutes() is > 0).WithMessage(_ => texts["Say how much, for example 1 hour and 30 minutes."]);
        RuleFor(f => f.Words)
            .Must(w => !string.IsNullOrWhiteSpace(w))
            .WithMessage(_ => texts["Say in a few words what it was."])
            .MaximumLength(Entry.LongestReason)
            .WithMessage(_ => texts["Please use at most {0} characters.", Entry.LongestReason]);
    }
}
