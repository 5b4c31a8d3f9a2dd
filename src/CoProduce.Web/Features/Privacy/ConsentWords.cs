using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.Privacy;

/// <summary>Purposes in words.</summary>
public static class ConsentWords
{
    /// <summary>What it is about, in a few words.</summary>
    public static string Title(IStringLocalizer texts, ConsentPurpose purpose) =>
        purpose switch
        {
            ConsentPurpose.Directory => texts["The members' directory"],
            ConsentPurpose.News => texts["News"],
            ConsentPurpose.Story => texts["Your story"],
            ConsentPurpose.Feedback => texts["Whoever sent you to us"],
            ConsentPurpose.Birthday => texts["Your birthday"],
            ConsentPurpose.Photo => texts["Your photo"],
            ConsentPurpose.PhotoForMembers => texts["Your photo for other members"],
            ConsentPurpose.Reach => texts["Your answers for figures"],
        };

    /// <summary>What is asked while the organisation has no wording of its own.</summary>
    public static string Usual(IStringLocalizer texts, ConsentPurpose purpose) =>
        purpose switch
        {
            ConsentPurpose.Directory => texts[
                "Other members may see my name, my time bank, what I say about myself and what I can do in the members' directory."
            ],
            ConsentPurpose.News => texts["You may send me news of the time bank and invitations."],
            ConsentPurpose.Story => texts["You may tell my story, as we agreed its words, to people outside the time bank."],
            ConsentPurpose.Feedback => texts["You may tell the person who sent me here how I am getting on, as we agreed."],
            ConsentPurpose.Birthday => texts["You may remember my birthday and wish me well."],
            ConsentPurpose.Photo => texts["You may keep my photo, so that those who run the time bank know me by sight."],
            ConsentPurpose.PhotoForMembers => texts[
                "Other members may see my photo in the directory, if I am in it, and in the household and networks that I am in."
            ],
            ConsentPurpose.Reach => texts[
                "You may keep what I say of my ethnic group, sex, health and employment, and count it. Nobody reads my own answers, and figures about few people are not shown."
            ],
        };
}
