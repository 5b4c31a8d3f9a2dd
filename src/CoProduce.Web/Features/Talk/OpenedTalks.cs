using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Care;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Talk;

/// <summary>What coordinators read where the organisation says openly that they can: only what was written while it said so.</summary>
public sealed class OpenedTalks(UnitOfWork work, CurrentPerson me, TimeProvider clock)
{
    /// <summary>True while the organisation says so.</summary>
    public Task<bool> AreThereAsync(CancellationToken ct = default) =>
        work.ReadAsync(async db => (await db.TalkSettingsNowAsync(ct)).CoordinatorsRead, ct);

    /// <summary>With whom a member wrote; null where nothing may be read.</summary>
    public Task<OpenedOf?> OfAsync(MemberId member, CancellationToken ct = default) =>
        work.WriteAsync<OpenedOf?>(
            async db =>
            {
                if (await NameAsync(db, member, ct) is not { } name)
                    return null;
                await db.WriteLookAsync(member, RecordPart.Messages, me, clock.GetUtcNow(), ct);
                var others = await (
                    from m in db.Members
                    where
                        db.TalkMessages.Any(t =>
                            t.IsOpen && ((t.FromId == m.Id && t.ToId == member) || (t.FromId == member && t.ToId == m.Id))
                        )
                    orderby m.SearchText
                    select new TalkPerson(m.Id, (m.FirstName + " " + m.LastName).Trim(), "")
                ).ToListAsync(ct);
                db.Keep();
                return new(name, others);
            },
            ct
        );

    /// <summary>What the two wrote; null where nothing may be read. The look is on the record of both.</summary>
    public Task<OpenedTalk?> ReadAsync(MemberId member, MemberId other, CancellationToken ct = default) =>
        work.WriteAsync<OpenedTalk?>(
            async db =>
            {
                if (await NameAsync(db, member, ct) is not { } one || await NameAsync(db, other, ct) is not { } two)
                    return null;
                var messages = await db.TalkBetween(member, other).Where(m => m.IsOpen).NewestLastAsync(OpenTalk.Most, ct);
                if (messages.Count == 0)
                    return null;
                await db.WriteLooksAsync([member, other], RecordPart.Messages, me, clock.GetUtcNow(), ct);
                db.Keep();
                return new(one, two, messages);
            },
            ct
        );

    private static async Task<string?> NameAsync(TenantDb db, MemberId member, CancellationToken ct) =>
        (await db.TalkSettingsNowAsync(ct)).CoordinatorsRead
            ? await db.Members.Where(m => m.Id == member).Select(m => (m.FirstName + " " + m.LastName).Trim()).SingleOrDefaultAsync(ct)
            : null;
}

/// <summary>With whom a member wrote while coordinators could read it.</summary>
public sealed record OpenedOf(string Name, IReadOnlyList<TalkPerson> Others);

/// <summary>What two wrote while coordinators could read it.</summary>
public sealed record OpenedTalk(string Name, string Other, IReadOnlyList<TalkMessage> Messages);
