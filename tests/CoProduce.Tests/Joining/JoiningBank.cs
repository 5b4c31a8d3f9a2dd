using System.Text.Json;
using CoProduce.Tests.Support;
using CoProduce.Web.Features.Joining;
using CoProduce.Web.Features.Joining.Oneself;
using CoProduce.Web.Features.Joining.References;
using CoProduce.Web.Features.Joining.Referrals;
using CoProduce.Web.Features.Joining.Steps;
using CoProduce.Web.Features.Messages;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CoProduce.Tests.Joining;

/// <summary>A bank where a whole class of tests may send the public forms, and whose letters can be read before they are sent.</summary>
public sealed class JoiningBank(TestCluster cluster) : Bank(cluster)
{
    protected override void Configure(IWebHostBuilder builder)
    {
        base.Configure(builder);
        builder.UseSetting("SignIn:TriesPerFiveMinutes", "100000");
    }

    /// <summary>An organisation of its own, so that what one test sets does not meet another.</summary>
    public Task<Place> PlaceAsync() => CreateAsync($"join-{Guid.NewGuid():N}"[..14], "Joining Time Bank");

    /// <summary>Does what is due but sends no letter: they stay to be read.</summary>
    public async Task PassAsync(Place place, int days)
    {
        Clock.Advance(TimeSpan.FromDays(days));
        while (true)
        {
            await using var scope = place.Enter();
            var now = Clock.GetUtcNow();
            var due = await place.WriteAsync(async db =>
            {
                var item = await db
                    .Outbox.Where(o => o.Kind != OutboxKind.Mail && o.DoneAt == null && o.DueAt <= now)
                    .OrderBy(o => o.DueAt)
                    .FirstOrDefaultAsync();
                if (item?.Kind == OutboxKind.RemindReferee)
                    await scope.ServiceProvider.GetRequiredService<RemindReferee>().HandleAsync(db, new(item.SubjectId!.Value), default);
                if (item?.Kind == OutboxKind.ForgetJoiner)
                    await scope.ServiceProvider.GetRequiredService<ForgetJoiner>().HandleAsync(db, new(item.SubjectId!.Value), default);
                item?.Succeed(now);
                return item is not null;
            });
            if (!due)
                return;
        }
    }
}

/// <summary>Words for joining.</summary>
public static class JoiningActs
{
    /// <summary>The letters to an address that wait to be sent, oldest first.</summary>
    public static async Task<List<Letter>> LettersToAsync(this Place place, string email)
    {
        var all = await place.ReadAsync(db =>
            db.Outbox.Where(o => o.Kind == OutboxKind.Mail).OrderBy(o => o.Id).Select(o => o.Letter).ToListAsync()
        );
        return [.. all.Where(l => l.Length > 0).Select(l => JsonSerializer.Deserialize<Letter>(l)!).Where(l => l.To == email)];
    }

    /// <summary>A coordinator writes somebody down.</summary>
    public static async Task<JoinerId> WritesDownAsync(
        this Actor cora,
        string name,
        string email = "",
        bool talked = true,
        string phone = ""
    )
    {
        var form = new JoinerForm
        {
            FirstName = name,
            LastName = "Joiner",
            Email = email,
            Phone = phone,
            Place = cora.Place.Hub.Value.ToString(),
            Conversation = new()
            {
                Likes = "Walking",
                OfferWords = "Walking a dog",
                RequestWords = "A lift to the shops",
                Notes = "Speaks softly",
                HaveTalked = talked,
            },
        };
        var outcome = await cora.DoAsync((KeepJoiner keep) => keep.HandleAsync(form));
        return outcome == JoiningOutcome.Done ? new(form.RequestKey) : throw new InvalidOperationException($"{outcome}");
    }

    public static Task<ApproveJoiner.Outcome> ApprovesAsync(this Actor cora, JoinerId joiner, Guid? key = null) =>
        cora.DoAsync(
            (ApproveJoiner approve) =>
                approve.HandleAsync(
                    new()
                    {
                        RequestKey = key ?? Guid.CreateVersion7(),
                        Joiner = joiner.Value,
                        Hub = cora.Place.Hub.Value,
                    }
                )
        );

    public static Task<JoiningOutcome> RefusesAsync(this Actor cora, JoinerId joiner) =>
        cora.DoAsync(
            (RefuseJoiner refuse) =>
                refuse.HandleAsync(
                    new()
                    {
                        Joiner = joiner.Value,
                        KindWords = "We wish you well.",
                        Reason = "Something that stays here",
                    }
                )
        );

    /// <summary>Asks somebody by mail; answers the reference.</summary>
    public static async Task<ReferenceId> AsksAsync(this Actor cora, JoinerId joiner, string email)
    {
        var form = new AskReferenceForm
        {
            Joiner = joiner.Value,
            Name = "Rhys Referee",
            Email = email,
        };
        var outcome = await cora.DoAsync((AskReference ask) => ask.HandleAsync(form));
        return outcome == JoiningOutcome.Done ? new(form.RequestKey) : throw new InvalidOperationException($"{outcome}");
    }

    /// <summary>What a manager sets: which steps come before joining and are needed.</summary>
    public static async Task AsksForAsync(this Place place, params (StepKind Kind, StepWhen When)[] steps)
    {
        var max = await place.StaffAsync("Max", Web.Features.Accounts.Role.Manager);
        var form = ChangeJoiningForm.Of(
            new() { References = 1 },
            [],
            steps.Any(s => s.Kind == StepKind.Agreement) ? new AgreementWording { English = "We are kind to one another." } : null
        );
        foreach (var (kind, when) in steps)
        {
            var typed = form.Steps.Single(s => s.Kind == kind);
            (typed.When, typed.IsRequired) = (when, true);
        }
        await max.DoAsync((ChangeJoining change) => change.HandleAsync(form));
    }

    /// <summary>Where somebody stands; null when they are no longer kept.</summary>
    public static Task<Joiner?> JoinerAsync(this Place place, JoinerId id) =>
        place.ReadAsync(db => db.Joiners.SingleOrDefaultAsync(j => j.Id == id));

    /// <summary>A referrer's link.</summary>
    public static async Task<(Guid Id, string Link)> MakesLinkAsync(this Actor cora)
    {
        var form = new ReferrerForm { Name = "Dr Gwen", Workplace = "The surgery" };
        await cora.DoAsync((KeepReferrer keep) => keep.MakeAsync(form));
        return (
            form.RequestKey,
            await cora.DoAsync((JoinerLinks links) => Task.FromResult(links.PathFor(new ReferrerId(form.RequestKey))))
        );
    }

    /// <summary>Sends a page's form with one answer after another until it is sent.</summary>
    public static Dictionary<string, string?> Words(string words) => new() { ["Form.Words"] = words };
}
