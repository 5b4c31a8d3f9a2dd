using CoProduce.Ledger;
using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.Privacy;

/// <summary>What somebody answers to a purpose, for themself or, for who phones or writes, through a coordinator.</summary>
public sealed class ConsentForm
{
    public Guid RequestKey { get; set; } = Guid.CreateVersion7();

    public ConsentPurpose Purpose { get; set; }

    /// <summary>The version whose words were read.</summary>
    public int Version { get; set; }

    /// <summary>True for yes.</summary>
    public bool Give { get; set; }

    /// <summary>By which door the word came.</summary>
    public Door Door { get; set; } = Door.Screen;
}

/// <summary>Writes a member's yes or no down, with the words that were asked.</summary>
public sealed class GiveConsent(UnitOfWork work, CurrentPerson me, TimeProvider clock, IStringLocalizer texts)
{
    public enum Outcome
    {
        Kept,

        /// <summary>There is no such member, or no such purpose.</summary>
        NotFound,

        /// <summary>The words were changed in the meantime and must be read again. A no is taken in any case.</summary>
        WordsChanged,
    }

    /// <summary>For oneself.</summary>
    public Task<Outcome> HandleAsync(ConsentForm form, CancellationToken ct = default)
    {
        form.Door = Door.Screen;
        return ForAsync(form, me.Member, ct);
    }

    /// <summary>For a member who phones or writes; the caller's page is a coordinator's.</summary>
    public Task<Outcome> ForAsync(ConsentForm form, MemberId member, CancellationToken ct = default) =>
        work.OnceAsync(form.RequestKey, form, db => KeepAsync(db, form, member, ct), ct);

    private async Task<Outcome> KeepAsync(TenantDb db, ConsentForm form, MemberId member, CancellationToken ct)
    {
        if (!await db.Members.AnyAsync(m => m.Id == member, ct))
            return Outcome.NotFound;
        if (!(await db.ConsentWordingsNowAsync(texts, ct)).TryGetValue(form.Purpose, out var now))
            return Outcome.NotFound;
        if (form.Give && form.Version != now.Version)
            return Outcome.WordsChanged;
        db.Consents.Add(
            new()
            {
                Id = form.RequestKey,
                MemberId = member,
                Purpose = form.Purpose,
                IsGiven = form.Give,
                Version = now.Version,
                Wording = now.Words,
                At = clock.GetUtcNow(),
                By = me.Id,
                Door = form.Door,
            }
        );
        db.Keep();
        return Outcome.Kept;
    }
}
