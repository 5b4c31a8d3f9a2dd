using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Organisations;
using CoProduce.Web.Tenancy;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.Cards;

/// <summary>Makes cards ready to be printed: whoever has none yet gets a code. Whoever has one keeps it, so that a card printed twice counts twice.</summary>
public sealed class IssueCards(UnitOfWork work, CurrentPerson me, TimeProvider clock)
{
    public enum Outcome
    {
        Ready,

        /// <summary>There is nobody who takes part.</summary>
        Nobody,
    }

    public Task<Outcome> HandleAsync(IssueCardsForm form, CancellationToken ct = default) =>
        work.OnceAsync(form.RequestKey, form, db => IssueAsync(db, form, ct), ct);

    private async Task<Outcome> IssueAsync(TenantDb db, IssueCardsForm form, CancellationToken ct)
    {
        var (hub, one) = (new HubId(form.Hub ?? Guid.Empty), new MemberId(form.Member ?? Guid.Empty));
        var members = db.Members.Where(m => m.Status != MemberStatus.Left && (form.Member == null ? m.HubId == hub : m.Id == one));
        var ids = await members.Select(m => m.Id).ToListAsync(ct);
        if (ids.Count == 0)
            return Outcome.Nobody;
        await db.MakeCardsAsync(ids, me, clock.GetUtcNow(), ct);
        db.Keep();
        return Outcome.Ready;
    }
}

/// <summary>Making cards inside a unit of work.</summary>
internal static class MakingCards
{
    /// <summary>A card for each of them who has none that counts.</summary>
    public static async Task MakeCardsAsync(
        this TenantDb db,
        IReadOnlyCollection<MemberId> members,
        CurrentPerson me,
        DateTimeOffset now,
        CancellationToken ct
    )
    {
        await db.LockSettingsAsync(ct); // two who print at once would make two cards for one member
        var have = await db
            .MemberCards.Where(c => members.Contains(c.MemberId) && c.ReplacedAt == null)
            .Select(c => c.MemberId)
            .ToListAsync(ct);
        foreach (var member in members.Except(have))
        {
            db.MemberCards.Add(MemberCard.For(member, now));
            db.AuditLines.Add(me.Line("MakeCard", member.Value, now, onBehalfOf: member));
        }
    }
}

/// <summary>For whom: one member, or all of a hub.</summary>
public sealed class IssueCardsForm
{
    public Guid RequestKey { get; set; } = Guid.CreateVersion7();

    /// <summary>Null for a whole hub.</summary>
    public Guid? Member { get; set; }

    public Guid? Hub { get; set; }

    /// <summary>The same as a list posts it: an empty choice is none.</summary>
    public string? HubChosen
    {
        get => Hub?.ToString();
        set => Hub = Guid.TryParse(value, out var id) ? id : null;
    }
}

/// <summary>The shape of <see cref="IssueCardsForm"/>.</summary>
public sealed class IssueCardsRules : AbstractValidator<IssueCardsForm>
{
    public IssueCardsRules(IStringLocalizer texts)
    {
        RuleFor(f => f.RequestKey).NotEmpty();
        RuleFor(f => f.Hub).NotNull().When(f => f.Member is null).WithMessage(_ => texts["Choose a time bank."]);
    }
}
