using System.Text;
using Ninben.Dmn;
using Ninben.Feel;

namespace Ninben.Dev.Commands.Bench.Abuse;

/// <summary>Hostile DMN: the XML itself, and models whose parts need each other in circles or by the thousand.</summary>
internal static class DmnAttacks
{
    private const string Open = "<definitions xmlns=\"https://www.omg.org/spec/DMN/20230324/MODEL/\" id=\"m\" name=\"M\" namespace=\"https://example.org/m\"";
    private const string Close = "</definitions>";

    private static readonly Dictionary<string, string> Ends = new(StringComparer.Ordinal)
    {
        ["200,000 levels"] = "xml-too-deep",
        ["100,000 attributes"] = "xml-tag-too-large",
        ["400,000 elements"] = "xml-too-many-elements",
        ["11 MB"] = "xml-too-large",
        ["a name of 5 MB"] = "xml-tag-too-large",
    };

    /// <summary>All of them.</summary>
    public static IReadOnlyList<AbuseCase> All { get; } =
    [
        .. new XmlAttacks(Open, Close).All().Select(attack => Case("DMN: XML", attack, Ends.GetValueOrDefault(attack.Name, "xml-malformed"))),
        Case("DMN: circle", ("a decision that requires itself", () => Model(Decision("a", ["a"], "1"))), "dmn-cycle"),
        Case("DMN: circle", ("2,000 decisions in a circle", () => Model([.. Enumerable.Range(0, 2_000).Select(i =>
            Decision($"d{i}", [$"d{(i + 1) % 2_000}"], "1"))])), "dmn-cycle"),
        Case("DMN: circle", ("an item definition of itself", () => Model("<itemDefinition name=\"t\"><typeRef>t</typeRef></itemDefinition>",
            "<decision id=\"d\" name=\"d\"><variable name=\"d\" typeRef=\"t\"/><literalExpression><text>1</text></literalExpression></decision>")), "answered"),
        Case("DMN: width", ("2,000 decisions in a row", () => Model([Decision("d0", [], "1"), .. Enumerable.Range(1, 2_000).Select(i =>
            Decision($"d{i}", [$"d{i - 1}"], $"d{i - 1} + 1"))])), "answered or budget-exhausted"),
        Case("DMN: width", ("every decision requires all before it, 40 deep", () => Model([.. Enumerable.Range(0, 40).Select(i =>
            Decision($"d{i}", Before(i), i == 0 ? "1" : string.Join(" + ", Before(i))))])), "answered"),
        Case("DMN: bomb", ("a loop in a cell", () => Model("<decision id=\"d\" name=\"d\"><decisionTable>"
            + "<input><inputExpression><text>1</text></inputExpression></input><output/>"
            + "<rule><inputEntry><text>count(for i in 1..9000, j in 1..9000 return ?) &gt; 0</text></inputEntry>"
            + "<outputEntry><text>1</text></outputEntry></rule>"
            + "</decisionTable></decision>")), "budget-exhausted"),
    ];

    private static AbuseCase Case(string attack, (string Name, Func<byte[]> Xml) input, string expected)
    {
        // Made once and outside of what is measured.
        Lazy<byte[]> xml = new(input.Xml);
        return new AbuseCase(attack, input.Name, expected, () => Ended(xml.Value));
    }

    /// <summary>Reads the model, and evaluates its last decision when it has one.</summary>
    private static string Ended(byte[] xml)
    {
        DmnReading reading = DmnReader.Read(xml);
        if (reading.Model is not DmnModel model) return reading.Diagnostics.First(found => found.Severity == DiagnosticSeverity.Error).Code;
        if (model.Decisions.Count == 0) return "read";
        DecisionResult result = model.Decisions[^1].Evaluate(FeelContext.Empty);
        return result.Output.IsNull ? result.Notes[0].Code : "answered";
    }

    private static IEnumerable<string> Before(int number) => Enumerable.Range(0, number).Select(i => $"d{i}");

    private static byte[] Model(params IEnumerable<string> parts) => Encoding.UTF8.GetBytes(Open + ">" + string.Concat(parts) + Close);

    private static string Decision(string id, IEnumerable<string> required, string text) => $"<decision id=\"{id}\" name=\"{id}\"><variable name=\"{id}\"/>"
        + string.Concat(required.Select(other => $"<informationRequirement><requiredDecision href=\"#{other}\"/></informationRequirement>"))
        + $"<literalExpression><text>{text}</text></literalExpression></decision>";
}
