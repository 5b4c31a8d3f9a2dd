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

namespace CoProduce.Web.Features.AgreedHours;

/// <summary>A coordinator writes down how many hours a member agreed to give, in all or each month.</summary>
public sealed class AgreeHours(UnitOfWork work, CurrentPerson me, TimeProvider clock)
{
    public enum Outcome
    {
        Agreed,

        /// <summary>There is no such member who takes part.</summary>
        NotFound,

        /// <summary>One of that sort lasts already; it ends first.</summary>
        LastsAlready,
    }

    public Task<Outcome> HandleAsync(AgreeHoursForm form, CancellationToken ct = default) =>
        work.OnceAsync(form.RequestKey, form, db => AgreeAsync(db, form, ct), ct);

    private async Task<Outcome> AgreeAsync(TenantDb db, AgreeHoursForm form, CancellationToken ct)
    {
        var (id, now, span) = (new MemberId(form.Member), clock.GetUtcNow(), form.Span);
        await db.LockMemberAsync(id, ct); // two coordinators at once do not agree twice
        if (!await db.Members.AnyAsync(m => m.Id == id && m.Status == MemberStatus.Active, ct))
            return Outcome.NotFound;
        if (await db.HoursAgreed.AnyAsync(a => a.MemberId == id && a.Span == span && a.EndedOn == null, ct))
            return Outcome.LastsAlready;
        db.HoursAgreed.Add(
            new()
            {
                Id = new(form.RequestKey),
                MemberId = id,
                Span = span,
                Minutes = HoursTyped.ToMinutes(form.Hours)!.Value,
                What = form.What?.Trim() ?? "",
                From = form.From.ToDate()!.Value,
                Door = form.Door,
                SetBy = me.Id,
            }
        );
        db.AuditLines.Add(me.Line(nameof(AgreeHours), form.Member, now, form.Door, id));
        db.Keep();
        return Outcome.Agreed;
    }
}

/// <summary>Hours that a member agreed to give, as a coordinator types it.</summary>
public sealed class AgreeHoursForm
{
    public Guid RequestKey { get; set; } = Guid.CreateVersion7();

    public Guid Member { get; set; }

    public AgreedSpan Span { get; set; } = AgreedSpan.InAll;

    public string? Hours { get; set; }

    public string? What { get; set; }

    public DateBoxes From
    {
        get => field ??= new();
        set;
    }

    public Door Door { get; set; } = Door.Phone;
}

/// <summary>The shape of <see cref="AgreeHoursForm"/>.</summary>
public sealed class AgreeHoursRules : AbstractValidator<AgreeHoursForm>
{
    public AgreeHoursRules(IStringLocalizer texts)
    {
        RuleFor(f => f.RequestKey).NotEmpty();
        RuleFor(f => f.Span).IsInEnum();
        RuleFor(f => f.Hours)
            .Must(h => HoursTyped.ToMinutes(h) is > 0 and <= HoursAgreed.MostHours * 60)
            .WithMessage(_ => texts["Write a number of hours up to {0}, for example 30 or 7.5.", HoursAgreed.MostHours]);
        RuleFor(f => f.What)
            .MaximumLength(HoursAgreed.LineLength)
            .WithMessage(_ => texts["Please use at most {0} characters.", HoursAgreed.LineLength]);
        RuleFor(f => f.From)
            .Must(d => d.ToDate() is not null)
            .WithMessage(_ => texts["Write the date as day, month and year, for example 24 11 2026."]);
        RuleFor(f => f.Door).IsInEnum();
    }
}

/// <summary>Why nothing was agreed, in a sentence that is a key of the texts; null when it was.</summary>
public static class AgreeHoursRefusals
{
    public static string? Of(AgreeHours.Outcome outcome) =>
        outcome switch
        {
            AgreeHours.Outcome.Agreed => null,
            AgreeHours.Outcome.NotFound => "They do not take part at the moment, so nothing can be agreed.",
            AgreeHours.Outcome.LastsAlready => "Something like this is agreed already. End that first.",
        };
}
