using System.Globalization;
using System.Text;

namespace Ninben.Dmn.Xml;

/// <summary>The lines of a document as they were written, to find the places that the XML reader does not tell: those inside of a text.</summary>
internal sealed class RawLines
{
    private readonly string _text;
    private readonly List<int> _starts = [0];

    private RawLines(string text)
    {
        _text = text;
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] == '\n' || (text[i] == '\r' && (i + 1 >= text.Length || text[i + 1] != '\n'))) _starts.Add(i + 1);
        }
    }

    /// <summary>The lines of a document in UTF-8 or with a byte order mark; null for other encodings, whose texts then have only their beginning.</summary>
    public static RawLines? Of(byte[] xml)
    {
        bool marked = xml is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] or [0xEF, 0xBB, 0xBF, ..];
        string head = Encoding.Latin1.GetString(xml, 0, Math.Min(xml.Length, 200));
        bool named = head.StartsWith("<?xml", StringComparison.Ordinal) && head.Contains("encoding", StringComparison.Ordinal)
            && !head.Contains("utf-8", StringComparison.OrdinalIgnoreCase);
        if (named && !marked) return null;
        using StreamReader reader = new(new MemoryStream(xml), Encoding.UTF8, detectEncodingFromByteOrderMarks: true);
        return new RawLines(reader.ReadToEnd());
    }

    /// <summary>Adds the stretches of one text node that begins at a line and column, and whose value takes that many characters.</summary>
    public void AddTo(TextPlaces places, (int Line, int Column) start, int offset, int length)
    {
        if (start.Line > _starts.Count) return;
        int at = _starts[start.Line - 1] + start.Column - 1;
        bool literal = string.CompareOrdinal(_text, at, "<![CDATA[", 0, 9) == 0;
        if (literal) at += 9;
        literal |= at >= 9 && string.CompareOrdinal(_text, at - 9, "<![CDATA[", 0, 9) == 0;
        int line = start.Line;
        places.Add(offset, line, at - _starts[line - 1] + 1);
        for (int end = offset + length; offset < end && at < _text.Length;)
        {
            char c = _text[at];
            if (c == '&' && !literal)
            {
                int close = _text.IndexOf(';', at);
                if (close < 0) return;
                offset += IsBeyondBasicPlane(_text.AsSpan(at + 1, close - at - 1)) ? 2 : 1;
                at = close + 1;
            }
            else
            {
                at += c == '\r' && at + 1 < _text.Length && _text[at + 1] == '\n' ? 2 : 1;
                offset++;
                if (c is not ('\r' or '\n')) continue;
                line++;
            }

            places.Add(offset, line, at - _starts[line - 1] + 1);
        }
    }

    private static bool IsBeyondBasicPlane(ReadOnlySpan<char> reference) => reference switch
    {
        ['#', 'x', .. var digits] => digits.TrimStart('0').Length > 4,
        ['#', .. var digits] => int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out int code) && code > 0xFFFF,
        _ => false,
    };
}
