using System.Globalization;
using CoProduce.Web.Features.Exchanges;
using CoProduce.Web.Features.Imports.Reading;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Features.Offers;
using CoProduce.Web.Features.Organisations;

namespace CoProduce.Web.Features.Imports;

/// <summary>Understands the lines of one import: what each says, or what is wrong with it. Looks at nothing but the line.</summary>
public sealed class LineReading(Import import, TimeZoneInfo zone, DateOnly today)
{
    private static readonly HashSet<string> Completed =
    [
        "",
        "committed",
        "completed",
        "complete",
        "done",
        "finished",
        "accepted",
        "confirmed",
        "approved",
        "validated",
        "paid",
        "settled",
        "yes",
        "true",
        "1",
    ];
    private static readonly HashSet<string> Suspended =
    [
        "suspended",
        "disabled",
        "inactive",
        "false",
        "no",
        "0",
        "paused",
        "locked",
        "applying",
    ];
    private static readonly HashSet<string> Left = ["left", "closed", "deleted", "archived", "removed", "ended", "deceased"];

    /// <summary>The cells of a line by what their columns are.</summary>
    public LineCells Cells(ImportLine line) => new(import.Columns, LineCells.Of(line));

    public MemberLine? Member(ImportLine line, out LineFault fault)
    {
        var cells = Cells(line);
        fault = default;
        var (first, last) = NameOf(cells);
        if (first.Length == 0)
            first = cells[ImportField.SourceId];
        var email = cells[ImportField.Email];
        var phone = string.Join(", ", new[] { cells[ImportField.Phone], cells[ImportField.OtherPhone] }.Where(p => p.Length > 0));
        var address = cells[ImportField.Address];
        if (first.Length == 0)
            fault = new(ImportFault.Missing, cells.Has(ImportField.Name) ? ImportField.Name : ImportField.FirstName);
        else if (first.Length > Members.Member.NameLength || last.Length > Members.Member.NameLength)
            fault = new(ImportFault.TooLong, cells.Has(ImportField.Name) ? ImportField.Name : ImportField.FirstName);
        else if (email.Length > 0 && !IsAddress(email))
            fault = new(ImportFault.EmailNotRead, ImportField.Email);
        else if (phone.Length > MemberContact.PhoneLength)
            fault = new(ImportFault.TooLong, ImportField.Phone);
        else if (address.Length > MemberContact.TextLength)
            fault = new(ImportFault.TooLong, ImportField.Address);
        var born = Day(cells, ImportField.BornOn, ref fault);
        var joined = Day(cells, ImportField.JoinedOn, ref fault);
        var stated = Hours(cells, ImportField.Balance, ref fault);
        int? number =
            int.TryParse(cells[ImportField.Number], NumberStyles.None, CultureInfo.InvariantCulture, out var n)
            && n is > 0 and <= ImportLimits.HighestNumber
                ? n
                : null;
        var key = FirstOf(cells[ImportField.SourceId], cells[ImportField.Number], email, $"{first} {last}");
        return fault.Fault == ImportFault.None
            ? new(
                LineCells.Key(key),
                number,
                first,
                last,
                email,
                phone,
                address,
                born,
                joined,
                Standing(cells[ImportField.Standing]),
                stated
            )
            : null;
    }

    public BalanceLine? Balance(ImportLine line, out LineFault fault)
    {
        var cells = Cells(line);
        fault = default;
        var person = Person(cells, ImportField.Person, ImportField.PersonEmail, default, ref fault);
        if (fault.Fault == ImportFault.None && cells[ImportField.Balance].Length == 0)
            fault = new(ImportFault.Missing, ImportField.Balance);
        var stated = Hours(cells, ImportField.Balance, ref fault);
        return fault.Fault == ImportFault.None ? new(person, stated!.Value) : null;
    }

    public OfferLine? Offer(ImportLine line, out LineFault fault)
    {
        var cells = Cells(line);
        fault = default;
        var person = Person(cells, ImportField.Person, ImportField.PersonEmail, default, ref fault);
        var (title, details) = (cells[ImportField.Title], cells[ImportField.Details]);
        if (fault.Fault == ImportFault.None && title.Length == 0)
            fault = new(ImportFault.Missing, ImportField.Title);
        if (fault.Fault == ImportFault.None && title.Length > Offers.Offer.TitleLength)
            fault = new(ImportFault.TooLong, ImportField.Title);
        if (fault.Fault == ImportFault.None && details.Length > Offers.Offer.DetailsLength)
            fault = new(ImportFault.TooLong, ImportField.Details);
        var day = Day(cells, ImportField.Day, ref fault);
        var kind = Folded.Of(cells[ImportField.OfferOrRequest]) switch
        {
            "offer" or "offers" or "service" => OfferKind.Offer,
            "request" or "requests" or "inquiry" or "need" or "want" => OfferKind.Request,
            _ => import.OfferKind,
        };
        return fault.Fault == ImportFault.None ? new(person, kind, title, details, cells[ImportField.Category], day) : null;
    }

