namespace CoProduce.Web.Ui;

/// <summary>A place to go, with its words; no address means the place where one is.</summary>
/// <param name="Count">Shown after the words, such as how many wait; null shows nothing.</param>
public sealed record Link(string Text, string? Href, long? Count = null);
