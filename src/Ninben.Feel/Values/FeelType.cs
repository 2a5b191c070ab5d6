using System.Collections.Immutable;

namespace Ninben.Feel.Values;

/// <summary>The types of DMN 1.5, 10.3.2, as far as values can be checked against them.</summary>
internal abstract record FeelType
{
    private protected FeelType()
    {
    }

    public static FeelType Any { get; } = new AnyType();

    /// <summary>The built-in type of that name, or null.</summary>
    public static FeelType? Named(string name) => name switch
    {
        "Any" => Any,
        "Null" => new SimpleType(FeelKind.Null),
        "number" => new SimpleType(FeelKind.Number),
        "string" => new SimpleType(FeelKind.String),
        "boolean" => new SimpleType(FeelKind.Boolean),
        "date" => new SimpleType(FeelKind.Date),
        "time" => new SimpleType(FeelKind.Time),
        "date and time" or "dateTime" => new SimpleType(FeelKind.DateTime),
        "days and time duration" or "dayTimeDuration" => new SimpleType(FeelKind.DaysAndTimeDuration),
        "years and months duration" or "yearMonthDuration" => new SimpleType(FeelKind.YearsAndMonthsDuration),
        "list" => new ListType(Any),
        "context" => new ContextType([]),
        "range" => new RangeType(Any),
        "function" => new FunctionType(null, null),
        _ => null,
    };

    /// <summary>The type in words, as models name it.</summary>
    public abstract string Words { get; }

    /// <summary>The name of the built-in type whose values are of that kind.</summary>
    public static string NameOf(FeelKind kind) => kind switch
    {
        FeelKind.DateTime => "date and time",
        FeelKind.DaysAndTimeDuration => "days and time duration",
        FeelKind.YearsAndMonthsDuration => "years and months duration",
        FeelKind.Null => "null",
        _ => kind.ToString().ToLowerInvariant(),
    };

    public sealed override string ToString() => Words;

    /// <summary>Whether the value is an instance of this type.</summary>
    public abstract bool IsInstance(FeelValue value);

    /// <summary>The value as this type wants it: itself, unwrapped from or wrapped into a list, a date made a date and time, or null.</summary>
    public FeelValue Coerce(FeelValue value, out bool failed)
    {
        failed = false;
        if (value.IsNull || this is AnyType || IsInstance(value)) return value;
        if (this is ConstrainedType constrained)
        {
            FeelValue fitted = constrained.Base.Coerce(value, out failed);
            failed = failed || !constrained.Allows(fitted);
            return failed ? default : fitted;
        }

        if (value.Kind == FeelKind.List && value.List.Count == 1 && this is not ListType && IsInstance(value.List[0])) return value.List[0];
        if (this is ListType list && value.Kind != FeelKind.List && list.Item.IsInstance(value)) return FeelValue.ListOf(value);
        if (this is SimpleType { Kind: FeelKind.DateTime } && value.Kind == FeelKind.Date) return FeelValue.FromDateTime(value.Days, 0, FeelZone.Utc);
        failed = true;
        return default;
    }

    /// <summary>Whether every value of the other type is also one of this type.</summary>
    public abstract bool Includes(FeelType other);
}

internal sealed record AnyType : FeelType
{
    public override string Words => "Any";

    public override bool IsInstance(FeelValue value) => !value.IsNull;

    public override bool Includes(FeelType other) => true;
}

internal sealed record SimpleType(FeelKind Kind) : FeelType
{
    public override string Words => NameOf(Kind);

    public override bool IsInstance(FeelValue value) => value.Kind == Kind;

    public override bool Includes(FeelType other) => other is SimpleType simple && (simple.Kind == Kind || simple.Kind == FeelKind.Null)
        || other is ConstrainedType constrained && Includes(constrained.Base);
}

internal sealed record ListType(FeelType Item) : FeelType
{
    public override string Words => Item is AnyType ? "list" : $"list of {Item}";

    public override bool IsInstance(FeelValue value)
    {
        if (value.Kind != FeelKind.List) return false;
        foreach (FeelValue item in value.List)
        {
            if (Item is not AnyType && !item.IsNull && !Item.IsInstance(item)) return false;
        }

        return true;
    }

    public override bool Includes(FeelType other) => other is ListType list && Item.Includes(list.Item) || other is SimpleType { Kind: FeelKind.Null };
}

internal sealed record ContextType(ImmutableArray<FeelParameter> Fields) : FeelType
{
    public override string Words => Fields.Length == 0 ? "context" : $"context of {string.Join(", ", Fields.Select(entry => entry.Name))}";

    public override bool IsInstance(FeelValue value)
    {
        if (value.Kind != FeelKind.Context) return false;
        FeelContext context = value.AsContext();
        foreach (FeelParameter field in Fields)
        {
            if (!context.TryGetValue(field.Name, out FeelValue entry)) return false;
            if (!entry.IsNull && !field.Type.IsInstance(entry)) return false;
        }

        return true;
    }

    public override bool Includes(FeelType other)
    {
        if (other is SimpleType { Kind: FeelKind.Null }) return true;
        return other is ContextType context && Fields.All(field => context.Fields.Any(found => found.Name == field.Name && field.Type.Includes(found.Type)));
    }

    public bool Equals(ContextType? other) => other is not null && Fields.SequenceEqual(other.Fields);

    public override int GetHashCode() => Fields.Length;
}

internal sealed record RangeType(FeelType Item) : FeelType
{
    public override string Words => Item is AnyType ? "range" : $"range of {Item}";

    public override bool IsInstance(FeelValue value) => value.Kind == FeelKind.Range
        && (Item is AnyType
            || ((value.Range.Start.IsNull || Item.IsInstance(value.Range.Start)) && (value.Range.End.IsNull || Item.IsInstance(value.Range.End))));

    public override bool Includes(FeelType other) => other is RangeType range && Item.Includes(range.Item) || other is SimpleType { Kind: FeelKind.Null };
}

/// <summary>A function type; null parameters stand for any function. Parameters compare contravariantly, results covariantly.</summary>
internal sealed record FunctionType(IReadOnlyList<FeelType>? Parameters, FeelType? Result) : FeelType
{
    public override string Words => "function";

    public override bool IsInstance(FeelValue value)
    {
        if (value.Kind != FeelKind.Function) return false;
        if (Parameters is null) return true;
        FeelFunction function = value.Function;
        if (function.Parameters.Count != Parameters.Count) return false;
        for (int i = 0; i < Parameters.Count; i++)
        {
            if (!function.Parameters[i].Type.Includes(Parameters[i])) return false;
        }

        // The answer of a function without a declared type is not known, so it is not held against it.
        return Result is null || function.Result is AnyType || Result.Includes(function.Result);
    }

    public override bool Includes(FeelType other) => other is FunctionType function && (Parameters is null || (function.Parameters is not null
        && function.Parameters.Count == Parameters.Count
        && Parameters.Zip(function.Parameters).All(pair => pair.Second.Includes(pair.First))
        && (Result is null || (function.Result is not null && Result.Includes(function.Result)))))
        || other is SimpleType { Kind: FeelKind.Null };
}

/// <summary>A named type of a model whose values must also pass unary tests (allowed values, type constraints).</summary>
/// <param name="Tests">The unary tests as they were written.</param>
internal sealed record ConstrainedType(FeelType Base, Func<FeelValue, bool> Allows, string Tests) : FeelType
{
    public override string Words => $"{Base} among {Tests}";

    public override bool IsInstance(FeelValue value) => Base.IsInstance(value) && Allows(value);

    public override bool Includes(FeelType other) => Equals(other);
}
