using System.Globalization;
using System.Xml.Linq;
using Ninben.Feel;

namespace Ninben.Dev.Commands.Conformance.Dmn;

/// <summary>Reads the test files of the DMN TCK (testCases.xsd).</summary>
internal static class TckReader
{
    private static readonly XNamespace Xsi = "http://www.w3.org/2001/XMLSchema-instance";

    /// <summary>Every test file below a folder, in order of its path.</summary>
    public static IEnumerable<string> FilesIn(string folder) =>
        Directory.GetFiles(folder, "*-test-*.xml", SearchOption.AllDirectories).Order(StringComparer.Ordinal);

    /// <summary>The model that a test file is about, and its cases.</summary>
    public static (string ModelFile, IReadOnlyList<TckCase> Cases) Read(string file)
    {
        XElement root = XDocument.Load(file, LoadOptions.PreserveWhitespace).Root!;
        XNamespace space = root.Name.Namespace;
        string folder = Path.GetDirectoryName(Path.GetFullPath(file))!;
        string name = $"{Path.GetFileName(Path.GetDirectoryName(folder))}/{Path.GetFileName(folder)}";
        List<TckCase> cases = [];
        foreach (XElement element in root.Elements(space + "testCase"))
        {
            FeelContext inputs = FeelContext.Of(element.Elements(space + "inputNode")
                .Select(node => KeyValuePair.Create(node.Attribute("name")!.Value, ValueOf(node))));
            List<TckResult> results = [.. element.Elements(space + "resultNode").Select(Result)];
            cases.Add(new TckCase(name, Path.GetFileNameWithoutExtension(file), element.Attribute("id")!.Value,
                element.Attribute("type")?.Value ?? "decision", element.Attribute("invocableName")?.Value, inputs, results));
        }

        return (Path.Combine(folder, root.Element(space + "modelName")!.Value), cases);
    }

    private static TckResult Result(XElement node)
    {
        XElement? expected = node.Element(node.Name.Namespace + "expected");
        bool isError = node.Attribute("errorResult")?.Value is "true" or "1";
        return new TckResult(node.Attribute("name")!.Value, expected is null || isError ? FeelValue.Null : ValueOf(expected), isError);
    }

    private static FeelValue ValueOf(XElement holder)
    {
        XNamespace space = holder.Name.Namespace;
        if (holder.Element(space + "list") is XElement list)
        {
            return list.Attribute(Xsi + "nil")?.Value == "true" ? FeelValue.Null : FeelValue.FromList([.. list.Elements(space + "item").Select(ValueOf)]);
        }

        List<XElement> components = [.. holder.Elements(space + "component")];
        if (components.Count > 0) return FeelValue.From(FeelContext.Of(components.Select(part =>
            KeyValuePair.Create(part.Attribute("name")!.Value, ValueOf(part)))));
        return holder.Element(space + "value") is XElement value ? Scalar(value) : FeelValue.Null;
    }

    private static FeelValue Scalar(XElement value)
    {
        if (value.Attribute(Xsi + "nil")?.Value == "true") return FeelValue.Null;
        string type = value.Attribute(Xsi + "type")?.Value.Split(':')[^1] ?? "string";
        string text = value.Value;
        return type switch
        {
            "string" => FeelValue.From(text),
            "boolean" => FeelValue.From(text.Trim() is "true" or "1"),
            "decimal" or "double" or "integer" or "int" or "float" or "long" =>
                FeelValue.From(decimal.Parse(text.Trim(), NumberStyles.Float, CultureInfo.InvariantCulture)),
            "date" or "time" or "dateTime" or "duration" => Temporal(text.Trim()),
            _ => throw new FormatException($"Unknown type '{type}' in a TCK value."),
        };
    }

    private static FeelValue Temporal(string text) =>
        FeelExpression.Compile($"@\"{text}\"", FeelScope.Of()).Expression!.EvaluateValue(FeelContext.Empty);
}
