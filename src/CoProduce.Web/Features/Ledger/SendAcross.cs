using System.Text.Json.Serialization;
using CoProduce.Ledger;
using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Organisations;
using CoProduce.Web.Tenancy;
using CoProduce.Web.Ui;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.Ledger;

/// <summary>A member's hours go to a named person in an affiliated organisation: a gift, or thanks for help had from them.</summary>
public sealed class SendAcross(
    UnitOfWork work,
    CurrentOrganisation organisation,
    CurrentPerson me,
    AffiliationsQuery affiliations,
    TimeProvider clock
)
{
    public enum Outcome
    {
        Sent,
        UnknownMember,
        NotTakingPart,
        NotAffiliated,

        /// <summary>Number and name do not belong together over there.</summary>
        NobodyThere,
        NotInSteps,
        TooLong,

        /// <summary>A gift comes out of what one has: it never makes a debt.</summary>
        MoreThanYouHave,
        BelowFloor,

        /// <summary>What the two organisations agreed to owe each other is reached.</summary>
        LimitReached,

        /// <summary>The other person's account is closed.</summary>
        ClosedThere,

        /// <summary>The member here and the one there are the same person: one may give to oneself elsewhere, but not be helped by oneself.</summary>
        SamePerson,
    }

    /// <summary>The signed-in member gives some of their own: no more than they have.</summary>
    public async Task<Outcome> GiveAsync(AcrossForm form, CancellationToken ct = default) =>
        await SendAsync(form, me.Member, me.Acting(Door.Screen), isGift: true, ct);

    /// <summary>A coordinator logs help that a member here had from somebody there, or sends for a member what they give or take along.</summary>
    public async Task<Outcome> ForMemberAsync(AcrossForm form, CancellationToken ct = default) =>
        await SendAsync(form, new(form.Member!.Value), me.Acting(form.Door, new MemberId(form.Member.Value)), form.IsGift, ct);

    /// <summary>Says what giving would come to now, so that a refusal is heard before one is asked whether one is sure.</summary>
    public async Task<Outcome> TryAsync(AcrossForm form, CancellationToken ct = default)
    {
        var line = await AffiliationAsync(form, ct);
        return await work.WriteAsync(
            async db => await RefusalAsync(db, form, me.Member, line, isGift: true, ct) ?? Outcome.Sent, // never kept
            ct
        );
    }

    private async Task<Outcome> SendAsync(AcrossForm form, MemberId from, Authorship acting, bool isGift, CancellationToken ct)
    {
        var line = await AffiliationAsync(form, ct);
        return await work.OnceAsync(form.RequestKey, form, db => SendAsync(db, form, from, line, acting, isGift, ct), ct);
    }

    private async Task<Outcome> SendAsync(
        TenantDb db,
        AcrossForm form,
        MemberId from,
        AffiliationsQuery.Line? line,
        Authorship acting,
        bool isGift,
        CancellationToken ct
    )
    {
        if (await RefusalAsync(db, form, from, line, isGift, ct) is { } refusal)
            return refusal;
        var now = clock.GetUtcNow();
        var to = await db.AccountThereAsync(line!.There, form.ReadNumber()!.Value, form.Name!, ct);
        db.AuditLines.Add(me.Line(nameof(SendAcross), form.RequestKey, now, acting.Door, acting.OnBehalfOf is null ? null : from));
        await db.SaveChangesAsync(ct);
        var posting = await db.PostBetweenAsync(
            line.There,
            from.Account,
            to!.Value,
            new(form.HowMuch.ToMinutes()!.Value),
            organisation.Profile.DateOf(now),
            form.Words?.Trim(),
            acting,
            form.RequestKey,
            now,
            ct
        );
        if (posting.IsPosted && isGift && await db.Accounts.AnyAsync(a => a.Id == from.Account && a.Balance - a.Held < 0, ct))
            return Outcome.MoreThanYouHave; // not kept
        if (posting.IsPosted)
            db.Keep();
        return posting.Outcome switch
        {
            BetweenOutcome.Posted or BetweenOutcome.DoneAlready => Outcome.Sent,
            BetweenOutcome.BelowFloor when !posting.RefusedHere => Outcome.LimitReached,
            BetweenOutcome.BelowFloor => isGift ? Outcome.MoreThanYouHave : Outcome.BelowFloor,
            BetweenOutcome.ClosedAccount => posting.RefusedHere ? Outcome.NotTakingPart : Outcome.ClosedThere,
            BetweenOutcome.NotAffiliated => Outcome.NotAffiliated,
            BetweenOutcome.KeyReused
            or BetweenOutcome.UnknownAccount
            or BetweenOutcome.AlreadyReversed
            or BetweenOutcome.NotItsMirror
            or BetweenOutcome.PeriodClosed => throw new InvalidOperationException($"The ledger answered {posting.Outcome}."),
        };
    }

    private async Task<AffiliationsQuery.Line?> AffiliationAsync(AcrossForm form, CancellationToken ct) =>
        (await affiliations.ListAsync(ct)).FirstOrDefault(l => l.IsAgreed && l.There.Value.ToString() == form.There);

    private async Task<Outcome?> RefusalAsync(
        TenantDb db,
        AcrossForm form,
        MemberId from,
        AffiliationsQuery.Line? line,
        bool isGift,
        CancellationToken ct
    )
    {
        var minutes = form.HowMuch.ToMinutes()!.Value;
        if (line is null)
            return Outcome.NotAffiliated;
        if (minutes % organisation.Profile.Settings.StepMinutes != 0)
            return Outcome.NotInSteps;
        if (!isGift && minutes > organisation.Profile.Settings.MaximumMinutes)
            return Outcome.TooLong;
        var status = await db.Members.Where(m => m.Id == from).Select(m => (MemberStatus?)m.Status).SingleOrDefaultAsync(ct);
        if (status != MemberStatus.Active)
            return status is null ? Outcome.UnknownMember : Outcome.NotTakingPart;
        if (await db.AccountThereAsync(line.There, form.ReadNumber()!.Value, form.Name!, ct) is not { } there)
            return Outcome.NobodyThere;
        if (!isGift && await db.IsSamePersonAsync(from, line.There, there, ct))
            return Outcome.SamePerson;
        return isGift && await db.Accounts.AnyAsync(a => a.Id == from.Account && a.Balance - a.Held < minutes, ct)
            ? Outcome.MoreThanYouHave
            : null;
    }
}

