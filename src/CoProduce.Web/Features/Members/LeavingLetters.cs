using CoProduce.Web.Data;
using CoProduce.Web.Features.Messages;
using CoProduce.Web.Tenancy;
using CoProduce.Web.Ui;

namespace CoProduce.Web.Features.Members;

/// <summary>What people are told by mail when somebody leaves or comes back, in the transaction that does it.</summary>
public sealed class LeavingLetters(Letters letters, CurrentOrganisation organisation)
{
    /// <summary>Thanks somebody who leaves, unless they died, and tells whoever gets what they had left.</summary>
    public async Task TellAsync(TenantDb db, Member member, LeaveForm form, CancellationToken ct)
    {
        if (!form.HasDied && !member.HasDied && member.Status != MemberStatus.Left)
            await ThankAsync(db, member, form, ct);
        if (!form.IsToSomebody)
            return;
        var died = form.HasDied || member.HasDied;
        foreach (var to in await Letters.AddresseesAsync(db, [new(form.Person!.Value)], ct))
            letters.Write(
                db,
                to,
                t =>
                    new(
                        died ? t["Hours from {0}", member.Name] : t["A gift for you"],
                        [
                            died
                                ? t[
                                    "{0} has died. The hours that were left, {1}, are in your balance now.",
                                    member.Name,
                                    t.Duration(form.Balance)
                                ]
                                : t[
                                    "{0} has left us and leaves you {1}. It is in your balance now.",
                                    member.Name,
                                    t.Duration(form.Balance)
                                ],
                        ],
                        $"/{organisation.Profile.Slug}/statement",
                        t["See your statement"]
                    )
            );
    }

    /// <summary>Welcomes somebody back.</summary>
    public async Task WelcomeBackAsync(TenantDb db, Member member, CancellationToken ct)
    {
        foreach (var to in await Letters.AddresseesAsync(db, [member.Id], ct))
            letters.Write(
                db,
                to,
                t =>
                    new(
                        t["Welcome back"],
                        [
                            t[
                                "You take part in {0} again, and we are glad of it. Your number is still {1}.",
                                organisation.Profile.Name,
                                member.Number
                            ],
                        ],
                        $"/{organisation.Profile.Slug}",
                        t["See what is on"]
                    )
            );
    }

    private async Task ThankAsync(TenantDb db, Member member, LeaveForm form, CancellationToken ct)
    {
        foreach (var to in await Letters.AddresseesAsync(db, [member.Id], ct))
            letters.Write(
                db,
                to,
                t =>
                    new(
                        t["Thank you, and goodbye for now"],
                        [
                            t[
                                "You have left {0}. Thank you for the time you gave and for letting others help you.",
                                organisation.Profile.Name
                            ],
                            .. form.Balance > 0 && form.Rest != LeaveForm.Later
                                ? [t["The hours you had left, {0}, go where you wanted.", t.Duration(form.Balance)]]
                            : form.Balance < 0 ? [t["Nobody asks you for the hours that you received and had not given yet."]]
                            : Array.Empty<string>(),
                            t["If you would like to come back one day, ring us. Your number stays yours."],
                        ]
                    )
            );
    }
}
