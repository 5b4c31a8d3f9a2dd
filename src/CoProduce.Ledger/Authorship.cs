namespace CoProduce.Ledger;

/// <summary>Who did something, for whom, and by which door.</summary>
public sealed record Authorship
{
    /// <summary>Throws <see cref="ArgumentException"/> when nobody acted, unless it was a job, an import, an affiliated organisation, or a named member by the link in a mail or by a text.</summary>
    public Authorship(Guid? By, Guid? OnBehalfOf, Door Door)
    {
        if (
            By is null
            && Door is not (Door.Job or Door.Import or Door.Affiliate)
            && (Door, OnBehalfOf) is not (Door.Mail or Door.Text, not null)
        )
        {
            throw new ArgumentException($"Somebody has to be named for what came by {Door}.", nameof(By));
        }
        this.By = By;
        this.OnBehalfOf = OnBehalfOf;
        this.Door = Door;
    }

    /// <summary>The role holder who acted; null only for a job, an import, an affiliated organisation, or a member who used the link in a mail, or texted, without signing in.</summary>
    public Guid? By { get; }

    /// <summary>The member who was acted for; null when somebody acted for themselves.</summary>
    public Guid? OnBehalfOf { get; }

    /// <summary>The way by which it came.</summary>
    public Door Door { get; }
}
