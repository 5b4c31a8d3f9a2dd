using CoProduce.Web.Data;
using CoProduce.Web.Features.Joining.References;
using CoProduce.Web.Features.Joining.Steps;
using CoProduce.Web.Features.Messages;
using CoProduce.Web.Features.Organisations;
using CoProduce.Web.Tenancy;
using CoProduce.Web.Ui;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Joining;

/// <summary>Letters of a joining, in the unit of work that they tell of. Nobody is written to without an address, or in a place of custody.</summary>
public sealed class JoinerLetters(Letters letters, JoinerLinks links, CurrentOrganisation organisation)
{
    private string Organisation => organisation.Profile.Name;

    /// <summary>A link to go on with what they began.</summary>
    public Task SendLinkAsync(TenantDb db, Joiner joiner, JoinerDetails details, string? code, CancellationToken ct) =>
        WriteAsync(
            db,
            joiner,
            details,
            t =>
                new(
                    t["Your way back to {0}", Organisation],
                    [
                        t["You have begun to write to us. Press the link whenever you like, and go on where you stopped."],
                        t["If that was not you, you need do nothing."],
                    ],
                    links.PathFor(joiner.Id, code),
                    t["Go on"]
                ),
            ct
        );

    /// <summary>Thanks for asking, and what comes next.</summary>
    public Task ThankAsync(TenantDb db, Joiner joiner, JoinerDetails details, CancellationToken ct) =>
        WriteAsync(
            db,
            joiner,
            details,
            t =>
                new(
                    t["Thank you for asking to join {0}", Organisation],
                    [
                        t["We are glad to hear from you. A coordinator will get in touch, so that we get to know one another."],
                        t["Press the link to see how it stands, or to tell us that you have changed your mind."],
                    ],
                    links.PathFor(joiner.Id, code: null),
                    t["See how it stands"]
                ),
            ct
        );

    /// <summary>Asks for a reference, or reminds of it.</summary>
    public void AskReferee(TenantDb db, JoinerReference reference, Joiner joiner, bool again) =>
        letters.Write(
            db,
            reference.Email,
            reference.Name.Split(' ')[0],
            Letterhead.Of(organisation.Profile),
            t =>
                new(
                    again ? t["May we remind you: a few words about {0}?", joiner.Name] : t["May we ask you about {0}?", joiner.Name],
                    [
                        t[
                            "{0} would like to join {1}, where neighbours help one another, and named you as somebody who knows them.",
                            joiner.Name,
                            Organisation
                        ],
                        t["Would you be glad to see them take part? The link leads to two short questions. You need no account."],
                        t["What you say stays with the coordinators. {0} does not read it.", joiner.FirstName],
                    ],
                    links.PathFor(reference.Id),
                    t["Answer two questions"]
                )
        );

    /// <summary>Welcome: the number, and what comes next.</summary>
    public Task WelcomeAsync(
        TenantDb db,
        Joiner joiner,
        JoinerDetails details,
        int number,
        IReadOnlyCollection<StepKind> left,
        CancellationToken ct
    ) =>
        WriteAsync(
            db,
            joiner,
            details,
            t =>
            {
                List<string> said =
                [
                    t["You are a member now. Your number is {0}.", number],
                    organisation.Profile.Settings.WelcomeMinutes is > 0 and var minutes
                        ? t["You start with {0} to spend, as a welcome.", t.Duration(minutes)]
                        : t["Ask for something soon: a request is a gift to somebody who wants to be needed."],
                ];
                if (left.Contains(StepKind.Induction))
                    said.Add(t["Next, somebody will show you how everything works."]);
                if (left.Contains(StepKind.FirstExchange))
                    said.Add(t["For your first exchange somebody can go along with you."]);
                if (organisation.Profile.Settings.HelpPhone is { Length: > 0 } phone)
                    said.Add(t["If you have a question, ring us on {0}.", phone]);
                return new(t["Welcome to {0}", Organisation], said);
            },
            ct
        );

    /// <summary>The kind words of a coordinator, and nothing of why.</summary>
    public Task RefuseAsync(TenantDb db, Joiner joiner, JoinerDetails details, CancellationToken ct) =>
        WriteAsync(
            db,
            joiner,
            details,
            t =>
                new(
                    t["About joining {0}", Organisation],
                    [
                        t["Thank you for wanting to join us. We have thought about it with care, and we cannot take you in at the moment."],
                        details.KindWords,
                        organisation.Profile.Settings.HelpPhone is { Length: > 0 } phone
                            ? t["If you would like to talk about it, ring us on {0}.", phone]
                            : t["If you would like to talk about it, please get in touch."],
                    ]
                ),
            ct
        );

    /// <summary>Whether a letter to them would go anywhere.</summary>
    public static async Task<bool> ReachesAsync(TenantDb db, Joiner joiner, JoinerDetails details, CancellationToken ct) =>
        details.Email.Length > 0 && !await db.Hubs.AnyAsync(h => h.Id == joiner.HubId && h.Kind == HubKind.Custody, ct);

    private async Task WriteAsync(
        TenantDb db,
        Joiner joiner,
        JoinerDetails details,
        Func<Microsoft.Extensions.Localization.IStringLocalizer, Wording> words,
        CancellationToken ct
    )
    {
        if (await ReachesAsync(db, joiner, details, ct))
            letters.Write(db, details.Email, joiner.FirstName, Letterhead.Of(organisation.Profile), words);
    }
}
