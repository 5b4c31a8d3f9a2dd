using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Exchanges;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Offers;
using CoProduce.Web.Features.Organisations;
using CoProduce.Web.Features.Peers;
using CoProduce.Web.Features.Skills;
using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Matching;

/// <summary>Finds people, requests, offers, exchanges and sessions by what somebody on the telephone says.</summary>
public sealed class DeskQuery(UnitOfWork work, CurrentOrganisation organisation, CurrentPerson me, TimeProvider clock)
{
    /// <summary>How many people, requests or offers are shown at most.</summary>
    public const int Most = 12;

    // Fewer digits would find half the town, and tell whose number begins how.
    private const int FewestDigits = 6;
    private const int MostByContact = 3;
    private const int MostBySkill = 6;

    /// <summary>A peer broker finds the people of their hubs who take part, by their first names and skills only; a coordinator finds anybody by anything.</summary>
    public Task<DeskResults> FindAsync(string? text, CancellationToken ct = default)
    {
        var words = MemberSearch.Words(text);
        return words.Count == 0 ? Task.FromResult(DeskResults.None) : work.ReadAsync(db => FindAsync(db, words, text!, ct), ct);
    }

    private async Task<DeskResults> FindAsync(TenantDb db, IReadOnlyList<string> words, string text, CancellationToken ct)
    {
        var narrow = !me.Holds(Role.Coordinator);
        var today = organisation.Profile.DateOf(clock.GetUtcNow());
        var people = narrow ? await NarrowAsync(db, words, ct) : await WideAsync(db, words, text, ct);
        var bySkill = await BySkillAsync(db, words, narrow, ct);
        var (requests, offers) = (
            await OffersAsync(db, OfferKind.Request, words, narrow, ct),
            await OffersAsync(db, OfferKind.Offer, words, narrow, ct)
        );
        var exchanges = narrow ? [] : await db.ExchangesByWordsAsync(words, ct);
        var sessions = narrow ? [] : await db.SessionsByWordsAsync(words, ct);
        var found = new DeskResults(
            [.. people.Take(Most), .. bySkill.ExceptBy(people.Select(p => p.Id), s => s.Id)],
            [.. requests.Take(Most)],
            [.. offers.Take(Most)],
            [.. exchanges.Take(DeskHelp.Most)],
            [.. sessions.Take(DeskHelp.Most)]
        )
        {
            Visits = narrow ? [] : await db.VisitsByWordsAsync(words, today, ct),
            Planned = narrow ? [] : await db.PlannedByWordsAsync(words, today, ct),
            More =
                (people.Count > Most ? DeskMore.People : 0)
                | (requests.Count > Most ? DeskMore.Requests : 0)
                | (offers.Count > Most ? DeskMore.Offers : 0)
                | (exchanges.Count > DeskHelp.Most ? DeskMore.Exchanges : 0)
                | (sessions.Count > DeskHelp.Most ? DeskMore.Sessions : 0),
        };
        if (found.Count == 0)
            found = found with { People = await NearAsync(db, words, narrow, ct) };
        return narrow ? await db.ToldApartAsync(me, found, ct) : found;
    }

    private async Task<IReadOnlyList<DeskPerson>> NearAsync(TenantDb db, IReadOnlyList<string> words, bool narrow, CancellationToken ct)
    {
        var among = db.Members.BrokeredBy(me).Where(m => m.ErasedOn == null);
        var ids = await db.NearlyNamedAsync(among, words, !narrow, ct);
        if (ids.Count == 0)
            return [];
        return await (
            from m in among
            where ids.Contains(m.Id)
            join h in db.Hubs on m.HubId equals h.Id
            orderby m.Status, m.SearchText
            select new DeskPerson(
                m.Id,
                m.Number,
                narrow ? m.FirstName : (m.FirstName + " " + m.LastName).Trim(),
                h.Name,
                m.Status,
                narrow ? null : db.Accounts.Where(a => a.MemberId == m.Id).Select(a => a.Balance).FirstOrDefault(),
                DeskWhy.Near,
                ""
            )
        )
            .Take(Most)
            .ToListAsync(ct);
    }

    private static async Task<IReadOnlyList<DeskPerson>> WideAsync(
        TenantDb db,
        IReadOnlyList<string> words,
        string text,
        CancellationToken ct
    )
    {
        var first = words[0];
        var number = int.TryParse(first, out var n) ? n : 0;
        var named = await db.FoundAsync(
            db.WithWords(words)
                .OrderByDescending(m => m.Number == number)
                .ThenBy(m => m.Status)
                .ThenByDescending(m => m.SearchText.StartsWith(first))
                .ThenBy(m => m.SearchText),
            Most + 1,
            ct
        );
        var byContact = named.Count > 0 ? [] : await ByContactAsync(db, text, ct);
        List<MemberId> ids = [.. named.Concat(byContact).Select(m => m.Id)];
        var balances = await db
            .Accounts.Where(a => a.MemberId != null && ids.Contains(a.MemberId.Value))
            .ToDictionaryAsync(a => a.Id, a => a.Balance, ct);
        return
        [
            .. named.OrderByDescending(m => m.Number == number).ThenBy(m => m.Status).Select(m => Person(m, DeskWhy.Name)),
            .. byContact.Select(m => Person(m, DeskWhy.Contact)),
        ];

        DeskPerson Person(FoundMember m, DeskWhy why) =>
            new(m.Id, m.Number, m.Name, m.Hub, m.Status, balances.GetValueOrDefault(m.Id.Account), why, "");
    }

