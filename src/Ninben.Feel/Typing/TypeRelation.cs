using Ninben.Feel.Builtins;
using Ninben.Feel.Values;

namespace Ninben.Feel.Typing;

/// <summary>What can be said of values from their types alone.</summary>
internal static class TypeRelation
{
    /// <summary>The kind of a type's values; null when there are several, or when they are lists, contexts, ranges or functions.</summary>
    public static FeelKind? ScalarKind(FeelType type) => Plain(type) is SimpleType { Kind: not FeelKind.Null and FeelKind kind } ? kind : null;

    /// <summary>The type without its allowed values.</summary>
    public static FeelType Plain(FeelType type)
    {
        while (type is ConstrainedType constrained) type = constrained.Base;
        return type;
    }

    /// <summary>The type of a value that has one of two types.</summary>
    public static FeelType Either(FeelType first, FeelType second)
    {
        if (first is SimpleType { Kind: FeelKind.Null }) return second;
        if (second is SimpleType { Kind: FeelKind.Null } || first.Equals(second)) return first;
        return Plain(first).Equals(Plain(second)) ? Plain(first) : FeelType.Any;
    }

    /// <summary>Whether no value of the found type but null can become one of the wanted type (DMN 1.5, 10.3.2.9.4).</summary>
    public static bool Excludes(FeelType wanted, FeelType found)
    {
        wanted = Plain(wanted);
        found = Plain(found);
        if (wanted is AnyType || found is AnyType or SimpleType { Kind: FeelKind.Null }) return false;
        if (found is ListType list) return wanted is not ListType && Excludes(wanted, list.Item);
        return wanted switch
        {
            SimpleType simple => found is not SimpleType other
                || (other.Kind != simple.Kind && !(simple.Kind == FeelKind.DateTime && other.Kind == FeelKind.Date)),
            ListType wantedList => Excludes(wantedList.Item, found),
            ContextType => found is not ContextType,
            RangeType => found is not RangeType,
            FunctionType => found is not FunctionType,
            _ => false,
        };
    }

    /// <summary>Whether a built-in's form may take arguments of these types.</summary>
    public static bool MayTake(Overload form, IReadOnlyList<FeelType> arguments)
    {
        if (form.IsVariadic) return arguments.Count > 0;
        if (arguments.Count > form.Parameters.Length || arguments.Count < form.Required) return false;
        for (int i = 0; i < arguments.Count; i++)
        {
            if (form.Parameters[i].Kind is FeelKind kind && Excludes(TypeOf(kind), arguments[i])) return false;
        }

        return true;
    }

    private static FeelType TypeOf(FeelKind kind) => kind switch
    {
        FeelKind.List => new ListType(FeelType.Any),
        FeelKind.Context => new ContextType([]),
        FeelKind.Range => new RangeType(FeelType.Any),
        FeelKind.Function => new FunctionType(null, null),
        _ => new SimpleType(kind),
    };

    /// <summary>The type of one value, as far as types tell it.</summary>
    public static FeelType Of(FeelValue value) => value.Kind == FeelKind.List && value.List.Count > 0
        ? new ListType(value.List.Select(Of).Aggregate(Either)) : TypeOf(value.Kind);
}
