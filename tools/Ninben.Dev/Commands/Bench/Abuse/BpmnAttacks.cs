using Ninben.Bpmn;
using Ninben.Feel;

namespace Ninben.Dev.Commands.Bench.Abuse;

/// <summary>Hostile XML for the reader of processes.</summary>
internal static class BpmnAttacks
{
    private static readonly Dictionary<string, string> Ends = new(StringComparer.Ordinal)
    {
        ["200,000 levels"] = "xml-too-deep",
        ["100,000 attributes"] = "xml-tag-too-large",
        ["400,000 elements"] = "xml-too-many-elements",
        ["11 MB"] = "xml-too-large",
        ["a name of 5 MB"] = "xml-tag-too-large",
        ["a file as an entity"] = "xml-dtd",
        ["an address as an entity"] = "xml-dtd",
        ["a parameter entity"] = "xml-dtd",
        ["a DTD of its own"] = "xml-dtd",
        ["a billion laughs"] = "xml-dtd",
        ["a quadratic blow-up"] = "xml-dtd",
        ["an entity in UTF-16"] = "xml-dtd",
    };

    /// <summary>All of them.</summary>
    public static IReadOnlyList<AbuseCase> All { get; } = [.. new XmlAttacks(
        "<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\" id=\"m\" targetNamespace=\"t\"", "</definitions>").All().Select(Case)];

    private static AbuseCase Case((string Name, Func<byte[]> Xml) attack)
    {
        // Made once and outside of what is measured.
        Lazy<byte[]> xml = new(attack.Xml);
        return new AbuseCase("BPMN: XML", attack.Name, Ends.GetValueOrDefault(attack.Name, "xml-malformed"), () => Ended(xml.Value));
    }

    private static string Ended(byte[] xml) =>
        BpmnReader.Read(xml, null).Diagnostics.FirstOrDefault(found => found.Severity == DiagnosticSeverity.Error)?.Code ?? "read";
}
