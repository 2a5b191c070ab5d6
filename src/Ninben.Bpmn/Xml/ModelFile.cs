using System.Collections.Immutable;

namespace Ninben.Bpmn.Xml;

/// <summary>What the readers of one file share: where findings go, and what is looked up again and again.</summary>
/// <param name="findings">Where findings go.</param>
/// <param name="ids">BPMN nodes by id.</param>
internal sealed class ModelFile(FindingList findings, IdIndex ids)
{
    private readonly Dictionary<ModelNode, Dictionary<string, ModelNode>> _lanes = [];
    private readonly Dictionary<ModelNode, Dictionary<string, ModelNode>> _forms = [];

    public FindingList Findings { get; } = findings;

    public IdIndex Ids { get; } = ids;

    /// <summary>Keys of embedded forms that were read; many tasks may have the same form.</summary>
    public Dictionary<ModelNode, ImmutableArray<string>> FormKeys { get; } = [];

    /// <summary>How many elements were read so far, in all processes.</summary>
    public int Elements { get; set; }

    /// <summary>The innermost lane that names a node, in the lane sets of one scope, or null; lanes nest.</summary>
    public ModelNode? Lane(ModelNode scope, string node)
    {
        if (!_lanes.TryGetValue(scope, out var lanes))
        {
            _lanes.Add(scope, lanes = new Dictionary<string, ModelNode>(StringComparer.Ordinal));
            // The last set that names a node counts.
            for (var i = scope.Children.Count - 1; i >= 0; i--)
                if (scope.Children[i].Name == "laneSet") AddLanes(scope.Children[i], lanes);
        }

        return lanes.GetValueOrDefault(node);
    }

    /// <summary>The form of that id that <c>zeebe:userTaskForm</c> embeds in a scope, or null.</summary>
    public ModelNode? Form(ModelNode scope, string id)
    {
        if (!_forms.TryGetValue(scope, out var forms))
        {
            _forms.Add(scope, forms = new Dictionary<string, ModelNode>(StringComparer.Ordinal));
            foreach (var form in scope.Child("extensionElements")?.Children ?? [])
                if (form is { Name: "userTaskForm", Space: Namespaces.Zeebe, Id: { } name }) forms.TryAdd(name, form);
        }

        return forms.GetValueOrDefault(id);
    }

    private static void AddLanes(ModelNode set, Dictionary<string, ModelNode> lanes)
    {
        foreach (var lane in set.Children)
        {
            if (lane.Name != "lane") continue;
            if (lane.Child("childLaneSet") is { } inner) AddLanes(inner, lanes);
            foreach (var child in lane.Children)
                if (child.Name == "flowNodeRef") lanes.TryAdd(child.Text.Trim(), lane);
        }
    }
}
