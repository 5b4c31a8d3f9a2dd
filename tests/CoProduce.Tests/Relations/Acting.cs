using CoProduce.Ledger;
using CoProduce.Tests.Support;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Relations;
using CoProduce.Web.Ui;

namespace CoProduce.Tests.Relations;

/// <summary>Words for tests in which somebody acts for a member.</summary>
internal static class Acting
{
    /// <summary>A coordinator lets somebody act for a member from today on.</summary>
    public static Task<SetActing.Outcome> ActsForAsync(this Actor by, Actor who, MemberId member)
    {
        var form = new ActingForm
        {
            Member = member.Value,
            Name = "Whoever",
            Email = who.SignIn.Email!,
            AgreedBy = "The member",
            Door = Door.Paper,
            From = DateBoxes.From(DateOnly.FromDateTime(by.Place.Bank.Clock.GetUtcNow().UtcDateTime)),
        };
        return by.DoAsync((SetActing use) => use.HandleAsync(form));
    }
}