    // Whoever knows a whole number or address may learn whose it is; the number itself is never shown here.
    private static async Task<IReadOnlyList<FoundMember>> ByContactAsync(TenantDb db, string text, CancellationToken ct)
    {
        var digits = string.Concat(text.Where(char.IsAsciiDigit));
        var isAddress = text.Contains('@', StringComparison.Ordinal);
        var address = Folded.Anywhere(text).Trim('%'); // the whole address, its wildcards taken literally
        if (digits.Length < FewestDigits && !isAddress)
            return [];
        var open = db.MemberContacts.Where(c =>
            db.Members.Any(m => m.Id == c.MemberId && db.Hubs.Any(h => h.Id == m.HubId && h.Kind != HubKind.Custody))
        );
        open = isAddress
            ? open.Where(c => EF.Functions.ILike(c.Email, address, @"\"))
            : open.Where(c => c.Phone.Replace(" ", "").Replace("-", "").EndsWith(digits));
        var ids = open.Select(c => c.MemberId);
        return await db.FoundAsync(db.Members.Where(m => ids.Contains(m.Id)).OrderBy(m => m.SearchText), MostByContact, ct);
    }

    private async Task<IReadOnlyList<DeskPerson>> NarrowAsync(TenantDb db, IReadOnlyList<string> words, CancellationToken ct)
    {
        var candidates = await (
            from m in db.WithWords(words).BrokeredBy(me)
            join h in db.Hubs on m.HubId equals h.Id
            orderby m.SearchText
            select new DeskPerson(m.Id, m.Number, m.FirstName, h.Name, m.Status, null, DeskWhy.Name, "")
        ).ToListAsync(ct);
        // The search text holds last names too; a peer broker must not find by them.
        return [.. candidates.Where(p => words.All(w => Folded.Of(p.Name).Contains(w, StringComparison.Ordinal))).Take(Most + 1)];
    }

    private async Task<IReadOnlyList<DeskPerson>> BySkillAsync(TenantDb db, IReadOnlyList<string> words, bool narrow, CancellationToken ct)
    {
        var lines = await db.GivenAsync(words, ct);
        var people = await (
            from m in db.Members.BrokeredBy(me)
            where m.Status == MemberStatus.Active && lines.Any(s => s.MemberId == m.Id)
            join h in db.Hubs on m.HubId equals h.Id
            orderby m.SearchText
            select new DeskPerson(
                m.Id,
                m.Number,
                narrow ? m.FirstName : (m.FirstName + " " + m.LastName).Trim(),
                h.Name,
                m.Status,
                narrow ? null : db.Accounts.Where(a => a.MemberId == m.Id).Select(a => a.Balance).FirstOrDefault(),
                DeskWhy.Skill,
                ""
            )
        )
            .Take(MostBySkill)
            .ToListAsync(ct);
        var found = await db.FactsOfAsync(lines, [.. people.Select(p => p.Id)], ct);
        return [.. people.Select(p => p with { Skill = string.Join(", ", found[p.Id].Select(s => s.Name.Here)) })];
    }

    private async Task<IReadOnlyList<DeskOffer>> OffersAsync(
        TenantDb db,
        OfferKind kind,
        IReadOnlyList<string> words,
        bool narrow,
        CancellationToken ct
    )
    {
        var theirs = db.Members.BrokeredBy(me);
        var open = db.Offers.Where(o =>
            (o.Status == OfferStatus.Open || o.Status == OfferStatus.Arranged) && theirs.Any(m => m.Id == o.MemberId)
        );
        // Spelt about right, and by kinds of help and skills; a fragment from the middle of a word is looked for when that finds nothing.
        var owners = await db.OwnersByWordAsync(me, string.Join(' ', words), ct);
        var offers = await db.FilteredAsync(open, new(kind, string.Join(' ', words)), ct, owners);
        if (!await offers.AnyAsync(ct))
        {
            offers = open.Where(o => o.Kind == kind);
            foreach (var pattern in words.Select(Folded.Anywhere))
                offers = offers.Where(o => EF.Functions.Like(o.Folded, pattern, @"\"));
        }
        return await (
            from o in offers
            join m in db.Members on o.MemberId equals m.Id
            where m.Status == MemberStatus.Active
            orderby o.MadeAt
            select new DeskOffer(
                o.Id,
                o.Title,
                m.Id,
                narrow ? m.FirstName : (m.FirstName + " " + m.LastName).Trim(),
                o.MadeAt,
                o.NeededBy,
                o.Status
            )
        )
            .Take(Most + 1)
            .ToListAsync(ct);
    }
}
