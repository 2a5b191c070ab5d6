using System.Text;
using Ninben.Feel;

namespace Ninben.Dmn.Tests;

/// <summary>Small models as XML.</summary>
internal static class Models
{
    public const string Space = "https://www.omg.org/spec/DMN/20230324/MODEL/";

    public static DmnReading Read(string body, string space = Space) =>
        DmnReader.Read(Encoding.UTF8.GetBytes($"<definitions xmlns=\"{space}\" id=\"m\" name=\"M\" namespace=\"urn:m\">\n{body}\n</definitions>"), "m.dmn");

    /// <summary>A table on the input "x"; each rule is "test => output ; output".</summary>
    public static DmnModel Table(string hitPolicy, string[] outputs, params string[] rules)
    {
        StringBuilder xml = new();
        xml.Append("<inputData id=\"x\" name=\"x\"/><decision id=\"d\" name=\"D\"><informationRequirement><requiredInput " +
            "href=\"#x\"/></informationRequirement>");
        xml.Append("<decisionTable id=\"t\" ").Append(hitPolicy).Append("><input id=\"i\"><inputExpression><text>x</text></inputExpression></input>");
        foreach (string output in outputs) xml.Append(output);
        int number = 0;
        foreach (string rule in rules)
        {
            string[] sides = rule.Split(" => ");
            xml.Append("<rule id=\"r").Append(++number).Append("\"><inputEntry><text>").Append(sides[0]).Append("</text></inputEntry>");
            foreach (string cell in sides[1].Split(" ; ")) xml.Append("<outputEntry><text>").Append(cell).Append("</text></outputEntry>");
            xml.Append("<annotationEntry><text>note ").Append(number).Append("</text></annotationEntry></rule>");
        }

        DmnReading reading = Read(xml.Append("</decisionTable></decision>").ToString());
        return reading.Model ?? throw new ArgumentException(string.Join("; ", reading.Diagnostics));
    }

    public static DecisionResult Decide(DmnModel model, decimal x) => model.Find("D")!.Evaluate(FeelContext.Empty.With("x", FeelValue.From(x)));
}
