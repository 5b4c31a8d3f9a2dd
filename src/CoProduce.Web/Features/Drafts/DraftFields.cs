using System.ComponentModel;
using System.Globalization;
using System.Reflection;

namespace CoProduce.Web.Features.Drafts;

/// <summary>The fields of a form as a browser posts them, and back.</summary>
internal static class DraftFields
{
    private const string Prefix = "Form.";

    /// <summary>The fields of the form itself, without what only its sending needs.</summary>
    public static Dictionary<string, string?[]> Of(IFormCollection posted) =>
        posted
            .Where(f => f.Key.StartsWith(Prefix, StringComparison.Ordinal))
            .ToDictionary(f => f.Key, f => f.Value.ToArray(), StringComparer.Ordinal);

    /// <summary>Writes the fields into the form's properties; what is no property, or cannot be read as its type, is left out.</summary>
    public static void Fill(object form, IReadOnlyDictionary<string, string?[]> fields)
    {
        foreach (var (name, values) in fields)
            Set(form, name[Prefix.Length..].Split('.'), values);
    }

    private static void Set(object target, ReadOnlySpan<string> path, string?[] values)
    {
        if (target.GetType().GetProperty(path[0], BindingFlags.Public | BindingFlags.Instance) is not { } property)
            return;
        if (path.Length > 1)
        {
            if (property.GetValue(target) is { } inner)
                Set(inner, path[1..], values);
        }
        else if (property.CanWrite && Read(property.PropertyType, values) is { } value)
        {
            property.SetValue(target, value);
        }
    }

    private static object? Read(Type type, string?[] values)
    {
        if (type == typeof(List<string>))
            return values.OfType<string>().ToList();
        if (values is not [.., { Length: > 0 } last])
            return null;
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        if (plain == typeof(string))
            return last;
        if (plain == typeof(bool))
            return values.Any(v => string.Equals(v, "true", StringComparison.OrdinalIgnoreCase) || v == "on");
        var converter = TypeDescriptor.GetConverter(plain);
        return converter.CanConvertFrom(typeof(string)) && converter.IsValid(last)
            ? converter.ConvertFromString(null, CultureInfo.InvariantCulture, last)
            : null;
    }
}
