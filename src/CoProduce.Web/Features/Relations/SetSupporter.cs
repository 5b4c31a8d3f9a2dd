using System.Text.Json.Serialization;
using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Circles;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Organisations;
using CoProduce.Web.Tenancy;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.Relations;

/// <summary>A coordinator writes down who supports a member, a household or a network.</summary>
public sealed class SetSupporter(UnitOfWork work, CurrentOrganisation organisation, CurrentPerson me, TimeProvider clock)
{
    public enum Outcome
    {
        Set,

        /// <summary>There is no such member who takes part, or the circle has ended.</summary>
        NotFound,

        /// <summary>There is no such member who could support, or they take no part.</summary>
        UnknownPerson,

        /// <summary>Nobody supports themself.</summary>
        Themself,

        /// <summary>They do so already.</summary>
        SupportsAlready,
    }

    public Task<Outcome> HandleAsync(SupporterForm form, CancellationToken ct = default) =>
        work.OnceAsync(form.RequestKey, form, db => SetAsync(db, form, ct), ct);

    private async Task<Outcome> SetAsync(TenantDb db, SupporterForm form, CancellationToken ct)
    {
        MemberId? member = form.Member is { } m ? new(m) : null;
        MemberId? person = form.Person is { } p ? new(p) : null;
        CircleId? circle = form.Circle is { } c && member is null ? new(c) : null;
        var takePart = db.Members.Where(x => x.Status == MemberStatus.Active);
        var isThere = member is not null
            ? await takePart.AnyAsync(x => x.Id == member, ct)
            : await db.Circles.AnyAsync(x => x.Id == circle && x.EndedAt == null, ct);
        if (!isThere)
            return Outcome.NotFound;
        if (person is not null && person == member)
            return Outcome.Themself;
        if (person is not null && !await takePart.AnyAsync(x => x.Id == person, ct))
            return Outcome.UnknownPerson;
        var (now, name) = (clock.GetUtcNow(), person is null ? form.Name!.Trim() : "");
        var open = db.Supporters.Where(s => s.Until == null && s.MemberId == member && s.CircleId == circle);
        if (await open.AnyAsync(s => s.PersonId == person && s.Name == name, ct))
            return Outcome.SupportsAlready;
        db.Supporters.Add(
            new()
            {
                Id = new(form.RequestKey),
                MemberId = member,
                CircleId = circle,
                PersonId = person,
                Name = name,
                Role = form.Role?.Trim() ?? "",
                Reach = person is null ? form.Reach?.Trim() ?? "" : "",
                Since = organisation.Profile.DateOf(now),
                SetBy = me.Id,
            }
        );
        db.AuditLines.Add(me.Line(nameof(SetSupporter), form.Member ?? form.Circle, now, onBehalfOf: member));
        db.Keep();
        return Outcome.Set;
    }
}

/// <summary>Who supports, as a coordinator types it: a member, or the name of somebody else.</summary>
public sealed class SupporterForm
{
    public Guid RequestKey { get; set; } = Guid.CreateVersion7();

    /// <summary>The member who is supported; null for a circle.</summary>
    public Guid? Member { get; set; }

    /// <summary>The circle that is supported; null for a member.</summary>
    public Guid? Circle { get; set; }

    /// <summary>The member who supports; null for somebody who is none.</summary>
    public Guid? Person { get; set; }

    public string? Name { get; set; }

    public string? Role { get; set; }

    public string? Reach { get; set; }

    [JsonIgnore]
    public string? PersonTyped { get; set; }
}

/// <summary>The shape of <see cref="SupporterForm"/>.</summary>
public sealed class SupporterRules : AbstractValidator<SupporterForm>
{
    public SupporterRules(IStringLocalizer texts)
    {
        RuleFor(f => f.RequestKey).NotEmpty().WithMessage(_ => texts["This page was not complete. Please open it again."]);
        RuleFor(f => f.Person)
            .NotEmpty()
            .When(f => !string.IsNullOrWhiteSpace(f.PersonTyped))
            .WithMessage(_ => texts["Choose the member: type a number or a part of the name."]);
        RuleFor(f => f.Name)
            .NotEmpty()
            .When(f => f.Person is null && string.IsNullOrWhiteSpace(f.PersonTyped))
            .WithMessage(_ => texts["Write a name, or choose a member."]);
        RuleFor(f => f.Name).Empty().When(f => f.Person is not null).WithMessage(_ => texts["Choose a member or write a name, not both."]);
        RuleFor(f => f.Name).MaximumLength(RoleHolder.NameLength).WithMessage(_ => TooLong(texts, RoleHolder.NameLength));
        RuleFor(f => f.Role).MaximumLength(Supporter.LineLength).WithMessage(_ => TooLong(texts, Supporter.LineLength));
        RuleFor(f => f.Reach).MaximumLength(Supporter.LineLength).WithMessage(_ => TooLong(texts, Supporter.LineLength));
    }

    private static string TooLong(IStringLocalizer texts, int length) => texts["Please use at most {0} characters.", length];
}

/// <summary>Why nobody was written down, in a sentence that is a key of the texts; null when somebody was.</summary>
public static class SetSupporterRefusals
{
    public static string? Of(SetSupporter.Outcome outcome) =>
        outcome switch
        {
            SetSupporter.Outcome.Set => null,
            SetSupporter.Outcome.NotFound => "They do not take part at the moment, so nobody can be written down here.",
            SetSupporter.Outcome.UnknownPerson => "There is no such member who takes part. Choose another, or write a name.",
            SetSupporter.Outcome.Themself => "That is the member themself. Choose somebody else.",
            SetSupporter.Outcome.SupportsAlready => "They stand in the list already.",
        };
}
