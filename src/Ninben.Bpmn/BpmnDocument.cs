using System.Collections.Immutable;
using System.Text;
using System.Xml;
using Ninben.Bpmn.Xml;
using Ninben.Feel;

namespace Ninben.Bpmn;

/// <summary>
/// A whole BPMN file: what is written is what was read, with everything that Ninben itself does not use. Diagrams, documentation, extension elements
/// and attributes of any tool, comments, prefixes, white space and CDATA sections stay as they are.
/// </summary>
public sealed class BpmnDocument
{
    private BpmnDocument(XmlDocument xml) => Xml = xml;

    /// <summary>The document; it may be changed before it is written.</summary>
    public XmlDocument Xml { get; }

    /// <summary>Reads a file under the limits of <see cref="BpmnReader"/>. It need not be executable.</summary>
    /// <param name="xml">The file's bytes, at most 10 MB.</param>
    /// <param name="source">Name shown in diagnostics, e.g. the file name.</param>
    public static BpmnDocumentReading Read(ReadOnlyMemory<byte> xml, string? source = null)
    {
        var findings = new FindingList(source);
        // The streaming reader keeps the limits, so that the document below is built only from what is within them.
        if (ModelTree.Read(xml, findings) is not { } root) return new BpmnDocumentReading(null, findings.ToImmutable());
        if (root is not { Name: "definitions", IsBpmn: true })
        {
            BpmnReader.ReportOther(root, findings);
            return new BpmnDocumentReading(null, findings.ToImmutable());
        }

        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            MaxCharactersInDocument = XmlLimits.Bytes,
        };
        using var text = XmlEncoding.CodePageOf(xml.Span) is { } encoding ? new StringReader(encoding.GetString(xml.Span)) : null;
        using var stream = new MemoryStream(xml.ToArray(), writable: false);
        using var reader = text is null ? XmlReader.Create(stream, settings) : XmlReader.Create(text, settings);
        // Of the two object models of .NET this one keeps the prefix of each element where two name the same namespace.
        var document = new XmlDocument { PreserveWhitespace = true, XmlResolver = null };
        document.Load(reader);
        return new BpmnDocumentReading(new BpmnDocument(document), findings.ToImmutable());
    }

    /// <summary>The document in UTF-8, with the same information items (XML Infoset) as were read.</summary>
    public byte[] Write()
    {
        using var stream = new MemoryStream();
        using (var writer = XmlWriter.Create(stream, new XmlWriterSettings
        {
            Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            OmitXmlDeclaration = Xml.FirstChild is not XmlDeclaration,
            Indent = false,
            // A line break in an attribute must be written as a reference, or the next reader takes it for a space.
            NewLineHandling = NewLineHandling.Entitize,
        }))
            Xml.Save(writer);

        return stream.ToArray();
    }
}

/// <summary>What reading a file gave.</summary>
/// <param name="Document">Null when the file is not BPMN or goes beyond a limit.</param>
/// <param name="Diagnostics">Why there is no document.</param>
public sealed record BpmnDocumentReading(BpmnDocument? Document, ImmutableArray<Diagnostic> Diagnostics);
