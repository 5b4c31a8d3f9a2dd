namespace CoProduce.Ledger;

/// <summary>The way by which something reached the program; the numbers are stored and never change their meaning.</summary>
public enum Door : short
{
    /// <summary>Somebody signed in and did it themselves.</summary>
    Screen = 1,

    /// <summary>A coordinator on the telephone.</summary>
    Phone = 2,

    /// <summary>A coordinator from a paper slip.</summary>
    Paper = 3,

    /// <summary>Carried over from another system or a file.</summary>
    Import = 4,

    /// <summary>The program itself, at a time that was promised.</summary>
    Job = 5,

    /// <summary>The link in a mail.</summary>
    Mail = 6,

    /// <summary>An affiliated organisation, in which somebody acted who is not known here.</summary>
    Affiliate = 7,

    /// <summary>A touch screen in an office or a library, at which a member signed in by card or number.</summary>
    Kiosk = 8,

    /// <summary>A text from the person's telephone.</summary>
    Text = 9,
}
