using System.Linq.Expressions;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;

namespace CoProduce.Web.Ui;

/// <summary>
/// What the database decided against, said beside the field it concerns: the submit handler calls <c>Add</c> and does not redirect.
/// </summary>
public sealed class Refusals : ComponentBase, IDisposable
{
    private ValidationMessageStore store = default!;

    [CascadingParameter]
    private EditContext Form { get; set; } = default!;

    /// <summary>Refuses one field, in a sentence that says what happened and what to do.</summary>
    public void Add<TValue>(Expression<Func<TValue>> field, string sentence) => Add(FieldIdentifier.Create(field), sentence);

    /// <summary>Refuses the form as a whole.</summary>
    public void Add(string sentence) => Add(null, sentence);

    public void Dispose() => Form.OnValidationRequested -= Clear;

    protected override void OnInitialized()
    {
        store = new(Form);
        Form.OnValidationRequested += Clear;
    }

    private void Add(FieldIdentifier? field, string sentence)
    {
        store.Add(field ?? new FieldIdentifier(Form.Model, ""), sentence);
        FormProblems.Of(Form).Add(this, field, sentence);
        Form.NotifyValidationStateChanged();
    }

    private void Clear(object? sender, ValidationRequestedEventArgs e)
    {
        store.Clear();
        FormProblems.Of(Form).Clear(this);
    }
}
