using CoProduce.Ledger;
using CoProduce.Web.Features.Exchanges;
using CoProduce.Web.Features.Members;
using CoProduce.Web.Tenancy;
using CoProduce.Web.Ui;

namespace CoProduce.Web.Features.Slips;

/// <summary>Reads a slip: who is meant, which day, how long.</summary>
public sealed class SlipReading(MemberSearch people, CurrentOrganisation organisation, TimeProvider clock)
{
    /// <summary>What is typed for the receiver when it was for the organisation itself; no member has that number.</summary>
    public const string Ourselves = "0";

    // So many are offered to choose from.
    private const int Offered = 12;

    /// <summary>What the slip says, and the first box that cannot be read.</summary>
    public async Task<SlipRead> ReadAsync(SlipForm form, CancellationToken ct = default)
    {
        var ours = IsOurs(form.ReceiverTyped);
        var givers = await people.ChooseAsBrokerAsync(form.GiverTyped, Offered, ct);
        var receivers = ours ? [] : await people.ChooseAsBrokerAsync(form.ReceiverTyped, Offered, ct);
        var day = SlipDay.Read(form.Day, organisation.Profile.DateOf(clock.GetUtcNow()));
        var log = new LogForMembersForm
        {
            RequestKey = form.RequestKey,
            Giver = givers.Meant(form.Giver),
            GiverTyped = form.GiverTyped,
            Receiver = ours ? null : receivers.Meant(form.Receiver),
            ReceiverTyped = form.ReceiverTyped,
            ForTheOrganisation = ours,
            When = new() { Choice = "other", Other = day is { } date ? DateBoxes.From(date) : new() },
            HowLong = new() { Typed = form.HowLong },
            Description = form.Description,
            Category = form.Category,
            Door = Door.Paper,
            Paid = form.Paid,
            Care = form.Care,
        };
        return new(givers, receivers, day, log, Problem(log, day));
    }

    private bool IsOurs(string? typed) =>
        typed?.Trim() is { } text
        && (text == Ourselves || string.Equals(text, organisation.Profile.Name, StringComparison.OrdinalIgnoreCase));

    private static SlipProblem? Problem(LogForMembersForm log, DateOnly? day) =>
        day is null ? SlipProblem.Day
        : log.Giver is null ? SlipProblem.Giver
        : log is { Receiver: null, ForTheOrganisation: false } ? SlipProblem.Receiver
        : log.HowLong.ToMinutes() is not > 0 ? SlipProblem.Length
        : string.IsNullOrWhiteSpace(log.Description) || log.Description.Length > Exchange.DescriptionLength ? SlipProblem.Words
        : !Enum.IsDefined(log.Paid.Way)
        || log.Paid.Way != WayOut.Receiver && string.IsNullOrWhiteSpace(log.Paid.Why)
        || log.Paid.Why?.Length > WayOutChoice.ReasonLength
            ? SlipProblem.WhyPaid
        : null;
}

/// <summary>What a slip says.</summary>
/// <param name="Givers">Those who answer to what was typed for who helped.</param>
/// <param name="Day">Null when none can be read.</param>
/// <param name="Log">The same as logging asks for it.</param>
/// <param name="Problem">The first box that cannot be read; null when all can.</param>
public sealed record SlipRead(
    IReadOnlyList<FoundMember> Givers,
    IReadOnlyList<FoundMember> Receivers,
    DateOnly? Day,
    LogForMembersForm Log,
    SlipProblem? Problem
)
{
    /// <summary>The name of who was helped; empty when that is nobody, or not known.</summary>
    public string Receiver => Receivers.FirstOrDefault(m => m.Id.Value == Log.Receiver)?.Name ?? "";
}
