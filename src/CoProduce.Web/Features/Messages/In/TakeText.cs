using CoProduce.Web.Data;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Organisations;
using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.Messages;

/// <summary>
/// Takes a text in one organisation: keeps it, finds what it answers, has that done as any other answer, and replies. What is not understood is for a
/// coordinator. The same text twice is taken once.
/// </summary>
public sealed class TakeText(UnitOfWork work, IEnumerable<IAnsweredByText> asked, StopWriting stop, Letters letters, TimeProvider clock)
{
    private static readonly TimeSpan ThanksOnceIn = TimeSpan.FromDays(1);
    private static readonly TimeSpan ChoiceHolds = TimeSpan.FromDays(2);

    // A delivery that broke off in the middle is brought again much later than one that is brought twice.
    private static readonly TimeSpan BrokeOffAfter = TimeSpan.FromMinutes(1);

    public async Task HandleAsync(string key, string number, string words, CancellationToken ct = default)
    {
        var (text, sender) = await work.WriteAsync(db => KeepAsync(db, key, number, words, ct), ct);
        if (text is null || sender is null)
            return;
        if (!sender.MayAnswer)
            await SettleAsync(text, sender, t => t.LeaveToPerson(isThanked: false), null, ct);
        else if (TextReading.IsStop(words))
        {
            await stop.ByTextAsync(sender.Id, ct);
            await SettleAsync(
                text,
                sender,
                t => t.Stop(),
                t => t["You get no more texts from us. Your coordinator can start them again."],
                ct
            );
        }
        else
            await AnswerAsync(text, sender, ct);
    }

    // Null when it was taken before, or is being taken.
    private async Task<(IncomingText? Text, Sender? Sender)> KeepAsync(
        TenantDb db,
        string key,
        string number,
        string words,
        CancellationToken ct
    )
    {
        var now = clock.GetUtcNow();
        await db.LockSettingsAsync(ct); // two deliveries at once are one text
        if (await db.IncomingTexts.SingleOrDefaultAsync(t => t.Key == key, ct) is { } before)
            return before.State == IncomingState.Came && before.MemberId is { } from && before.At < now - BrokeOffAfter
                ? (before, (await SendersAsync(db, [from], ct)).SingleOrDefault())
                : (null, null);
        var people = await SendersAsync(db, await db.MembersOfNumberAsync(number, ct), ct);
        var present = people.FindAll(p => p.IsActive);
        var sender =
            present is [var one] ? one
            : present.Count == 0 && people is [var only] ? only
            : null;
        var text = db.IncomingTexts.Add(IncomingText.Of(key, number, words, sender?.Id, now)).Entity;
        db.Keep();
        return (text, sender);
    }

    private static async Task<List<Sender>> SendersAsync(TenantDb db, List<MemberId> members, CancellationToken ct) =>
        await (
            from member in db.Members
            join contact in db.MemberContacts on member.Id equals contact.MemberId
            where members.Contains(member.Id)
            select new Sender(
                member.Id,
                member.FirstName,
                contact.Phone,
                contact.WritesIn,
                member.Status == MemberStatus.Active,
                db.Hubs.Any(h => h.Id == member.HubId && h.Kind == HubKind.Custody)
            )
        ).ToListAsync(ct);

    private async Task AnswerAsync(IncomingText text, Sender sender, CancellationToken ct)
    {
        var (says, waiting, meant, mayAskWhich) = await work.ReadAsync(db => ReadAsync(db, text, ct), ct);
        if (says is null || waiting.Count == 0 || (waiting.Count > 1 && !mayAskWhich))
        {
            await LeaveAsync(text, sender, ct);
            return;
        }
        if (waiting.Count > 1)
        {
            var numbered = string.Join(' ', waiting.Select((w, i) => $"{i + 1}: {Short(w.Waits.Title)}."));
            await SettleAsync(
                text,
                sender,
                t => t.AskWhich(waiting.Select(w => w.Sending)),
                t => t["Which do you mean? Answer with its number. {0}", numbered],
                ct
            );
            return;
        }
        var (kind, subject, _, waits) = waiting[0];
        var answer = new TextAnswer(text.Id, sender.Id, subject, says.Value.Says, says.Value.Minutes);
        switch (await kind.TakeAsync(answer, ct))
        {
            case TextTaken.Taken:
                await SettleAsync(text, sender, t => t.Understand(), t => TextReplies.Noted(t, answer, waits.Title), ct, meant);
                break;
            case TextTaken.NotNeeded:
                await SettleAsync(
                    text,
                    sender,
                    t => t.Understand(),
                    t => t["Thank you. Somebody has been found already: {0}", waits.Title],
                    ct,
                    meant
                );
                break;
            case TextTaken.Refused:
                await LeaveAsync(text, sender, ct);
                break;
        }
    }

