using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Messages;
using CoProduce.Web.Tenancy;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.Members;

/// <summary>What a member asks of the coordinators about going.</summary>
public enum GoingAsk
{
    /// <summary>To leave.</summary>
    Leave,

    /// <summary>That everything about them is erased.</summary>
    Erase,
}

/// <summary>What a member says who asks to go.</summary>
public sealed class AskToGoForm
{
    public Guid RequestKey { get; set; } = Guid.CreateVersion7();

    /// <summary>What they ask. Set by the page from its address.</summary>
    public GoingAsk Ask { get; set; }

    /// <summary>A few words to the coordinators; null for none.</summary>
    public string? Words { get; set; }
}

/// <summary>The shape of <see cref="AskToGoForm"/>.</summary>
public sealed class AskToGoRules : AbstractValidator<AskToGoForm>
{
    public AskToGoRules(IStringLocalizer texts)
    {
        RuleFor(f => f.RequestKey).NotEmpty();
        RuleFor(f => f.Words)
            .MaximumLength(AuditLine.ReasonLength)
            .WithMessage(_ => texts["Please use at most {0} characters.", AuditLine.ReasonLength]);
    }
}

/// <summary>
/// A member asks to leave, or to be erased. The line of who did what is the request itself: it stands on their page until they have gone or take it back, and
/// the coordinators are written to. Nothing else changes: hours are settled with a person.
/// </summary>
public sealed class AskToGo(
    UnitOfWork work,
    CurrentPerson me,
    StaffByMail staff,
    Letters letters,
    CurrentOrganisation organisation,
    TimeProvider clock
)
{
    /// <summary>The deed of an asking to leave.</summary>
    public const string ToLeave = "AskToLeave";

    /// <summary>The deed of an asking to be erased.</summary>
    public const string ToBeErased = "AskToBeErased";

    public enum Outcome
    {
        Asked,

        /// <summary>They asked the same before; nobody is written to again.</summary>
        AskedAlready,
    }

    public Task<Outcome> HandleAsync(AskToGoForm form, CancellationToken ct = default) =>
        work.OnceAsync(form.RequestKey, form, db => AskAsync(db, form, ct), ct);

    private async Task<Outcome> AskAsync(TenantDb db, AskToGoForm form, CancellationToken ct)
    {
        var (mine, deed) = (me.Member, form.Ask == GoingAsk.Leave ? ToLeave : ToBeErased);
        if ((await db.AskedToGoAsync(db.Members.Where(m => m.Id == mine), ct)).Exists(a => a.Deed == deed))
            return Outcome.AskedAlready;
        db.AuditLines.Add(me.Line(deed, mine.Value, clock.GetUtcNow(), reason: form.Words?.Trim() ?? ""));
        var slug = organisation.Profile.Slug;
        foreach (var (holder, email) in await staff.CoordinatorsAsync(db, ct))
            letters.Write(
                db,
                email,
                holder.Name.Split(' ')[0],
                Letterhead.Of(organisation.Profile),
                t =>
                    new(
                        form.Ask == GoingAsk.Leave ? t["A member would like to leave"] : t["A member asks to be erased"],
                        [t["Who it is and what they say stands on their page and not in this mail. Please speak with them soon."]],
                        $"/{slug}/members/{mine.Value}",
                        t["Open their page"]
                    )
            );
        db.Keep();
        return Outcome.Asked;
    }
}
