using CoProduce.Web.Data;
using CoProduce.Web.Features.Messages;
using CoProduce.Web.Tenancy;
using CoProduce.Web.Ui;
using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.Activities;

/// <summary>What people are told by mail about a register that they stand on, in the transaction that changed it.</summary>
public sealed class RegisterLetters(Letters letters, CurrentOrganisation organisation)
{
    /// <summary>Tells everybody what was logged for them, and how to object.</summary>
    public Task TellAsync(TenantDb db, Register register, IReadOnlyList<RegisterLine> lines, CancellationToken ct) =>
        TellAsync(
            db,
            register,
            lines,
            t => t["We logged this for you: {0}", register.Description],
            t => [t["If this is not right, please tell us: ring your coordinator."]],
            ct
        );

    /// <summary>Tells everybody that it was undone, and why.</summary>
    public Task TellOfUndoAsync(TenantDb db, Register register, IReadOnlyList<RegisterLine> lines, CancellationToken ct) =>
        TellAsync(
            db,
            register,
            lines,
            t => t["This was undone: {0}", register.Description],
            t => [t["The reason: “{0}”", register.EndReason ?? ""], t["Any hours that moved for it went back where they came from."]],
            ct
        );

    private async Task TellAsync(
        TenantDb db,
        Register register,
        IReadOnlyList<RegisterLine> lines,
        Func<IStringLocalizer, string> subject,
        Func<IStringLocalizer, string[]> more,
        CancellationToken ct
    )
    {
        var byMember = lines.ToDictionary(l => l.MemberId);
        foreach (var to in await Letters.AddresseesAsync(db, byMember.Keys, ct))
            letters.Write(
                db,
                to,
                t =>
                    new(
                        subject(t),
                        [Told(t, register, byMember[to.Member]), .. more(t)],
                        $"/{organisation.Profile.Slug}/statement",
                        t["See your statement"]
                    )
            );
    }

    private string Told(IStringLocalizer t, Register register, RegisterLine line)
    {
        var (time, day, what) = (t.Duration(line.Minutes), t.FullDay(register.ServiceDate), register.Description);
        return line switch
        {
            { Side: RegisterSide.Gave } => t["You gave {0} on {1}, with others: {2}.", time, day, what],
            { PaidBy: PaidBy.Pot } => t["You took part on {0}: {1}. The community pot paid {2} for you.", day, what, time],
            { PaidBy: PaidBy.Organisation } => t[
                "You took part on {0}: {1}. {2} paid {3} for you.",
                day,
                what,
                organisation.Profile.Name,
                time
            ],
            _ => t["You took part on {0} and spent {1}: {2}.", day, time, what],
        };
    }
}
