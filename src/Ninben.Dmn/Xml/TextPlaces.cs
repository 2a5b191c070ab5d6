namespace Ninben.Dmn.Xml;

/// <summary>
/// Where the characters of a text lie in the document. Characters follow each other on one line, but for new lines, references such as
/// &amp;lt; and comments; a stretch begins after each of these.
/// </summary>
internal sealed class TextPlaces
{
    private readonly List<(int Offset, int Line, int Column)> _stretches = [];

    public void Add(int offset, int line, int column) => _stretches.Add((offset, line, column));

    /// <summary>Line and column of a character; null when the text has no place.</summary>
    public (int Line, int Column)? Find(int offset)
    {
        for (int i = _stretches.Count - 1; i >= 0; i--)
        {
            (int from, int line, int column) = _stretches[i];
            if (from <= offset) return (line, column + offset - from);
        }

        return null;
    }
}
