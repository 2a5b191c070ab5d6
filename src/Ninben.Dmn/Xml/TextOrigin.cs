using Ninben.Feel;
using Ninben.Feel.Syntax;

namespace Ninben.Dmn.Xml;

/// <summary>The trimmed text of an element's "text" child: a fault in it lies at its own line and column of the document.</summary>
internal sealed class TextOrigin : ITextOrigin
{
    private readonly TextPlaces _places;
    private readonly SourceLocation _beginning;
    private readonly int _blanks;

    public TextOrigin(Element element, string? source)
    {
        Element text = element.Child("text") ?? element;
        _places = text.Places;
        _beginning = new SourceLocation(source, text.Line, text.Column, 0, 0, element.Id);
        _blanks = text.Text.Length - text.Text.TrimStart().Length;
    }

    public SourceLocation LocationOf(int offset, int length)
    {
        (int line, int column) = _places.Find(offset + _blanks) ?? (_beginning.Line, _beginning.Column);
        return _beginning with { Line = line, Column = column, Offset = offset, Length = length };
    }
}

/// <summary>One place for whatever lies there.</summary>
internal sealed class FixedOrigin(SourceLocation location) : ITextOrigin
{
    public SourceLocation LocationOf(int offset, int length) => location;
}
