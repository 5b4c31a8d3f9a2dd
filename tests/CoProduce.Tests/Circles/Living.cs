using CoProduce.Tests.Support;
using CoProduce.Web.Features.Circles;
using CoProduce.Web.Features.Members;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Tests.Circles;

/// <summary>What a coordinator does with households and networks, in the words of a test.</summary>
internal static class Living
{
    public static async Task<CircleId> BeginsAsync(this Actor cora, CircleKind kind, string name, params MemberId[] members)
    {
        var form = new CircleForm
        {
            Kind = kind,
            Name = name,
            Hub = cora.Place.Hub.Value,
        };
        Must(SaveCircle.Outcome.Saved, await cora.DoAsync((SaveCircle save) => save.HandleAsync(form)));
        foreach (var member in members)
            Must(JoinCircle.Outcome.Joined, await cora.PutsAsync(new(form.RequestKey), member));
        return new(form.RequestKey);
    }

    public static Task<JoinCircle.Outcome> PutsAsync(this Actor cora, CircleId circle, MemberId member, string? street = null) =>
        cora.DoAsync(
            (JoinCircle join) =>
                join.HandleAsync(
                    new()
                    {
                        Circle = circle.Value,
                        Member = member.Value,
                        Place = street,
                    }
                )
        );

    public static Task<SaveCircle.Outcome> ChoosesAsync(this Actor cora, CircleId circle, MemberId who, string name = "Mill Lane") =>
        cora.DoAsync(
            (SaveCircle save) =>
                save.HandleAsync(
                    new()
                    {
                        Circle = circle.Value,
                        Name = name,
                        WhoChosen = who.Value.ToString(),
                        OneLetter = true,
                    }
                )
        );

    public static async Task<LeaveCircle.Outcome> TakesOutAsync(this Actor cora, CircleId circle, MemberId member)
    {
        var line = await LineAsync(cora, circle, member);
        return await cora.DoAsync((LeaveCircle leave) => leave.OutAsync(line));
    }

    public static async Task<LeaveCircle.Outcome> PutsBackAsync(this Actor cora, CircleId circle, MemberId member)
    {
        var line = await LineAsync(cora, circle, member);
        return await cora.DoAsync((LeaveCircle leave) => leave.BackAsync(line));
    }

    public static Task<EndCircle.Outcome> EndsAsync(this Actor cora, CircleId circle, string why = "They have moved apart") =>
        cora.DoAsync((EndCircle end) => end.HandleAsync(new() { Circle = circle.Value, Reason = why }));

    public static Task<EndCircle.Outcome> TakesUpAsync(this Actor cora, CircleId circle) =>
        cora.DoAsync((EndCircle end) => end.TakeUpAsync(new() { Circle = circle.Value }));

    public static async Task<IReadOnlyList<MemberId>> InItAsync(this Actor cora, CircleId circle) =>
        [.. (await cora.DoAsync((CirclesQuery query) => query.ReadAsync(circle)))!.Now.Select(p => p.Id)];

    private static Task<CircleLineForm> LineAsync(Actor cora, CircleId circle, MemberId member) =>
        cora.Place.ReadAsync(async db => new CircleLineForm
        {
            Circle = circle.Value,
            Line = await db
                .CircleMembers.Where(m => m.CircleId == circle && m.MemberId == member)
                .OrderByDescending(m => m.Id)
                .Select(m => m.Id)
                .FirstAsync(),
        });

    private static void Must<T>(T expected, T found)
        where T : struct, Enum
    {
        if (!expected.Equals(found))
            throw new InvalidOperationException($"{found}");
    }
}
