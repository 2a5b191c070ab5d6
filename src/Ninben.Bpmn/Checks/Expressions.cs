using System.Globalization;
using Ninben.Bpmn.Xml;

namespace Ninben.Bpmn.Checks;

/// <summary>Expressions that a program can evaluate (BPMN 2.0, 8.4.6).</summary>
internal static class Expressions
{
    private static readonly ModelRule Informal = ModelRule.Error("informal-expression",
        "In an executable model that names an expression language, every expression is a formal one.",
        "Write xsi:type=\"bpmn:tFormalExpression\" on it, or remove expressionLanguage: then a plain text is read as FEEL.", "8.4.6 Expressions");

    private static readonly ModelRule NotBoolean = ModelRule.Error("condition-not-boolean", "A condition can be true: it is neither a number nor a text.",
        "Write a comparison, such as total > 23.", "8.4.6 Expressions");

    public static Check Check { get; } = new(Run, [Informal, NotBoolean]);

    private static void Run(CheckSubject subject)
    {
        // A plain expression has no language, so it is text for people; without a named language for the model it is read as FEEL.
        var language = subject.Root["expressionLanguage"];
        var isFormal = language is not null && !language.Contains("FEEL", StringComparison.OrdinalIgnoreCase);
        foreach (var node in subject.Executed)
        {
            if (!IsExpression(node) || string.IsNullOrWhiteSpace(node.Text)) continue;
            if (isFormal && node.Type is not "tFormalExpression")
                subject.Report(Informal, node, $"bpmn:{node.Name} is text for people, as its type is not tFormalExpression: '{node.Text.Trim()}'.");
            if (node.Name is "conditionExpression" or "completionCondition" or "loopCondition" or "condition" && IsLiteral(node.Text.Trim()))
                subject.Report(NotBoolean, node, $"bpmn:{node.Name} is the constant {node.Text.Trim()}, which is never true.");
        }
    }

    private static bool IsExpression(ModelNode node) => node.Name switch
    {
        "conditionExpression" or "completionCondition" or "activationCondition" or "loopCardinality" or "loopCondition" => true,
        "timeDate" or "timeCycle" or "timeDuration" => true,
        "condition" => node.Parent?.Name is "conditionalEventDefinition" or "complexBehaviorDefinition",
        "from" or "to" => node.Parent?.Name == "assignment",
        _ => false,
    };

    private static bool IsLiteral(string text)
    {
        var bare = text.TrimStart('=').Trim();
        var isText = bare.Length >= 2 && bare[0] == '"' && bare[^1] == '"' && !bare[1..^1].Contains('"', StringComparison.Ordinal);
        return isText || decimal.TryParse(bare, NumberStyles.Float, CultureInfo.InvariantCulture, out _);
    }
}
