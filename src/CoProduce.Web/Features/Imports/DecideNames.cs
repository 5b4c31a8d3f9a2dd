using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace CoProduce.Web.Features.Imports;

/// <summary>A manager says who is meant by names that are not known here; then the lines are checked again.</summary>
public sealed class DecideNames(UnitOfWork work, CurrentPerson me, TimeProvider clock)
{
    public enum Outcome
    {
        Saved,
        NotFound,

        /// <summary>It is being worked on, or is in already.</summary>
        NotOpen,

        /// <summary>An answer is none of those that were offered.</summary>
        NotOffered,
    }

    public Task<Outcome> HandleAsync(NamesForm form, CancellationToken ct = default) =>
        work.OnceAsync(form.RequestKey, form, db => DecideAsync(db, form, ct), ct);

    private async Task<Outcome> DecideAsync(TenantDb db, NamesForm form, CancellationToken ct)
    {
        if (await db.LockImportAsync(new(form.Import), ct) is not { } import)
            return Outcome.NotFound;
        if (import.Status != ImportStatus.Checked)
            return Outcome.NotOpen;
        var names = await db.ImportNames.Where(n => n.ImportId == import.Id).ToDictionaryAsync(n => n.Key, ct);
        foreach (var answer in form.Names)
        {
            if (!names.TryGetValue(answer.Key ?? "", out var name) || !await ApplyAsync(db, names, name, answer.Choice ?? "", ct))
                return Outcome.NotOffered;
        }
        if (form.AllNew)
        {
            foreach (var name in names.Values.Where(n => n is { Choice: NameChoice.Open, Lines: > 0 }))
                name.Choice = NameChoice.New;
        }
        import.Begin(ImportStatus.Checking);
        db.Outbox.Add(ImportWork.Of(import, clock.GetUtcNow()));
        db.AuditLines.Add(me.Line(nameof(DecideNames), form.Import, clock.GetUtcNow()));
        db.Keep();
        return Outcome.Saved;
    }

    // "" nobody knows, "new", "out", "m" and a member's id, "s" and another name's key.
    private static async Task<bool> ApplyAsync(
        TenantDb db,
        Dictionary<string, ImportName> names,
        ImportName name,
        string answer,
        CancellationToken ct
    )
    {
        (name.MemberId, name.SameAs) = (null, "");
        switch (answer)
        {
            case "":
                name.Choice = NameChoice.Open;
                return true;
            case "new":
                name.Choice = NameChoice.New;
                return true;
            case "out":
                name.Choice = NameChoice.LeaveOut;
                return true;
            case ['m', .. var id]
                when Guid.TryParse(id, out var member) && await db.Members.AnyAsync(m => m.Id == new Members.MemberId(member), ct):
                (name.Choice, name.MemberId) = (NameChoice.Member, new(member));
                return true;
            case ['s', .. var key] when key != name.Key && names.ContainsKey(key):
                (name.Choice, name.SameAs) = (NameChoice.SameAs, key);
                return true;
            default:
                return false;
        }
    }
}

/// <summary>Who is meant by the names of an import.</summary>
public sealed class NamesForm
{
    public Guid RequestKey { get; set; } = Guid.CreateVersion7();

    public Guid Import { get; set; }

    public List<NameAnswer> Names { get; set; } = [];

    /// <summary>True when everybody who is still open becomes a new member.</summary>
    public bool AllNew { get; set; }
}

/// <summary>Who is meant by one name.</summary>
public sealed class NameAnswer
{
    public string? Key { get; set; }

    /// <summary>Empty for nobody knows, "new", "out", "m" and a member's id, "s" and another name's key.</summary>
    public string? Choice { get; set; }
}
