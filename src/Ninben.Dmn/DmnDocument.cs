using System.Text;
using System.Xml;
using Ninben.Dmn.Xml;

namespace Ninben.Dmn;

/// <summary>
/// A DMN model with the document it was read from, to be written again. Nothing of the document is lost: diagrams, extension elements, documentation,
/// comments, processing instructions, attributes of other namespaces, prefixes, CDATA sections and white space are kept as they were.
/// </summary>
public sealed class DmnDocument
{
    private readonly XmlDocument _xml;

    private DmnDocument(XmlDocument xml, DmnModel model)
    {
        _xml = xml;
        Model = model;
        if (xml.FirstChild is XmlDeclaration { Encoding.Length: > 0 } declaration) declaration.Encoding = "UTF-8";
    }

    /// <summary>The compiled model of the document.</summary>
    public DmnModel Model { get; }

    /// <summary>Reads a document within the limits of <see cref="DmnReader"/>; every problem is a diagnostic with its place.</summary>
    /// <param name="source">The name shown in locations.</param>
    public static DmnDocumentReading Read(ReadOnlyMemory<byte> xml, string? source = null) => Read(xml, source, new DmnReadOptions());

    /// <summary>Reads a document within the limits of <see cref="DmnReader"/>, with the models it imports.</summary>
    /// <param name="source">The name shown in locations.</param>
    public static DmnDocumentReading Read(ReadOnlyMemory<byte> xml, string? source, DmnReadOptions options)
    {
        DmnReading reading = DmnReader.Read(xml, source, options);
        return new DmnDocumentReading(reading.Model is DmnModel model ? new DmnDocument(SafeXml.ReadWhole(xml), model) : null, reading.Diagnostics);
    }

    /// <summary>
    /// The document as UTF-8 without a byte order mark, with the same XML information set as the one that was read. Quotes, entities and the
    /// space between attributes may be written differently, so that <see cref="DmnModel.Hash"/> of the two may differ.
    /// </summary>
    public ReadOnlyMemory<byte> Write()
    {
        using MemoryStream stream = new();
        XmlWriterSettings settings = new()
        {
            Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            // A carriage return that is not written as a reference would be read as a line feed.
            NewLineHandling = NewLineHandling.Entitize,
            OmitXmlDeclaration = _xml.FirstChild is not XmlDeclaration,
        };
        using (XmlWriter writer = XmlWriter.Create(stream, settings)) _xml.WriteTo(writer);
        return stream.ToArray();
    }
}
