using CoProduce.Ledger;
using CoProduce.Web.Data.Demo.Help;
using CoProduce.Web.Features.Care;
using CoProduce.Web.Features.Care.Guardians;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Messages;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Data.Demo;

/// <summary>Checks (some that run out), what to keep to, notes, a concern and who has looked, in every organisation of the demo.</summary>
internal sealed class DemoCare(DemoLife life, DemoPeopleRows people, DateOnly today)
{
    private const string References = "References taken";
    private const string Seen = "DBS seen";
    private const string Hygiene = "Food hygiene";
    private const string Induction = "Induction";
    private const string Driving = "Driving licence and insurance seen";

    private readonly List<object> rows = [];
    private Dictionary<string, CheckKind> kinds = [];

    /// <summary>Adds them to what was saved before; they are written with the caller's next save.</summary>
    public async Task<IReadOnlyList<object>> MakeAsync(TenantDb db, CancellationToken ct)
    {
        kinds = await db.CheckKinds.AsNoTracking().ToDictionaryAsync(k => k.Name, ct);
        Need(Driving, OutAndAbout.Lifts);
        Need(Seen, HeadAndHand.Children);
        Need(Hygiene, AtHome.Cooking);
        var active = life.Members.Where(m => m is { LeftOn: null, IsGroup: false }).ToList();
        foreach (var member in active)
            Check(member);
        var plain = active.FindAll(m => m.Character is null && m.IsOnline);
        Keep(plain[4], RestrictionKind.NoHomeVisits, "", "Since the fall. The hall and the café are fine.", "the member", 60, review: -2);
        Keep(
            plain[9],
            RestrictionKind.TwoPeople,
            "",
            "Agreed when joining; it has gone well so far.",
            "the probation officer",
            120,
            review: 40
        );
        Keep(plain[14], RestrictionKind.Other, "no dogs", "A bad allergy.", "the practice nurse", 200, review: null);
        Note(plain[4], "Would rather be rung after eleven. The daughter, Siân, helps with forms.", 40, sensitive: false);
        Note(plain[4], "The daughter is called Siwan, not Siân.", 39, sensitive: false, corrects: true);
        Note(plain[9], "Came here from a refuge; the address is never to be said on the telephone.", 100, sensitive: true);
        Worry(plain[20]);
        Guard(plain[26]);
        var minor = people.Id(plain[26].Number);
        var born = today.AddYears(1 - Guardian.OfAge); // as the guardian says, not as the demo made them up
        await db.MemberContacts.Where(c => c.MemberId == minor).ExecuteUpdateAsync(c => c.SetProperty(x => x.BornOn, born), ct);
        foreach (var star in life.Members.Where(m => m.Character is { ShowsEverything: true }))
        {
            Look(star, RecordPart.Contact, 12);
            Look(star, RecordPart.Checks, 9);
            Look(star, RecordPart.Contact, 2);
        }
        rows.Add(new OutboxItem { Kind = OutboxKind.CareRound, DueAt = DemoLife.At(today.AddDays(1), 7 * 60) });
        return rows;
    }

    // Somebody who turns 18 in a year, whose mother said yes when they joined.
    private void Guard(DemoMember member)
    {
        rows.Add(
            new Guardian
            {
                MemberId = people.Id(member.Number),
                Name = "Bethan Rees",
                Relation = "mother",
                Phone = "01632 960731",
                TurnsAdultOn = today.AddYears(1),
            }
        );
        rows.Add(
            new GuardianConsent
            {
                Id = Guid.CreateVersion7(),
                MemberId = people.Id(member.Number),
                IsGiven = true,
                Wording = "I look after this member, and I agree that they take part, give help and are given help.",
                Guardian = "Bethan Rees",
                Door = Door.Paper,
                SaidOn = today.AddDays(-50),
                RecordedBy = people.Coordinator,
                RecordedAt = DemoLife.At(today.AddDays(-50), 11 * 60),
            }
        );
    }

    private void Need(string check, HelpKind help)
    {
        if (life.Kinds.Contains(help))
            rows.Add(new CheckNeed { KindId = kinds[check].Id, CategoryId = people.CategoryOf(help) });
    }

