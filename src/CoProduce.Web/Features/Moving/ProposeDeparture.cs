using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Exchanges;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Organisations;
using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.Moving;

/// <summary>With a member's word, a coordinator lays their move before an affiliated organisation. Until it is answered nothing changes here.</summary>
public sealed class ProposeDeparture(
    UnitOfWork work,
    CurrentOrganisation organisation,
    CurrentPerson me,
    AffiliationsQuery affiliations,
    IStringLocalizer texts,
    TimeProvider clock
)
{
    public enum Outcome
    {
        Proposed,

        /// <summary>There is no such member here, or they take no part now.</summary>
        NotFound,
        NotAffiliated,

        /// <summary>A move of theirs waits for an answer already.</summary>
        OneWaits,

        /// <summary>Exchanges of theirs wait or are not agreed; they are settled first.</summary>
        ExchangesWait,

        /// <summary>A day of consent to come, or none.</summary>
        WrongDay,
    }

    public async Task<Outcome> HandleAsync(DepartureForm form, CancellationToken ct = default)
    {
        var line = (await affiliations.ListAsync(ct)).FirstOrDefault(l => l.IsAgreed && l.There.Value.ToString() == form.There);
        return await work.OnceAsync(form.RequestKey, form, db => ProposeAsync(db, form, line, ct), ct);
    }

    /// <summary>What would go along now; null when there is no such member here.</summary>
    public Task<Parcel?> PreviewAsync(MemberId id, MoveParts parts, CancellationToken ct = default) =>
        work.ReadAsync<Parcel?>(
            async db =>
                await db.Members.SingleOrDefaultAsync(m => m.Id == id, ct) is { } member ? await db.PackAsync(member, parts, ct) : null,
            ct
        );

    private async Task<Outcome> ProposeAsync(TenantDb db, DepartureForm form, AffiliationsQuery.Line? line, CancellationToken ct)
    {
        var (id, now) = (new MemberId(form.Member), clock.GetUtcNow());
        await db.LockMemberAsync(id, ct);
        if (await db.Members.SingleOrDefaultAsync(m => m.Id == id && m.Status == MemberStatus.Active, ct) is not { } member)
            return Outcome.NotFound;
        if (line is null)
            return Outcome.NotAffiliated;
        if (await db.Departures.AnyAsync(d => d.MemberId == id && d.Status == MoveStatus.Waiting, ct))
            return Outcome.OneWaits;
        if (await db.Exchanges.AnyAsync(e => LeaveQuery.Waiting.Contains(e.Status) && (e.GiverId == id || e.ReceiverId == id), ct))
            return Outcome.ExchangesWait;
        var today = organisation.Profile.DateOf(now);
        if (form.AgreedOn.ToDate() is not { } agreed || agreed > today)
            return Outcome.WrongDay;
        var departure = new Departure
        {
            Id = form.RequestKey,
            MemberId = id,
            There = line.There,
            ThereName = line.Name,
            Parts = form.Parts,
            Wording = MoveWords.Consent(texts, organisation.Profile.Name, line.Name, form.Parts),
            AgreedOn = agreed,
            AgreedBy = form.AgreedBy,
            Words = form.Words?.Trim() ?? "",
            IsRelease = await db.Hubs.AnyAsync(h => h.Id == member.HubId && h.Kind == HubKind.Custody, ct),
            By = me.Id,
            MadeAt = now,
        };
        db.Departures.Add(departure);
        db.AuditLines.Add(me.Line(nameof(ProposeDeparture), form.RequestKey, now, form.AgreedBy, id));
        var parcel = (await db.PackAsync(member, form.Parts, ct)) with { Words = departure.Words };
        await db.SaveChangesAsync(ct);
        if (!await db.OfferMoveAsync(departure, organisation.Profile.Name, member.Name, parcel.Write(), now, ct))
            return Outcome.NotAffiliated;
        db.Keep();
        return Outcome.Proposed;
    }
}
