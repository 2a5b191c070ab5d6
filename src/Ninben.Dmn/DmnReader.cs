using System.Collections.Immutable;
using System.Security.Cryptography;
using Ninben.Dmn.Model;
using Ninben.Dmn.Xml;
using Ninben.Feel;

namespace Ninben.Dmn;

/// <summary>Reads DMN 1.1 to 1.5 models. Hostile input is refused: no DTD, no external reference, at most 128 levels, 200,000 elements, 10 MB.</summary>
public static class DmnReader
{
    /// <summary>Reads and compiles a model; every problem is a diagnostic with its place.</summary>
    /// <param name="source">The name shown in locations.</param>
    public static DmnReading Read(ReadOnlyMemory<byte> xml, string? source = null) => Read(xml, source, new DmnReadOptions());

    /// <summary>Reads and compiles a model with those it imports; every problem is a diagnostic with its place.</summary>
    /// <param name="source">The name shown in locations.</param>
    public static DmnReading Read(ReadOnlyMemory<byte> xml, string? source, DmnReadOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        ImmutableArray<Diagnostic>.Builder diagnostics = ImmutableArray.CreateBuilder<Diagnostic>();
        if (SafeXml.Read(xml, source, diagnostics) is not Element root) return new DmnReading(null, diagnostics.ToImmutable());
        DrgIndex? index = new DefinitionsReader(new ModelLibrary(options, diagnostics), source).Read(root);
        bool faulty = index is null || diagnostics.Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        if (faulty) return new DmnReading(null, diagnostics.ToImmutable());
        string name = root.Attribute("name") ?? "";
        DmnModel model = new(index!, root.Attribute("id") ?? name, name, Convert.ToHexStringLower(SHA256.HashData(xml.Span)));
        return new DmnReading(model, diagnostics.ToImmutable());
    }
}