/// <summary>To whom in which other organisation, and how much.</summary>
public sealed class AcrossForm
{
    public Guid RequestKey { get; set; } = Guid.CreateVersion7();

    /// <summary>The other organisation's id; null until chosen.</summary>
    public string? There { get; set; }

    /// <summary>The number on the other person's card.</summary>
    public string? Number { get; set; }

    /// <summary>The whole name of the other person.</summary>
    public string? Name { get; set; }

    public DurationChoice HowMuch
    {
        get => field ??= new();
        set;
    }

    /// <summary>What it was for, which both read; null or blank for none.</summary>
    public string? Words { get; set; }

    /// <summary>The member here who was helped or whose hours go; null where a member gives their own.</summary>
    public Guid? Member { get; set; }

    /// <summary>True when a coordinator sends what a member gives or takes along, false for help that the member had.</summary>
    public bool IsGift { get; set; }

    /// <summary>How a coordinator heard of it.</summary>
    public Door Door { get; set; } = Door.Phone;

    /// <summary>True when it was read back and is to be sent.</summary>
    [JsonIgnore]
    public bool Checked { get; set; }

    /// <summary>Not null when it is to be changed after it was read back.</summary>
    [JsonIgnore]
    public string? Change { get; set; }

    /// <summary>What was typed to find the member here.</summary>
    [JsonIgnore]
    public string? MemberTyped { get; set; }

    /// <summary>The number as a number; null when it is none.</summary>
    public int? ReadNumber() => int.TryParse(Number?.Trim().TrimStart('#'), out var number) && number > 0 ? number : null;
}

/// <summary>The shape of <see cref="AcrossForm"/>.</summary>
public sealed class AcrossRules : AbstractValidator<AcrossForm>
{
    public AcrossRules(IStringLocalizer texts)
    {
        RuleFor(f => f.RequestKey).NotEmpty().WithMessage(_ => texts["This page was not complete. Please open it again."]);
        RuleFor(f => f.There).Must(t => Guid.TryParse(t, out _)).WithMessage(_ => texts["Choose the other organisation."]);
        RuleFor(f => f.Number)
            .Must((form, _) => form.ReadNumber() is not null)
            .WithMessage(_ => texts["Write the number on their card, such as 17."]);
        RuleFor(f => f.Name).Words(Members.Member.NameLength * 2, texts, "Write their whole name as it stands on their card.");
        RuleFor(f => f.HowMuch).Must(d => d.ToMinutes() is > 0).WithMessage(_ => texts["Say how much, for example 1 hour and 30 minutes."]);
        RuleFor(f => f.Words)
            .MaximumLength(Entry.LongestReason)
            .WithMessage(_ => texts["Please use at most {0} characters.", Entry.LongestReason]);
    }
}
