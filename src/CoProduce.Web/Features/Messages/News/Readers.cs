using CoProduce.Web.Data;
using CoProduce.Web.Features.MemberLists;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Privacy;
using CoProduce.Web.Tenancy;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Messages;

/// <summary>Whom a kept list and an announcement mean, inside a unit of work.</summary>
internal static class Readers
{
    /// <summary>The members of a kept list who take part.</summary>
    public static async Task<IQueryable<Member>> OfListAsync(
        this TenantDb db,
        string filter,
        OrganisationProfile organisation,
        DateOnly today,
        CancellationToken ct
    )
    {
        var read = MemberFilter.Read(new QueryCollection(QueryHelpers.ParseQuery(filter)));
        var found = await db.FilteredAsync(read, organisation.Settings, today, ct);
        return found.Where(m => m.Status == MemberStatus.Active);
    }

    /// <summary>Those who said yes to news and did not stop them since.</summary>
    public static IQueryable<MemberId> WhoWantsNews(this TenantDb db) =>
        db.WhoAgreed(ConsentPurpose.News)
            .Where(id =>
                !db.MemberContacts.Any(c =>
                    c.MemberId == id
                    && c.NoNewsSince != null
                    && !db.Consents.Any(y => y.MemberId == id && y.Purpose == ConsentPurpose.News && y.IsGiven && y.At > c.NoNewsSince)
                )
            );

    /// <summary>Those who get an announcement.</summary>
    public static async Task<List<MemberId>> OfAnnouncementAsync(
        this TenantDb db,
        Announcement announcement,
        OrganisationProfile organisation,
        DateOnly today,
        CancellationToken ct
    )
    {
        var members = await db.OfListAsync(announcement.Filter, organisation, today, ct);
        if (announcement.IsNews)
            members = members.Where(m => db.WhoWantsNews().Contains(m.Id));
        return await members.Select(m => m.Id).ToListAsync(ct);
    }
}
