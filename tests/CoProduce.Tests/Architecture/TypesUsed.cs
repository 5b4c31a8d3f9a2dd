using System.Reflection;
using System.Reflection.Emit;

namespace CoProduce.Tests.Architecture;

/// <summary>Which types a type names: in its base, interfaces, attributes, members, and in the instructions of every method, those that the compiler made included.</summary>
/// <remarks>Constants leave no trace in what is compiled, so that the use of nothing but a constant is not seen.</remarks>
internal static class TypesUsed
{
    private const BindingFlags Own =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<short, OpCode> Codes = typeof(OpCodes)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(f => (OpCode)f.GetValue(null)!)
        .ToDictionary(c => c.Value);

    /// <summary>The types without what they are made of: no arrays, no generic arguments, and the outer type for a nested one.</summary>
    public static HashSet<Type> By(Type type)
    {
        var named = new List<Type?> { type.BaseType };
        named.AddRange(type.GetInterfaces());
        named.AddRange(Attributes(type));
        foreach (var field in type.GetFields(Own))
            named.AddRange([field.FieldType, .. Attributes(field)]);
        foreach (var property in type.GetProperties(Own))
            named.AddRange([property.PropertyType, .. Attributes(property)]);
        foreach (var method in type.GetMethods(Own).Cast<MethodBase>().Concat(type.GetConstructors(Own)))
            named.AddRange([.. Signature(method), .. Attributes(method), .. Body(method)]);
        return [.. named.OfType<Type>().SelectMany(Parts)];
    }

    private static IEnumerable<Type?> Attributes(MemberInfo member) =>
        member.GetCustomAttributesData().SelectMany(a => a.ConstructorArguments.Select(x => x.ArgumentType).Append(a.AttributeType));

    private static IEnumerable<Type?> Signature(MethodBase method) =>
        [
            .. method.GetParameters().Select(p => p.ParameterType),
            (method as MethodInfo)?.ReturnType,
            .. method.IsGenericMethod ? method.GetGenericArguments() : [],
        ];

    private static IEnumerable<Type?> Body(MethodBase method)
    {
        if (method.GetMethodBody() is not { } body || body.GetILAsByteArray() is not { } code)
            yield break;
        foreach (var local in body.LocalVariables)
            yield return local.LocalType;
        foreach (var caught in body.ExceptionHandlingClauses.Where(c => c.Flags == ExceptionHandlingClauseOptions.Clause))
            yield return caught.CatchType;
        foreach (var token in Tokens(code))
        {
            var member = method.Module.ResolveMember(
                token,
                method.DeclaringType!.IsGenericType ? method.DeclaringType.GetGenericArguments() : null,
                method.IsGenericMethod ? method.GetGenericArguments() : null
            );
            yield return member as Type ?? member!.DeclaringType;
            if (member is FieldInfo field)
                yield return field.FieldType;
            foreach (var type in member is MethodBase called ? Signature(called) : [])
                yield return type;
        }
    }

    // The operands that name a type, a method or a field.
    private static IEnumerable<int> Tokens(byte[] code)
    {
        for (var i = 0; i < code.Length; )
        {
            var name = code[i] == 0xFE ? unchecked((short)(0xFE00 | code[i + 1])) : code[i];
            var kind = Codes[name].OperandType;
            i += Codes[name].Size;
            if (kind is OperandType.InlineTok or OperandType.InlineType or OperandType.InlineMethod or OperandType.InlineField)
                yield return BitConverter.ToInt32(code, i);
            i += kind switch
            {
                OperandType.InlineNone => 0,
                OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
                OperandType.InlineVar => 2,
                OperandType.InlineI8 or OperandType.InlineR => 8,
                OperandType.InlineSwitch => 4 + 4 * BitConverter.ToInt32(code, i),
                _ => 4,
            };
        }
    }

    private static IEnumerable<Type> Parts(Type type)
    {
        if (type.HasElementType)
            return Parts(type.GetElementType()!);
        if (type.IsGenericParameter)
            return [];
        IEnumerable<Type> arguments = type.IsConstructedGenericType ? type.GetGenericArguments().SelectMany(Parts) : [];
        return arguments.Append(Outer(type));
    }

    /// <summary>The type that stands in a file under its own name.</summary>
    public static Type Outer(Type type) =>
        type.DeclaringType is { } outer ? Outer(outer)
        : type.IsGenericType ? type.GetGenericTypeDefinition()
        : type;
}
