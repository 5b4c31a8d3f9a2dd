using CoProduce.Tests.Messages;
using CoProduce.Tests.Support;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Exchanges;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Messages;
using CoProduce.Web.Features.Talk;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace CoProduce.Tests.Talk;

/// <summary>What members and managers do with messages, through the program's own use cases.</summary>
internal static class Talking
{
    /// <summary>A new organisation where members write to one another, with Ann and Bob, who have exchanged.</summary>
    public static async Task<(Place Here, Actor Ann, Actor Bob)> TwoWhoMetAsync(this Bank bank)
    {
        var here = await bank.WhereMembersWriteAsync();
        var (ann, bob) = (
            await here.MemberAsync("Ann", "Ash", Writing.Address()),
            await here.MemberAsync("Bob", "Birch", Writing.Address())
        );
        await ann.MeetsAsync(bob);
        return (here, ann, bob);
    }

    /// <summary>A new organisation where members write to one another.</summary>
    public static async Task<Place> WhereMembersWriteAsync(this Bank bank)
    {
        var here = await bank.CreateAsync($"talk-{Guid.NewGuid():N}"[..20], "Talk");
        await here.ChangesTalkAsync(isOn: true, coordinatorsRead: false);
        return here;
    }

    /// <summary>A manager changes the settings.</summary>
    public static async Task ChangesTalkAsync(this Place here, bool isOn, bool coordinatorsRead)
    {
        var manager = await here.StaffAsync("Mo", Role.Manager);
        var form = new ChangeTalkForm { IsOn = isOn, CoordinatorsRead = coordinatorsRead };
        (await manager.DoAsync((ChangeTalk change) => change.HandleAsync(form))).ShouldBe(ChangeTalk.Outcome.Changed);
    }

    /// <summary>Helps the other, who says so.</summary>
    public static async Task MeetsAsync(this Actor one, Actor other) =>
        (await other.ConfirmsAsync((await one.GaveAsync(30, to: other.Member)).Id)).ShouldBe(AnswerExchange.Outcome.Confirmed);

    public static Task<WriteMessage.Outcome> WritesAsync(
        this Actor from,
        MemberId to,
        string words = "Hello",
        bool knows = false,
        Guid? key = null,
        Place? elsewhere = null
    )
    {
        var form = new WriteMessageForm
        {
            RequestKey = key ?? Guid.CreateVersion7(),
            To = to.Value,
            Words = words,
            KnowsCoordinatorsRead = knows,
        };
        return from.DoAsync((WriteMessage write) => write.HandleAsync(form), elsewhere);
    }

    public static Task<BlockTalk.Outcome> BlocksAsync(this Actor who, MemberId other, bool block = true) =>
        who.DoAsync((BlockTalk use) => use.HandleAsync(other, block));

    public static async Task<(ReportTalk.Outcome Outcome, TalkReportId Id)> ReportsAsync(
        this Actor who,
        MemberId other,
        bool alsoBlock = false
    )
    {
        var form = new ReportTalkForm
        {
            Other = other.Value,
            Why = "It frightens me",
            AlsoBlock = alsoBlock,
        };
        return (await who.DoAsync((ReportTalk report) => report.HandleAsync(form)), new(form.RequestKey));
    }

    public static Task<OneTalk?> OpensAsync(this Actor who, MemberId other) => who.DoAsync((OpenTalk open) => open.HandleAsync(other));

    public static Task<List<TalkMessage>> TalkAsync(this Place here) =>
        here.ReadAsync(db => db.TalkMessages.OrderBy(m => m.SentAt).ThenBy(m => m.Number).ToListAsync());

    /// <summary>What went out to tell a member of messages.</summary>
    public static async Task<List<Sending>> ToldAsync(this Place here, MemberId member) =>
        (await here.SentToAsync(member)).FindAll(s => s.Subject.Contains("written to you", StringComparison.Ordinal));

    /// <summary>The words of the page that the person opens.</summary>
    public static async Task<string> ReadsAsync(this Actor who, string path) =>
        (await (await who.BrowserAsync()).OpenAsync(path)).QuerySelector("main")?.TextContent ?? "";
}
