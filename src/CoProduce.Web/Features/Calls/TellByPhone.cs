using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Diary;
using CoProduce.Web.Features.Matching.Day;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Messages;
using CoProduce.Web.Tenancy;
using CoProduce.Web.Ui;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.Calls;

/// <summary>What a call to make is about.</summary>
public enum CallMatter
{
    /// <summary>Visits and sessions.</summary>
    Diary = 1,

    /// <summary>What others get by mail or letter.</summary>
    Letters = 2,
}

/// <summary>A coordinator rang somebody whom the program asked them to ring.</summary>
public sealed class TellByPhoneForm
{
    public Guid RequestKey { get; set; } = Guid.CreateVersion7();

    public Guid Member { get; set; }

    public CallMatter Matter { get; set; }

    /// <summary>When the newest thing that stood on the list was written, in ticks; what came since stays to be told.</summary>
    public long UpTo { get; set; }
}

/// <summary>A coordinator told somebody by telephone all that stood on the list: it is a call on their record from then on, and can be taken back for a day.</summary>
public sealed class TellByPhone(
    UnitOfWork work,
    CurrentOrganisation organisation,
    CurrentPerson me,
    IStringLocalizer texts,
    TimeProvider clock
)
{
    /// <summary>So long it can be taken back.</summary>
    public static readonly TimeSpan MayBeTakenBack = TimeSpan.FromDays(1);

    public enum Outcome
    {
        Done,

        /// <summary>A colleague told them in the meantime, or there is nothing to tell any more.</summary>
        NothingThere,

        /// <summary>It is too long ago to be taken back.</summary>
        TooLate,
    }

    /// <summary>They were told; the call that is noted has the id of the form.</summary>
    public Task<Outcome> ToldAsync(TellByPhoneForm form, CancellationToken ct = default) =>
        work.OnceAsync(
            form.RequestKey,
            form,
            async db =>
            {
                var (now, member, upTo) = (clock.GetUtcNow(), new MemberId(form.Member), new DateTimeOffset(form.UpTo, TimeSpan.Zero));
                await db.LockMemberAsync(member, ct);
                var told =
                    form.Matter == CallMatter.Letters
                        ? await LettersAsync(db, member, upTo, now, ct)
                        : await DiaryAsync(db, member, upTo, now, ct);
                if (told.Count == 0)
                    return Outcome.NothingThere;
                if (form.Matter == CallMatter.Letters)
                    db.Outbox.Add(
                        new()
                        {
                            Kind = OutboxKind.ForgetPosted,
                            DueAt = now + PrintLetters.KeptAfterPosting,
                            SubjectId = form.RequestKey,
                        }
                    );
                Note(db, form.RequestKey, member, texts["Told: {0}", string.Join("; ", told)], now, corrects: null);
                await db.DayMarks.Where(m => m.List == DayList.Call && m.SubjectId == form.Member).ExecuteDeleteAsync(ct);
                return Keep(db, nameof(ToldAsync), form.RequestKey, member, now);
            },
            ct
        );

    /// <summary>They were not told after all: what was on the list is there again, and a further line says so.</summary>
    /// <param name="id">The call that was noted.</param>
    public Task<Outcome> TakeBackAsync(Guid requestKey, Guid id, CancellationToken ct = default) =>
        work.OnceAsync(
            requestKey,
            id,
            async db =>
            {
                var (now, first) = (clock.GetUtcNow(), new CallId(id));
                if (await db.Calls.SingleOrDefaultAsync(c => c.Id == first, ct) is not { NotedBy: { } by } call)
                    return Outcome.NothingThere;
                if (call.NotedAt <= now - MayBeTakenBack)
                    return Outcome.TooLate;
                await db.LockMemberAsync(call.MemberId, ct);
                var (member, at) = (call.MemberId, call.NotedAt);
                var visits = await db.VisitCalls.Where(c => c.MemberId == member && c.DoneAt == at && c.DoneBy == by).ToListAsync(ct);
                var sessions = await db.SessionCalls.Where(c => c.MemberId == member && c.DoneAt == at && c.DoneBy == by).ToListAsync(ct);
                var letters = await db
                    .Sendings.Where(s => s.MemberId == member && s.Way == SendingWay.Call && s.DoneAt == at && s.DoneBy == by)
                    .Where(s => s.State == SendingState.Gone && s.Letter != "")
                    .ToListAsync(ct);
                if (visits.Count + sessions.Count + letters.Count == 0)
                    return Outcome.NothingThere;
                visits.ForEach(c => c.Undo());
                sessions.ForEach(c => c.Undo());
                letters.ForEach(s => s.Wait());
                Note(db, requestKey, member, texts["“Told” was pressed by mistake: they are still to be told."], now, first);
                return Keep(db, nameof(TakeBackAsync), id, member, now);
            },
            ct
        );

    private async Task<List<string>> LettersAsync(
        TenantDb db,
        MemberId member,
        DateTimeOffset upTo,
        DateTimeOffset now,
        CancellationToken ct
    )
    {
        var told = await db.ToTell().Where(s => s.MemberId == member && s.MadeAt <= upTo).OrderBy(s => s.MadeAt).ToListAsync(ct);
        told.ForEach(s => s.Tell(now, me.Id));
        return told.ConvertAll(s => s.Subject);
    }

    private async Task<List<string>> DiaryAsync(TenantDb db, MemberId member, DateTimeOffset upTo, DateTimeOffset now, CancellationToken ct)
    {
        var today = organisation.Profile.DateOf(now);
        var visits = await db.VisitCallsToMake(now)
            .Where(c => c.MemberId == member && c.MadeAt <= upTo)
            .OrderBy(c => c.MadeAt)
            .ToListAsync(ct);
        var of = visits.ConvertAll(c => c.VisitId);
        var whats = await db.Visits.AsNoTracking().Where(v => of.Contains(v.Id)).ToDictionaryAsync(v => v.Id, ct);
        var sessions = await db.SessionCallsToMake(now)
            .Where(c => c.MemberId == member && c.MadeAt <= upTo)
            .OrderBy(c => c.MadeAt)
            .ToListAsync(ct);
        var those = sessions.ConvertAll(c => c.SessionId);
        var titles = await db.Sessions.AsNoTracking().Where(s => those.Contains(s.Id)).ToDictionaryAsync(s => s.Id, ct);
        visits.ForEach(c => c.Done(me.Id, now));
        sessions.ForEach(c => c.Done(me.Id, now));
        return
        [
            .. visits.Select(c =>
                texts["{0} ({1})", VisitWords.News(texts, c.News), Of(whats[c.VisitId].Description, whats[c.VisitId].Day)].Value
            ),
            .. sessions.Select(c =>
                texts["{0} ({1})", SessionWords.News(texts, c.News), Of(titles[c.SessionId].Title, titles[c.SessionId].Day)].Value
            ),
        ];

        string Of(string what, DateOnly day) => texts["{0}, {1}", what, texts.ShortDay(day)];
    }

    private void Note(TenantDb db, Guid id, MemberId member, string words, DateTimeOffset now, CallId? corrects) =>
        db.Calls.Add(
            new()
            {
                Id = new(id),
                MemberId = member,
                Day = organisation.Profile.DateOf(now),
                Direction = CallDirection.Out,
                Note = words.Length <= Call.NoteLength ? words : words[..Call.NoteLength],
                NotedBy = me.Id,
                NotedAt = now,
                Corrects = corrects,
            }
        );

    private Outcome Keep(TenantDb db, string deed, Guid subject, MemberId member, DateTimeOffset now)
    {
        db.AuditLines.Add(me.Line($"{nameof(TellByPhone)}.{deed}", subject, now, CoProduce.Ledger.Door.Phone, member));
        db.Keep();
        return Outcome.Done;
    }
}
