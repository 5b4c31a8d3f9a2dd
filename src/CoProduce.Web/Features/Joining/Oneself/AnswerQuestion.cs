using CoProduce.Web.Data;
using CoProduce.Web.Features.Joining.Steps;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Offers;
using CoProduce.Web.Tenancy;
using CoProduce.Web.Ui;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.Joining.Oneself;

/// <summary>One answer of somebody who is writing is kept as soon as it is given. The first e-mail address gets a link to go on later.</summary>
public sealed class AnswerQuestion(UnitOfWork work, JoinerLetters letters, TimeProvider clock, CurrentOrganisation organisation)
{
    public Task<JoiningOutcome> HandleAsync(
        JoinerId id,
        JoinQuestion question,
        string? code,
        OwnAnswerForm form,
        CancellationToken ct = default
    ) =>
        work.OnceAsync(
            form.RequestKey,
            new
            {
                id,
                question,
                form,
            },
            db => KeepAsync(db, id, question, code, form, ct),
            ct
        );

    private async Task<JoiningOutcome> KeepAsync(
        TenantDb db,
        JoinerId id,
        JoinQuestion question,
        string? code,
        OwnAnswerForm form,
        CancellationToken ct
    )
    {
        if (await db.LockJoinerAsync(id, ct) is not { } joiner)
            return JoiningOutcome.NotFound;
        if (joiner.State != JoinerState.Writing)
            return JoiningOutcome.NoLongerOpen;
        var own = await db.JoinerDetails.SingleAsync(d => d.JoinerId == id, ct);
        switch (question)
        {
            case JoinQuestion.Place:
                joiner.HubId = (await OneselfQuery.PlacesAsync(db, ct)).Find(h => h.Id.Value.ToString() == form.Place)?.Id;
                break;
            case JoinQuestion.Reach:
                var isFirst = own.Email.Length == 0;
                (own.Phone, own.Email, own.Prefers) = (Typed(form.Phone), Typed(form.Email), form.Prefers);
                own.Address = Typed(form.Address);
                if (isFirst)
                    await letters.SendLinkAsync(db, joiner, own, code, ct);
                break;
            case JoinQuestion.Age:
                joiner.IsUnder18 = form.IsUnder18;
                (own.GuardianName, own.GuardianPhone) = form.IsUnder18 ? (Typed(form.GuardianName), Typed(form.GuardianPhone)) : ("", "");
                break;
            case JoinQuestion.Likes:
                own.Likes = Typed(form.Words);
                break;
            case JoinQuestion.Wants:
                own.Wants = Typed(form.Words);
                break;
            case JoinQuestion.Give:
                own.OfferWords = Typed(form.Words);
                break;
            case JoinQuestion.Ask:
                own.RequestWords = Typed(form.Words);
                break;
            case JoinQuestion.Agree:
                await AgreeAsync(db, id, form, ct);
                break;
            case JoinQuestion.Send:
            default:
                break;
        }
        db.Keep();
        return JoiningOutcome.Done;
    }

    private async Task AgreeAsync(TenantDb db, JoinerId id, OwnAnswerForm form, CancellationToken ct)
    {
        if ((await db.JoiningRulesAsync(ct)).Agreement is not { } wording || string.IsNullOrWhiteSpace(form.Words))
            return;
        var now = clock.GetUtcNow();
        var step = await db.StepAsync(id, StepKind.Agreement, ct);
        step.End(StepResult.Done, organisation.Profile.DateOf(now), by: null, CoProduce.Ledger.Door.Screen, form.Words, now);
        (step.Agreed, step.AgreementVersion) = (AgreedHow.Typed, wording.Version);
        step.AgreementLanguage = wording.LanguageFor(Languages.Current.Code);
    }

    private static string Typed(string? words) => words?.Trim() ?? "";
}

/// <summary>What somebody is asked who asks for themself, in order. Only the name before them is needed.</summary>
public enum JoinQuestion
{
    Place = 1,
    Reach = 2,
    Age = 3,
    Likes = 4,
    Wants = 5,
    Give = 6,
    Ask = 7,
    Agree = 8,

    /// <summary>Reading it once more and sending it.</summary>
    Send = 9,
}

/// <summary>An answer to one question.</summary>
public sealed class OwnAnswerForm
{
    public Guid RequestKey { get; set; } = Guid.CreateVersion7();

    /// <summary>Which question it answers; the address says it, not the form.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public JoinQuestion Question { get; set; }

    public string? Place { get; set; }

    public string? Phone { get; set; }

    public string? Email { get; set; }

    public string? Address { get; set; }

    public ContactWay Prefers { get; set; } = ContactWay.Phone;

    public bool IsUnder18 { get; set; }

    public string? GuardianName { get; set; }

    public string? GuardianPhone { get; set; }

    /// <summary>What they say in their own words, or their name under the agreement.</summary>
    public string? Words { get; set; }

    /// <summary>The form filled in with what they said before.</summary>
    public static OwnAnswerForm Of(OneselfShown own, JoinQuestion question) =>
        new()
        {
            Question = question,
            Place = own.Joiner.HubId?.Value.ToString(),
            Phone = own.Details.Phone,
            Email = own.Details.Email,
            Address = own.Details.Address,
            Prefers = own.Details.Prefers,
            IsUnder18 = own.Joiner.IsUnder18,
            GuardianName = own.Details.GuardianName,
            GuardianPhone = own.Details.GuardianPhone,
            Words = question switch
            {
                JoinQuestion.Likes => own.Details.Likes,
                JoinQuestion.Wants => own.Details.Wants,
                JoinQuestion.Give => own.Details.OfferWords,
                JoinQuestion.Ask => own.Details.RequestWords,
                _ => null,
            },
        };
}

/// <summary>The shape of <see cref="OwnAnswerForm"/>.</summary>
public sealed class OwnAnswerRules : AbstractValidator<OwnAnswerForm>
{
    public OwnAnswerRules(IStringLocalizer texts)
    {
        RuleFor(f => f.RequestKey).NotEmpty().WithMessage(_ => texts["This page was not complete. Please open it again."]);
        RuleFor(f => f.Phone).PhoneOrNothing(texts);
        RuleFor(f => f.Email).MailOrNothing(texts);
        RuleFor(f => f.Address).AtMost(MemberContact.TextLength, texts);
        RuleFor(f => f.Address)
            .Must(a => !string.IsNullOrWhiteSpace(a))
            .When(f => f is { Question: JoinQuestion.Reach, Prefers: ContactWay.Post })
            .WithMessage(_ => texts["Write where a letter reaches you, or choose another way."]);
        RuleFor(f => f.Phone)
            .Must(p => !string.IsNullOrWhiteSpace(p))
            .When(f => f is { Question: JoinQuestion.Reach, Prefers: ContactWay.Text })
            .WithMessage(_ => texts["Write your telephone number, or choose another way."]);
        RuleFor(f => f.GuardianName).AtMost(Member.NameLength, texts);
        RuleFor(f => f.GuardianName)
            .Must(n => !string.IsNullOrWhiteSpace(n))
            .When(f => f is { Question: JoinQuestion.Age, IsUnder18: true })
            .WithMessage(_ => texts["Tell us who looks after you: we ask that person before you begin."]);
        RuleFor(f => f.GuardianPhone).PhoneOrNothing(texts);
        RuleFor(f => f.Words)
            .AtMost(Offer.TitleLength, texts)
            .When(f => f.Question is JoinQuestion.Give or JoinQuestion.Ask or JoinQuestion.Agree);
        RuleFor(f => f.Words).AtMost(JoinerDetails.TextLength, texts);
    }
}
