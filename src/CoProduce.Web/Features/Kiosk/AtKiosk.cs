using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Organisations;
using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Kiosk;

/// <summary>Whoever signed in at the kiosk of this request.</summary>
public sealed record KioskGuest(Guid Visit, KioskId Kiosk, MemberId Member, HubId Hub, string FirstName);

/// <summary>Which kiosk a request comes from and who is signed in at it, read anew from the database for each request.</summary>
public sealed class AtKiosk(UnitOfWork work, CurrentOrganisation organisation, TimeProvider clock)
{
    /// <summary>The screen's own cookie; sent to the pages below the organisation's kiosk alone.</summary>
    public const string ScreenCookie = "coproduce-kiosk";

    /// <summary>The cookie of whoever is signed in at it.</summary>
    public const string VisitCookie = "coproduce-kiosk-visit";

    // Browsers keep no cookie longer.
    private static readonly TimeSpan ScreenLasts = TimeSpan.FromDays(400);

    /// <summary>Whoever is signed in; null for nobody, and before <see cref="ArriveAsync"/>.</summary>
    public KioskGuest? Guest { get; private set; }

    /// <summary>Whoever is signed in. Throws when nobody is.</summary>
    public KioskGuest Here => Guest ?? throw new InvalidOperationException("Nobody is signed in at a kiosk.");

    /// <summary>The front page of the kiosk.</summary>
    public string Path => $"/{organisation.Profile.Slug}/kiosk";

    /// <summary>The kiosk that the request comes from; null when it is none, or was ended.</summary>
    public Task<KioskScreen?> ScreenAsync(HttpContext http, CancellationToken ct = default) =>
        Hashed(http, ScreenCookie) is { } hash
            ? work.ReadAsync(
                db =>
                    db.KioskScreens.SingleOrDefaultAsync(
                        k => k.TokenHash == hash && k.EndedAt == null && db.Hubs.Any(h => h.Id == k.HubId && h.Kind != HubKind.Custody),
                        ct
                    ),
                ct
            )
            : Task.FromResult<KioskScreen?>(null);

    /// <summary>Finds out who is signed in and notes that they are still there. Whoever was quiet too long, or is no active member of the kiosk's hub, is not.</summary>
    public async Task<KioskGuest?> ArriveAsync(HttpContext http, CancellationToken ct = default)
    {
        if (Hashed(http, VisitCookie) is not { } hash || await ScreenAsync(http, ct) is not { } screen)
            return null;
        var now = clock.GetUtcNow();
        var (quiet, longest) = (now - KioskVisit.Quiet, now - KioskVisit.Longest);
        return Guest = await work.WriteAsync(
            async db =>
            {
                var visit = db.KioskVisits.Where(v => v.TokenHash == hash && v.KioskId == screen.Id && v.EndedAt == null);
                var members = db.Members.Where(m => m.Status == MemberStatus.Active && m.HubId == screen.HubId);
                var isHere = await visit
                    .Where(v => v.SeenAt > quiet && v.BegunAt > longest && members.Any(m => m.Id == v.MemberId))
                    .ExecuteUpdateAsync(v => v.SetProperty(x => x.SeenAt, now), ct);
                if (isHere == 0)
                    return null;
                db.Keep();
                return await (
                    from v in visit
                    join m in members on v.MemberId equals m.Id
                    select new KioskGuest(v.Id, v.KioskId, m.Id, m.HubId, m.FirstName)
                ).SingleAsync(ct);
            },
            ct
        );
    }

    /// <summary>Whoever is signed in at this screen is so no longer.</summary>
    public async Task LeaveAsync(HttpContext http, CancellationToken ct = default)
    {
        if (Hashed(http, VisitCookie) is not { } hash)
            return;
        var now = clock.GetUtcNow();
        await work.WriteAsync(
            async db =>
            {
                db.Keep();
                return await db
                    .KioskVisits.Where(v => v.TokenHash == hash && v.EndedAt == null)
                    .ExecuteUpdateAsync(v => v.SetProperty(x => x.EndedAt, now), ct);
            },
            ct
        );
        http.Response.Cookies.Delete(VisitCookie, Cookie(null));
        Guest = null;
    }

    /// <summary>Gives the screen its secret.</summary>
    internal void KeepScreen(HttpContext http, string token) => http.Response.Cookies.Append(ScreenCookie, token, Cookie(ScreenLasts));

    /// <summary>Gives the browser the secret of a visit, which it forgets with its last window.</summary>
    internal void KeepVisit(HttpContext http, string token) => http.Response.Cookies.Append(VisitCookie, token, Cookie(null));

    private static byte[]? Hashed(HttpContext http, string cookie) =>
        http.Request.Cookies[cookie] is { Length: > 0 and <= 100 } token ? KioskScreen.HashOf(token) : null;

    private CookieOptions Cookie(TimeSpan? lasts) =>
        new()
        {
            HttpOnly = true,
            Secure = true,
            SameSite = SameSiteMode.Strict,
            Path = Path,
            MaxAge = lasts,
            IsEssential = true,
        };
}
