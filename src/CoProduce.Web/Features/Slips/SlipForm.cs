using CoProduce.Web.Features.Care;
using CoProduce.Web.Features.Exchanges;
using CoProduce.Web.Features.Members;

namespace CoProduce.Web.Features.Slips;

/// <summary>One slip as it is typed, everything as text so that nothing is lost when it cannot be read.</summary>
public sealed class SlipForm
{
    /// <summary>The longest text of a short box.</summary>
    public const int BoxLength = 20;

    public Guid RequestKey { get; set; } = Guid.CreateVersion7();

    public Guid Pile { get; set; }

    /// <summary>The day, such as 24, 24/11 or 24 11 2026.</summary>
    public string? Day { get; set; }

    /// <summary>The number or part of a name of who helped.</summary>
    public string? GiverTyped { get; set; }

    /// <summary>Who was chosen of several found; null when that was not needed.</summary>
    public Guid? Giver { get; set; }

    /// <summary>The same for who was helped; 0 means the organisation itself.</summary>
    public string? ReceiverTyped { get; set; }

    public Guid? Receiver { get; set; }

    public string? HowLong { get; set; }

    public string? Description { get; set; }

    /// <summary>The kind of help, as the list posts it; empty when nobody said.</summary>
    public string? Category { get; set; }

    /// <summary>True when somebody has looked at a possible double and says that it is another one.</summary>
    public bool IsAnother { get; set; }

    /// <summary>Who pays, once it was refused because the receiver cannot.</summary>
    public WayOutChoice Paid
    {
        get => field ??= new();
        set;
    }

    /// <summary>The warnings that were shown, and whether they were read.</summary>
    public CareReading Care
    {
        get => field ??= new();
        set;
    }

    /// <summary>The same with nothing longer than its box, for keeping.</summary>
    public SlipForm Cut() =>
        new()
        {
            RequestKey = RequestKey,
            Pile = Pile,
            Day = Cut(Day, BoxLength),
            GiverTyped = Cut(GiverTyped, MemberSearch.TextLength),
            Giver = Giver,
            ReceiverTyped = Cut(ReceiverTyped, MemberSearch.TextLength),
            Receiver = Receiver,
            HowLong = Cut(HowLong, BoxLength),
            Description = Cut(Description, Exchange.DescriptionLength),
            Category = Cut(Category, 40),
            Paid = new() { Way = Paid.Way, Why = Cut(Paid.Why, WayOutChoice.ReasonLength) },
        };

    private static string? Cut(string? text, int length) => text?.Length > length ? text[..length] : text;
}
