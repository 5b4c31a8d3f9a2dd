using CoProduce.Web.Data;
using CoProduce.Web.Features.Care;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Messages;
using CoProduce.Web.Features.Organisations;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Offers;

/// <summary>To whom an answer goes (decision 27), inside a unit of work.</summary>
internal static class WhereAnAnswerGoes
{
    /// <summary>
    /// As the organisation chose; but where something of care speaks, one of the two is in custody or the owner gets neither mail nor texts, a coordinator looks
    /// first, and nobody is told which it was.
    /// </summary>
    public static async Task<AnswersGoTo> GoesToAsync(this TenantDb db, Offer offer, MemberId member, DateOnly today, CancellationToken ct)
    {
        if ((await db.BoardSettingsNowAsync(ct)).AnswersGoTo == AnswersGoTo.Broker)
            return AnswersGoTo.Broker;
        var isInside = await db.Members.AnyAsync(
            m => (m.Id == member || m.Id == offer.MemberId) && db.Hubs.Any(h => h.Id == m.HubId && h.Kind == HubKind.Custody),
            ct
        );
        if (isInside || !(await Letters.AddresseesAsync(db, [offer.MemberId], ct)).Any(a => a.IsQuick))
            return AnswersGoTo.Broker;
        var care = await db.CareRulesAsync(await db.MeetingOfAsync(offer, member, today, ct), ct);
        return care.Forbids || care.Warnings.Count > 0 ? AnswersGoTo.Broker : AnswersGoTo.People;
    }
}
