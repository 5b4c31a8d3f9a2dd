using CoProduce.Ledger;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Offers;
using FluentValidation;
using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.Joining;

/// <summary>Somebody who would like to join, as a coordinator writes it down on the telephone: a name is enough.</summary>
public sealed class JoinerForm
{
    public Guid RequestKey { get; set; } = Guid.CreateVersion7();

    /// <summary>The joiner whose details are changed; null for a new one.</summary>
    public Guid? Joiner { get; set; }

    public string? FirstName { get; set; }

    public string? LastName { get; set; }

    /// <summary>The time bank, as the list posts it; empty when they did not say.</summary>
    public string? Place { get; set; }

    public ContactWay Prefers { get; set; } = ContactWay.Phone;

    public string? Phone { get; set; }

    public string? Email { get; set; }

    public string? Address { get; set; }

    public bool IsUnder18 { get; set; }

    public string? GuardianName { get; set; }

    public string? GuardianPhone { get; set; }

    /// <summary>The form filled in with what is kept.</summary>
    internal static JoinerForm Of(JoinerShown shown) =>
        new()
        {
            FirstName = shown.Joiner.FirstName,
            LastName = shown.Joiner.LastName,
            Place = shown.Joiner.HubId?.Value.ToString(),
            IsUnder18 = shown.Joiner.IsUnder18,
            Prefers = shown.Details.Prefers,
            Phone = shown.Details.Phone,
            Email = shown.Details.Email,
            Address = shown.Details.Address,
            GuardianName = shown.Details.GuardianName,
            GuardianPhone = shown.Details.GuardianPhone,
        };

    /// <summary>What was said in the conversation; asked when somebody new is written down.</summary>
    public ConversationForm Conversation
    {
        get => field ??= new();
        set;
    }
}

/// <summary>What a coordinator heard in the conversation.</summary>
public sealed class ConversationForm
{
    public Guid RequestKey { get; set; } = Guid.CreateVersion7();

    public Guid Joiner { get; set; }

    public string? Likes { get; set; }

    public string? Wants { get; set; }

    public string? WhoMatters { get; set; }

    public string? OfferWords { get; set; }

    public string? RequestWords { get; set; }

    public string? Notes { get; set; }

    /// <summary>Whether they have talked, which ends the step.</summary>
    public bool HaveTalked { get; set; }

    public Door Door { get; set; } = Door.Phone;

    /// <summary>The form filled in with what is known.</summary>
    public static ConversationForm Of(JoinerDetails details) =>
        new()
        {
            Joiner = details.JoinerId.Value,
            Likes = details.Likes,
            Wants = details.Wants,
            WhoMatters = details.WhoMatters,
            OfferWords = details.OfferWords,
            RequestWords = details.RequestWords,
            Notes = details.Notes,
            HaveTalked = true,
        };

    /// <summary>Puts what was heard into the file.</summary>
    internal void WriteTo(JoinerDetails details)
    {
        (details.Likes, details.Wants, details.WhoMatters) = (Typed(Likes), Typed(Wants), Typed(WhoMatters));
        (details.OfferWords, details.RequestWords, details.Notes) = (Typed(OfferWords), Typed(RequestWords), Typed(Notes));
    }

    private static string Typed(string? words) => words?.Trim() ?? "";
}

/// <summary>The shape of <see cref="JoinerForm"/>.</summary>
public sealed class JoinerFormRules : AbstractValidator<JoinerForm>
{
    public JoinerFormRules(IStringLocalizer texts)
    {
        RuleFor(f => f.RequestKey).NotEmpty().WithMessage(_ => texts["This page was not complete. Please open it again."]);
        RuleFor(f => f.FirstName).Must(n => !string.IsNullOrWhiteSpace(n)).WithMessage(_ => texts["Write a name."]);
        RuleFor(f => f.FirstName).AtMost(Member.NameLength, texts);
        RuleFor(f => f.LastName).AtMost(Member.NameLength, texts);
        RuleFor(f => f.Phone).PhoneOrNothing(texts);
        RuleFor(f => f.Email).MailOrNothing(texts);
        RuleFor(f => f.Address).AtMost(MemberContact.TextLength, texts);
        RuleFor(f => f.GuardianName).AtMost(Member.NameLength, texts);
        RuleFor(f => f.GuardianPhone).PhoneOrNothing(texts);
        RuleFor(f => f.Conversation).SetValidator(new ConversationRules(texts, isAlone: false));
    }
}

/// <summary>The shape of <see cref="ConversationForm"/>.</summary>
public sealed class ConversationRules : AbstractValidator<ConversationForm>
{
    public ConversationRules(IStringLocalizer texts)
        : this(texts, isAlone: true) { }

    /// <param name="isAlone">False inside a form that has a request key of its own.</param>
    internal ConversationRules(IStringLocalizer texts, bool isAlone)
    {
        RuleFor(f => f.RequestKey)
            .NotEmpty()
            .When(_ => isAlone)
            .WithMessage(_ => texts["This page was not complete. Please open it again."]);
        RuleFor(f => f.Likes).AtMost(JoinerDetails.TextLength, texts);
        RuleFor(f => f.Wants).AtMost(JoinerDetails.TextLength, texts);
        RuleFor(f => f.WhoMatters).AtMost(JoinerDetails.TextLength, texts);
        RuleFor(f => f.OfferWords).AtMost(Offer.TitleLength, texts);
        RuleFor(f => f.RequestWords).AtMost(Offer.TitleLength, texts);
        RuleFor(f => f.Notes).AtMost(JoinerDetails.TextLength, texts);
    }
}
