using CoProduce.Web.Features.Activities;

namespace CoProduce.Web.Features.Organisations;

/// <summary>How an organisation is called, looks and counts. One row for each organisation. Amounts are minutes.</summary>
public sealed class OrganisationSettings
{
    /// <summary>The longest name of an organisation, hub or category.</summary>
    public const int NameLength = 80;

    /// <summary>The longest free line of settings.</summary>
    public const int LineLength = 200;

    /// <summary>The longest words of welcome.</summary>
    public const int WelcomeLength = 1000;

    /// <summary>The longest single exchange that any organisation may allow: one day.</summary>
    public const int MaximumMinutesLimit = 24 * 60;

    /// <summary>The usual number of days in which a dispute is to be decided.</summary>
    public const int UsualDisputeDays = 28;

    /// <summary>The organisation's name as people say it.</summary>
    public required string Name { get; set; }

    /// <summary>The accent colour as #rrggbb.</summary>
    public string Accent { get; set; } = "#1f5c3d";

    /// <summary>The telephone number that pages offer for help; empty when there is none.</summary>
    public string HelpPhone { get; set; } = "";

    /// <summary>The e-mail address that pages offer for help; empty when there is none.</summary>
    public string HelpEmail { get; set; } = "";

    /// <summary>Hours are logged in steps of so many minutes.</summary>
    public int StepMinutes { get; set; } = 15;

    /// <summary>How far below zero a member may go, as a number of minutes not above zero.</summary>
    public int FloorMinutes { get; set; } = -5 * 60;

    /// <summary>
    /// So far below zero the coordinator should ask "what would you like to give?", and the member reads kind words; not above zero, and not
    /// below <see cref="FloorMinutes"/>.
    /// </summary>
    public int SoftFloorMinutes { get; set; } = -3 * 60;

    /// <summary>So many unspent minutes that the coordinator should ask "what would you like?".</summary>
    public int NudgeMinutes { get; set; } = 20 * 60;

    /// <summary>What a new member starts with; zero for nothing.</summary>
    public int WelcomeMinutes { get; set; } = 2 * 60;

    /// <summary>The longest single exchange.</summary>
    public int MaximumMinutes { get; set; } = 12 * 60;

    /// <summary>
    /// The longest single exchange that was ever allowed here: the ledger takes no longer one. It never falls, so that what was logged while
    /// more was allowed can still be confirmed and old history is no breach. The database keeps it.
    /// </summary>
    public int HighestMaximumMinutes { get; private set; }

    /// <summary>Where the difference between what a register earns and what it spends goes unless somebody says otherwise.</summary>
    public Difference RegisterDifference { get; set; } = Difference.Organisation;

    /// <summary>After so many days, silence confirms an exchange.</summary>
    public int ConfirmationDays { get; set; } = 14;

    /// <summary>After so many days without a decision a dispute is overdue.</summary>
    public int DisputeDays { get; set; } = UsualDisputeDays;

    /// <summary>So many days before a check runs out, coordinators are reminded of it.</summary>
    public int CheckReminderDays { get; set; } = 30;

    /// <summary>The IANA name of the zone in which the organisation's days begin and end.</summary>
    public string TimeZone { get; set; } = "Europe/London";

    /// <summary>From this time on nobody is written to until morning, on the clocks of the organisation.</summary>
    public TimeOnly QuietFrom { get; set; } = new(21, 0);

    /// <summary>From this time on members are written to again; the same as <see cref="QuietFrom"/> for no quiet hours.</summary>
    public TimeOnly QuietUntil { get; set; } = new(8, 0);

    /// <summary>The languages offered, as language codes, the first being the default.</summary>
    public List<string> Languages { get; set; } = ["en", "cy"];

    /// <summary>The words that greet somebody who has not signed in; empty for the usual ones.</summary>
    public string Welcome { get; set; } = "";
}

/// <summary>What an organisation calls an hour in one language.</summary>
public sealed class CreditWords
{
    /// <summary>The longest name.</summary>
    public const int Length = 40;

    /// <summary>The language code, such as en.</summary>
    public required string Language { get; init; }

    /// <summary>The name of one.</summary>
    public required string One { get; set; }

    /// <summary>The name of several.</summary>
    public required string Other { get; set; }
}

/// <summary>The organisation's picture in the header.</summary>
public sealed class Logo
{
    /// <summary>The most pixels along a side: sharp on a telephone, where it is shown 36 high.</summary>
    public const int Side = 600;

    /// <summary>The picture as <see cref="Ui.PictureFile.AsPng"/> draws it.</summary>
    public required byte[] Content { get; set; }

    /// <summary>Changes with every upload, so that browsers may keep the file.</summary>
    public required string Version { get; set; }
}
