using System.Globalization;
using System.Xml.Linq;
using Ninben.Feel;
using Ninben.Feel.Values;

namespace Ninben.Dmn.Tests.Conformance;

/// <summary>Reads the test files of the DMN TCK (testCases.xsd).</summary>
internal static class TckReader
{
    private static readonly XNamespace Xsi = "http://www.w3.org/2001/XMLSchema-instance";

    public static (string ModelFile, IReadOnlyList<TckCase> Cases) Read(string file)
    {
        XElement root = XDocument.Load(file, LoadOptions.PreserveWhitespace).Root!;
        XNamespace space = root.Name.Namespace;
        string folder = Path.GetDirectoryName(file)!;
        List<TckCase> cases = [];
        foreach (XElement element in root.Elements(space + "testCase"))
        {
            FeelContext inputs = FeelContext.Of(element.Elements(space + "inputNode")
                .Select(node => KeyValuePair.Create(node.Attribute("name")!.Value, ValueOf(node))));
            List<(string, FeelValue)> results = [.. element.Elements(space + "resultNode")
                .Select(node => (node.Attribute("name")!.Value, node.Element(space + "expected") is XElement expected ? ValueOf(expected) : FeelValue.Null))];
            cases.Add(new TckCase(Path.GetFileName(folder), element.Attribute("id")!.Value, element.Attribute("type")?.Value ?? "decision",
                element.Attribute("invocableName")?.Value, inputs, results));
        }

        return (Path.Combine(folder, root.Element(space + "modelName")!.Value), cases);
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
            "date" => TemporalText.ParseDate(text.Trim()),
            "time" => TemporalText.ParseTime(text.Trim()),
            "dateTime" => TemporalText.ParseDateTime(text.Trim()),
            "duration" => TemporalText.ParseDuration(text.Trim()),
            _ => throw new FormatException($"Unknown type '{type}' in a TCK value."),
        };
    }
}
