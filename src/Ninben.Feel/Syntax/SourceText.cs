namespace Ninben.Feel.Syntax;

/// <summary>Where a text lies in a larger one, such as a cell in its model.</summary>
internal interface ITextOrigin
{
    /// <summary>The place of a character and those after it; offset and length count within the smaller text.</summary>
    SourceLocation LocationOf(int offset, int length);
}

/// <summary>A text with the name of its origin; finds lines and columns of offsets, in the larger text when there is one.</summary>
internal sealed class SourceText(string text, string? source, ITextOrigin? origin = null)
{
    public string Text => text;

    public SourceLocation LocationOf(int start, int length)
    {
        if (origin is not null) return origin.LocationOf(start, length);
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
