using Ninben.Dmn.Model;

namespace Ninben.Dmn.Requirements;

/// <summary>Questions about the decision requirements graph.</summary>
internal static class RequirementGraph
{
    /// <summary>The names of the input data below a node, each once; that of an imported model has the name of the import before it.</summary>
    public static IReadOnlyList<string> InputsOf(DrgNode node)
    {
        List<string> inputs = [];
        HashSet<DrgNode> seen = [];
        Stack<DrgNode> open = new([node]);
        while (open.TryPop(out DrgNode? next))
        {
            if (!seen.Add(next)) continue;
            if (next is InputNode input && !inputs.Contains(input.Name)) inputs.Add(input.Name);
            if (next is ImportedNode { Import: Import import } imported)
            {
                string prefix = import.Name.Length > 0 ? import.Name + "." : "";
                foreach (string name in InputsOf(imported.Target).Select(name => prefix + name).Except(inputs)) inputs.Add(name);
            }

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
