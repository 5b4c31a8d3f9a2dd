using CoProduce.Web.Data;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Messages;
using CoProduce.Web.Tenancy;

namespace CoProduce.Web.Features.Moving;

/// <summary>What a member is told when they move to another hub. Where they were before stands in no letter.</summary>
public sealed class HubMoveLetters(Letters letters, CurrentOrganisation organisation)
{
    /// <summary>Writes to them where they can be written to from now on; to nobody in custody.</summary>
    public async Task TellAsync(TenantDb db, Member member, string hub, CancellationToken ct)
    {
        foreach (var to in await Letters.AddresseesAsync(db, [member.Id], ct))
            letters.Write(
                db,
                to,
                t =>
                    new(
                        t["Welcome to {0}", hub],
                        [
                            t["You belong to {0} from now on. Your number, your hours and what you can give came along.", hub],
                            t["If anything about this is not right, ring us: {0}.", organisation.Profile.Settings.HelpPhone],
                        ],
                        $"/{organisation.Profile.Slug}",
                        t["See what is on"]
                    )
            );
    }
}
