using System.Text.Json;
using CoProduce.Web.Data;
using CoProduce.Web.Features.Accounts;
using CoProduce.Web.Features.Care;
using CoProduce.Web.Features.Ledger;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Tenancy;
using CoProduce.Web.Ui;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.Messages;

/// <summary>Lays out the letters of a batch for paper: one for each envelope, every word in its reader's language. It writes down whose address was shown.</summary>
public sealed class LetterSheets(
    UnitOfWork work,
    CurrentPerson me,
    CurrentOrganisation organisation,
    StatementQuery statements,
    IStringLocalizer texts,
    TimeProvider clock
)
{
    /// <summary>So many lines fit into the window of an envelope, the name among them.</summary>
    public const int WindowLines = 6;

    /// <summary>The letters by the name of their readers; null when there is no such batch here.</summary>
    public async Task<IReadOnlyList<LetterSheet>?> ReadAsync(Guid batch, CancellationToken ct = default)
    {
        var (letters, addresses) = await work.WriteAsync(db => OpenAsync(db, batch, ct), ct);
        if (letters is null)
            return null;
        var sheets = new List<LetterSheet>();
        foreach (var envelope in letters.Where(l => addresses.ContainsKey(l.MemberId)).GroupBy(l => addresses[l.MemberId].Envelope))
            sheets.Add(await SheetAsync([.. envelope], addresses, ct));
        return [.. sheets.OrderBy(s => s.Address[0], StringComparer.CurrentCulture)];
    }

    /// <summary>What a sending says that waits for paper or a call.</summary>
    public static Letter Read(Sending sending) => JsonSerializer.Deserialize<Letter>(sending.Letter)!;

    private async Task<(List<Sending>? Letters, Dictionary<MemberId, PaperAddress> Addresses)> OpenAsync(
        TenantDb db,
        Guid batch,
        CancellationToken ct
    )
    {
        if (!await db.LetterBatches.AnyAsync(b => b.Id == batch, ct))
            return (null, []);
        var letters = await db
            .Sendings.AsNoTracking()
            .Where(s => s.BatchId == batch && (s.Letter != "" || s.StatementFrom != null))
            .OrderBy(s => s.MadeAt)
            .ToListAsync(ct);
        var addresses = await db.PaperAddressesAsync([.. letters.Select(s => s.MemberId).Distinct()], ct);
        foreach (var member in addresses.Keys)
            await db.WriteLookAsync(member, RecordPart.Contact, me, clock.GetUtcNow(), ct);
        db.Keep();
        return (letters, addresses);
    }

    private async Task<LetterSheet> SheetAsync(List<Sending> letters, Dictionary<MemberId, PaperAddress> addresses, CancellationToken ct)
    {
        var people = letters.Select(l => addresses[l.MemberId]).Distinct().ToList();
        var language = LanguageOf(people[0]);
        var parts = new List<SheetPart>();
        foreach (var letter in letters.DistinctBy(SaysOnce))
        {
            var whose = people.Count > 1 && letter.AnnouncementId is null ? addresses[letter.MemberId].Name : null;
            parts.Add(
                letter.StatementFrom is null ? Notice(letter, whose) : await StatementAsync(letter, addresses[letter.MemberId], whose, ct)
            );
        }
        // Where all that it says is in one language, it is greeted in that one, whatever its reader chose.
        if (parts.TrueForAll(p => p.Language == parts[0].Language))
            language = parts[0].Language;
        return Composed.In(
            language,
            () =>
                new LetterSheet(
                    InTheWindow(Names(people), people[0].Address),
                    language,
                    people.Exists(p => p.IsLarge),
                    texts.FullDay(organisation.Profile.DateOf(clock.GetUtcNow())),
                    texts["Dear {0},", string.Join(" / ", people.Select(p => p.Name.Split(' ')[0]))],
                    parts,
                    organisation.Profile.Settings.HelpPhone is { Length: > 0 } phone
                        ? texts["To answer, or if anything is not right, ring us: {0}.", phone]
                        : texts["To answer, or if anything is not right, write to us or ask your coordinator."],
                    organisation.Profile.Name
                )
        );
    }

    // The same announcement stands once in an envelope, or once in each of the languages of those who share it.
    private static string SaysOnce(Sending sending) =>
        sending.AnnouncementId is null || sending.Letter.Length == 0
            ? sending.Id.ToString()
            : string.Join('\n', [$"{sending.AnnouncementId}", sending.Subject, .. Read(sending).Paragraphs.Skip(1)]);

    private static SheetPart Notice(Sending sending, string? whose)
    {
        var letter = Read(sending);
        return new(whose, letter.Subject, [.. letter.Paragraphs.Skip(1)], [], [], LanguageOf(letter.Culture));
    }

    private async Task<SheetPart> StatementAsync(Sending sending, PaperAddress reader, string? whose, CancellationToken ct)
    {
        var language = LanguageOf(reader);
        var statement = await statements.ReadAsync(sending.MemberId, sending.StatementFrom!.Value, sending.StatementTo!.Value, ct);
        return Composed.In(
            language,
            () =>
            {
                var telling = new StatementTelling(
                    sending.MemberId,
                    organisation.Profile,
                    organisation.Profile.DateOf(clock.GetUtcNow()),
                    texts
                );
                return new SheetPart(
                    whose,
                    texts["Your statement from {0} to {1}", texts.FullDay(statement!.From), texts.FullDay(statement.To)],
                    [Before(statement), After(statement)],
                    [texts["Day"], texts["What"], texts["Hours"], texts["Balance"]],
                    [
                        .. statement.Lines.Select(l => new SheetLine(
                            texts.ShortDay(l.PostedOn),
                            telling.What(l),
                            texts.DurationSigned(l.Amount),
                            texts.DurationShort(l.Balance)
                        )),
                    ],
                    language
                );
            }
        );
    }

    private string Before(Statement statement)
    {
        var (day, credit) = (texts.FullDay(statement.From), organisation.Profile.Credit);
        return statement.Opening switch
        {
            > 0 => texts["Before {0} you had {1} to spend.", day, credit.Amount(texts, statement.Opening)],
            0 => texts["Before {0} you had given as much as you had received.", day],
            < 0 => texts["Before {0} you had received {1} more than you had given.", day, credit.Amount(texts, statement.Opening)],
        };
    }

    private string After(Statement statement)
    {
        var (day, credit) = (texts.FullDay(statement.To), organisation.Profile.Credit);
        return statement.Closing switch
        {
            > 0 => texts["After {0} you had {1} to spend.", day, credit.Amount(texts, statement.Closing)],
            0 => texts["After {0} you had given as much as you had received.", day],
            < 0 => texts[
                "After {0} you had received {1} more than you had given. That is fine: others will ask you in time.",
                day,
                credit.Amount(texts, statement.Closing)
            ],
        };
    }

    private Language LanguageOf(PaperAddress reader) =>
        LanguageOf(
            organisation.Profile.Settings.Languages.Contains(reader.Language) ? reader.Language : organisation.Profile.Settings.Languages[0]
        );

    private static Language LanguageOf(string code) => Languages.Find(code, withTests: false) ?? Languages.All[0];

    private static string Names(List<PaperAddress> people) => string.Join(", ", people.Select(p => p.Name));

    // What does not fit goes into the last line: a window hides what hangs below it.
    private static IReadOnlyList<string> InTheWindow(string name, string address)
    {
        var lines = address.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).ToList();
        if (lines is [var only])
            lines = [.. only.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
        return lines.Count < WindowLines
            ? [name, .. lines]
            : [name, .. lines.Take(WindowLines - 2), string.Join(", ", lines.Skip(WindowLines - 2))];
    }
}

/// <summary>A letter for one envelope, every word in its reader's language.</summary>
/// <param name="Address">The lines in the window, the name first.</param>
/// <param name="Large">True for large print.</param>
/// <param name="Answer">How to answer.</param>
public sealed record LetterSheet(
    IReadOnlyList<string> Address,
    Language Language,
    bool Large,
    string Date,
    string Greeting,
    IReadOnlyList<SheetPart> Parts,
    string Answer,
    string From
);

/// <summary>One thing that a letter says.</summary>
/// <param name="Whose">For whom of a household; null where there is only one, or it is for all.</param>
/// <param name="Heads">What stands over the columns of a statement; empty for anything else.</param>
/// <param name="Lines">The lines of a statement, between the two paragraphs; empty for anything else.</param>
public sealed record SheetPart(
    string? Whose,
    string Subject,
    IReadOnlyList<string> Paragraphs,
    IReadOnlyList<string> Heads,
    IReadOnlyList<SheetLine> Lines,
    Language Language
);

/// <summary>A line of a statement on paper, in words.</summary>
public sealed record SheetLine(string Day, string What, string Amount, string Balance);
