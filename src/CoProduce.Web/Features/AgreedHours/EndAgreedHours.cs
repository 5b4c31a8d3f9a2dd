using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Organisations;
using CoProduce.Web.Tenancy;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.AgreedHours;

/// <summary>A coordinator writes down that agreed hours are over: the member stays on of their own free will, or it ended otherwise. The membership goes on either way.</summary>
public sealed class EndAgreedHours(UnitOfWork work, CurrentOrganisation organisation, CurrentPerson me, TimeProvider clock)
{
    public enum Outcome
    {
        Ended,
        NotFound,
    }

    public Task<Outcome> HandleAsync(EndAgreedForm form, CancellationToken ct = default) =>
        work.OnceAsync(form.RequestKey, form, db => EndAsync(db, form, ct), ct);

    private async Task<Outcome> EndAsync(TenantDb db, EndAgreedForm form, CancellationToken ct)
    {
        var (id, now) = (new HoursAgreedId(Guid.Parse(form.Agreed!)), clock.GetUtcNow());
        if (await db.HoursAgreed.SingleOrDefaultAsync(a => a.Id == id && a.EndedOn == null, ct) is not { } agreed)
            return Outcome.NotFound;
        agreed.End(form.How, form.Why?.Trim() ?? "", organisation.Profile.DateOf(now));
        db.AuditLines.Add(me.Line(nameof(EndAgreedHours), agreed.MemberId.Value, now, onBehalfOf: agreed.MemberId));
        db.Keep();
        return Outcome.Ended;
    }
}

/// <summary>Which agreement ends, and how.</summary>
public sealed class EndAgreedForm
{
    public Guid RequestKey { get; set; } = Guid.CreateVersion7();

    /// <summary>The agreement, as the list posts it.</summary>
    public string? Agreed { get; set; }

    public AgreedEnd How { get; set; } = AgreedEnd.StaysOn;

    public string? Why { get; set; }
}

/// <summary>The shape of <see cref="EndAgreedForm"/>.</summary>
public sealed class EndAgreedRules : AbstractValidator<EndAgreedForm>
{
    public EndAgreedRules(IStringLocalizer texts)
    {
        RuleFor(f => f.RequestKey).NotEmpty();
        RuleFor(f => f.Agreed).Must(a => Guid.TryParse(a, out _)).WithMessage(_ => texts["Choose one from the list."]);
        RuleFor(f => f.How).IsInEnum();
        RuleFor(f => f.Why)
            .NotEmpty()
            .When(f => f.How == AgreedEnd.Otherwise)
            .WithMessage(_ => texts["Say why, in a few words. It is kept with the record."]);
        RuleFor(f => f.Why)
            .MaximumLength(AuditLine.ReasonLength)
            .WithMessage(_ => texts["Please use at most {0} characters.", AuditLine.ReasonLength]);
    }
}

/// <summary>Ending agreed hours inside a unit of work.</summary>
internal static class EndingAgreedHours
{
    /// <summary>Whoever leaves owes no hours.</summary>
    public static async Task EndAgreedHoursAsync(this TenantDb db, MemberId member, DateOnly today, CancellationToken ct)
    {
        foreach (var agreed in await db.HoursAgreed.Where(a => a.MemberId == member && a.EndedOn == null).ToListAsync(ct))
            agreed.End(AgreedEnd.Otherwise, "", today);
    }
}
