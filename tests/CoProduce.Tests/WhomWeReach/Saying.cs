using CoProduce.Tests.Support;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.WhomWeReach;
using Shouldly;

namespace CoProduce.Tests.WhomWeReach;

/// <summary>What members say of themselves, as tests speak of it.</summary>
internal static class Saying
{
    /// <summary>The organisation asks all there is to ask.</summary>
    public static async Task AsksAllAsync(this Place here)
    {
        var form = new ChangeReachForm
        {
            EthnicGroup = true,
            Sex = true,
            Disability = true,
            Employment = true,
        };
        await (await here.StaffAsync("Asker", Role.Manager)).DoAsync((ChangeReach change) => change.HandleAsync(form));
    }

    /// <summary>A member says yes and which ethnic group.</summary>
    public static async Task SaysOfThemselfAsync(this Actor member, int ethnicGroup) =>
        (await member.DoAsync((KeepReach keep) => keep.MineAsync(Form(ethnicGroup, true)))).ShouldBe(KeepReach.Outcome.Kept);

    /// <summary>A coordinator writes down what a member says on the telephone.</summary>
    public static Task<KeepReach.Outcome> WritesDownAsync(this Actor cora, MemberId member, int ethnicGroup, bool agrees = true) =>
        cora.DoAsync((KeepReach keep) => keep.ForAsync(member, Form(ethnicGroup, agrees)));

    private static ReachForm Form(int ethnicGroup, bool agrees) =>
        new()
        {
            EthnicGroup = $"{ethnicGroup}",
            Agrees = agrees,
            Version = 1,
        };
}
