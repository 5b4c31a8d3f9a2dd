using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Exchanges;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Care;

/// <summary>A coordinator has read that an exchange which members logged themselves broke a rule of care; it is kept who did.</summary>
public sealed class ReadMarks(UnitOfWork work, CurrentOrganisation organisation, CurrentPerson me, TimeProvider clock)
{
    public enum Outcome
    {
        Read,

        /// <summary>There is nothing unread with that exchange, perhaps because somebody else was quicker.</summary>
        NothingUnread,
    }

    /// <summary>Marks all that is unread with one exchange.</summary>
    public Task<Outcome> HandleAsync(ReadMarksForm form, CancellationToken ct = default) =>
        work.OnceAsync(
            form.RequestKey,
            form,
            async db =>
            {
                var now = clock.GetUtcNow();
                var marks = await db.CareMarks.Where(m => m.SubjectId == form.Subject && m.ReadAt == null).ToListAsync(ct);
                if (marks.Count == 0)
                    return Outcome.NothingUnread;
                foreach (var mark in marks)
                    mark.Read(me.Id, now);
                db.AuditLines.Add(me.Line(nameof(ReadMarks), form.Subject, now));
                db.Keep();
                return Outcome.Read;
            },
            ct
        );

    /// <summary>What is unread, the oldest first; it writes who looked.</summary>
    public Task<IReadOnlyList<MarkedExchange>> UnreadAsync(CancellationToken ct = default) =>
        work.WriteAsync<IReadOnlyList<MarkedExchange>>(
            async db =>
            {
                var now = clock.GetUtcNow();
                var marks = await db
                    .CareMarks.AsNoTracking()
                    .Where(m => m.ReadAt == null)
                    .OrderBy(m => m.At)
                    .ThenBy(m => m.Id)
                    .Take(50)
                    .ToListAsync(ct);
                var ids = marks.Select(m => new ExchangeId(m.SubjectId)).Distinct().ToList();
                var rows = await db.ExchangeRowsOf(db.Exchanges.Where(e => ids.Contains(e.Id))).ToListAsync(ct);
                var exchanges = await db.Exchanges.AsNoTracking().Where(e => ids.Contains(e.Id)).ToDictionaryAsync(e => e.Id, ct);
                var found = new List<MarkedExchange>();
                foreach (var row in rows.OrderBy(r => ids.IndexOf(r.Id)))
                {
                    var exchange = exchanges[row.Id];
                    var meeting = Meeting.Of(exchange.GiverId, exchange.ReceiverId, exchange.CategoryId, exchange.ServiceDate);
                    found.Add(new(row, await db.CareRulesAsync(meeting, ct)));
                }
                foreach (var (member, part) in marks.Select(m => (m.MemberId, Part(m))).Distinct())
                    await db.WriteLookAsync(member, part, me, now, ct);
                db.Keep();
                return found;
            },
            ct
        );

    /// <summary>Today, where the organisation is.</summary>
    public DateOnly Today => organisation.Profile.DateOf(clock.GetUtcNow());

    private static RecordPart Part(CareMark mark) => mark.RestrictionId is null ? RecordPart.Checks : RecordPart.Restrictions;
}

/// <summary>What was read.</summary>
public sealed class ReadMarksForm
{
    public Guid RequestKey { get; set; } = Guid.CreateVersion7();

    public Guid Subject { get; set; }
}

/// <summary>An exchange that broke a rule, with the rules as they stand.</summary>
public sealed record MarkedExchange(ExchangeRow Row, CareAnswer Answer);
