using Ninben.Feel.Syntax;

namespace Ninben.Feel.Evaluation;

/// <summary>Where compiled code came from; the line and column are worked out only when a note needs them.</summary>
internal sealed class Place(SourceText source, int start, int length)
{
    public static Place Nowhere { get; } = new(new SourceText("", null), 0, 0);

    public SourceLocation Location => source.LocationOf(start, length);

    public string Text => source.Text.Substring(start, Math.Min(length, Math.Min(60, source.Text.Length - start)));
}
