using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Drafts;
using CoProduce.Web.Tenancy;
using CoProduce.Web.Ui;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.Messages;

/// <summary>A coordinator writes to many members: a draft, a test to oneself, and once somebody confirms it, a promise of the outbox.</summary>
public sealed class Announce(
    UnitOfWork work,
    CurrentPerson me,
    CurrentOrganisation organisation,
    OwnMail mail,
    Letters letters,
    StopLinks links,
    TimeProvider clock
)
{
    public enum Outcome
    {
        Done,

        /// <summary>There is no such draft: it was sent or dropped meanwhile.</summary>
        NotThere,

        /// <summary>There is no such list, or somebody else keeps it for themself.</summary>
        NoSuchList,

        /// <summary>The organisation writes in one language only, by now.</summary>
        NoSecondLanguage,

        /// <summary>Others are in the list by now than the number that was looked at.</summary>
        OthersByNow,
    }

    /// <summary>The second language in which it may be said: one that the organisation offers, or the one in which it is said already; null for none.</summary>
    /// <param name="draft">Null for a new one.</param>
    public static string? SecondLanguage(OrganisationProfile organisation, Announcement? draft)
    {
        var first = draft?.Language ?? organisation.Settings.Languages[0];
        return organisation.Settings.Languages.Find(l => l != first) ?? (draft?.OtherLanguage is { Length: > 0 } own ? own : null);
    }

    /// <summary>Keeps a draft; a new one has the id of the form.</summary>
    public Task<Outcome> KeepAsync(AnnouncementForm form, CancellationToken ct = default) =>
        work.OnceAsync(
            form.RequestKey,
            form,
            async db =>
            {
                SavedChoice? list = null;
                if (form.List is { Length: > 0 } chosen)
                {
                    list = await (
                        from l in db.SavedLists
                        where l.Id == Guid.Parse(chosen) && (l.KeptBy == me.Id || l.IsShared)
                        select new SavedChoice(l.Name, l.Filter)
                    ).SingleOrDefaultAsync(ct);
                    if (list is null)
                        return Outcome.NoSuchList;
                }
                var draft = form.Announcement is { } id ? await DraftAsync(db, id, ct) : db.Announcements.Add(New(form)).Entity;
                if (draft is null)
                    return Outcome.NotThere;
                var other = SecondLanguage(organisation.Profile, draft);
                if (form.HasOther && other is null)
                    return Outcome.NoSecondLanguage;
                (draft.Subject, draft.Body, draft.IsNews) = (form.Subject!.Trim(), form.Body!.Trim(), form.IsNews);
                (draft.OtherLanguage, draft.OtherSubject, draft.OtherBody) = form.HasOther
                    ? (other!, form.OtherSubject!.Trim(), form.OtherBody!.Trim())
                    : ("", "", "");
                (draft.ListName, draft.Filter) = (list?.Name ?? "", list?.Filter ?? "");
                await db.DropDraftAsync(form.RequestKey, ct);
                return Keep(db, nameof(KeepAsync), draft.Id);
            },
            ct
        );

    /// <summary>Sends it, in each of its languages, to the mail address of whoever asks, and to nobody else.</summary>
    public Task<Outcome> TestAsync(AnnouncementStep form, CancellationToken ct = default) =>
        OnceAsync(
            form,
            nameof(TestAsync),
            async (db, draft) =>
            {
                var (address, name) = (await mail.AddressAsync(ct), me.Name.Split(' ')[0]);
                foreach (var words in draft.Words())
                    letters.Write(
                        db,
                        address,
                        name,
                        Letterhead.Of(organisation.Profile) with
                        {
                            Language = words.Language,
                        },
                        t => new(t["A test: {0}", words.Subject], words.Paragraphs)
                    );
                return Outcome.Done;
            },
            ct
        );

    /// <summary>It goes out to all whom it is for; from then on it cannot be changed.</summary>
    public Task<Outcome> SendAsync(AnnouncementStep form, CancellationToken ct = default) =>
        OnceAsync(
            form,
            nameof(SendAsync),
            async (db, draft) =>
            {
                var readers = await ReadersAsync(db, draft, ct);
                if (readers.Count != form.Seen)
                    return Outcome.OthersByNow;
                (draft.SentAt, draft.SentBy) = (clock.GetUtcNow(), me.Id);
                db.Outbox.Add(
                    new()
                    {
                        Kind = OutboxKind.Announce,
                        DueAt = clock.GetUtcNow(),
                        SubjectId = draft.Id,
                    }
                );
                return Outcome.Done;
            },
            ct
        );

    /// <summary>The draft goes.</summary>
    public Task<Outcome> DropAsync(AnnouncementStep form, CancellationToken ct = default) =>
        OnceAsync(
            form,
            nameof(DropAsync),
            (db, draft) =>
            {
                db.Announcements.Remove(draft);
                return Task.FromResult(Outcome.Done);
            },
            ct
        );

    /// <summary>A job writes it to each of them, in the caller's unit of work: all or none, so nobody gets it twice.</summary>
    public async Task WriteAsync(TenantDb db, Guid id, CancellationToken ct = default)
    {
        var announcement = await db.Announcements.SingleAsync(a => a.Id == id, ct);
        foreach (var to in await ReadersAsync(db, announcement, ct))
        {
            // Who gets it in another language than their own is greeted in that one as well.
            var said = announcement.In(Letters.LanguageOf(to, organisation.Profile).Code).Language;
            letters.Write(
                db,
                to with
                {
                    Language = said,
                },
                t =>
                {
                    var words = announcement.In(Languages.Current.Code); // a letter is made in the language of its reader
                    return new(
                        words.Subject,
                        words.Paragraphs,
                        to.Way == SendingWay.Text ? $"/{organisation.Profile.Slug}/news/{id}" : null,
                        to.Way == SendingWay.Text ? t["Read it"].Value : null
                    )
                    {
                        Stop = announcement.IsNews ? links.PathFor(StopWhat.News, to.Member) : null,
                    };
                },
                id
            );
        }
    }

    private async Task<IReadOnlyList<Addressee>> ReadersAsync(TenantDb db, Announcement announcement, CancellationToken ct) =>
        await Letters.AddresseesAsync(
            db,
            await db.OfAnnouncementAsync(announcement, organisation.Profile, organisation.Profile.DateOf(clock.GetUtcNow()), ct),
            ct
        );

    private Announcement New(AnnouncementForm form) =>
        new()
        {
            Id = form.RequestKey,
            Subject = "",
            Body = "",
            Language = organisation.Profile.Settings.Languages[0],
            MadeAt = clock.GetUtcNow(),
            MadeBy = me.Id,
        };

    private static async Task<Announcement?> DraftAsync(TenantDb db, Guid id, CancellationToken ct) =>
        await db.LockAnnouncementAsync(id, ct) is { SentAt: null } draft ? draft : null;

    private Task<Outcome> OnceAsync(
        AnnouncementStep form,
        string deed,
        Func<TenantDb, Announcement, Task<Outcome>> step,
        CancellationToken ct
    ) =>
        work.OnceAsync(
            form.RequestKey,
            form,
            async db =>
            {
                if (await DraftAsync(db, form.Announcement, ct) is not { } draft)
                    return Outcome.NotThere;
                var outcome = await step(db, draft);
                return outcome == Outcome.Done ? Keep(db, deed, draft.Id) : outcome;
            },
            ct
        );

    private Outcome Keep(TenantDb db, string deed, Guid id)
    {
        db.AuditLines.Add(me.Line($"{nameof(Announce)}.{deed}", id, clock.GetUtcNow()));
        db.Keep();
        return Outcome.Done;
    }

    private sealed record SavedChoice(string Name, string Filter);
}
