using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Tenancy;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.Offers;

/// <summary>Keeps a search of the board under a name, says whether its keeper is written to, or lets it go. One of one's own with that name is replaced.</summary>
public sealed class KeepSearch(UnitOfWork work, CurrentPerson me, OfferLinks links, TimeProvider clock)
{
    public enum Outcome
    {
        Kept,
        Dropped,

        /// <summary>There are <see cref="SavedSearch.Most"/> already.</summary>
        TooMany,

        /// <summary>There is none of this person's.</summary>
        NotFound,
    }

    /// <summary>Keeps one, for oneself as a member or as a coordinator for the whole board.</summary>
    /// <param name="ofWholeBoard">True for a coordinator's, which may be shared and tells nobody.</param>
    public Task<Outcome> HandleAsync(KeepSearchForm form, bool ofWholeBoard, CancellationToken ct = default) =>
        work.OnceAsync(form.RequestKey, form, db => KeepAsync(db, form, ofWholeBoard, ct), ct);

    /// <summary>Lets one of one's own go.</summary>
    public Task<Outcome> DropAsync(Guid id, CancellationToken ct = default) =>
        work.WriteAsync(
            async db =>
            {
                if (await db.SavedSearches.SingleOrDefaultAsync(s => s.Id == id && s.KeptBy == me.Id, ct) is not { } found)
                    return Outcome.NotFound;
                db.SavedSearches.Remove(found);
                db.Keep();
                return Outcome.Dropped;
            },
            ct
        );

    /// <summary>By the link in a letter: the member is written to about none of their searches any more.</summary>
    public Task<Outcome> StopByMailAsync(string secret, CancellationToken ct = default) =>
        links.ReadStopping(secret) is not var (_, member)
            ? Task.FromResult(Outcome.NotFound)
            : work.WriteAsync(
                async db =>
                {
                    foreach (var search in await db.SavedSearches.Where(s => s.MemberId == member).ToListAsync(ct))
                        search.Tells = false;
                    db.Keep();
                    return Outcome.Kept;
                },
                ct
            );

    private async Task<Outcome> KeepAsync(TenantDb db, KeepSearchForm form, bool ofWholeBoard, CancellationToken ct)
    {
        var name = form.Name!.Trim();
        MemberId? member = ofWholeBoard ? null : me.Member;
        var mine = await db.SavedSearches.Where(s => s.KeptBy == me.Id && s.MemberId == member).ToListAsync(ct);
        var same = mine.FindAll(s => string.Equals(s.Name, name, StringComparison.OrdinalIgnoreCase));
        if (mine.Count - same.Count >= SavedSearch.Most)
            return Outcome.TooMany;
        db.SavedSearches.RemoveRange(same);
        var now = clock.GetUtcNow();
        db.SavedSearches.Add(
            new()
            {
                Id = form.RequestKey,
                KeptBy = me.Id,
                MemberId = member,
                Name = name,
                Filter = BoardFilter.Read(form.Filter ?? "").ToQuery(), // read and written again, so that nothing but a search is kept
                IsShared = ofWholeBoard && form.Share,
                Tells = !ofWholeBoard && form.Tells,
                SeenUntil = now,
            }
        );
        await db.PlanBoardRoundsAsync(now, ct);
        db.Keep();
        return Outcome.Kept;
    }
}

/// <summary>A search to keep.</summary>
public sealed class KeepSearchForm
{
    public Guid RequestKey { get; set; } = Guid.CreateVersion7();

    public string? Name { get; set; }

    /// <summary>The search as the board's address has it.</summary>
    public string? Filter { get; set; }

    /// <summary>True to be written to when something new fits.</summary>
    public bool Tells { get; set; }

    /// <summary>True to show it to every coordinator.</summary>
    public bool Share { get; set; }
}

/// <summary>The shape of <see cref="KeepSearchForm"/>.</summary>
public sealed class KeepSearchRules : AbstractValidator<KeepSearchForm>
{
    public KeepSearchRules(IStringLocalizer texts)
    {
        RuleFor(f => f.RequestKey).NotEmpty().WithMessage(_ => texts["This page was not complete. Please open it again."]);
        RuleFor(f => f.Name)
            .Must(n => !string.IsNullOrWhiteSpace(n))
            .WithMessage(_ => texts["Give it a name."])
            .MaximumLength(SavedSearch.NameLength)
            .WithMessage(_ => texts["Please use at most {0} characters.", SavedSearch.NameLength]);
    }
}

/// <summary>Reads the searches that somebody keeps.</summary>
public sealed class SavedSearchesQuery(UnitOfWork work, CurrentPerson me)
{
    /// <summary>One's own by name, and for coordinators those that are shared.</summary>
    public Task<List<SavedSearch>> ReadAsync(bool ofWholeBoard, CancellationToken ct = default) =>
        work.ReadAsync(
            db =>
                db.SavedSearches.AsNoTracking()
                    .Where(s => (s.MemberId == null) == ofWholeBoard && (s.KeptBy == me.Id || (ofWholeBoard && s.IsShared)))
                    .OrderBy(s => s.Name)
                    .ToListAsync(ct),
            ct
        );
}