    // What it says, and what of all that was asked by text lately and still waits may be answered so, the newest first.
    private async Task<((TextSays Says, int Minutes)? Says, List<Waiting> Waiting, Guid? Meant, bool MayAskWhich)> ReadAsync(
        TenantDb db,
        IncomingText text,
        CancellationToken ct
    )
    {
        var (member, since) = (text.MemberId, clock.GetUtcNow() - ReceiveText.Lately);
        var before = await db
            .IncomingTexts.Where(t => t.MemberId == member && t.Id != text.Id && t.At >= text.At - ChoiceHolds)
            .OrderByDescending(t => t.At)
            .FirstOrDefaultAsync(ct);
        var isAsked = before is { State: IncomingState.AskedWhich };
        var choice = isAsked ? TextReading.Choice(text.Words, before!.Choices.Count) : null;
        var says = TextReading.Read(choice is null ? text.Words : before!.Words);
        var sent = await db
            .Sendings.Where(s => s.MemberId == member && s.Way == SendingWay.Text && s.Asks != null && s.MadeAt > since)
            .OrderByDescending(s => s.MadeAt)
            .ToListAsync(ct);
        List<Waiting> waiting = [];
        foreach (var one in sent.DistinctBy(s => (s.Asks, s.AsksOf)))
        {
            if (says is null || (choice is { } number && one.Id != before!.Choices[number - 1]))
                continue;
            var kind = asked.Single(a => a.What == one.Asks);
            var waits = await kind.WaitsAsync(db, one.MemberId, one.AsksOf!.Value, ct);
            if (waits?.May.Contains(says.Value.Says) == true)
                waiting.Add(new(kind, one.AsksOf.Value, one.Id, waits));
        }
        return (says, [.. waiting.Take(Most)], choice is null ? null : before!.Id, !isAsked);
    }

    private async Task LeaveAsync(IncomingText text, Sender sender, CancellationToken ct)
    {
        var since = text.At - ThanksOnceIn;
        var thanked = await work.ReadAsync(
            db => db.IncomingTexts.AnyAsync(t => t.MemberId == sender.Id && t.WasThanked && t.At > since, ct),
            ct
        );
        await SettleAsync(
            text,
            sender,
            t => t.LeaveToPerson(isThanked: !thanked),
            thanked ? null : t => t["Thank you. Your coordinator will read this."],
            ct
        );
    }

    private Task<bool> SettleAsync(
        IncomingText text,
        Sender sender,
        Action<IncomingText> how,
        Func<IStringLocalizer, string>? reply,
        CancellationToken ct,
        Guid? meant = null
    ) =>
        work.WriteAsync(
            async db =>
            {
                var kept = await db.IncomingTexts.SingleAsync(t => t.Id == text.Id, ct);
                if (kept.State != IncomingState.Came)
                    return false;
                how(kept);
                if (meant is { } id)
                    (await db.IncomingTexts.SingleAsync(t => t.Id == id, ct)).Understand(); // its number said what that one was about
                // To the telephone that wrote, whatever way they chose for notices.
                if (reply is not null)
                    letters.Write(
                        db,
                        new(sender.Id, sender.FirstName, sender.Phone, SendingWay.Text) { Language = sender.Language },
                        t => new(reply(t), []) { Haste = Haste.AtOnce }
                    );
                db.Keep();
                return true;
            },
            ct
        );

    // As many as one digit can choose and one text can name.
    private const int Most = 4;

    private static string Short(string title) => title.Length <= 24 ? title : title[..23] + "…";

    private sealed record Sender(MemberId Id, string FirstName, string Phone, string Language, bool IsActive, bool IsInCustody)
    {
        /// <summary>Everything of somebody in custody, and of somebody who takes no part, goes through a coordinator.</summary>
        public bool MayAnswer => IsActive && !IsInCustody;
    }

    private sealed record Waiting(IAnsweredByText Kind, Guid Subject, Guid Sending, TextWaits Waits);
}
