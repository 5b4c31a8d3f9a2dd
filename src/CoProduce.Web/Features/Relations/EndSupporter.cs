using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Organisations;
using CoProduce.Web.Tenancy;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.Relations;

/// <summary>A coordinator writes down that somebody supports no longer. What was stays readable.</summary>
public sealed class EndSupporter(UnitOfWork work, CurrentOrganisation organisation, CurrentPerson me, TimeProvider clock)
{
    public enum Outcome
    {
        Ended,
        NotFound,
    }

    public Task<Outcome> HandleAsync(EndSupporterForm form, CancellationToken ct = default) =>
        work.OnceAsync(form.RequestKey, form, db => EndAsync(db, form, ct), ct);

    private async Task<Outcome> EndAsync(TenantDb db, EndSupporterForm form, CancellationToken ct)
    {
        var (id, now) = (new SupporterId(Guid.Parse(form.Supporter!)), clock.GetUtcNow());
        if (await db.Supporters.SingleOrDefaultAsync(s => s.Id == id && s.Until == null, ct) is not { } supporter)
            return Outcome.NotFound;
        supporter.End(organisation.Profile.DateOf(now), form.Reason!.Trim());
        var subject = supporter.MemberId?.Value ?? supporter.CircleId?.Value;
        db.AuditLines.Add(me.Line(nameof(EndSupporter), subject, now, onBehalfOf: supporter.MemberId));
        db.Keep();
        return Outcome.Ended;
    }
}

/// <summary>Who supports no longer, and why.</summary>
public sealed class EndSupporterForm
{
    public Guid RequestKey { get; set; } = Guid.CreateVersion7();

    /// <summary>The line, as the list posts it.</summary>
    public string? Supporter { get; set; }

    public string? Reason { get; set; }
}

/// <summary>The shape of <see cref="EndSupporterForm"/>.</summary>
public sealed class EndSupporterRules : AbstractValidator<EndSupporterForm>
{
    public EndSupporterRules(IStringLocalizer texts)
    {
        RuleFor(f => f.RequestKey).NotEmpty().WithMessage(_ => texts["This page was not complete. Please open it again."]);
        RuleFor(f => f.Supporter).Must(s => Guid.TryParse(s, out _)).WithMessage(_ => texts["Choose one from the list."]);
        RuleFor(f => f.Reason).Words(AuditLine.ReasonLength, texts, "Say why, in a few words. It is kept with the record.");
    }
}

/// <summary>Ending support inside a unit of work.</summary>
internal static class EndingSupport
{
    /// <summary>Whoever leaves neither supports nor is supported from that day.</summary>
    public static async Task EndSupportAsync(this TenantDb db, MemberId member, DateOnly today, CancellationToken ct)
    {
        var open = db.Supporters.Where(s => s.Until == null && (s.MemberId == member || s.PersonId == member));
        foreach (var supporter in await open.ToListAsync(ct))
            supporter.End(today, "");
    }
}
