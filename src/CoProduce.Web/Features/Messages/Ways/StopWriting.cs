using CoProduce.Ledger;
using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Messages;

/// <summary>Whoever holds the link of a mail stops mails of that kind for the member to whom it was written, and nothing else.</summary>
public sealed class StopWriting(UnitOfWork work, StopLinks links, TimeProvider clock)
{
    public enum Outcome
    {
        Stopped,

        /// <summary>The link is not ours, or whose it was is no member any more.</summary>
        NoSuchLink,
    }

    /// <summary>Whoever texts that they want no more texts gets none where that was the way they had chosen; no other way takes its place by itself.</summary>
    public Task<Outcome> ByTextAsync(MemberId member, CancellationToken ct = default) =>
        work.WriteAsync(
            async db =>
            {
                await db.LockMemberAsync(member, ct);
                if (await db.MemberContacts.SingleOrDefaultAsync(c => c.MemberId == member, ct) is not { Prefers: ContactWay.Text } contact)
                    return Outcome.Stopped;
                contact.Prefers = ContactWay.Nothing;
                db.AuditLines.Add(Line(StopWhat.Notices, member, Door.Text));
                db.Keep();
                return Outcome.Stopped;
            },
            ct
        );

    /// <summary>Stops them; again changes nothing.</summary>
    public Task<Outcome> HandleAsync(string secret, CancellationToken ct = default) =>
        work.WriteAsync(
            async db =>
            {
                if (links.Read(secret) is not var (what, member))
                    return Outcome.NoSuchLink;
                await db.LockMemberAsync(member, ct);
                if (await db.MemberContacts.SingleOrDefaultAsync(c => c.MemberId == member, ct) is not { } contact)
                    return Outcome.NoSuchLink;
                if (what == StopWhat.Notices && contact.Prefers == ContactWay.Nothing)
                    return Outcome.Stopped;
                if (what == StopWhat.News)
                    contact.NoNewsSince = clock.GetUtcNow();
                else
                    contact.Prefers = ContactWay.Nothing;
                db.AuditLines.Add(Line(what, member, Door.Mail));
                db.Keep();
                return Outcome.Stopped;
            },
            ct
        );

    private AuditLine Line(StopWhat what, MemberId member, Door door) =>
        new()
        {
            At = clock.GetUtcNow(),
            OnBehalfOf = member,
            Door = door,
            Deed = $"{nameof(StopWriting)}.{what}",
            SubjectId = member.Value,
        };
}
