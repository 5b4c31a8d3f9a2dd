namespace CoProduce.Web.Ui;

/// <summary>The beginning of a list and how long all of it is.</summary>
public sealed record Listed<T>(IReadOnlyList<T> Lines, int Count)
{
    /// <summary>True when there is more than is shown.</summary>
    public bool HasMore => Count > Lines.Count;
}
