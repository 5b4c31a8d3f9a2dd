using CoProduce.Web.Data;
using CoProduce.Web.Features.Exchanges;
using CoProduce.Web.Features.Joining.Oneself;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Tenancy;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.Joining.Referrals;

/// <summary>A professional introduces somebody who agreed to it, by a link that works until it is taken back.</summary>
public sealed class IntroduceJoiner(
    UnitOfWork work,
    JoinerLetters letters,
    IStringLocalizer texts,
    CurrentOrganisation organisation,
    TimeProvider clock
)
{
    /// <summary>The words to which somebody consents, as they stand on the page and are kept.</summary>
    public string ConsentWording =>
        texts[
            "I asked this person. They would like {0} to get in touch, and agree that I pass on what is written here.",
            organisation.Profile.Name
        ];

    public Task<JoiningOutcome> HandleAsync(ReferrerId referrer, IntroduceForm form, CancellationToken ct = default) =>
        work.OnceAsync(form.RequestKey, new { referrer, form }, db => IntroduceAsync(db, referrer, form, ct), ct);

    private async Task<JoiningOutcome> IntroduceAsync(TenantDb db, ReferrerId id, IntroduceForm form, CancellationToken ct)
    {
        if (await db.Referrers.SingleOrDefaultAsync(r => r.Id == id && r.RevokedAt == null, ct) is not { } referrer)
            return JoiningOutcome.NotFound;
        var now = clock.GetUtcNow();
        var places = await OneselfQuery.PlacesAsync(db, ct);
        var joiner = new Joiner
        {
            Id = new(form.RequestKey),
            Door = JoinerDoor.Referral,
            FirstName = form.FirstName!,
            LastName = form.LastName ?? "",
            HubId = referrer.HubId ?? places.Find(h => places.Count == 1 || h.Id.Value.ToString() == form.Place)?.Id,
            IsUnder18 = form.IsUnder18,
            BeganAt = now,
        };
        var details = new JoinerDetails
        {
            JoinerId = joiner.Id,
            Prefers = form.Prefers,
            Phone = form.Phone?.Trim() ?? "",
            Email = form.Email?.Trim() ?? "",
            GuardianName = form.IsUnder18 ? form.GuardianName?.Trim() ?? "" : "",
            GuardianPhone = form.IsUnder18 ? form.GuardianPhone?.Trim() ?? "" : "",
        };
        joiner.Ask(now);
        db.Joiners.Add(joiner);
        db.JoinerDetails.Add(details);
        db.Referrals.Add(
            new()
            {
                JoinerId = joiner.Id,
                ReferrerId = id,
                At = now,
                WrittenBy = form.WrittenBy?.Trim() ?? "",
                Words = form.Words?.Trim() ?? "",
                Consent = form.Consent!.Value,
                ConsentWording = ConsentWording,
                Feedback = form.Feedback!.Value,
            }
        );
        await letters.ThankAsync(db, joiner, details, ct);
        db.Keep();
        return JoiningOutcome.Done;
    }
}

/// <summary>What a referrer's page shows.</summary>
/// <param name="Places">The time banks to choose from; empty when the link is for one.</param>
/// <param name="Heard">Of whom they may hear, and what: nobody who did not agree to it is in it.</param>
public sealed record ReferrerShown(Referrer Referrer, IReadOnlyList<Organisations.Hub> Places, IReadOnlyList<ReferralHeard> Heard);

/// <summary>What a referrer may hear of one person.</summary>
/// <param name="Who">First name and the first letter of the last one.</param>
public sealed record ReferralHeard(string Who, DateTimeOffset At, FeedbackStatus Status);

/// <summary>The few words that a referrer may hear. Refusal, a change of mind and having been forgotten look the same.</summary>
public enum FeedbackStatus
{
    GettingToKnow,
    Joined,
    DidNotJoin,

    /// <summary>Said only when it was agreed.</summary>
    TakingPart,
}

/// <summary>Reads for whoever holds a referrer's link.</summary>
public sealed class ReferrerQuery(UnitOfWork work)
{
    private const int Most = 50;

