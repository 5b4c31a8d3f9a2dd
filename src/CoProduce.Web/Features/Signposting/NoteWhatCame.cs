using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Organisations;
using CoProduce.Web.Tenancy;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.Signposting;

/// <summary>A coordinator writes down what came of it, and puts that right when they hear more.</summary>
public sealed class NoteWhatCame(UnitOfWork work, CurrentOrganisation organisation, CurrentPerson me, TimeProvider clock)
{
    public enum Outcome
    {
        Noted,

        /// <summary>There is none, or it is not for these eyes.</summary>
        NotFound,
    }

    public Task<Outcome> HandleAsync(WhatCameForm form, CancellationToken ct = default) =>
        work.OnceAsync(form.RequestKey, form, db => NoteAsync(db, form, ct), ct);

    private async Task<Outcome> NoteAsync(TenantDb db, WhatCameForm form, CancellationToken ct)
    {
        var (now, id, maySee) = (clock.GetUtcNow(), new SignpostId(Guid.Parse(form.Signpost!)), me.Holds(Role.Safeguarding));
        if (await db.Signposts.SingleOrDefaultAsync(s => s.Id == id && (maySee || !s.IsSensitive), ct) is not { } signpost)
            return Outcome.NotFound;
        signpost.Hear(form.Words!.Trim(), organisation.Profile.DateOf(now));
        var subject = signpost.MemberId?.Value ?? signpost.JoinerId?.Value;
        db.AuditLines.Add(me.Line(nameof(NoteWhatCame), subject, now, onBehalfOf: signpost.MemberId));
        db.Keep();
        return Outcome.Noted;
    }
}

/// <summary>What came of one signpost.</summary>
public sealed class WhatCameForm
{
    public Guid RequestKey { get; set; } = Guid.CreateVersion7();

    /// <summary>The line, as the list posts it.</summary>
    public string? Signpost { get; set; }

    public string? Words { get; set; }
}

/// <summary>The shape of <see cref="WhatCameForm"/>.</summary>
public sealed class WhatCameRules : AbstractValidator<WhatCameForm>
{
    public WhatCameRules(IStringLocalizer texts)
    {
        RuleFor(f => f.RequestKey).NotEmpty();
        RuleFor(f => f.Signpost).Must(s => Guid.TryParse(s, out _)).WithMessage(_ => texts["Choose one from the list."]);
        RuleFor(f => f.Words).Words(Features.Signposting.Signpost.WordsLength, texts, "Say in a few words what came of it.");
    }
}
