using System.Text;
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

    private const string Open =
        "<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\" xmlns:n=\"https://ninben.dev/bpmn/1.0\" id=\"m\" targetNamespace=\"t\"";

    private const string Close = "</definitions>";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<AbuseCase> All { get; } =
    [
        .. new XmlAttacks(Open, Close).All().Select(Case),
        Shared("a text cut by 500,000 comments", "read", () =>
            Process($"<documentation>{Many(500_000, "a<!---->")}</documentation>")),
        Shared("an event definition of 20,000 parts, named 8,000 times", "xml-too-much-shared", () =>
            Process(Many(8_000, "<intermediateCatchEvent><eventDefinitionRef>d</eventDefinitionRef></intermediateCatchEvent>"))
            + $"<timerEventDefinition id=\"d\">{Many(20_000, "<documentation/>")}</timerEventDefinition>"),
        Shared("a message with a long key, named by 10,000 operations", "xml-too-much-shared", () =>
            Process(Many(10_000, "<receiveTask operationRef=\"o\"/>")) + "<interface><operation id=\"o\"><inMessageRef>k</inMessageRef></operation></interface>"
            + $"<message id=\"k\"><extensionElements><n:message key=\"= 1{Many(5_000, "+1")}\"/></extensionElements></message>"),
        Shared("a global task with 12,000 outputs, called 12,000 times", "xml-too-much-shared", () =>
            Process(Many(12_000, "<callActivity calledElement=\"g\"/>"))
            + $"<globalUserTask id=\"g\"><ioSpecification>{Many(12_000, "<dataOutput name=\"o\"/>")}</ioSpecification></globalUserTask>"),
    ];

    private static AbuseCase Shared(string name, string expected, Func<string> content)
    {
        Lazy<byte[]> xml = new(() => Encoding.UTF8.GetBytes($"{Open}>{content()}{Close}"));
        return new AbuseCase("BPMN: shared parts", name, expected, () => Ended(xml.Value));
    }

    private static string Process(string content) => $"<process id=\"p\" isExecutable=\"true\"><startEvent id=\"s\"/>{content}</process>";

    private static string Many(int count, string part) => new StringBuilder(count * part.Length).Insert(0, part, count).ToString();

    private static AbuseCase Case((string Name, Func<byte[]> Xml) attack)
    {
        // Made once and outside of what is measured.
        Lazy<byte[]> xml = new(attack.Xml);
        return new AbuseCase("BPMN: XML", attack.Name, Ends.GetValueOrDefault(attack.Name, "xml-malformed"), () => Ended(xml.Value));
    }

    private static string Ended(byte[] xml) =>
        BpmnReader.Read(xml, null).Diagnostics.FirstOrDefault(found => found.Severity == DiagnosticSeverity.Error)?.Code ?? "read";
}
