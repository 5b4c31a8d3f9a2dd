using CoProduce.Web.Features.Accounts;

namespace CoProduce.Web.Features.Organisations;

/// <summary>What a role is called and what it allows, in sentences that are keys of the texts.</summary>
public static class RoleWords
{
    public static string Name(Role role) =>
        role switch
        {
            Role.Member => "Member",
            Role.PeerBroker => "Peer broker",
            Role.Coordinator => "Coordinator",
            Role.Trustee => "Trustee",
            Role.Manager => "Manager",
            Role.Safeguarding => "Safeguarding",
        };

    public static string Hint(Role role) =>
        role switch
        {
            Role.Member => "Gives and receives help.",
            Role.PeerBroker => "Brings members together, and sees only what that needs.",
            Role.Coordinator => "Runs a time bank: sees members, logs and puts right for them.",
            Role.Trustee => "Reads figures, and never what belongs to a person.",
            Role.Manager => "Changes these settings and says who may do what.",
            Role.Safeguarding => "A coordinator who also reads sensitive notes and sees to concerns.",
        };
}
