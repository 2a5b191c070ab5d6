namespace Ninben.Feel.Syntax;

/// <summary>A text with the name of its origin; finds lines and columns of offsets. Base lets a cell of a model keep its own place.</summary>
internal sealed class SourceText(string text, string? source, SourceLocation? origin = null)
{
    public string Text => text;

    public SourceLocation LocationOf(int start, int length)
    {
        if (origin is not null) return origin with { Offset = start, Length = length };
        int line = 1;
        int lineStart = 0;
        int end = Math.Min(start, text.Length);
        for (int i = 0; i < end; i++)
        {
            if (text[i] != '\n') continue;
            line++;
            lineStart = i + 1;
        }

        return new SourceLocation(source, line, end - lineStart + 1, start, length);
    }
}
