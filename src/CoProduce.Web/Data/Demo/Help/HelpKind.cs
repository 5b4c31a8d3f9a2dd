namespace CoProduce.Web.Data.Demo.Help;

/// <summary>One kind of help in the demo: the category's name and the words people use about it.</summary>
/// <param name="Name">The category's name.</param>
public sealed record HelpKind(string Name)
{
    /// <summary>What was done, written so that it reads well to the one who gave and the one who received.</summary>
    public required IReadOnlyList<Done> Done { get; init; }

    /// <summary>What people say they can do, in their own words.</summary>
    public required IReadOnlyList<string> Skills { get; init; }

    /// <summary>What people offer.</summary>
    public required IReadOnlyList<Wish> Offers { get; init; }

    /// <summary>What people ask for.</summary>
    public required IReadOnlyList<Wish> Requests { get; init; }

    /// <summary>Whether this help is seldom given in the dark half of the year.</summary>
    public bool Outdoors { get; init; }
}

/// <summary>Help that was given, and how long it usually takes in minutes.</summary>
public sealed record Done(int From, int To, string Text);

/// <summary>An offer or a request: a line for the noticeboard, a sentence or two below it, and how long it would take in minutes.</summary>
/// <param name="Done">How it reads once it has been done; null where the title does.</param>
public sealed record Wish(string Title, string Details, int Minutes = 60, string? Done = null);