    /// <summary>The page; null when the link was taken back.</summary>
    public Task<ReferrerShown?> FindAsync(ReferrerId id, CancellationToken ct = default) =>
        work.ReadAsync(
            async db =>
            {
                if (await db.Referrers.SingleOrDefaultAsync(r => r.Id == id && r.RevokedAt == null, ct) is not { } referrer)
                    return null;
                var found = await (
                    from r in db.Referrals
                    where r.ReferrerId == id && r.Feedback != FeedbackAgreed.Nothing
                    join j in db.Joiners on r.JoinerId equals j.Id
                    orderby r.At descending
                    let member = j.Id.Member
                    select new
                    {
                        r.At,
                        r.Feedback,
                        Joiner = j,
                    }
                )
                    .Take(Most)
                    .ToListAsync(ct);
                var members = found.Where(f => f.Joiner.State == JoinerState.Approved).Select(f => f.Joiner.Id.Member).ToList();
                var taking = await db
                    .Members.Where(m => members.Contains(m.Id))
                    .Where(m => db.Exchanges.Any(e => (e.GiverId == m.Id || e.ReceiverId == m.Id) && e.Status == ExchangeStatus.Confirmed))
                    .Select(m => m.Id)
                    .ToListAsync(ct);
                return new ReferrerShown(
                    referrer,
                    referrer.HubId is null ? await OneselfQuery.PlacesAsync(db, ct) : [],
                    [.. found.Select(f => new ReferralHeard(Who(f.Joiner), f.At, Status(f.Joiner, f.Feedback, taking)))]
                );
            },
            ct
        );

    private static string Who(Joiner joiner) =>
        joiner.LastName.Length == 0 ? joiner.FirstName : $"{joiner.FirstName} {joiner.LastName[..1]}.";

    private static FeedbackStatus Status(Joiner joiner, FeedbackAgreed agreed, List<MemberId> taking) =>
        joiner.State switch
        {
            JoinerState.Approved when agreed == FeedbackAgreed.WhetherTakingPart && taking.Contains(joiner.Id.Member) =>
                FeedbackStatus.TakingPart,
            JoinerState.Approved => FeedbackStatus.Joined,
            JoinerState.Refused or JoinerState.Withdrawn => FeedbackStatus.DidNotJoin,
            JoinerState.Writing or JoinerState.Waiting => FeedbackStatus.GettingToKnow,
        };
}

/// <summary>Somebody as a referrer introduces them.</summary>
public sealed class IntroduceForm
{
    public Guid RequestKey { get; set; } = Guid.CreateVersion7();

    public string? FirstName { get; set; }

    public string? LastName { get; set; }

    public string? Place { get; set; }

    public Members.ContactWay Prefers { get; set; } = Members.ContactWay.Phone;

    public string? Phone { get; set; }

    public string? Email { get; set; }

    public bool IsUnder18 { get; set; }

    public string? GuardianName { get; set; }

    public string? GuardianPhone { get; set; }

    /// <summary>What they might enjoy.</summary>
    public string? Words { get; set; }

    /// <summary>Who writes, in a team that shares the link.</summary>
    public string? WrittenBy { get; set; }

    public bool Consents { get; set; }

    public ConsentHow? Consent { get; set; }

    public FeedbackAgreed? Feedback { get; set; }
}

/// <summary>The shape of <see cref="IntroduceForm"/>.</summary>
public sealed class IntroduceRules : AbstractValidator<IntroduceForm>
{
    public IntroduceRules(IStringLocalizer texts)
    {
        RuleFor(f => f.RequestKey).NotEmpty().WithMessage(_ => texts["This page was not complete. Please open it again."]);
        RuleFor(f => f.FirstName).Must(n => !string.IsNullOrWhiteSpace(n)).WithMessage(_ => texts["Write a name."]);
        RuleFor(f => f.FirstName).AtMost(Member.NameLength, texts);
        RuleFor(f => f.LastName).AtMost(Member.NameLength, texts);
        RuleFor(f => f.Phone).PhoneOrNothing(texts);
        RuleFor(f => f.Email).MailOrNothing(texts);
        RuleFor(f => f.GuardianName).AtMost(Member.NameLength, texts);
        RuleFor(f => f.GuardianPhone).PhoneOrNothing(texts);
        RuleFor(f => f.Words).AtMost(JoinerDetails.TextLength, texts);
        RuleFor(f => f.WrittenBy).AtMost(Referrer.NameLength, texts);
        RuleFor(f => f.Consents)
            .Equal(true)
            .WithMessage(_ => texts["We can only get in touch with somebody who agreed to it. Please ask them first."]);
        RuleFor(f => f.Consent).NotNull().WithMessage(_ => texts["Say how they agreed."]);
        RuleFor(f => f.Feedback).NotNull().WithMessage(_ => texts["Say what they agreed that you may hear. “Nothing” is an answer."]);
    }
}