    public HistoryLine? History(ImportLine line, out LineFault fault)
    {
        var cells = Cells(line);
        fault = default;
        if (!Completed.Contains(Folded.Of(cells[ImportField.Completed])))
        {
            fault = new(ImportFault.NotCompleted, ImportField.Completed);
            return null;
        }
        var giver = Person(cells, ImportField.Giver, ImportField.GiverEmail, ImportField.GiverKind, ref fault);
        var receiver = Person(cells, ImportField.Receiver, ImportField.ReceiverEmail, ImportField.ReceiverKind, ref fault);
        foreach (var needed in new[] { ImportField.Hours, ImportField.Day })
        {
            if (fault.Fault == ImportFault.None && cells[needed].Length == 0)
                fault = new(ImportFault.Missing, needed);
        }
        var minutes = Hours(cells, ImportField.Hours, ref fault);
        var day = Day(cells, ImportField.Day, ref fault);
        if (fault.Fault == ImportFault.None && minutes is < 1 or > OrganisationSettings.MaximumMinutesLimit)
            fault = new(ImportFault.HoursOutOfRange, ImportField.Hours);
        if (fault.Fault == ImportFault.None && day > today)
            fault = new(ImportFault.DayNotYet, ImportField.Day);
        var what = cells[ImportField.What];
        return fault.Fault == ImportFault.None
            ? new(
                giver,
                receiver,
                (int)minutes!.Value,
                day!.Value,
                what.Length <= Exchange.DescriptionLength ? what : what[..Exchange.DescriptionLength],
                cells[ImportField.Category]
            )
            : null;
    }

    private static PersonWritten Person(LineCells cells, ImportField who, ImportField email, ImportField kind, ref LineFault fault)
    {
        var person = new PersonWritten(
            cells[who],
            cells[email],
            kind != default && cells[kind].StartsWith("organi", StringComparison.OrdinalIgnoreCase)
        );
        if (person.IsNobody && fault.Fault == ImportFault.None)
            fault = new(ImportFault.Missing, cells.Has(who) ? who : email);
        return person;
    }

    private DateOnly? Day(LineCells cells, ImportField field, ref LineFault fault)
    {
        if (cells[field] is not { Length: > 0 } text)
            return null;
        var day = DateReading.Read(text, import.Order, zone);
        if (day is null && fault.Fault == ImportFault.None)
            fault = new(ImportFault.DayNotRead, field);
        return day;
    }

    private long? Hours(LineCells cells, ImportField field, ref LineFault fault)
    {
        if (cells[field] is not { Length: > 0 } text)
            return null;
        var minutes = HoursReading.Read(text, import.Unit);
        if (minutes is null && fault.Fault == ImportFault.None)
            fault = new(ImportFault.HoursNotRead, field);
        return minutes;
    }

    // "Hughes, Margaret" is said the other way round; of a name in one piece the first word is the first name.
    private static (string First, string Last) NameOf(LineCells cells)
    {
        var first = string.Join(' ', new[] { cells[ImportField.FirstName], cells[ImportField.MiddleName] }.Where(n => n.Length > 0));
        if (first.Length > 0 || cells[ImportField.Name] is not { Length: > 0 } name)
            return (first, cells[ImportField.LastName]);
        if (name.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) is [var family, var given])
            return (given, family);
        var words = name.Split(' ', 2, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return (words[0], words.Length > 1 ? words[1] : "");
    }

    private static MemberStatus? Standing(string text) =>
        Folded.Of(text) switch
        {
            "" => null,
            var words when Suspended.Contains(words) => MemberStatus.Suspended,
            var words when Left.Contains(words) => MemberStatus.Left,
            _ => MemberStatus.Active,
        };

    private static bool IsAddress(string email) =>
        email.Length <= MemberContact.EmailLength
        && email.IndexOf('@', StringComparison.Ordinal) is > 0 and var at
        && at == email.LastIndexOf('@')
        && at < email.Length - 1
        && !email.Any(char.IsWhiteSpace);

    private static string FirstOf(params string[] texts) => texts.First(t => !string.IsNullOrWhiteSpace(t));
}
