using CoProduce.Ledger;
using CoProduce.Web.Features.Diary;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Organisations;

namespace CoProduce.Web.Data.Demo;

/// <summary>Visits of this week and the next, in every organisation of the demo: one to be answered, some to be rung about, the rest arranged.</summary>
internal sealed class DemoDiary(DemoLife life, DemoPeopleRows people, DateOnly today)
{
    private static readonly (string What, string Where, int InDays, int Hour)[] Plans =
    [
        ("A walk round the park", "The park gate", -1, 14),
        ("Reading the letters from the council", "The library", 0, 10),
        ("A lift to the eye clinic", "The hospital, main door", 1, 9),
        ("Planting the window boxes", "The hall", 2, 15),
        ("Help with a new telephone", "The café", 3, 11),
        ("A game of draughts", "The hall", 5, 14),
        ("Shopping together", "The market", 7, 10),
        ("Practising English", "The library", 9, 13),
    ];

    /// <summary>The rows; what is still to come is planned with the caller's context.</summary>
    public IReadOnlyList<object> Make(TenantDb db)
    {
        var active = life.Members.Where(m => m is { LeftOn: null, IsGroup: false }).ToList();
        var star = active.Find(m => m.Character is { ShowsEverything: true }) ?? active[0];
        var others = active.FindAll(m => m.Number != star.Number);
        var (made, rows) = (DemoLife.At(today.AddDays(-4), 10 * 60), new List<object>());
        for (var i = 0; i < Plans.Length; i++)
        {
            var (what, where, inDays, hour) = Plans[i];
            var (giver, receiver) = i % 2 == 0 ? (star.Number, others[i + 2].Number) : (others[i + 2].Number, others[i + 12].Number);
            var visit = new Visit
            {
                Id = new(Guid.CreateVersion7()),
                GiverId = people.Id(giver),
                ReceiverId = people.Id(receiver),
                HubId = people.HubOf(giver),
                Minutes = 60,
                Place = where,
                Description = what,
                ArrangedBy = people.Coordinator,
                ArrangedAt = made,
                Door = Door.Phone,
            }.On(today.AddDays(inDays), new TimeOnly(hour, 0), DemoLife.Zone);
            if (inDays > 0 && i % 3 == 0)
                visit.Cover(people.Coordinator, made);
            rows.Add(visit);
            rows.Add(
                new VisitCall
                {
                    VisitId = visit.Id,
                    MemberId = visit.ReceiverId!.Value,
                    News = VisitNews.Arranged,
                    StartsAt = visit.StartsAt,
                    MadeAt = made,
                }
            );
            if (inDays > 0)
                db.Plan(visit, DemoLife.Zone, DemoLife.At(today, 24 * 60 - 1));
        }
        var sessions = Sessions(people.HubOf(star.Number), people.Id(others[3].Number), made).ToList();
        rows.AddRange(sessions);
        foreach (
            var (member, i) in others
                .Where(m => people.HubOf(m.Number) == people.HubOf(star.Number))
                .Skip(4)
                .Take(13)
                .Select((m, i) => (m, i))
        )
            rows.Add(
                new SessionPlace
                {
                    SessionId = sessions[1].Id,
                    MemberId = people.Id(member.Number),
                    Number = i + 1,
                    At = made,
                    By = people.Coordinator,
                    Door = Door.Phone,
                }
            );
        sessions.FindAll(s => s.Day > today).ForEach(s => db.Plan(s, DemoLife.Zone, DemoLife.At(today, 24 * 60 - 1)));
        return rows;
    }

    private IEnumerable<Session> Sessions(HubId hub, MemberId leader, DateTimeOffset made)
    {
        var first = new SessionId(Guid.CreateVersion7());
        var what = new SessionDetails("Sewing and mending together", 120, "The hall", leader, null, "", 12);
        for (var week = 0; week < 4; week++)
            yield return new Session
            {
                Id = week == 0 ? first : new(Guid.CreateVersion7()),
                PlannedAs = first.Value,
                HubId = hub,
                Title = what.Title,
                PlannedBy = people.Coordinator,
                PlannedAt = made,
            }
                .Alter(what)
                .On(today.AddDays(-2 + (7 * week)), new TimeOnly(14, 0), DemoLife.Zone);
    }
}
