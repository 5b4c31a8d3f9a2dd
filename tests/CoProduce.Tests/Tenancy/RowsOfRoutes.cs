using CoProduce.Tests.Support;
using CoProduce.Tests.Talk;
using CoProduce.Web.Features.Diary;
using CoProduce.Web.Features.Doubles;
using CoProduce.Web.Features.Kiosk;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Messages;
using CoProduce.Web.Features.Slips;
using CoProduce.Web.Ui;
using Microsoft.EntityFrameworkCore;
using Shouldly;

namespace CoProduce.Tests.Tenancy;

/// <summary>Real rows for addresses with an id, by a part of the address.</summary>
internal static class RowsOfRoutes
{
    /// <summary>Whoever wrote to the member.</summary>
    public const string Dot = "/me/messages/{id";

    /// <summary>What goes out: a draft, news that the member got, a batch of letters and a mail that failed; two records that were put together; a pile of slips; a session; a request for which the member may ask others; somebody who wrote to the member, and reported it.</summary>
    public static async Task<IReadOnlyDictionary<string, Guid>> MakeAsync(Place here, Actor member)
    {
        var (cora, now) = (await here.CoordinatorAsync("Cleo"), here.Bank.Clock.GetUtcNow());
        var gone = await here.AddMemberAsync("Twice", "Written");
        var form = new MergeForm
        {
            Kept = member.Member.Value,
            Gone = gone.Value,
            Balance = await here.BalanceAsync(gone),
        };
        (await cora.DoAsync((MergeMembers merge) => merge.HandleAsync(form))).ShouldBe(MergeMembers.Outcome.Merged);
        var merged = await here.ReadAsync(db => db.MemberMerges.Select(m => m.Id).SingleAsync());
        var pile = new PileForm();
        (await cora.DoAsync((KeepPile keep) => keep.BeginAsync(pile))).ShouldBe(KeepPile.Outcome.Done);
        var session = new PlanSessionForm
        {
            Title = "Sewing",
            Hub = here.Hub.Value.ToString(),
            Day = DateBoxes.From(DateOnly.FromDateTime(now.UtcDateTime).AddDays(3)),
            Start = "10:00",
            HowLong = DurationChoice.From(60),
        };
        (await cora.DoAsync((PlanSession plan) => plan.HandleAsync(session))).ShouldBe(PlanSession.Outcome.Done);
        await here.ChangesTalkAsync(isOn: true, coordinatorsRead: true);
        var dot = await here.MemberAsync("Dot");
        await dot.MeetsAsync(member);
        await dot.WritesAsync(member.Member, knows: true);
        var (_, report) = await dot.ReportsAsync(member.Member);
        var (draft, news) = (Announcement(null), Announcement(now));
        var batch = new LetterBatch
        {
            Id = Guid.CreateVersion7(),
            MadeAt = now,
            MadeBy = cora.Id,
        };
        var failed = new OutboxItem
        {
            Kind = OutboxKind.Mail,
            DueAt = now.AddDays(1),
            Failure = "no such mailbox",
            Letter = "{}",
        };
        await here.WriteAsync(db =>
        {
            db.AddRange(draft, news, batch, failed);
            db.Sendings.Add(Sending.Of(member.Member, SendingWay.Mail, news.Subject, now, announcement: news.Id));
            return Task.FromResult(true);
        });
        var request = new Web.Features.Offers.Offer
        {
            Id = new(Guid.CreateVersion7()),
            Kind = Web.Features.Offers.OfferKind.Request,
            MemberId = member.Member,
            Title = "Weeding",
            MadeAt = now,
        };
        await here.WriteAsync(db =>
        {
            db.Offers.Add(request);
            db.BoardSettings.Add(new() { AnswersGoTo = Web.Features.Offers.AnswersGoTo.People, SuggestsPeople = true });
            return Task.FromResult(true);
        });
        var kiosk = new KioskForm { Name = "Library", Hub = here.Hub.Value };
        (await cora.DoAsync((SetUpKiosk set) => set.HandleAsync(kiosk))).ShouldBe(SetUpKiosk.Outcome.Done);
        return new Dictionary<string, Guid>
        {
            ["/offers/{id:guid}/who-could-help"] = request.Id.Value,
            ["/kiosks/{id"] = kiosk.RequestKey,
            ["/kiosk/logged/{id"] = member.Member.Value,
            ["/announcements/{id"] = draft.Id,
            ["/news/{id"] = news.Id,
            [Dot] = dot.Member.Value,
            ["/reported-messages/{id"] = report.Value,
            ["/letters/{batch"] = batch.Id,
            ["/not-delivered/{item"] = failed.Id,
            ["/members/merged/{id"] = merged,
            ["/desk/slips/{id"] = pile.RequestKey,
            ["/diary/sessions/{id"] = session.RequestKey,
            ["/slip/{giver"] = member.Member.Value,
        };

        Announcement Announcement(DateTimeOffset? sentAt) =>
            new()
            {
                Id = Guid.CreateVersion7(),
                Subject = "The summer party",
                Body = "Bring a cake.",
                MadeAt = now,
                MadeBy = cora.Id,
                SentAt = sentAt,
                SentBy = sentAt is null ? null : cora.Id,
            };
    }
}
