using CoProduce.Web.Ui;
using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.MemberLists;

/// <summary>What is done to many members, in words.</summary>
internal static class TogetherWords
{
    /// <summary>What to choose.</summary>
    public static string Deed(IStringLocalizer texts, TogetherDeed deed) =>
        deed switch
        {
            TogetherDeed.Move => texts["Move to another time bank"],
            TogetherDeed.Invite => texts["Invite to sign in"],
            TogetherDeed.Suspend => texts["Suspend for the time being"],
            TogetherDeed.Reinstate => texts["Let them take part again"],
            TogetherDeed.PrintCards => texts["Print cards"],
        };

    /// <summary>What will have happened to so many.</summary>
    public static string Changing(IStringLocalizer texts, TogetherDeed deed, int count) =>
        deed switch
        {
            TogetherDeed.Move => texts.Count(count, "{0} member will move", "{0} members will move"),
            TogetherDeed.Invite => texts.Count(count, "{0} member will get a letter by e-mail", "{0} members will get a letter by e-mail"),
            TogetherDeed.Suspend => texts.Count(count, "{0} member will be suspended", "{0} members will be suspended"),
            TogetherDeed.Reinstate => texts.Count(count, "{0} member will take part again", "{0} members will take part again"),
            TogetherDeed.PrintCards => texts.Count(count, "{0} card to print", "{0} cards to print"),
        };

    /// <summary>Why somebody stays as they are.</summary>
    public static string Spared(IStringLocalizer texts, TogetherDeed deed, TogetherSpared spared) =>
        spared switch
        {
            TogetherSpared.IsSo => deed switch
            {
                TogetherDeed.Move => texts["is there already"],
                TogetherDeed.Invite => texts["signs in already"],
                TogetherDeed.Suspend => texts["is suspended already"],
                TogetherDeed.Reinstate => texts["takes part already"],
                TogetherDeed.PrintCards => texts["has a card already"],
            },
            TogetherSpared.HasLeft => texts["has left"],
            TogetherSpared.TakesNoPart => texts["is suspended"],
            TogetherSpared.NoAddress => texts["has no e-mail address with us"],
            TogetherSpared.InCustody => texts["is in a place without internet"],
        };
}
