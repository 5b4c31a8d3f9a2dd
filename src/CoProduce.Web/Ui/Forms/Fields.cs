using System.Linq.Expressions;
using Microsoft.AspNetCore.Components.Forms;

namespace CoProduce.Web.Ui;

/// <summary>What the markup of one field needs to know of itself.</summary>
/// <param name="Id">The id of the first control, to which the error summary leads.</param>
/// <param name="DescribedBy">The ids of hint and error; null when there is neither.</param>
/// <param name="Invalid">"true" when there is an error, otherwise null, so that the attribute is left out.</param>
public sealed record FieldMarks(string Id, string? DescribedBy, string? Invalid);

/// <summary>One entry of a choice: radios, checkboxes, a list.</summary>
public sealed record Choice(string Value, string Text, string? Hint = null);

/// <summary>What is wrong with a form, in the order in which it was found: kept on the edit context, read by <c>ErrorSummary</c>.</summary>
public sealed class FormProblems
{
    private readonly List<(object Source, FieldIdentifier? Field, string Sentence)> all = [];

    /// <summary>Every problem; a null field is a problem of the form as a whole.</summary>
    public IEnumerable<(FieldIdentifier? Field, string Sentence)> All => all.Select(p => (p.Field, p.Sentence));

    /// <summary>The problems of a form, one set for each edit context.</summary>
    public static FormProblems Of(EditContext form)
    {
        ArgumentNullException.ThrowIfNull(form);
        if (!form.Properties.TryGetValue(typeof(FormProblems), out var problems))
            form.Properties[typeof(FormProblems)] = problems = new FormProblems();
        return (FormProblems)problems;
    }

    /// <summary>Adds one problem found by a rule set or by the database.</summary>
    public void Add(object source, FieldIdentifier? field, string sentence) => all.Add((source, field, sentence));

    /// <summary>Forgets what one source found, all of it or for one field.</summary>
    public void Clear(object source, FieldIdentifier? only = null) =>
        all.RemoveAll(p => p.Source == source && (only is null || p.Field.Equals(only)));
}

/// <summary>Ids of fields: made from the field's name alone, so that an error can lead to a field it does not know.</summary>
public static class FieldIds
{
    /// <summary>The id of a field's first control.</summary>
    public static string IdOf(this FieldIdentifier field) => "f-" + field.FieldName;

    /// <summary>The id of the control for a property of a form.</summary>
    public static string IdOf<TValue>(Expression<Func<TValue>> property) => FieldIdentifier.Create(property).IdOf();
}
