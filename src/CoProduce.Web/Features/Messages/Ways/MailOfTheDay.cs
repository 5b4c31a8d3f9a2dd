using System.Text.Json;
using CoProduce.Web.Data;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Tenancy;
using CoProduce.Web.Ui;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.Messages;

/// <summary>A job puts what was gathered for a member into one mail.</summary>
public sealed class MailOfTheDay(CurrentOrganisation organisation, StopLinks links, IStringLocalizer texts, TimeProvider clock)
{
    /// <summary>Writes it in the caller's unit of work. When there is nothing any more, or another way was chosen meanwhile, there is no such mail.</summary>
    public async Task HandleAsync(TenantDb db, MemberId member, CancellationToken ct = default)
    {
        await db.LockMemberAsync(member, ct); // two nodes at once write one mail
        var gathered = await db
            .Sendings.Where(s => s.MemberId == member && s.State == SendingState.Gathered)
            .OrderBy(s => s.MadeAt)
            .ToListAsync(ct);
        if (gathered.Count == 0)
            return;
        var now = clock.GetUtcNow();
        var to = (await Letters.AddresseesAsync(db, [member], ct)).SingleOrDefault();
        var parts = gathered.ConvertAll(s => JsonSerializer.Deserialize<Letter>(s.Letter)!);
        switch (to?.Way)
        {
            case SendingWay.Mail:
                Send(db, to, gathered, parts, now);
                break;
            case SendingWay.Text:
                for (var i = 0; i < parts.Count; i++)
                {
                    gathered[i].Turn(SendingWay.Text, "");
                    gathered[i].Dial(to.Address);
                    db.Outbox.Add(Item(OutboxKind.Text, gathered[i].Id, parts[i] with { To = to.Address }, now));
                }
                break;
            case { } slow:
                for (var i = 0; i < parts.Count; i++)
                    gathered[i].Turn(slow, JsonSerializer.Serialize(parts[i] with { Link = null }));
                break;
            case null:
                gathered.ForEach(s => s.Drop(now, null));
                break;
        }
    }

    private void Send(TenantDb db, Addressee to, List<Sending> gathered, List<Letter> parts, DateTimeOffset now)
    {
        if (parts is [var single])
        {
            gathered[0].Turn(SendingWay.Mail, "");
            var alone = single with
            {
                To = to.Address,
                Stop = links.PathFor(StopWhat.Notices, to.Member),
                StopText = Stopping(single.Culture),
            };
            db.Outbox.Add(Item(OutboxKind.Mail, gathered[0].Id, alone, now));
            return;
        }
        gathered.ForEach(s => s.Go(now));
        var language = LanguageOf(parts[0].Culture);
        var letter = Composed.Letter(
            texts,
            to.Address,
            to.FirstName,
            organisation.Profile.Name,
            language,
            t =>
                new(t["What is new for you: {0} notices", t.Number(parts.Count)], [t["This is what happened since the last mail."]])
                {
                    Stop = links.PathFor(StopWhat.Notices, to.Member),
                }
        );
        var sending = db.Sendings.Add(Sending.Of(to.Member, SendingWay.Mail, letter.Subject, now)).Entity;
        db.Outbox.Add(Item(OutboxKind.Mail, sending.Id, letter with { Parts = parts }, now));
    }

    private string Stopping(string culture) => Composed.In(LanguageOf(culture), () => texts["To get no more of these"].Value);

    private static Language LanguageOf(string culture) => Languages.Find(culture, withTests: false) ?? Languages.All[0];

    private static OutboxItem Item(OutboxKind kind, Guid sending, Letter letter, DateTimeOffset now) =>
        new()
        {
            Kind = kind,
            DueAt = now,
            SubjectId = sending,
            Letter = JsonSerializer.Serialize(letter),
        };
}
