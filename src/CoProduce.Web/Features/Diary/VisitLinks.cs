using System.Security.Cryptography;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Tenancy;
using Microsoft.AspNetCore.DataProtection;

namespace CoProduce.Web.Features.Diary;

/// <summary>Sealed links: by which one member reads one visit and says how it went, or one session and says whether they come, and by which a calendar program reads a diary. They hold ids only.</summary>
public sealed class VisitLinks(IDataProtectionProvider protection, CurrentOrganisation organisation)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(90);

    private ITimeLimitedDataProtector Visits => Protector("CoProduce.VisitLinks").ToTimeLimitedDataProtector();

    private ITimeLimitedDataProtector Sessions => Protector("CoProduce.SessionLinks").ToTimeLimitedDataProtector();

    private IDataProtector Feeds => Protector("CoProduce.DiaryFeeds");

    /// <summary>The path of that member's page about the visit, beginning with a slash. It works for ninety days after it was made.</summary>
    public string PathFor(VisitId visit, MemberId member) =>
        $"/{organisation.Profile.Slug}/visit/{Base64Url(Visits.Protect(Content(visit.Value, member), Lifetime))}";

    /// <summary>The same about a session.</summary>
    public string PathFor(SessionId session, MemberId member) =>
        $"/{organisation.Profile.Slug}/session/{Base64Url(Sessions.Protect(Content(session.Value, member), Lifetime))}";

    /// <summary>The path of a calendar, beginning with a slash. It works until the feed is revoked.</summary>
    public string PathFor(DiaryFeedId feed) =>
        $"/{organisation.Profile.Slug}/diary/feed/{Base64Url(Feeds.Protect(feed.Value.ToByteArray()))}";

    /// <summary>What a visit's link says; null when it is not ours, has run out, or belongs to another organisation.</summary>
    public (VisitId Visit, MemberId Member)? Read(string secret) => Open(secret, Visits) is var (id, member) ? (new(id), member) : null;

    /// <summary>The same of a session's link.</summary>
    public (SessionId Session, MemberId Member)? ReadSession(string secret) =>
        Open(secret, Sessions) is var (id, member) ? (new(id), member) : null;

    /// <summary>What a calendar's link says; null when it is not ours.</summary>
    public DiaryFeedId? ReadFeed(string secret) =>
        Open(secret, s => Feeds.Unprotect(s)) is { Length: 16 } content ? new(new Guid(content)) : null;

    private IDataProtector Protector(string purpose) => protection.CreateProtector(purpose, organisation.Id.Value.ToString());

    private static string Base64Url(byte[] content) => System.Buffers.Text.Base64Url.EncodeToString(content);

    private static byte[] Content(Guid subject, MemberId member) => [.. subject.ToByteArray(), .. member.Value.ToByteArray()];

    private static (Guid Subject, MemberId Member)? Open(string secret, ITimeLimitedDataProtector protector) =>
        Open(secret, s => protector.Unprotect(s)) is { Length: 32 } content
            ? (new Guid(content.AsSpan(0, 16)), new(new Guid(content.AsSpan(16, 16))))
            : null;

    private static byte[]? Open(string secret, Func<byte[], byte[]> unprotect)
    {
        try
        {
            return unprotect(System.Buffers.Text.Base64Url.DecodeFromChars(secret));
        }
        catch (Exception e) when (e is FormatException or CryptographicException)
        {
            return null;
        }
    }
}
