using CoProduce.Web.Features.Members;
using CoProduce.Web.Ui;
using Microsoft.Extensions.Localization;

namespace CoProduce.Web.Features.Exchanges;

/// <summary>Reads a half-filled form back as one sentence.</summary>
internal static class LogReadBack
{
    /// <summary>"You gave Margaret an hour and a half on Tuesday: a lift to the hospital."; null while something is missing.</summary>
    public static string? Sentence(
        LogExchangeForm form,
        IEnumerable<PersonHere> people,
        string organisation,
        DateOnly today,
        IStringLocalizer texts
    )
    {
        var other = form.ForTheOrganisation ? organisation : people.FirstOrDefault(p => p.Id.Value == form.Other)?.FirstName;
        if (
            other is null
            || form.ServiceDate(today) is not { } day
            || form.HowLong.ToMinutes() is not > 0
            || string.IsNullOrWhiteSpace(form.Description)
        )
            return null;
        var (time, when, what) = (texts.Duration(form.HowLong.ToMinutes()!.Value), texts.OnDay(day, today), form.Description.Trim());
        return form.IGave
            ? texts["You gave {0} {1} {2}: {3}", other, time, when, what]
            : texts["{0} gave you {1} {2}: {3}", other, time, when, what];
    }
}
