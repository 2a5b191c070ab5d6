using System.Collections.Immutable;
using System.Xml;

namespace Ninben.Dev.Commands.Conformance.Miwg;

/// <summary>Compares two XML files by their information items, read with nothing but an <see cref="XmlReader"/>.</summary>
internal static class Infoset
{
    private const int Most = 20;

    /// <summary>What differs, in the order of the first file; empty when nothing does.</summary>
    public static ImmutableArray<string> Differences(byte[] before, byte[] after)
    {
        var (expected, found) = (Items(before), Items(after));
        var differences = ImmutableArray.CreateBuilder<string>();
        for (var i = 0; i < Math.Max(expected.Count, found.Count) && differences.Count < Most; i++)
        {
            var (left, right) = (i < expected.Count ? expected[i] : null, i < found.Count ? found[i] : null);
            if (left?.Text == right?.Text) continue;
            differences.Add($"line {left?.Line ?? right!.Line}, {(left ?? right!).Kind}: {left?.Text ?? "nothing"} became {right?.Text ?? "nothing"}");
            // One missing item shifts all that follow.
            if (expected.Count != found.Count) break;
        }

        return differences.ToImmutable();
    }

    private static List<Item> Items(byte[] xml)
    {
        var items = new List<Item>();
        using var reader = XmlReader.Create(new MemoryStream(xml), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
        var position = (IXmlLineInfo)reader;
        var kind = "document";
        while (reader.Read())
        {
            if (reader.NodeType == XmlNodeType.XmlDeclaration) continue;
            if (reader.NodeType == XmlNodeType.Element) kind = KindOf(reader.NamespaceURI);
            // White space is split into nodes as the parser likes; what counts is all of it together.
            if (items.Count > 0 && items[^1].Type == reader.NodeType && reader.NodeType is XmlNodeType.Text or XmlNodeType.Whitespace)
            {
                items[^1] = items[^1] with { Text = items[^1].Text + reader.Value };
                continue;
            }

            items.Add(new Item(reader.NodeType, kind, $"{reader.NodeType} {reader.Name} {{{reader.NamespaceURI}}} {reader.Value}", position.LineNumber));
            if (reader.NodeType != XmlNodeType.Element) continue;
            var attributes = new List<Item>();
            while (reader.MoveToNextAttribute())
                attributes.Add(new Item(XmlNodeType.Attribute, reader.NamespaceURI.Length == 0 ? kind : KindOf(reader.NamespaceURI),
                    $"@{reader.Name} {{{reader.NamespaceURI}}} {reader.Value}", position.LineNumber));
            // Attributes have no order.
            items.AddRange(attributes.OrderBy(attribute => attribute.Text, StringComparer.Ordinal));
        }

        return items;
    }

    private static string KindOf(string space) => space switch
    {
        "http://www.omg.org/spec/BPMN/20100524/MODEL" => "BPMN",
        "http://www.omg.org/spec/BPMN/20100524/DI" or "http://www.omg.org/spec/DD/20100524/DI" or "http://www.omg.org/spec/DD/20100524/DC" => "diagram",
        _ => "extension",
    };

    private sealed record Item(XmlNodeType Type, string Kind, string Text, int Line);
}
