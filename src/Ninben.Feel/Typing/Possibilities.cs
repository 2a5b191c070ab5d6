using System.Collections.Immutable;
using Ninben.Feel.Syntax;
using Ninben.Feel.Values;

namespace Ninben.Feel.Typing;

/// <summary>What an expression may be, as far as its syntax says: both branches of an if, the entries of a context, constants, kinds.</summary>
internal sealed class Possibilities(FeelExpression expression)
{
    private readonly TypeScope _nothingKnown = new(ImmutableDictionary<string, FeelType>.Empty, [], ImmutableArray.CreateBuilder<Diagnostic>());

    /// <summary>A part of the expression: a constant, a kind of value, a context, a list, or nothing of these.</summary>
    public sealed record Part(SourceLocation Location)
    {
        public FeelValue? Value { get; init; }

        public FeelKind? Kind { get; init; }

        public ImmutableArray<(string Name, ImmutableArray<Part> Parts)>? Entries { get; init; }

        public ImmutableArray<Part>? Items { get; init; }
    }

    public ImmutableArray<Part> Find()
    {
        if (expression.Program.Constant is FeelValue value) return [new Part(expression.Source.LocationOf(0, expression.Text.Length)) { Value = value }];
        return expression.Parse() is Node node ? [.. Of(node)] : [];
    }

    private IEnumerable<Part> Of(Node node)
    {
        Part part = new(expression.Source.LocationOf(node.Start, node.Length));
        return node switch
        {
            IfNode choice => Of(choice.Then).Concat(Of(choice.Else)),
            // The item of a written list, by a number.
            FilterNode { Target: ListNode list } => list.Items.SelectMany(Of),
            ContextNode context => [part with { Entries = [.. context.Entries.Select(entry => (entry.Name, Of(entry.Value).ToImmutableArray()))] }],
            ListNode list => [part with { Items = [.. list.Items.SelectMany(Of)] }],
            _ when expression.ConstantOf(node) is FeelValue value => [part with { Value = value }],
            _ => [part with { Kind = TypeInference.KindOf(node, expression.Source, _nothingKnown) }],
        };
    }
}
