using Ninben.Bpmn.Model;
using Ninben.Bpmn.Xml;
using Ninben.Feel;

namespace Ninben.Bpmn.Elements.UserTasks;

/// <summary>
/// Who a person's step is for, besides what <c>ninben:review group</c> says: candidate groups of <c>zeebe:assignmentDefinition</c> and
/// <c>camunda:candidateGroups</c>, then <c>potentialOwner</c> and <c>humanPerformer</c> of the standard, then the one assignee of those tools, then the
/// lane. A person who is named alone is a group of one.
/// </summary>
internal static class Assignment
{
    public static ModelValue? Group(ElementSource source)
    {
        if (source.Node.Name is not ("userTask" or "manualTask")) return null;
        var zeebe = source.Node.Foreign("assignmentDefinition", Namespaces.Zeebe);
        return First(source, zeebe, "candidateGroups") ?? First(source, source.Node, "camunda:candidateGroups") ?? Performer(source)
            ?? First(source, zeebe, "candidateUsers") ?? First(source, source.Node, "camunda:candidateUsers")
            ?? First(source, zeebe, "assignee") ?? First(source, source.Node, "camunda:assignee") ?? Lane(source);
    }

    // A list of groups written out: reviews have one group, so it is the first.
    private static ModelValue? First(ElementSource source, ModelNode? owner, string attribute)
    {
        if (owner?.Attribute(attribute) is not { Value.Length: > 0 } found) return null;
        if (found.Value.TrimStart().StartsWith('=')) return source.Value(owner, attribute);
        if (!ForeignExpression.Is(found.Value)) return Literal(found.Value.Split(',')[0].Trim());
        if (ForeignExpression.ToFeel(found.Value) is { } feel)
            return source.Compile(feel, found.Line, found.Column) is { } expression ? new ModelValue(expression, default) : null;
        // Who is asked is decided by other means then; the review is not lost for it.
        source.Findings.Warning("assignment-language", $"Expected a group or FEEL, found '{found.Value}', which cannot be said in it.", owner,
            "Write <ninben:review group=\"...\"/>; until then the lane says for whom it is.");
        return null;
    }

    private static ModelValue? Performer(ElementSource source)
    {
        foreach (var child in source.Node.Children)
        {
            if (child.Name is not ("potentialOwner" or "humanPerformer" or "performer") || !child.IsBpmn) continue;
            if (source.Shared(child.Child("resourceRef")?.Text) is { } resource && (resource["name"] ?? resource.Id) is { Length: > 0 } name)
                return Literal(name);
            if (child.Child("resourceAssignmentExpression")?.Child("formalExpression") is { Text.Length: > 0 } expression)
                return expression.Text.TrimStart().StartsWith('=')
                    ? source.CompileText(expression) is { } feel ? new ModelValue(feel, default) : null
                    : Literal(expression.Text.Trim());
            if (child["name"] is { Length: > 0 } own) return Literal(own);
        }

        return null;
    }

    private static ModelValue? Lane(ElementSource source)
    {
        ModelNode? found = null;
        for (var scope = source.Node.Parent; scope is not null && found is null; scope = scope.Parent) found = source.Model.Lane(scope, source.Id);
        return (found?["name"] ?? found?.Id) is { Length: > 0 } name ? Literal(name) : null;
    }

    private static ModelValue Literal(string text) => new(null, FeelValue.From(text));
}
