using System.Text;
using System.Xml.Linq;

namespace Ninben.Dev.Commands.Conformance.Betsy;

/// <summary>
/// A model of the suite as Ninben reads it. Only the suite's own placeholders are mapped: script tokens, and the handful of Java-like expressions.
/// Structure is never touched.
/// </summary>
/// <param name="Xml">The bytes to deploy.</param>
/// <param name="Tokens">The token of each script task, by element id.</param>
/// <param name="Error">Code of the first error that the model declares: what a failing script throws.</param>
internal sealed record BetsyModel(byte[] Xml, IReadOnlyDictionary<string, string> Tokens, string Error)
{
    /// <summary>Connector of a script that takes ten seconds.</summary>
    public const string Wait = "betsy-wait";

    /// <summary>Connector of a script that fails.</summary>
    public const string Fail = "betsy-fail";

    private static readonly XNamespace Bpmn = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    private static readonly XNamespace Ninben = "https://ninben.dev/bpmn/1.0";

    private static readonly string[] Expressions =
        ["conditionExpression", "condition", "loopCondition", "loopCardinality", "completionCondition", "activationCondition"];

    public static BetsyModel Read(byte[] xml)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var document = XDocument.Load(new MemoryStream(xml), LoadOptions.PreserveWhitespace);
        var tokens = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var task in document.Descendants().Where(node => node.Name.LocalName is "scriptTask" or "globalScriptTask").ToArray()) Map(task, tokens);
        foreach (var expression in document.Descendants().Where(node => node.Name.Namespace == Bpmn && Expressions.Contains(node.Name.LocalName)))
            if (!expression.HasElements) expression.Value = Feel(expression.Value);
        var error = document.Descendants(Bpmn + "error").FirstOrDefault();
        return new BetsyModel(Encoding.UTF8.GetBytes(document.ToString(SaveOptions.DisableFormatting)), tokens,
            error?.Attribute("errorCode")?.Value ?? error?.Attribute("id")?.Value ?? "error");
    }

    private static void Map(XElement task, Dictionary<string, string> tokens)
    {
        if (task.Element(Bpmn + "script") is not { } script || task.Attribute("id") is not { } id) return;
        var token = script.Value.Trim();
        if (token is "WAIT_TEN_SECONDS" or "THROW_ERROR")
        {
            task.Name = Bpmn + "serviceTask";
            script.ReplaceWith(new XElement(Bpmn + "extensionElements",
                new XElement(Ninben + "connector", new XAttribute("type", token == "THROW_ERROR" ? Fail : Wait))));
            return;
        }

        task.SetAttributeValue("scriptFormat", "feel");
        var isCounting = token.StartsWith("INCREMENT", StringComparison.Ordinal);
        script.Value = isCounting ? "integerVariable + 1" : "null";
        script.AddBeforeSelf(new XElement(Bpmn + "extensionElements",
            new XElement(Ninben + "result", new XAttribute("variable", isCounting ? "integerVariable" : "ignored"))));
        tokens[id.Value] = token switch
        {
            "CREATE_LOG_FILE" => "",
            "CREATE_MARKER_FILE" => "MARKER_exists",
            _ when isCounting => "INCREMENT_correct",
            _ => token,
        };
    }

    /// <summary>The suite's few expressions in FEEL; anything else is left as it is.</summary>
    private static string Feel(string text)
    {
        // One model has a stray angle bracket after its condition.
        var trimmed = text.Trim().TrimEnd('>').TrimEnd();
        if (trimmed.StartsWith("${", StringComparison.Ordinal) && trimmed.EndsWith('}')) return trimmed[2..^1];
        const string call = "test.contains(";
        if (trimmed.StartsWith('!') && trimmed.Contains(call, StringComparison.Ordinal)) return $"not({Feel(trimmed[1..])})";
        return trimmed.StartsWith(call, StringComparison.Ordinal) ? "contains(test, " + trimmed[call.Length..] : text;
    }
}