    // Seen when they joined; what lasts for a year or three was seen again in time, by most.
    private void Check(DemoMember member)
    {
        Check(member, References, member.JoinedOn);
        Check(member, Induction, member.JoinedOn.AddDays(member.Number % 9));
        if (member.Skills.Any(s => s.Kind == HeadAndHand.Children))
            Check(member, Seen, today.AddMonths(-36).AddDays(member.Number * 37 % 900 + 15));
        if (member.Skills.Any(s => s.Kind == AtHome.Cooking) && member.Number % 3 == 0)
            Check(member, Hygiene, today.AddMonths(-36).AddDays(member.Number * 41 % 900 + 20));
        if (member.Skills.Any(s => s.Kind == OutAndAbout.Lifts))
            Check(member, Driving, today.AddMonths(-12).AddDays(member.Number * 29 % 330 - 6));
    }

    private void Check(DemoMember member, string kind, DateOnly on)
    {
        if (on > today)
            on = today;
        rows.Add(
            new MemberCheck
            {
                Id = Guid.CreateVersion7(DemoLife.At(on, 600)),
                MemberId = people.Id(member.Number),
                KindId = kinds[kind].Id,
                Number = 1,
                Decision = CheckDecision.Satisfied,
                SeenBy = Coordinator,
                SeenOn = on,
                Until = kinds[kind].Until(on),
                RecordedBy = people.Coordinator,
                RecordedAt = DemoLife.At(on, 600),
                Door = Door.Screen,
            }
        );
    }

    private void Keep(DemoMember member, RestrictionKind kind, string words, string why, string from, int daysAgo, int? review) =>
        rows.Add(
            new Restriction
            {
                Id = new(Guid.CreateVersion7(At(daysAgo))),
                MemberId = people.Id(member.Number),
                Kind = kind,
                Words = words,
                Why = why,
                FromWhom = from,
                Since = today.AddDays(-daysAgo),
                ReviewOn = review is { } days ? today.AddDays(days) : null,
                MadeBy = people.Coordinator,
                MadeAt = At(daysAgo),
                Door = Door.Phone,
            }
        );

    private void Note(DemoMember member, string words, int daysAgo, bool sensitive, bool corrects = false) =>
        rows.Add(
            new CareNote
            {
                Id = new(Guid.CreateVersion7(At(daysAgo))),
                MemberId = people.Id(member.Number),
                IsSensitive = sensitive,
                Words = words,
                WrittenBy = people.Coordinator,
                WrittenAt = At(daysAgo),
                Door = Door.Phone,
                Corrects = corrects ? rows.OfType<CareNote>().Last().Id : null,
            }
        );

    private void Worry(DemoMember member)
    {
        var concern = new Concern
        {
            Id = new(Guid.CreateVersion7(At(5))),
            MemberId = people.Id(member.Number),
            Seen = "There was hardly any food in the house, and the heating was off. “I manage,” was all that was said.",
            SeenBy = "The neighbour who brings the shopping",
            SeenOn = today.AddDays(-6),
            DoneAtOnce = "A hot meal was brought the same evening.",
            RecordedBy = people.Coordinator,
            RecordedAt = At(5),
            Door = Door.Phone,
            OwnerId = people.Coordinator,
            DueOn = today.AddDays(2),
        };
        var step = new ConcernStep
        {
            ConcernId = concern.Id,
            At = At(4),
            WrittenBy = people.Coordinator,
            Words = "Rang the advice centre. They look at the heating allowance and ring back.",
            Status = ConcernStatus.LookedInto,
            OwnerId = people.Coordinator,
            DueOn = concern.DueOn,
        };
        concern.Take(step);
        rows.AddRange([concern, step]);
    }

    private void Look(DemoMember member, RecordPart part, int daysAgo) =>
        rows.Add(
            new RecordView
            {
                MemberId = people.Id(member.Number),
                ViewedBy = people.Coordinator,
                ViewedAt = At(daysAgo),
                Part = part,
            }
        );

    private string Coordinator => people.RoleHolders.Single(h => h.Id == people.Coordinator).Name;

    private DateTimeOffset At(int daysAgo) => DemoLife.At(today.AddDays(-daysAgo), 10 * 60);
}
