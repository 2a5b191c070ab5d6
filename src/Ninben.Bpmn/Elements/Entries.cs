using Ninben.Feel;

namespace Ninben.Bpmn.Elements;

/// <summary>Entries of contexts inside contexts.</summary>
internal static class Entries
{
    /// <summary>The context with a value at the end of a path; what stands in the way and is no context is replaced.</summary>
    public static FeelContext With(FeelContext context, ReadOnlySpan<string> path, FeelValue value)
    {
        if (path.Length == 1) return context.With(path[0], value);
        var inner = context.TryGetValue(path[0], out var found) && found.Kind == FeelKind.Context ? found.AsContext() : FeelContext.Empty;
        return context.With(path[0], FeelValue.From(With(inner, path[1..], value)));
    }
}
