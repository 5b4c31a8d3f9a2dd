using System.Collections;
using System.Globalization;
using FluentValidation;
using FluentValidation.Internal;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;

namespace CoProduce.Web.Ui;

/// <summary>Runs the registered rules of a form when it is sent, and in an island also when a field changes.</summary>
public sealed class FluentRules<TForm> : ComponentBase, IDisposable
    where TForm : class
{
    private ValidationMessageStore store = default!;

    [Inject]
    private IValidator<TForm> Rules { get; set; } = default!;

    [CascadingParameter]
    private EditContext Form { get; set; } = default!;

    public void Dispose()
    {
        Form.OnValidationRequested -= CheckAll;
        Form.OnFieldChanged -= CheckOne;
    }

    protected override void OnInitialized()
    {
        store = new(Form);
        Form.OnValidationRequested += CheckAll;
        Form.OnFieldChanged += CheckOne;
    }

    private void CheckAll(object? sender, ValidationRequestedEventArgs e) => Check(null);

    private void CheckOne(object? sender, FieldChangedEventArgs e) => Check(e.FieldIdentifier);

    private void Check(FieldIdentifier? only)
    {
        var form = (TForm)Form.Model;
        var context = only is null
            ? new ValidationContext<TForm>(form)
            : new(form, new PropertyChain(), new MemberNameValidatorSelector([only.Value.FieldName]));
        var problems = FormProblems.Of(Form);
        problems.Clear(this, only);
        if (only is null)
            store.Clear();
        else
            store.Clear(only.Value);
        foreach (var failure in Rules.Validate(context).Errors) // EditForm wants its answer at once
        {
            var field = Resolve(form, failure.PropertyName);
            store.Add(field, failure.ErrorMessage);
            problems.Add(this, field, failure.ErrorMessage);
        }

        Form.NotifyValidationStateChanged();
    }

    // "Lines[2].Hours" belongs to the object Lines[2], whose member Hours is the field.
    private static FieldIdentifier Resolve(object model, string path)
    {
        var steps = path.Split('.');
        foreach (var step in steps[..^1])
        {
            var bracket = step.IndexOf('[', StringComparison.Ordinal);
            var name = bracket < 0 ? step : step[..bracket];
            var next = model.GetType().GetProperty(name)?.GetValue(model);
            if (bracket >= 0)
                next = (next as IList)?[int.Parse(step.AsSpan()[(bracket + 1)..^1], CultureInfo.InvariantCulture)];
            if (next is null)
                break;
            model = next;
        }

        return new(model, steps[^1]);
    }
}
