using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Care;

/// <summary>The one door to checks, restrictions and notes for a coordinator's eyes: it writes who looked at what.</summary>
public sealed class CareDoor(UnitOfWork work, CurrentPerson me, TimeProvider clock)
{
    /// <summary>Checks, the newest first, and the kinds to choose from; null when there is no such member here.</summary>
    public Task<ChecksShown?> ChecksAsync(MemberId member, CancellationToken ct = default) =>
        OpenAsync(
            member,
            RecordPart.Checks,
            async (db, person) =>
                new ChecksShown(
                    person,
                    await (
                        from c in db.MemberChecks.AsNoTracking()
                        where c.MemberId == member
                        join k in db.CheckKinds on c.KindId equals k.Id
                        orderby k.Position, c.Number descending
                        select new CheckShown(
                            c,
                            k.Name,
                            !db.MemberChecks.Any(o => o.MemberId == member && o.KindId == c.KindId && o.Number > c.Number)
                        )
                    ).ToListAsync(ct),
                    await db.CheckKinds.AsNoTracking().Where(k => k.HiddenAt == null).OrderBy(k => k.Position).ToListAsync(ct)
                ),
            ct
        );

    /// <summary>Restrictions, those that stand first; null when there is no such member here.</summary>
    public Task<RestrictionsShown?> RestrictionsAsync(MemberId member, CancellationToken ct = default) =>
        OpenAsync(
            member,
            RecordPart.Restrictions,
            async (db, person) =>
                new RestrictionsShown(
                    person,
                    await db
                        .Restrictions.AsNoTracking()
                        .Where(r => r.MemberId == member)
                        .OrderByDescending(r => r.LiftedAt == null)
                        .ThenByDescending(r => r.Since)
                        .ThenBy(r => r.Id)
                        .ToListAsync(ct)
                ),
            ct
        );

    /// <summary>Notes of one sort, the newest first; null when there is no such member here, or the sensitive ones are not for this person.</summary>
    public Task<NotesShown?> NotesAsync(MemberId member, bool sensitive, CancellationToken ct = default) =>
        sensitive && !me.Holds(Role.Safeguarding)
            ? Task.FromResult<NotesShown?>(null)
            : OpenAsync(
                member,
                sensitive ? RecordPart.SensitiveNotes : RecordPart.Notes,
                async (db, person) =>
                    new NotesShown(
                        person,
                        await (
                            from n in db.CareNotes.AsNoTracking()
                            where n.MemberId == member && n.IsSensitive == sensitive
                            join h in db.RoleHolders on n.WrittenBy equals h.Id into writers
                            from writer in writers.DefaultIfEmpty()
                            orderby n.WrittenAt descending, n.Id descending
                            select new NoteShown(n, writer == null ? null : writer.Name)
                        ).ToListAsync(ct)
                    ),
                ct
            );

    /// <summary>What stands against a meeting and what to keep to in it, to be shown to this coordinator.</summary>
    public Task<CareAnswer> RulesAsync(Meeting meeting, CancellationToken ct = default) =>
        work.WriteAsync(
            async db =>
            {
                var answer = await db.CareRulesAsync(meeting, ct);
                var now = clock.GetUtcNow();
                foreach (var member in answer.Warnings.Select(w => w.Member).Distinct())
                    await db.WriteLookAsync(member, RecordPart.Restrictions, me, now, ct);
                foreach (var member in answer.Missing.Select(m => m.Member).Distinct())
                    await db.WriteLookAsync(member, RecordPart.Checks, me, now, ct);
                db.Keep();
                return answer;
            },
            ct
        );

    private Task<T?> OpenAsync<T>(MemberId member, RecordPart part, Func<TenantDb, Member, Task<T>> read, CancellationToken ct)
        where T : class =>
        work.WriteAsync(
            async db =>
            {
                if (await db.Members.AsNoTracking().SingleOrDefaultAsync(m => m.Id == member, ct) is not { } person)
                    return null;
                var shown = await read(db, person);
                await db.WriteLookAsync(member, part, me, clock.GetUtcNow(), ct);
                db.Keep();
                return shown;
            },
            ct
        );
}

/// <summary>A member's checks.</summary>
/// <param name="Kinds">Those to choose from for a new one.</param>
public sealed record ChecksShown(Member Member, IReadOnlyList<CheckShown> Checks, IReadOnlyList<CheckKind> Kinds);

/// <summary>A check with the name of its kind.</summary>
/// <param name="IsInForce">True for the newest of its kind.</param>
public sealed record CheckShown(MemberCheck Check, string Kind, bool IsInForce);

/// <summary>A member's restrictions.</summary>
public sealed record RestrictionsShown(Member Member, IReadOnlyList<Restriction> Restrictions);

/// <summary>A member's notes of one sort.</summary>
public sealed record NotesShown(Member Member, IReadOnlyList<NoteShown> Notes);

/// <summary>A note.</summary>
/// <param name="Writer">Null for demonstration data.</param>
public sealed record NoteShown(CareNote Note, string? Writer);
