using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Talk;

namespace CoProduce.Web.Data.Demo;

/// <summary>What two of the demo's members wrote to each other, and one conversation that was reported.</summary>
internal static class DemoTalk
{
    /// <summary>The messages; none where too few can sign in.</summary>
    public static IReadOnlyList<object> Make(DemoLife life, DemoPeopleRows people)
    {
        var others = life.Members.Where(m => m is { IsOnline: true, IsGroup: false, LeftOn: null, Character: null }).Take(3).ToList();
        if (life.Members.FirstOrDefault(m => m.Character is { ShowsEverything: true }) is not { } star || others.Count < 3)
            return [];
        var mine = people.Id(star.Number);
        var (ann, bob, cal) = (people.Id(others[0].Number), people.Id(others[1].Number), people.Id(others[2].Number));
        return
        [
            new TalkSettings { IsOn = true },
            Message(ann, mine, 1, 3, 15, "Thank you for the lift on Friday!\nWas that your umbrella on the back seat?", isRead: true),
            Message(mine, ann, 2, 3, 17, "It was, I had been looking for it everywhere.", isRead: true),
            Message(ann, mine, 3, 1, 9, "I will bring it along to the tea on Wednesday.", isRead: false),
            Message(
                bob,
                cal,
                1,
                6,
                11,
                "You still owe me two hours. Everybody here is going to hear of it.",
                isRead: true,
                isReported: true
            ),
            Message(bob, cal, 2, 5, 22, "Are you ashamed to answer?", isRead: true, isReported: true),
            new TalkReport
            {
                Id = new(Guid.CreateVersion7(At(4, 10))),
                ById = cal,
                OtherId = bob,
                Why = "It frightens me, and it is not true.",
                MadeAt = At(4, 10),
            },
        ];

        TalkMessage Message(
            MemberId from,
            MemberId to,
            int number,
            int days,
            int hour,
            string words,
            bool isRead,
            bool isReported = false
        ) =>
            new()
            {
                Id = new(Guid.CreateVersion7(At(days, hour))),
                FromId = from,
                ToId = to,
                Number = number,
                Words = words,
                SentAt = At(days, hour),
                ToldAt = At(days, hour),
                ReadAt = isRead ? At(days, hour + 1) : null,
                IsReported = isReported,
            };

        DateTimeOffset At(int days, int hour) => DemoLife.At(life.Today.AddDays(-days), hour * 60);
    }
}
