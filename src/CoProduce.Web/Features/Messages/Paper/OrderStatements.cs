using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Organisations;
using CoProduce.Web.Tenancy;
using CoProduce.Web.Ui;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.Messages;

/// <summary>A coordinator puts a statement for every member of a kept list who has an address into the tray of letters to print, once they have seen how many.</summary>
public sealed class OrderStatements(
    UnitOfWork work,
    CurrentPerson me,
    CurrentOrganisation organisation,
    IStringLocalizer texts,
    TimeProvider clock
)
{
    public enum Outcome
    {
        Done,

        /// <summary>There is no such list, or somebody else keeps it for themself.</summary>
        NoSuchList,

        /// <summary>Nobody in it has a postal address, or something to state.</summary>
        Nobody,

        /// <summary>How many was not looked at yet, or it is another number by now.</summary>
        LookFirst,
    }

    /// <summary>How many statements it would be; null when there is no such list.</summary>
    public Task<StatementsCount?> CountAsync(StatementsForm form, CancellationToken ct = default) =>
        work.ReadAsync(async db => await WhoAsync(db, form, ct) is var (count, _) ? count : null, ct);

    public Task<Outcome> HandleAsync(StatementsForm form, CancellationToken ct = default) =>
        work.OnceAsync(
            form.RequestKey,
            form,
            async db =>
            {
                if (await WhoAsync(db, form, ct) is not var (count, reached))
                    return Outcome.NoSuchList;
                if (reached.Count == 0)
                    return Outcome.Nobody;
                if (form.Seen != count.Statements)
                    return Outcome.LookFirst;
                var now = clock.GetUtcNow();
                var (from, to) = (form.From.ToDate()!.Value, form.To.ToDate()!.Value);
                var subject = texts["Statement from {0} to {1}", texts.ShortDay(from), texts.ShortDay(to)];
                db.Sendings.AddRange(reached.Select(id => Sending.Statement(id, subject, from, to, now)));
                db.AuditLines.Add(me.Line(nameof(OrderStatements), null, now));
                db.Keep();
                return Outcome.Done;
            },
            ct
        );

    private async Task<(StatementsCount Count, List<MemberId> Reached)?> WhoAsync(TenantDb db, StatementsForm form, CancellationToken ct)
    {
        var filter = "";
        if (form.List is { Length: > 0 } list)
        {
            var kept = await db.SavedLists.SingleOrDefaultAsync(l => l.Id == Guid.Parse(list) && (l.KeptBy == me.Id || l.IsShared), ct);
            if (kept is null)
                return null;
            filter = kept.Filter;
        }
        var members = await db.OfListAsync(filter, organisation.Profile, organisation.Profile.DateOf(clock.GetUtcNow()), ct);
        var ids = await members
            .Where(m => db.Hubs.Any(h => h.Id == m.HubId && h.Kind != HubKind.Custody))
            .Select(m => m.Id)
            .ToListAsync(ct);
        var addresses = await db.PaperAddressesAsync(ids, ct);
        var reached = ids.FindAll(id => addresses.GetValueOrDefault(id) is { Address.Length: > 0 });
        var without = ids.Count - reached.Count;
        var still = 0;
        if (form.LeaveOutStill)
        {
            var moved = await MovedAsync(db, form.From.ToDate()!.Value, form.To.ToDate()!.Value, ct);
            still = reached.RemoveAll(id => !moved.Contains(id.Account));
        }
        return (new(reached.Count, reached.Select(id => addresses[id].Envelope).Distinct().Count(), still, without), reached);
    }

    private async Task<HashSet<CoProduce.Ledger.AccountId>> MovedAsync(TenantDb db, DateOnly from, DateOnly to, CancellationToken ct)
    {
        var (start, end) = (organisation.Profile.StartOf(from), organisation.Profile.StartOf(to.AddDays(1)));
        return await (
            from e in db.Entries
            where e.PostedAt >= start && e.PostedAt < end
            join p in db.Postings on e.Id equals p.EntryId
            select p.AccountId
        )
            .Distinct()
            .ToHashSetAsync(ct);
    }
}

/// <summary>How many statements it would be.</summary>
/// <param name="Envelopes">To how many addresses they go, each a sheet of its own.</param>
/// <param name="Still">So many are left out because nothing moved.</param>
/// <param name="WithoutAddress">So many have no postal address.</param>
public sealed record StatementsCount(int Statements, int Envelopes, int Still, int WithoutAddress);

/// <summary>Statements for many.</summary>
public sealed class StatementsForm
{
    public Guid RequestKey { get; set; } = Guid.CreateVersion7();

    /// <summary>The id of a kept list; empty for everybody who takes part.</summary>
    public string? List { get; set; }

    public DateBoxes From { get; set; } = new();

    public DateBoxes To { get; set; } = new();

    /// <summary>True to leave out those with whom nothing moved in these days.</summary>
    public bool LeaveOutStill { get; set; } = true;

    /// <summary>The number of statements that was looked at; null before.</summary>
    public int? Seen { get; set; }
}

/// <summary>The shape of <see cref="StatementsForm"/>.</summary>
public sealed class StatementsRules : AbstractValidator<StatementsForm>
{
    public StatementsRules(IStringLocalizer texts)
    {
        RuleFor(f => f.RequestKey).NotEmpty().WithMessage(_ => texts["This page was not complete. Please open it again."]);
        RuleFor(f => f.List).Must(l => string.IsNullOrEmpty(l) || Guid.TryParse(l, out _)).WithMessage(_ => texts["Choose a list."]);
        RuleFor(f => f.From)
            .Must(d => d.ToDate() is not null)
            .WithMessage(_ => texts["Write the date as day, month and year, for example 24 11 2026."]);
        RuleFor(f => f.To)
            .Must((f, d) => d.ToDate() is { } to && !(f.From.ToDate() > to))
            .WithMessage(_ => texts["Write a date that is not before the first day, for example 24 11 2026."]);
    }
}
