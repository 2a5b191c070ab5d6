using System.Runtime.InteropServices;
using System.Xml;
using Ninben.Dmn.Xml;

namespace Ninben.Bpmn.Xml;

/// <summary>Streams XML into nodes: no DTD, no resolver, and every limit is checked before memory is spent.</summary>
internal static class ModelTree
{
    /// <summary>The root node, or null after reporting why there is none.</summary>
    public static ModelNode? Read(ReadOnlyMemory<byte> xml, FindingList findings)
    {
        if (xml.Length > XmlLimits.Bytes)
        {
            findings.Error("xml-too-large", $"A model has at most {XmlLimits.Bytes} bytes, this one has {xml.Length}.", 1, 1);
            return null;
        }

        if (TagScan.HasHugeTag(xml.Span))
        {
            findings.Error("xml-tag-too-large", "A tag has thousands of attributes or a million characters.", 1, 1);
            return null;
        }

        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            MaxCharactersInDocument = XmlLimits.Bytes,
        };
        var array = MemoryMarshal.TryGetArray(xml, out var segment) ? segment : new ArraySegment<byte>(xml.ToArray());
        using var stream = new MemoryStream(array.Array!, array.Offset, array.Count, writable: false);
        try
        {
            using var text = XmlEncoding.CodePageOf(xml.Span) is { } encoding ? new StringReader(encoding.GetString(xml.Span)) : null;
            using var reader = text is null ? XmlReader.Create(stream, settings) : XmlReader.Create(text, settings);
            return Read(reader, findings);
        }
        catch (XmlException exception)
        {
            var isDtd = exception.Message.Contains("DTD", StringComparison.Ordinal);
            findings.Error(isDtd ? "xml-dtd" : "xml-malformed", isDtd ? "The model has a document type declaration, which is not allowed." : exception.Message,
                Math.Max(1, exception.LineNumber), Math.Max(1, exception.LinePosition), null, isDtd ? "Remove the <!DOCTYPE ...> part." : null);
            return null;
        }
    }

    private static ModelNode? Read(XmlReader reader, FindingList findings)
    {
        var position = (IXmlLineInfo)reader;
        ModelNode? root = null;
        ModelNode? current = null;
        var count = 0;
        while (reader.Read())
        {
            if (reader.NodeType == XmlNodeType.Element)
            {
                if (Exceeded(reader, ++count) is { } limit)
                {
                    findings.Error(limit.Code, limit.Message, position.LineNumber, position.LinePosition, null,
                        "Is this the file of a process? One that a person drew is far below the limit.");
                    return null;
                }

                var isEmpty = reader.IsEmptyElement;
                var node = ReadNode(reader, position);
                if (current is null) root = node;
                else current.Add(node);
                if (!isEmpty) current = node;
            }
            else if (reader.NodeType == XmlNodeType.EndElement) current = current!.Parent;
            else if (current is not null && reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA)
                current!.AddText(reader.Value, position.LineNumber, position.LinePosition);
        }

        return root;
    }

    private static (string Code, string Message)? Exceeded(XmlReader reader, int count)
    {
        if (reader.Depth >= XmlLimits.Depth) return ("xml-too-deep", $"Elements are nested at most {XmlLimits.Depth} deep.");
        if (count > XmlLimits.Elements) return ("xml-too-many-elements", $"A model has at most {XmlLimits.Elements} elements.");
        return reader.AttributeCount > XmlLimits.AttributesPerElement
            ? ("xml-too-many-attributes", $"An element has at most {XmlLimits.AttributesPerElement} attributes.")
            : null;
    }

    private static ModelNode ReadNode(XmlReader reader, IXmlLineInfo position)
    {
        var node = new ModelNode(reader.LocalName, reader.NamespaceURI, position.LineNumber, position.LinePosition);
        while (reader.MoveToNextAttribute())
        {
            if (reader.LocalName == "type" && reader.NamespaceURI == Namespaces.SchemaInstance)
                node.Type = reader.Value[(reader.Value.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim();
            // Camunda began as a fork of Activiti, as Flowable did: their attributes mean the same.
            if (reader.NamespaceURI is not ("" or Namespaces.Camunda or Namespaces.Activiti or Namespaces.Flowable)) continue;
            var name = reader.NamespaceURI.Length == 0 ? reader.LocalName : "camunda:" + reader.LocalName;
            node.Add(new ModelAttribute(name, reader.Value, position.LineNumber, position.LinePosition + reader.Name.Length + 2));
        }

        return node;
    }
}
