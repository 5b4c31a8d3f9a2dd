using CoProduce.Ledger;
using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Privacy;
using CoProduce.Web.Tenancy;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.WhomWeReach;

/// <summary>A member answers what helps to see whom the time bank reaches, or a coordinator writes down what they say on the telephone, with their consent.</summary>
/// <remarks>Not by a request key: what that keeps of a form would outlive a consent that is taken back.</remarks>
public sealed class KeepReach(UnitOfWork work, CurrentPerson me, IStringLocalizer texts, TimeProvider clock)
{
    public enum Outcome
    {
        Kept,

        /// <summary>There is no such member, or they have left.</summary>
        NotFound,

        /// <summary>Without a yes nothing is kept.</summary>
        NoConsent,

        /// <summary>The words of the consent were changed in the meantime and must be read again.</summary>
        WordsChanged,
    }

    /// <summary>For oneself: what is left empty is taken away.</summary>
    public Task<Outcome> MineAsync(ReachForm form, CancellationToken ct = default) =>
        work.WriteAsync(db => KeepAsync(db, form, me.Member, Door.Screen, emptyGoes: true, ct), ct);

    /// <summary>For a member who phones: what is left empty stays as it is, since the coordinator cannot see it.</summary>
    public Task<Outcome> ForAsync(MemberId member, ReachForm form, CancellationToken ct = default) =>
        work.WriteAsync(db => KeepAsync(db, form, member, form.Door, emptyGoes: false, ct), ct);

    private async Task<Outcome> KeepAsync(TenantDb db, ReachForm form, MemberId member, Door door, bool emptyGoes, CancellationToken ct)
    {
        await db.LockMemberAsync(member, ct); // a no that comes at the same moment is taken before or after, never between
        if (!await db.Members.AnyAsync(m => m.Id == member && m.Status != MemberStatus.Left, ct))
            return Outcome.NotFound;
        var now = clock.GetUtcNow();
        if (!await db.WhoAgreed(ConsentPurpose.Reach).ContainsAsync(member, ct))
        {
            if (!form.Agrees)
                return Outcome.NoConsent;
            var say = new ConsentSaying(db, texts, me, now);
            if (
                await say.SayAsync(Guid.CreateVersion7(), member, ConsentPurpose.Reach, true, form.Version, door, ct)
                != GiveConsent.Outcome.Kept
            )
                return Outcome.WordsChanged;
        }
        var have = await db.ReachAnswers.Where(a => a.MemberId == member).ToListAsync(ct);
        foreach (var question in await db.ReachAskedAsync(ct))
            Keep(db, form, member, question, have.Find(a => a.Question == question), emptyGoes, now);
        db.AuditLines.Add(me.Line(nameof(KeepReach), member.Value, now, door, member == me.MemberId ? null : member));
        db.Keep();
        return Outcome.Kept;
    }

    private void Keep(
        TenantDb db,
        ReachForm form,
        MemberId member,
        ReachQuestion question,
        ReachAnswer? answer,
        bool emptyGoes,
        DateTimeOffset now
    )
    {
        if (form.Chosen(question) is not { } choice)
        {
            if (emptyGoes && answer is not null)
                db.ReachAnswers.Remove(answer);
            return;
        }
        if (answer is null)
            db.ReachAnswers.Add(answer = new() { MemberId = member, Question = question });
        (answer.Choice, answer.Words, answer.At, answer.By) = (
            choice,
            ReachChoices.IsOther(choice) ? form.OwnWords(question)?.Trim() ?? "" : "",
            now,
            me.Id
        );
    }
}

/// <summary>What is answered. Each can be left empty.</summary>
public sealed class ReachForm
{
    /// <summary>The ticked consent; asked only of who has not said yes before.</summary>
    public bool Agrees { get; set; }

    /// <summary>The version of the words that were read.</summary>
    public int Version { get; set; }

    /// <summary>By which door a coordinator heard it.</summary>
    public Door Door { get; set; } = Door.Phone;

    public string? EthnicGroup { get; set; }

    public string? EthnicGroupWords { get; set; }

    public string? Sex { get; set; }

    public string? SexWords { get; set; }

    public string? Disability { get; set; }

    public string? Employment { get; set; }

    public string? EmploymentWords { get; set; }

    /// <summary>The chosen answer; null for none.</summary>
    internal int? Chosen(ReachQuestion question) =>
        int.TryParse(
            question switch
            {
                ReachQuestion.EthnicGroup => EthnicGroup,
                ReachQuestion.Sex => Sex,
                ReachQuestion.Disability => Disability,
                ReachQuestion.Employment => Employment,
            },
            System.Globalization.CultureInfo.InvariantCulture,
            out var choice
        )
            ? choice
            : null;

    /// <summary>How somebody says it themself.</summary>
    internal string? OwnWords(ReachQuestion question) =>
        question switch
        {
            ReachQuestion.EthnicGroup => EthnicGroupWords,
            ReachQuestion.Sex => SexWords,
            ReachQuestion.Employment => EmploymentWords,
            ReachQuestion.Disability => null,
        };

    /// <summary>The form filled in with what the member said before.</summary>
    internal static ReachForm Of(IReadOnlyList<ReachAnswer> answers)
    {
        ReachAnswer? Said(ReachQuestion question) => answers.FirstOrDefault(a => a.Question == question);
        return new()
        {
            EthnicGroup = Said(ReachQuestion.EthnicGroup)?.Choice.ToString(System.Globalization.CultureInfo.InvariantCulture),
            EthnicGroupWords = Said(ReachQuestion.EthnicGroup)?.Words,
            Sex = Said(ReachQuestion.Sex)?.Choice.ToString(System.Globalization.CultureInfo.InvariantCulture),
            SexWords = Said(ReachQuestion.Sex)?.Words,
            Disability = Said(ReachQuestion.Disability)?.Choice.ToString(System.Globalization.CultureInfo.InvariantCulture),
            Employment = Said(ReachQuestion.Employment)?.Choice.ToString(System.Globalization.CultureInfo.InvariantCulture),
            EmploymentWords = Said(ReachQuestion.Employment)?.Words,
        };
    }
}

/// <summary>The shape of <see cref="ReachForm"/>.</summary>
public sealed class ReachRules : AbstractValidator<ReachForm>
{
    public ReachRules(IStringLocalizer texts)
    {
        Chosen(f => f.EthnicGroup, ReachQuestion.EthnicGroup);
        Chosen(f => f.Sex, ReachQuestion.Sex);
        Chosen(f => f.Disability, ReachQuestion.Disability);
        Chosen(f => f.Employment, ReachQuestion.Employment);
        RuleFor(f => f.EthnicGroupWords).Must(Fits).WithMessage(_ => TooLong());
        RuleFor(f => f.SexWords).Must(Fits).WithMessage(_ => TooLong());
        RuleFor(f => f.EmploymentWords).Must(Fits).WithMessage(_ => TooLong());

        void Chosen(System.Linq.Expressions.Expression<Func<ReachForm, string?>> field, ReachQuestion question) =>
            RuleFor(field)
                .Must((form, text) => string.IsNullOrEmpty(text) || form.Chosen(question) is { } c && ReachChoices.Of(question).Contains(c))
                .WithMessage(_ => texts["Choose from the list, or leave it empty."]);

        string TooLong() => texts["Please use at most {0} characters.", ReachAnswer.WordsLength];
    }

    private static bool Fits(string? words) =>
        words is null || words.Trim().Length <= ReachAnswer.WordsLength && !words.Any(char.IsControl);
}
