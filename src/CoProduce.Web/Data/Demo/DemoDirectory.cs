using CoProduce.Ledger;
using CoProduce.Web.Features.Offers;
using CoProduce.Web.Features.Privacy;

namespace CoProduce.Web.Data.Demo;

/// <summary>Who of the demo chose to be found by other members, and one organisation whose members ask one another by themselves.</summary>
internal static class DemoDirectory
{
    /// <summary>Two of three who use the screen themselves; the settings of the board where answers go to the people.</summary>
    public static IReadOnlyList<object> Make(DemoLife life, DemoPeopleRows people) =>
        [
            .. life
                .Members.Where(m => m is { IsOnline: true, IsGroup: false, LeftOn: null } && m.Number % 3 != 0)
                .Select(m => new Consent
                {
                    Id = Guid.CreateVersion7(DemoLife.At(m.JoinedOn, 14 * 60)),
                    MemberId = people.Id(m.Number),
                    Purpose = ConsentPurpose.Directory,
                    IsGiven = true,
                    Version = 1,
                    Wording = "Other members may see my name, my time bank and what I can do in the members' directory.",
                    At = DemoLife.At(m.JoinedOn, 14 * 60),
                    By = people.HolderOf(m.Number) ?? people.Coordinator,
                    Door = Door.Screen,
                }),
            .. life.Organisation.Slug == DemoDesk.Slug
                ? new[]
                {
                    new BoardSettings
                    {
                        AnswersGoTo = AnswersGoTo.People,
                        SuggestsFits = true,
                        SuggestsPeople = true,
                    },
                }
                : [],
        ];
}
