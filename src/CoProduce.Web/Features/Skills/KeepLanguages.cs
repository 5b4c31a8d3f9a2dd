using CoProduce.Web.Features.Members;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.Skills;

/// <summary>Somebody says which languages they speak and how well, or takes one away again.</summary>
public sealed class KeepLanguages(KeepAnswers answers)
{
    public enum Outcome
    {
        Kept,

        /// <summary>There are <see cref="MemberLanguage.Most"/> already.</summary>
        TooMany,
        NotFound,
    }

    public Task<Outcome> HandleAsync(LanguageForm form, CancellationToken ct = default) =>
        answers.OnceAsync(
            form.RequestKey,
            form,
            form.Whose,
            nameof(KeepLanguages),
            (Outcome.Kept, Outcome.NotFound),
            async (db, member) =>
            {
                var spoken = await db.MemberLanguages.Where(l => l.MemberId == member).ToListAsync(ct);
                var known = spoken.Find(l => l.Code == (form.Remove ?? form.Code));
                if (form.Remove is not null)
                {
                    if (known is not null)
                        db.MemberLanguages.Remove(known);
                }
                else if (known is not null)
                {
                    known.Level = form.Level;
                }
                else if (spoken.Count >= MemberLanguage.Most)
                {
                    return Outcome.TooMany;
                }
                else
                {
                    db.MemberLanguages.Add(
                        new()
                        {
                            MemberId = member,
                            Code = form.Code!,
                            Level = form.Level,
                        }
                    );
                }
                return Outcome.Kept;
            },
            ct
        );
}

/// <summary>A language that is added or changed, or one that is taken away.</summary>
public sealed class LanguageForm
{
    public Guid RequestKey { get; set; } = Guid.CreateVersion7();

    public Whose Whose
    {
        get => field ??= new();
        set;
    }

    /// <summary>The code of one of <see cref="SpokenLanguages"/>.</summary>
    public string? Code { get; set; }

    public LanguageLevel Level { get; set; } = LanguageLevel.MotherTongue;

    /// <summary>The code of the language to take away; null to add or change one.</summary>
    public string? Remove { get; set; }
}

/// <summary>The shape of <see cref="LanguageForm"/>.</summary>
public sealed class LanguageRules : AbstractValidator<LanguageForm>
{
    public LanguageRules(IStringLocalizer texts)
    {
        RuleFor(f => f.RequestKey).NotEmpty().WithMessage(_ => texts["This page was not complete. Please open it again."]);
        RuleFor(f => f.Code).Must(code => SpokenLanguages.Find(code) is not null).WithMessage(_ => texts["Choose a language."]);
        RuleFor(f => f.Level).IsInEnum();
    }
}
