using System.Collections.Immutable;
using Ninben.Dmn.BoxedExpressions;
using Ninben.Dmn.Model;
using Ninben.Feel;
using Ninben.Feel.Typing;
using Ninben.Feel.Values;

namespace Ninben.Dmn.Analysis;

/// <summary>Follows the declared types through a model: what can never be of its type, and input data that nothing reads.</summary>
internal sealed class ModelTypes(DrgIndex index, ImmutableArray<Diagnostic>.Builder diagnostics)
{
    private readonly Dictionary<DrgNode, FeelType> _types = [];
    private readonly HashSet<DrgNode> _required = [];
    private readonly HashSet<DrgNode> _read = [];

    public void Run()
    {
        foreach (DrgNode node in RequiredFirst()) Check(node);
        foreach (InputNode input in index.Nodes.OfType<InputNode>().Where(input => !_read.Contains(input)))
        {
            Warn("dmn-unused-input-data", _required.Contains(input) ? $"The input '{input.Name}' is required, but no expression reads it."
                : $"No decision requires the input '{input.Name}'.", input.Location, "Remove it, or use it where it is missing.");
        }
    }

    // A node comes after all that it requires, so that their types are known. Without recursion, since chains may be long.
    private IEnumerable<DrgNode> RequiredFirst()
    {
        HashSet<DrgNode> begun = [];
        HashSet<DrgNode> done = [];
        Stack<DrgNode> open = new(index.Nodes.Reverse());
        while (open.TryPeek(out DrgNode? node))
        {
            if (begun.Add(node))
            {
                foreach (DrgNode required in node.Requirements.Where(required => required.Ordinal >= 0 && !begun.Contains(required))) open.Push(required);
                continue;
            }

            open.Pop();
            if (done.Add(node)) yield return node;
        }
    }

    private void Check(DrgNode node)
    {
        TypeScope scope = ScopeOf(node);
        FeelType found = node switch
        {
            DecisionNode { Logic: IBoxedExpression logic } decision => Of(decision, logic, scope),
            KnowledgeNode { Function: FunctionExpression function } => new ExpressionTypes(diagnostics).Of(function, scope),
            ServiceNode service => new FunctionType([.. service.Inputs.Select(input => input.Type)], service.Type),
            _ => node.Type,
        };
        _types[node] = node.Type is AnyType || node is ServiceNode or KnowledgeNode ? found : node.Type;
        // Logic that is not there may still be meant to read what it requires.
        bool isOpen = node is DecisionNode { Logic: null } or KnowledgeNode { Function: null };
        _required.UnionWith(node.Requirements);
        _read.UnionWith(node.Requirements.Where(required => isOpen || scope.Read.Contains(required.Name)));
        if (node is ServiceNode { Inputs: List<DrgNode> inputs }) _required.UnionWith(inputs);
    }

    private FeelType Of(DecisionNode decision, IBoxedExpression logic, TypeScope scope)
    {
        FeelType found = new ExpressionTypes(diagnostics) { Wanted = decision.Type }.Of(logic, scope);
        if (TypeRelation.Excludes(decision.Type, found)) Warn("dmn-type",
            $"The decision '{decision.Name}' is declared as {decision.Type}, but its logic gives a {found}: it is always null.", decision.Location,
            "Change the logic, or the type of the decision's variable.");
        return found;
    }

    private TypeScope ScopeOf(DrgNode node)
    {
        ImmutableDictionary<string, FeelType>.Builder names = ImmutableDictionary.CreateBuilder<string, FeelType>(StringComparer.Ordinal);
        foreach (DrgNode required in node.Requirements)
        {
            if (required is ImportedNode { Import.Name.Length: > 0 } imported) names[imported.Import.Name] = FeelType.Any;
            else names[required.Name] = _types.GetValueOrDefault(required, FeelType.Any);
        }

        return new TypeScope(names.ToImmutable(), new HashSet<string>(StringComparer.Ordinal), diagnostics);
    }

    private void Warn(string code, string message, SourceLocation location, string hint) =>
        diagnostics.Add(new Diagnostic(code, DiagnosticSeverity.Warning, message, location, hint));
}
