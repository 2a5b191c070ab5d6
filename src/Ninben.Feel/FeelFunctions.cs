using System.Collections.Immutable;
using Ninben.Feel.Builtins;

namespace Ninben.Feel;

/// <summary>The built-in functions (DMN 1.5, 10.3.4).</summary>
public static class FeelFunctions
{
    /// <summary>All of them, by family.</summary>
    public static ImmutableArray<FeelFunctionSignature> All { get; } =
        [.. BuiltinCatalogue.All.Select(builtin => new FeelFunctionSignature(builtin.Name, builtin.Summary, [.. builtin.Overloads.Select(FormOf)]))];

    private static string FormOf(Overload form) => form.IsVariadic ? "..." : string.Join(", ", form.Parameters.Select(parameter =>
        $"{parameter.Name}{(parameter.IsOptional ? "?" : "")}{(parameter.Kind is FeelKind kind ? ": " + NameOf(kind) : "")}"));

    private static string NameOf(FeelKind kind) => kind switch
    {
        FeelKind.DateTime => "date and time",
        FeelKind.DaysAndTimeDuration => "days and time duration",
        FeelKind.YearsAndMonthsDuration => "years and months duration",
        _ => kind.ToString().ToLowerInvariant(),
    };
}
