using CoProduce.Web.Features.Joining.References;
using CoProduce.Web.Features.Joining.Referrals;
using CoProduce.Web.Features.Joining.Steps;
using CoProduce.Web.Features.Organisations;
using CoProduce.Web.Ui;
using FluentValidation;
using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.Joining;

/// <summary>The words for everything in joining.</summary>
internal static class JoiningWords
{
    // Three are enough for a number inside a house or a prison.
    private const int FewestDigits = 3;

    /// <summary>The name of a step as it stands with somebody.</summary>
    public static string Step(IStringLocalizer texts, StepStanding step) => step.Kind.IsOwn() ? step.Name.Here : Step(texts, step.Kind);

    /// <summary>The same of a step in the organisation's list.</summary>
    public static string Step(IStringLocalizer texts, JoinStep step) => step.Kind.IsOwn() ? step.Name.Here : Step(texts, step.Kind);

    /// <summary>The name of a kind of step.</summary>
    public static string Step(IStringLocalizer texts, StepKind kind) =>
        kind switch
        {
            StepKind.Conversation => texts["A conversation"],
            StepKind.OfferAndRequest => texts["Something to give and something to ask for"],
            StepKind.Agreement => texts["The agreement"],
            StepKind.References => texts["References"],
            StepKind.Checks => texts["Checks"],
            StepKind.Induction => texts["Being shown how it works"],
            StepKind.FirstExchange => texts["A first exchange, with somebody going along"],
            StepKind.GuardianYes => texts["A guardian’s yes"],
            StepKind.Own1 or StepKind.Own2 or StepKind.Own3 => texts["A step of your own"],
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    /// <summary>What somebody waits for, as a sentence of the list.</summary>
    public static string WaitsFor(IStringLocalizer texts, JoinerStanding standing) =>
        (standing.Next, standing.Joiner.State) switch
        {
            (null, _) => texts["Everything is there: say yes or no."],
            (StepKind.Conversation, _) => texts["Waits for a conversation."],
            (StepKind.OfferAndRequest, _) => texts["Has not said yet what they could give and would like."],
            (StepKind.Agreement, _) => texts["Has not agreed to the agreement yet."],
            (StepKind.References, _) when standing.References.Count == 0 => texts["Nobody was asked for a reference yet."],
            (StepKind.References, _) when standing.References.FirstOrDefault(r => r.Answer is null) is { } waits => texts[
                "Waits for a reference from {0}.",
                waits.Name
            ],
            (StepKind.References, _) => texts["The references are answered: are they enough?"],
            (StepKind.Checks, _) => texts["Waits for checks."],
            (StepKind.Induction, _) => texts["A member now. Nobody has shown them yet how it works."],
            (StepKind.FirstExchange, _) => texts["A member now, before their first exchange."],
            (StepKind.GuardianYes, _) => texts["Under 18: waits for a guardian’s yes."],
            (StepKind.Own1 or StepKind.Own2 or StepKind.Own3, JoinerState.Approved) => texts[
                "A member now. Still to come: {0}.",
                standing.NextStep!.Name.Here
            ],
            (StepKind.Own1 or StepKind.Own2 or StepKind.Own3, _) => texts["Still to come: {0}.", standing.NextStep!.Name.Here],
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    /// <summary>The one thing to do about it, beginning with a verb, and where.</summary>
    public static (string Words, string Path) Action(IStringLocalizer texts, JoinerStanding standing)
    {
        var path = $"joining/{standing.Joiner.Id.Value}";
        return standing.Next switch
        {
            null => (texts["Decide"], $"{path}/approve"),
            StepKind.Conversation => (texts["Ring and talk"], $"{path}/conversation"),
            StepKind.OfferAndRequest => (texts["Write it down"], $"{path}/conversation"),
            StepKind.Agreement => (texts["Note the agreement"], $"{path}/agreement"),
            StepKind.References => (texts["See to the references"], $"{path}/references"),
            StepKind.Checks => (texts["Note the checks"], $"{path}/steps/checks"),
            StepKind.Induction => (texts["Note that it happened"], $"{path}/steps/induction"),
            StepKind.FirstExchange => (texts["Note who went along"], $"{path}/steps/firstexchange"),
            StepKind.GuardianYes => (texts["Ask the guardian"], $"{path}/guardian"),
            StepKind.Own1 or StepKind.Own2 or StepKind.Own3 => (texts["Note that it happened"], $"{path}/{Path(standing.NextStep!.Kind)}"),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    /// <summary>Where a step is seen to.</summary>
    public static string Path(StepKind kind) =>
        kind switch
        {
            StepKind.Conversation or StepKind.OfferAndRequest => "conversation",
            StepKind.Agreement => "agreement",
            StepKind.References => "references",
            StepKind.Checks => "steps/checks",
            StepKind.Induction => "steps/induction",
            StepKind.FirstExchange => "steps/firstexchange",
            StepKind.GuardianYes => "guardian",
            StepKind.Own1 or StepKind.Own2 or StepKind.Own3 => $"steps/{kind.ToString().ToLowerInvariant()}",
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    /// <summary>"for 9 days".</summary>
    public static string For(IStringLocalizer texts, int days) =>
        days < 1 ? texts["since today"] : texts.Count(days, "for {0} day", "for {0} days");

    public static string Door(IStringLocalizer texts, JoinerDoor door) =>
        door switch
        {
            JoinerDoor.Oneself => texts["Asked on the website"],
            JoinerDoor.Coordinator => texts["Asked a coordinator"],
            JoinerDoor.Referral => texts["Introduced by somebody"],
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    public static string State(IStringLocalizer texts, JoinerState state) =>
        state switch
        {
            JoinerState.Writing => texts["Still writing"],
            JoinerState.Waiting => texts["Waiting"],
            JoinerState.Approved => texts["A member"],
            JoinerState.Refused => texts["Refused"],
            JoinerState.Withdrawn => texts["Changed their mind"],
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    public static string Answer(IStringLocalizer texts, ReferenceAnswer answer) =>
        answer switch
        {
            ReferenceAnswer.Glad => texts["Would be glad to see them take part"],
            ReferenceAnswer.LetUsTalk => texts["Would like to talk first"],
            ReferenceAnswer.RatherNot => texts["Would rather not say, or does not know them well enough"],
            ReferenceAnswer.Silent => texts["Never answered"],
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    public static string Agreed(IStringLocalizer texts, AgreedHow how) =>
        how switch
        {
            AgreedHow.Typed => texts["They typed their name"],
            AgreedHow.Said => texts["They said yes to me"],
            AgreedHow.Paper => texts["They signed paper, which is in the office"],
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    /// <summary>How it was given, and which wording in which language.</summary>
    public static string Agreed(IStringLocalizer texts, AgreedHow how, JoinerStep step) =>
        Languages.Find(step.AgreementLanguage, withTests: false) is { } language
            ? texts["{0}, wording {1} ({2}).", Agreed(texts, how), step.AgreementVersion ?? 0, language.Name]
            : texts["{0}, wording {1}.", Agreed(texts, how), step.AgreementVersion ?? 0];

    public static string Consent(IStringLocalizer texts, ConsentHow how) =>
        how switch
        {
            ConsentHow.FaceToFace => texts["They told me, face to face"],
            ConsentHow.Phone => texts["They told me on the telephone"],
            ConsentHow.InWriting => texts["In writing"],
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    public static string Feedback(IStringLocalizer texts, FeedbackAgreed agreed) =>
        agreed switch
        {
            FeedbackAgreed.Nothing => texts["Nothing"],
            FeedbackAgreed.WhetherJoined => texts["Whether they joined"],
            FeedbackAgreed.WhetherTakingPart => texts["Whether they joined, and whether they are taking part"],
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    /// <summary>Rules that several forms have: at most so many characters.</summary>
    public static IRuleBuilderOptions<T, string?> AtMost<T>(this IRuleBuilder<T, string?> rule, int length, IStringLocalizer texts) =>
        rule.MaximumLength(length).WithMessage(_ => texts["Please use at most {0} characters.", length]);

    /// <summary>A number that could be rung, or nothing: a few digits, however they are written.</summary>
    public static IRuleBuilderOptions<T, string?> PhoneOrNothing<T>(this IRuleBuilder<T, string?> rule, IStringLocalizer texts) =>
        rule.Must(p => string.IsNullOrWhiteSpace(p) || p.Count(char.IsDigit) >= FewestDigits)
            .WithMessage(_ => texts["Write the number in digits, for example 01632 960123, or leave it empty."])
            .MaximumLength(Members.MemberContact.PhoneLength)
            .WithMessage(_ => texts["Please use at most {0} characters.", Members.MemberContact.PhoneLength]);

    /// <summary>An e-mail address, or nothing.</summary>
    public static IRuleBuilderOptions<T, string?> MailOrNothing<T>(this IRuleBuilder<T, string?> rule, IStringLocalizer texts) =>
        rule.Must(e => string.IsNullOrWhiteSpace(e) || new System.ComponentModel.DataAnnotations.EmailAddressAttribute().IsValid(e.Trim()))
            .WithMessage(_ => texts["Write the e-mail address as name@place, or leave it empty."])
            .MaximumLength(Members.MemberContact.EmailLength)
            .WithMessage(_ => texts["Please use at most {0} characters.", Members.MemberContact.EmailLength]);
}
