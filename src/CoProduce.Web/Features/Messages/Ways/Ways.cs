using CoProduce.Web.Features.Members;

namespace CoProduce.Web.Features.Messages;

/// <summary>Decides how a notice goes to a member: the one place that does.</summary>
internal static class Ways
{
    /// <summary>
    /// The way and the address for it; null when nothing is to be written. The chosen way counts where its address is there. Who likes to be rung or seen
    /// and gave a mail address gets short notices there, as they are no reason for a call; without one a coordinator's list says whom to ring.
    /// </summary>
    public static (SendingWay Way, string Address)? Of(MemberContact contact) =>
        contact.Prefers switch
        {
            ContactWay.Nothing => null,
            ContactWay.Text when contact.Phone.Length > 0 => (SendingWay.Text, contact.Phone),
            ContactWay.Post when contact.Address.Length > 0 => (SendingWay.Letter, ""),
            _ when contact.Email.Length > 0 => (SendingWay.Mail, contact.Email),
            ContactWay.InPerson => null,
            _ when contact.Phone.Length > 0 => (SendingWay.Call, ""),
            _ => null,
        };
}
