using Ninben.Dmn.Model;

namespace Ninben.Dmn.Requirements;

/// <summary>Questions about the decision requirements graph.</summary>
internal static class RequirementGraph
{
    /// <summary>The input data below a node, each once.</summary>
    public static IReadOnlyList<InputNode> InputsOf(DrgNode node)
    {
        List<InputNode> inputs = [];
        HashSet<DrgNode> seen = [];
        Stack<DrgNode> open = new([node]);
        while (open.TryPop(out DrgNode? next))
        {
            if (!seen.Add(next)) continue;
            if (next is InputNode input) inputs.Add(input);
            for (int i = next.Requirements.Count - 1; i >= 0; i--) open.Push(next.Requirements[i]);
        }

        return inputs;
    }

    /// <summary>A node that requires itself, directly or through others; null if there is none. Depth-first without recursion.</summary>
    public static DrgNode? FindCycle(IReadOnlyList<DrgNode> nodes)
    {
        HashSet<DrgNode> done = [];
        foreach (DrgNode start in nodes)
        {
            HashSet<DrgNode> path = [];
            Stack<(DrgNode Node, int Next)> open = new([(start, 0)]);
            while (open.TryPop(out (DrgNode Node, int Next) top))
            {
                if (top.Next == 0)
                {
                    if (done.Contains(top.Node)) continue;
                    if (!path.Add(top.Node)) return top.Node;
                }

                if (top.Next < top.Node.Requirements.Count)
                {
                    open.Push((top.Node, top.Next + 1));
                    open.Push((top.Node.Requirements[top.Next], 0));
                    continue;
                }

                path.Remove(top.Node);
                done.Add(top.Node);
            }
        }

        return null;
    }
}
