using System.Collections.Immutable;
using System.Text;
using System.Xml;
using Ninben.Feel;

namespace Ninben.Dmn.Xml;

/// <summary>Reads XML within limits, in one pass without recursion.</summary>
internal static class SafeXml
{
    private const int MaximumDepth = 128;
    private const int MaximumElements = 200_000;
    private const int MaximumBytes = 10 * 1024 * 1024;

    public static Element? Read(ReadOnlyMemory<byte> xml, string? source, ImmutableArray<Diagnostic>.Builder diagnostics)
    {
        if (xml.Length > MaximumBytes)
        {
            diagnostics.Add(new Diagnostic("xml-too-large", DiagnosticSeverity.Error,
                $"The document has {xml.Length} bytes; the limit is {MaximumBytes}.", new SourceLocation(source, 1, 1, 0, 0)));
            return null;
        }

        if (TagScan.HasHugeTag(xml.Span))
        {
            diagnostics.Add(new Diagnostic("xml-tag-too-large", DiagnosticSeverity.Error, "A tag has thousands of attributes or a million characters.",
                new SourceLocation(source, 1, 1, 0, 0)));
            return null;
        }

        XmlReaderSettings settings = Settings();
        settings.IgnoreComments = true;
        settings.IgnoreProcessingInstructions = true;
        byte[] bytes = xml.ToArray();
        using XmlReader reader = XmlReader.Create(new MemoryStream(bytes, writable: false), settings);
        try
        {
            return Build(reader, RawLines.Of(bytes), source, diagnostics);
        }
        catch (XmlException fault)
        {
            diagnostics.Add(new Diagnostic("xml-malformed", DiagnosticSeverity.Error, fault.Message,
                new SourceLocation(source, Math.Max(1, fault.LineNumber), Math.Max(1, fault.LinePosition), 0, 0)));
            return null;
        }
    }

    /// <summary>The whole document, with all that a model does not need; only for a text that <see cref="Read"/> let through.</summary>
    public static XmlDocument ReadWhole(ReadOnlyMemory<byte> xml)
    {
        XmlDocument document = new() { PreserveWhitespace = true, XmlResolver = null };
        using XmlReader reader = XmlReader.Create(new MemoryStream(xml.ToArray(), writable: false), Settings());
        document.Load(reader);
        return document;
    }

    private static XmlReaderSettings Settings() => new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = MaximumBytes,
        MaxCharactersFromEntities = 1024,
    };

    private static Element? Build(XmlReader reader, RawLines? lines, string? source, ImmutableArray<Diagnostic>.Builder diagnostics)
    {
        IXmlLineInfo place = (IXmlLineInfo)reader;
        Stack<(Element Element, StringBuilder Text)> open = new();
        Element? root = null;
        int count = 0;
        while (reader.Read())
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Element:
                    if (++count > MaximumElements) return Refuse("xml-too-many-elements", $"The document has more than {MaximumElements} elements.",
                        place, source, diagnostics);
                    if (open.Count >= MaximumDepth) return Refuse("xml-too-deep", $"Elements are nested more than {MaximumDepth} levels deep.", place,
                        source, diagnostics);
                    Element element = new(reader.LocalName, reader.NamespaceURI, place.LineNumber, place.LinePosition);
                    root ??= element;
                    if (open.Count > 0) open.Peek().Element.Add(element);
                    bool empty = reader.IsEmptyElement;
                    while (reader.MoveToNextAttribute()) element.SetAttribute(reader.NamespaceURI.Length == 0 ? reader.LocalName : reader.Name, reader.Value);
                    if (!empty) open.Push((element, new StringBuilder()));
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace:
                    if (open.Count > 0) AddText(open.Peek(), reader.Value, (place.LineNumber, place.LinePosition), lines);
                    break;
                case XmlNodeType.EndElement:
                    (Element closed, StringBuilder text) = open.Pop();
                    closed.Text = text.ToString();
                    break;
            }
        }

        return root;
    }

    private static void AddText((Element Element, StringBuilder Text) open, string value, (int Line, int Column) start, RawLines? lines)
    {
        // Only the texts of expressions are asked for the places of their characters.
        if (open.Element.Name == "text" && lines is not null) lines.AddTo(open.Element.Places, start, open.Text.Length, value.Length);
        open.Text.Append(value);
    }

    private static Element? Refuse(string code, string message, IXmlLineInfo place, string? source, ImmutableArray<Diagnostic>.Builder diagnostics)
    {
        diagnostics.Add(new Diagnostic(code, DiagnosticSeverity.Error, message, new SourceLocation(source, place.LineNumber, place.LinePosition, 0, 0)));
        return null;
    }
}
