namespace CoProduce.Web.Features.Offers;

/// <summary>What somebody who was asked says.</summary>
public sealed class AnswerProposalForm
{
    /// <summary>Takes back what was written down.</summary>
    public const string Back = "back";

    /// <summary>"yes", "no" or "think"; for a coordinator also "none" for not reached, and <see cref="Back"/>.</summary>
    public string? Say { get; set; }

    /// <summary>What may be told to the other, as the names of <see cref="Sharing"/>.</summary>
    public List<string>? Shares { get; set; }

    /// <summary>For a coordinator: the answer that the page showed, so that nobody writes over one they have not read.</summary>
    public ProposalAnswer Seen { get; set; } = ProposalAnswer.Waiting;

    /// <summary>For a coordinator: what there is to note.</summary>
    public string? Note { get; set; }

    /// <summary>The answer; null when it is none.</summary>
    public ProposalAnswer? Answer =>
        Say switch
        {
            "yes" => ProposalAnswer.Yes,
            "no" => ProposalAnswer.No,
            "think" => ProposalAnswer.WillThink,
            "none" => ProposalAnswer.NoReply,
            _ => null,
        };

    /// <summary>What they agreed to.</summary>
    public Sharing Agreed => Sharings.Of(Shares);
}

/// <summary>What may be told, as ticks post it.</summary>
public static class Sharings
{
    /// <summary>Those ticked together.</summary>
    public static Sharing Of(IEnumerable<string>? ticked) =>
        (ticked ?? []).Aggregate(Sharing.Nothing, (all, one) => all | (Enum.TryParse<Sharing>(one, out var s) ? s : Sharing.Nothing))
        & (Sharing.Phone | Sharing.Email);
}
