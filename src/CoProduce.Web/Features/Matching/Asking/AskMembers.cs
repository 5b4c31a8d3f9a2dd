using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Offers;
using CoProduce.Web.Tenancy;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.Matching;

/// <summary>A member asks others of the directory whether they could help with a request of theirs: all of them, or nobody when one cannot be asked so.</summary>
public sealed class AskMembers(
    UnitOfWork work,
    CurrentOrganisation organisation,
    CurrentPerson me,
    ProposalLetters letters,
    TimeProvider clock
)
{
    public enum Outcome
    {
        Asked,

        /// <summary>Nobody was chosen.</summary>
        Nobody,

        /// <summary>It is not theirs or not open any more, or members do not ask one another here.</summary>
        NotNow,

        /// <summary>One of them is not suggested, or not any more; why is told to nobody.</summary>
        NotThem,

        /// <summary>So many have not answered yet.</summary>
        TooMany,

        /// <summary>The member asked so many within a day.</summary>
        TooManyToday,
    }

    public Task<Outcome> HandleAsync(OfferId id, AskMembersForm form, CancellationToken ct = default) =>
        work.OnceAsync(form.RequestKey, form, db => AskAsync(db, id, form, ct), ct);

    private async Task<Outcome> AskAsync(TenantDb db, OfferId id, AskMembersForm form, CancellationToken ct)
    {
        var (now, mine) = (clock.GetUtcNow(), me.Member);
        var today = organisation.Profile.DateOf(now);
        var chosen = form.Chosen();
        if (chosen.Count == 0)
            return Outcome.Nobody;
        await db.LockMemberAsync(mine, ct); // what is asked within a day is counted over all requests
        if (me.ActsFor is not null || await db.LockOfferAsync(id, ct) is not { } offer)
            return Outcome.NotNow;
        if (!await db.MayAskForAsync(offer, mine, today, ct))
            return Outcome.NotNow;
        var open = await db.Proposals.CountAsync(
            p => p.OfferId == id && p.ByOwner && (p.Answer == ProposalAnswer.Waiting || p.Answer == ProposalAnswer.WillThink),
            ct
        );
        if (open + chosen.Count > Proposal.MostOpen)
            return Outcome.TooMany;
        var since = now.AddDays(-1);
        if (await db.Proposals.CountAsync(p => p.OwnerId == mine && p.ByOwner && p.MadeAt > since, ct) + chosen.Count > Proposal.MostADay)
            return Outcome.TooManyToday;
        var suggested = await db.SuggestedAsync(offer, organisation.Profile, today, ct);
        if (!chosen.TrueForAll(c => suggested.Exists(s => s.Id == c)))
            return Outcome.NotThem;
        var ways = await db.WaysToAskAsync(chosen, ct);
        foreach (var member in chosen)
        {
            var (way, to) = ways[member];
            var proposal = new Proposal
            {
                Id = new(Guid.CreateVersion7()),
                OfferId = id,
                OwnerId = mine,
                MemberId = member,
                Way = way,
                MadeBy = me.Id,
                MadeAt = now,
                ByOwner = true,
                OwnerShares = Sharings.Of(form.Shares),
            };
            db.Proposals.Add(proposal);
            if (to is not null)
                await letters.AskAsync(db, offer, proposal, to, ct);
            db.AuditLines.Add(me.Line(nameof(AskMembers), proposal.Id.Value, now));
        }
        db.Keep();
        return Outcome.Asked;
    }
}

/// <summary>Whom a member asks, and what whoever says yes may be told of them.</summary>
public sealed class AskMembersForm
{
    public Guid RequestKey { get; set; } = Guid.CreateVersion7();

    /// <summary>The members, as their ids.</summary>
    public List<string>? Members { get; set; }

    /// <summary>What may be told, as the names of <see cref="Sharing"/>.</summary>
    public List<string>? Shares { get; set; }

    /// <summary>The members that were ticked.</summary>
    public List<MemberId> Chosen() =>
        [.. (Members ?? []).Where(m => Guid.TryParse(m, out _)).Select(m => new MemberId(new Guid(m))).Distinct()];
}

/// <summary>The shape of <see cref="AskMembersForm"/>.</summary>
public sealed class AskMembersRules : AbstractValidator<AskMembersForm>
{
    public AskMembersRules(IStringLocalizer texts) =>
        RuleFor(f => f.RequestKey).NotEmpty().WithMessage(_ => texts["This page was not complete. Please open it again."]);
}

/// <summary>Why nobody was asked, as sentences.</summary>
public static class AskMembersRefusals
{
    /// <summary>The sentence; null when they are asked.</summary>
    public static string? Sentence(IStringLocalizer texts, AskMembers.Outcome outcome) =>
        outcome switch
        {
            AskMembers.Outcome.Asked => (string?)null,
            AskMembers.Outcome.Nobody => texts["Tick whom you would like to ask."],
            AskMembers.Outcome.NotNow => texts["You cannot ask for this here any more. Ask your coordinator."],
            AskMembers.Outcome.NotThem => texts[
                "Nobody was asked, as somebody among them cannot be asked just now. Look at the list again."
            ],
            AskMembers.Outcome.TooMany => texts["Nobody was asked: at most {0} may be without an answer at a time.", Proposal.MostOpen],
            AskMembers.Outcome.TooManyToday => texts[
                "Nobody was asked: you may ask {0} within a day. Ask the others tomorrow, or ask your coordinator.",
                Proposal.MostADay
            ],
        };
}
