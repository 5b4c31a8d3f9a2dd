using CoProduce.Web.Ui;
using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.Members;

/// <summary>Why nobody was invited, in a sentence.</summary>
internal static class InviteMemberRefusals
{
    /// <summary>Says it. Throws when somebody was invited.</summary>
    public static void Say(this Refusals refusals, InviteMember.Outcome outcome, InviteMemberForm form, IStringLocalizer texts)
    {
        var sentence = outcome switch
        {
            InviteMember.Outcome.NotFound => texts["They do not take part at the moment, so they cannot be invited."],
            InviteMember.Outcome.HasSignIn => texts["They have a sign-in already."],
            InviteMember.Outcome.NoAddress => texts["Write the person’s e-mail address: the invitation goes there."],
            InviteMember.Outcome.Invited => throw new InvalidOperationException("They were invited."),
        };
        if (outcome == InviteMember.Outcome.NoAddress)
            refusals.Add(() => form.Email, sentence);
        else
            refusals.Add(sentence);
    }
}
