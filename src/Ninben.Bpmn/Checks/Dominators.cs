using Ninben.Bpmn.Xml;

namespace Ninben.Bpmn.Checks;

/// <summary>
/// Which node of a scope every way to another node leads through: the tree of immediate dominators, after Cooper, Harvey and Kennedy (2001). It takes about
/// as many steps as there are flows.
/// </summary>
internal sealed class Dominators
{
    private const int Root = 0;

    private readonly Dictionary<ModelNode, int> _numbers = [];
    private readonly List<ModelNode?> _nodes = [null];
    private readonly List<List<int>> _before = [[]];
    private readonly List<int> _order = [];
    private readonly int[] _rank;
    private readonly int[] _over;

    private Dominators(IEnumerable<ModelNode> entries, Func<ModelNode, IEnumerable<ModelNode>> after)
    {
        var starts = entries.ToList();
        foreach (var start in starts) _before[Number(start)].Add(Root);
        Visit(starts, after);
        _rank = new int[_nodes.Count];
        _over = new int[_nodes.Count];
        Array.Fill(_over, -1);
        _over[Root] = Root;
        for (var i = 0; i < _order.Count; i++) _rank[_order[i]] = i + 1;
        while (Improve())
        {
        }
    }

    public static Dominators Of(IEnumerable<ModelNode> entries, Func<ModelNode, IEnumerable<ModelNode>> after) => new(entries, after);

    public bool Reaches(ModelNode node) => _numbers.ContainsKey(node);

    /// <summary>The last node that all ways to both nodes lead through; null when they begin apart, or one is not reached.</summary>
    public ModelNode? Common(ModelNode one, ModelNode other) =>
        _numbers.TryGetValue(one, out var left) && _numbers.TryGetValue(other, out var right) ? _nodes[Meet(left, right)] : null;

    private int Number(ModelNode node)
    {
        if (_numbers.TryGetValue(node, out var number)) return number;
        _numbers.Add(node, number = _nodes.Count);
        _nodes.Add(node);
        _before.Add([]);
        return number;
    }

    /// <summary>Depth first without recursion: a model may be one long row. The order is that of leaving, turned round.</summary>
    private void Visit(List<ModelNode> starts, Func<ModelNode, IEnumerable<ModelNode>> after)
    {
        var entered = new HashSet<ModelNode>();
        var open = new Stack<(ModelNode Node, bool IsLeft)>(starts.Select(start => (start, false)));
        while (open.TryPop(out var step))
        {
            if (step.IsLeft)
            {
                _order.Add(Number(step.Node));
                continue;
            }

            if (!entered.Add(step.Node)) continue;
            open.Push((step.Node, true));
            foreach (var next in after(step.Node))
            {
                _before[Number(next)].Add(Number(step.Node));
                open.Push((next, false));
            }
        }

        _order.Reverse();
    }

    private bool Improve()
    {
        var isChanged = false;
        foreach (var node in _order)
        {
            var over = -1;
            foreach (var before in _before[node])
                if (_over[before] >= 0) over = over < 0 ? before : Meet(over, before);
            if (over < 0 || _over[node] == over) continue;
            _over[node] = over;
            isChanged = true;
        }

        return isChanged;
    }

    private int Meet(int one, int other)
    {
        while (one != other)
        {
            if (_rank[one] > _rank[other]) one = _over[one];
            else other = _over[other];
        }

        return one;
    }
}
