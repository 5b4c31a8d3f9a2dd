using CoProduce.Ledger;
using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Doubles;
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
        var say = new ConsentSaying(db, texts, me, clock.GetUtcNow());
        var outcome = await say.SayAsync(form.RequestKey, member, form.Purpose, form.Give, form.Version, form.Door, ct);
        if (outcome == Outcome.Kept)
            db.Keep();
        return outcome;
    }
}

/// <summary>Writes answers down inside a unit of work, and does at once what a no means.</summary>
internal sealed class ConsentSaying(TenantDb db, IStringLocalizer texts, CurrentPerson me, DateTimeOffset now)
{
    /// <summary>One answer of a member who is here.</summary>
    public async Task<GiveConsent.Outcome> SayAsync(
        Guid id,
        MemberId member,
        ConsentPurpose purpose,
        bool give,
        int version,
        Door door,
        CancellationToken ct
    )
    {
        if (!(await db.ConsentWordingsNowAsync(texts, ct)).TryGetValue(purpose, out var words))
            return GiveConsent.Outcome.NotFound;
        if (give && version != words.Version)
            return GiveConsent.Outcome.WordsChanged;
        db.Consents.Add(
            new()
            {
                Id = id,
                MemberId = member,
                Purpose = purpose,
                IsGiven = give,
                Version = words.Version,
                Wording = words.Words,
                At = now,
                By = me.Id,
                Door = door,
            }
        );
        if (give || purpose is not (ConsentPurpose.Photo or ConsentPurpose.Reach))
            return GiveConsent.Outcome.Kept;
        await db.LockMemberAsync(member, ct); // what is being put in at this moment is in by then, and goes
        if (purpose == ConsentPurpose.Photo)
            await db.MemberPhotos.Where(p => p.MemberId == member).ExecuteDeleteAsync(ct);
        else
        {
            List<MemberId> records = [.. (await db.RecordsOfAsync([member], ct)).Keys]; // said on another record of the same person
            await db.ReachAnswers.Where(a => records.Contains(a.MemberId)).ExecuteDeleteAsync(ct);
        }
        return GiveConsent.Outcome.Kept;
    }
}
