using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.Joining.Oneself;

/// <summary>The questions in words.</summary>
internal static class OneselfWords
{
    public static string Title(IStringLocalizer texts, JoinQuestion question, string organisation) =>
        question switch
        {
            JoinQuestion.Place => texts["Which time bank is near you?"],
            JoinQuestion.Reach => texts["How can we reach you?"],
            JoinQuestion.Age => texts["Are you under 18?"],
            JoinQuestion.Likes => texts["What do you like doing?"],
            JoinQuestion.Wants => texts["What would you like?"],
            JoinQuestion.Give => texts["One thing you could give"],
            JoinQuestion.Ask => texts["One thing you could ask for"],
            JoinQuestion.Agree => texts["What we agree on"],
            JoinQuestion.Send => texts["Is this right?"],
            _ => throw new System.Diagnostics.UnreachableException(organisation),
        };

    public static string? Hint(IStringLocalizer texts, JoinQuestion question) =>
        question switch
        {
            JoinQuestion.Reach => texts["One way is enough. Nobody needs an e-mail address, and an address is only for letters."],
            JoinQuestion.Likes => texts["Cooking, walking, listening, mending: whatever you enjoy."],
            JoinQuestion.Wants => texts["Some company, a hand in the garden, learning something new."],
            JoinQuestion.Give => texts["An hour is an hour, whatever it is. For example: reading aloud."],
            JoinQuestion.Ask => texts["Asking is a gift to somebody who wants to be needed. For example: a lift to the shops."],
            JoinQuestion.Send => texts["Nothing is sent before you press the button."],
            _ => (string?)null,
        };
}
