using CoProduce.Tests.Skills;
using CoProduce.Tests.Support;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Calls;
using CoProduce.Web.Features.Exchanges;
using CoProduce.Web.Features.Matching;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Offers;
using CoProduce.Web.Features.Organisations;
using CoProduce.Web.Features.Skills;
using CoProduce.Web.Ui;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace CoProduce.Tests.Peers;

/// <summary>Words for the tests of peer brokers.</summary>
internal static class Peering
{
    /// <summary>An organisation of its own with a second hub.</summary>
    public static async Task<(Place Here, HubId Upper)> TwoHubsAsync(this Bank bank)
    {
        var here = await bank.CreateAsync($"peers-{Guid.NewGuid():N}"[..20], "Peers");
        return (here, await here.AddHubAsync("Upper"));
    }

    /// <summary>A member with a sign-in in that hub, who can weed gardens.</summary>
    public static async Task<Actor> GardenerOfAsync(this Place here, string name, HubId hub)
    {
        var member = await here.MemberAsync(name, "Lastname", $"{name.ToLowerInvariant()}@{here.Slug}.example");
        (await member.SaysAsync("Weeding and gardening")).ShouldBe(KeepOwnWords.Outcome.Kept);
        await here.MoveAsync(member.Member, hub);
        return member;
    }

    /// <summary>A manager says what somebody may do, and where.</summary>
    public static Task<ChangeRoles.Outcome> MakesAsync(
        this Actor manager,
        Actor whom,
        Role[] roles,
        HubId[] hubs,
        DateOnly? until = null
    ) =>
        manager.DoAsync(
            (ChangeRoles change) =>
                change.HandleAsync(
                    new()
                    {
                        Holder = whom.Id.Value,
                        Roles = [.. roles.Select(r => r.ToString())],
                        Hubs = [.. hubs.Select(h => h.Value.ToString())],
                        Until = until is { } day ? DateBoxes.From(day) : new(),
                    }
                )
        );

    /// <summary>Logs that one member helped another.</summary>
    public static Task<LogOutcome> LogsForAsync(this Actor who, MemberId giver, MemberId? receiver, int minutes = 60) =>
        who.DoAsync(
            (LogForMembers log) =>
                log.HandleAsync(
                    new()
                    {
                        Giver = giver.Value,
                        Receiver = receiver?.Value,
                        ForTheOrganisation = receiver is null,
                        Description = "Weeding",
                        HowLong = DurationChoice.From(minutes),
                    }
                )
        );

    /// <summary>Puts in a request for a member.</summary>
    public static async Task<(PutInForMember.Outcome Outcome, OfferId Id)> PutsInAsync(
        this Actor who,
        MemberId member,
        string title = "Gardening"
    )
    {
        var form = new PutInForMemberForm { Member = member.Value, Title = title };
        return (await who.DoAsync((PutInForMember put) => put.HandleAsync(OfferKind.Request, form)), new(form.RequestKey));
    }

    /// <summary>Notes a call with a member.</summary>
    public static Task<NoteCall.Outcome> NotesAsync(this Actor who, MemberId member) =>
        who.DoAsync((NoteCall note) => note.HandleAsync(new() { Member = member.Value, Note = "All is well" }));

    /// <summary>The names of the hubs whose peer broker somebody is now.</summary>
    public static Task<string[]> BrokersForAsync(this Actor who) =>
        who.DoAsync((CurrentPerson me) => Task.FromResult(me.PeerHubs.Select(p => p.Name).ToArray()));

    /// <summary>The deeds in the audit that name a hub, the oldest first.</summary>
    public static Task<List<string>> PeerDeedsAsync(this Place here) =>
        here.ReadAsync(db =>
            db.AuditLines.Where(a => a.PeerHubId != null).OrderBy(a => a.At).ThenBy(a => a.Id).Select(a => a.Deed).ToListAsync()
        );
}
