using CoProduce.Ledger;
using CoProduce.Web.Data.Demo.Help;
using CoProduce.Web.Features.Offers;

namespace CoProduce.Web.Data.Demo;

/// <summary>Offers and requests: what waits, what was answered and when.</summary>
public sealed class DemoNoticeboard(DemoOrganisation plan, DateOnly start, DateOnly today, DemoDice dice)
{
    private readonly List<DemoNotice> notices = [];
    private readonly HashSet<(int Member, string Title)> said = [];
    private readonly HashSet<string> open = [];
    private DemoNotice? asking;

    /// <summary>All that was ever put up.</summary>
    public IReadOnlyList<DemoNotice> Notices => notices;

    /// <summary>Now and then help is given because somebody had asked for it some days before: what was asked; otherwise null.</summary>
    public Wish? Ask(DemoPerson person, HelpKind kind, DateOnly served)
    {
        var member = person.Facts;
        var asked = served.AddDays(-(1 + Math.Min(55, (int)(6 * dice.Uneven(0.9)))));
        if (kind.Requests.Count == 0 || !dice.Chance(0.17) || asked <= member.JoinedOn)
            return null;
        var wish = Local(person, dice.Pick(kind.Requests));
        if (!said.Add((member.Number, wish.Title)))
            return null;
        asking = Notice(OfferKind.Request, person, kind, wish, asked, dice.Chance(0.3) ? served : null);
        return wish;
    }

    /// <summary>The last thing asked for was given.</summary>
    public void Met(DemoExchange answer) => notices.Add(asking! with { Status = OfferStatus.Met, ClosedAt = answer.LoggedAt });

    /// <summary>What a person offers in general, and what they are asking for today.</summary>
    public void PutUp(DemoPerson person)
    {
        var member = person.Facts;
        var isHere = member.LeftOn is null;
        var offers = member.Character is { ShowsEverything: true } ? 1 : 0.3;
        foreach (var kind in person.Can.Where(k => person.Gives > 0.1 && dice.Chance(offers)))
            PutUpOffer(person, kind, isHere);
        var since = Math.Max(start.DayNumber, member.JoinedOn.DayNumber + 1);
        foreach (var kind in person.Needs.Where(_ => person.Receives > 0.1 && isHere && person.QuietSince is null && dice.Chance(0.08)))
        {
            var ago = dice.Between(1, 6) <= 5 ? dice.Between(1, 24) : dice.Between(25, 80);
            if (today.DayNumber - ago > since)
                Open(person, kind, today.AddDays(-ago), dice.Chance(0.4) ? today.AddDays(dice.Between(2, 20)) : null);
        }
        foreach (var kind in person.Needs.Where(_ => person.Receives > 0.1 && dice.Chance(0.02)))
        {
            var asked = DateOnly.FromDayNumber(dice.Between(since, Math.Max(since, (member.LeftOn ?? today).DayNumber - 30)));
            var wish = Local(person, dice.Pick(kind.Requests));
            if (asked < today.AddDays(-30) && said.Add((member.Number, wish.Title)))
            {
                var notice = Notice(OfferKind.Request, person, kind, wish, asked, null);
                notices.Add(notice with { Status = OfferStatus.Withdrawn, ClosedAt = notice.MadeAt.AddDays(dice.Between(3, 28)) });
            }
        }
    }

    /// <summary>Puts up a request that is still open, if possible of something new, in any case of something nobody else is asking for.</summary>
    public void Open(DemoPerson person, HelpKind kind, DateOnly day, DateOnly? neededBy)
    {
        var wishes = dice.PickSeveral(kind.Requests, kind.Requests.Count, _ => 1).Select(r => Local(person, r)).ToList();
        if (wishes.OrderBy(w => said.Contains((person.Facts.Number, w.Title))).FirstOrDefault(w => open.Add(w.Title)) is not { } wish)
            return;
        said.Add((person.Facts.Number, wish.Title));
        notices.Add(Notice(OfferKind.Request, person, kind, wish, day, neededBy));
    }

    /// <summary>Puts up an offer some weeks after joining; those who have left, and a few others, have taken theirs down.</summary>
    private void PutUpOffer(DemoPerson person, HelpKind kind, bool isHere)
    {
        var latest = (person.Facts.LeftOn ?? today).AddDays(-2);
        var day = DateOnly.FromDayNumber(Math.Min(person.Facts.JoinedOn.DayNumber + dice.Between(1, 90), latest.DayNumber));
        IReadOnlyList<Wish> wishes = [.. kind.Offers, .. kind.Skills.Select(s => new Wish(s, dice.Pick(DemoWords.When)))];
        var wish = dice.PickSeveral(wishes, wishes.Count, _ => 1).Select(w => Local(person, w)).FirstOrDefault(w => open.Add(w.Title));
        if (day <= person.Facts.JoinedOn || wish is null)
            return;
        var notice = Notice(OfferKind.Offer, person, kind, wish, day, null);
        var withdrawn =
            !isHere ? DemoLife.At(latest, 11 * 60)
            : dice.Chance(0.15) ? notice.MadeAt.AddDays(dice.Between(20, 160))
            : (DateTimeOffset?)null;
        var ended = withdrawn < DemoLife.At(today, 0) && withdrawn > notice.MadeAt;
        notices.Add(ended ? notice with { Status = OfferStatus.Withdrawn, ClosedAt = withdrawn } : notice);
    }

    private Wish Local(DemoPerson person, Wish wish)
    {
        var place = plan.Places[person.Facts.Place];
        return wish with { Title = place.Localise(wish.Title), Details = place.Localise(wish.Details) };
    }

    private DemoNotice Notice(OfferKind type, DemoPerson person, HelpKind kind, Wish wish, DateOnly day, DateOnly? neededBy)
    {
        var inCustody = plan.Places[person.Facts.Place].InCustody;
        var door =
            inCustody ? Door.Paper
            : person.Facts.IsOnline ? Door.Screen
            : Door.Phone;
        var made = DemoLife.At(day, door == Door.Screen ? dice.Between(8 * 60, 22 * 60) : dice.Between(9 * 60 + 30, 16 * 60 + 30));
        return new DemoNotice(type, person.Facts.Number, kind, wish.Title, wish.Details, neededBy, made, door, OfferStatus.Open, null);
    }
}
