using CoProduce.Web.Features.Imports.Reading;
using CoProduce.Web.Features.Offers;
using CoProduce.Web.Ui;
using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.Imports;

/// <summary>The words for kinds, sources, columns, faults and steps of imports.</summary>
public static class ImportWords
{
    public static string Kind(IStringLocalizer texts, ImportKind kind) =>
        kind switch
        {
            ImportKind.Members => texts["Members"],
            ImportKind.Balances => texts["Balances"],
            ImportKind.Offers => texts["Offers and requests"],
            ImportKind.History => texts["Help that happened"],
        };

    public static string Source(IStringLocalizer texts, ImportSource source) =>
        source switch
        {
            ImportSource.Plain => texts["A sheet of our own"],
            ImportSource.TimeOverflow => texts["TimeOverflow"],
            ImportSource.TimeOverflowOwn => texts["TimeOverflow, in its shape for taking in"],
            ImportSource.Komunitin => texts["Komunitin, CES"],
            ImportSource.CommunityWeaver => texts["Community Weaver"],
            ImportSource.CommunityForge => texts["Community Forge"],
            ImportSource.Nexus => texts["Project NEXUS"],
        };

    public static string Status(IStringLocalizer texts, ImportStatus status) =>
        status switch
        {
            ImportStatus.Columns => texts["Say what the columns are"],
            ImportStatus.Reading or ImportStatus.Checking => texts["Being checked"],
            ImportStatus.Checked => texts["Checked, not brought in"],
            ImportStatus.Importing => texts["Being brought in"],
            ImportStatus.Imported => texts["Brought in"],
            ImportStatus.Undoing => texts["Being undone"],
            ImportStatus.Undone => texts["Undone"],
        };

    /// <summary>The kind of tag that goes with the status.</summary>
    public static string Tag(ImportStatus status) =>
        status switch
        {
            ImportStatus.Imported => "good",
            ImportStatus.Undone => "plain",
            ImportStatus.Columns or ImportStatus.Checked => "wait",
            ImportStatus.Reading or ImportStatus.Checking or ImportStatus.Importing or ImportStatus.Undoing => "accent",
        };

    public static string State(IStringLocalizer texts, LineState state) =>
        state switch
        {
            LineState.Waiting => texts["Not checked yet"],
            LineState.Ready => texts["New"],
            LineState.Changed => texts["Other than before"],
            LineState.Same => texts["In already, the same"],
            LineState.Wrong => texts["To be mended"],
            LineState.LeftOut => texts["Left out"],
            LineState.NotMeant => texts["Left out by itself"],
            LineState.Done => texts["Brought in"],
        };

    /// <summary>The kind of tag that goes with the state.</summary>
    public static string Tag(LineState state) =>
        state switch
        {
            LineState.Ready or LineState.Done => "good",
            LineState.Changed => "accent",
            LineState.Wrong => "bad",
            LineState.Waiting => "wait",
            LineState.Same or LineState.LeftOut or LineState.NotMeant => "plain",
        };

    /// <summary>What a unit is, as a choice.</summary>
    public static Choice[] Units(IStringLocalizer texts) =>
        [
            new(nameof(HourUnit.Hours), texts["Hours"], texts["1.5 is an hour and a half; 0.33 is 20 minutes"]),
            new(nameof(HourUnit.Minutes), texts["Minutes"], texts["90 is an hour and a half"]),
            new(nameof(HourUnit.Seconds), texts["Seconds"], texts["5400 is an hour and a half"]),
        ];

    public static Choice[] Orders(IStringLocalizer texts) =>
        [
            new(nameof(DateOrder.DayFirst), texts["The day first: 03/04/2024 is in April"]),
            new(nameof(DateOrder.MonthFirst), texts["The month first: 03/04/2024 is in March"]),
        ];

    public static Choice[] OfferKinds(IStringLocalizer texts) =>
        [
            new(nameof(OfferKind.Offer), texts["Offers: what members can give"]),
            new(nameof(OfferKind.Request), texts["Requests: what members would like"]),
        ];

    public static string Field(IStringLocalizer texts, ImportField field) =>
        field switch
        {
            ImportField.None => texts["Not brought in"],
            ImportField.SourceId => texts["Id where it comes from"],
            ImportField.Number => texts["Member number"],
            ImportField.Name => texts["Whole name"],
            ImportField.FirstName => texts["First name"],
            ImportField.MiddleName => texts["Middle name"],
            ImportField.LastName => texts["Last name"],
            ImportField.Email => texts["E-mail"],
            ImportField.Phone => texts["Telephone"],
            ImportField.OtherPhone => texts["Other telephone"],
            ImportField.Address => texts["Postal address"],
            ImportField.BornOn => texts["Date of birth"],
            ImportField.JoinedOn => texts["Day of joining"],
            ImportField.Standing => texts["Whether they take part"],
            ImportField.Balance => texts["Balance"],
            ImportField.Person => texts["Whose it is: number, name or e-mail"],
            ImportField.PersonEmail => texts["Their e-mail"],
            ImportField.Giver => texts["Who helped (was paid)"],
            ImportField.GiverEmail => texts["Who helped: e-mail"],
            ImportField.GiverKind => texts["Who helped: member or organisation"],
            ImportField.Receiver => texts["Who was helped (paid)"],
            ImportField.ReceiverEmail => texts["Who was helped: e-mail"],
            ImportField.ReceiverKind => texts["Who was helped: member or organisation"],
            ImportField.Hours => texts["How long"],
            ImportField.Day => texts["Day"],
            ImportField.What => texts["What it was"],
            ImportField.Category => texts["Kind of help"],
            ImportField.Completed => texts["Whether it was completed"],
            ImportField.OfferOrRequest => texts["Offer or request"],
            ImportField.Title => texts["Title"],
            ImportField.Details => texts["More about it"],
        };

    /// <summary>What is wrong, and what to do; empty when nothing is.</summary>
    public static string Fault(IStringLocalizer texts, ImportFault fault) =>
        fault switch
        {
            ImportFault.None => "",
            ImportFault.Missing => texts["Nothing stands here, and it is needed."],
            ImportFault.HoursNotRead => texts["This is no length of time. Write it as 1:30, 1.5 or 90 min."],
            ImportFault.DayNotRead => texts["This is no day. Write it as 24/11/2024 or 2024-11-24."],
            ImportFault.DayNotYet => texts["This day is still to come."],
            ImportFault.PeriodClosed => texts["The books for this day are closed."],
            ImportFault.HoursOutOfRange => texts["An exchange is at least a minute and at most a day long."],
            ImportFault.WhoIsIt => texts["Nobody here is called exactly this, or somebody has a name or mail much like it."],
            ImportFault.SamePerson => texts["Both sides are the same person."],
            ImportFault.TooLong => texts["This is longer than there is room for."],
            ImportFault.EmailNotRead => texts["This is no e-mail address. Mend it, or empty it."],
            ImportFault.NumberTaken => texts["Another member has this number. Write another, or empty it."],
            ImportFault.HasLeft => texts["This member has left, and the account is closed."],
            ImportFault.SameIdTwice => texts["The same id or member stands on an earlier line."],
            ImportFault.Total => texts["A total, not a line."],
            ImportFault.NotCompleted => texts["Never completed where it comes from."],
            ImportFault.NobodyConcerned => texts["No member is concerned."],
        };
}
