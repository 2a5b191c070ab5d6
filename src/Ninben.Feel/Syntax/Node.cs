using System.Collections.Immutable;
using Ninben.Feel.Values;

namespace Ninben.Feel.Syntax;

/// <summary>A piece of syntax with its place. Depth counts the levels of nodes below it, to bound every later walk.</summary>
internal abstract record Node(int Start, int Length)
{
    public int Depth { get; init; } = 1;

    public int End => Start + Length;
}

internal enum BinaryOperator : byte
{
    Or,
    And,
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    Add,
    Subtract,
    Multiply,
    Divide,
    Power,
}

internal enum Quantifier : byte
{
    Some,
    Every,
}

internal sealed record LiteralNode(int Start, int Length, FeelValue Value) : Node(Start, Length);

internal sealed record NameNode(int Start, int Length, string Name) : Node(Start, Length);

internal sealed record NegationNode(int Start, int Length, Node Operand) : Node(Start, Length);

internal sealed record BinaryNode(int Start, int Length, BinaryOperator Operator, Node Left, Node Right) : Node(Start, Length);

internal sealed record BetweenNode(int Start, int Length, Node Value, Node Low, Node High) : Node(Start, Length);

internal sealed record InNode(int Start, int Length, Node Value, ImmutableArray<Node> Tests) : Node(Start, Length);

internal sealed record InstanceOfNode(int Start, int Length, Node Value, FeelType Type) : Node(Start, Length);

internal sealed record IfNode(int Start, int Length, Node Condition, Node Then, Node Else) : Node(Start, Length);

/// <summary>One "name in domain" of a loop; To is the end of a domain written start..end.</summary>
internal sealed record Iterator(string Name, Node Domain, Node? To);

internal sealed record ForNode(int Start, int Length, ImmutableArray<Iterator> Iterators, Node Body) : Node(Start, Length);

internal sealed record QuantifiedNode(int Start, int Length, Quantifier Quantifier, ImmutableArray<Iterator> Iterators, Node Body) : Node(Start, Length);

internal sealed record ListNode(int Start, int Length, ImmutableArray<Node> Items) : Node(Start, Length);

internal sealed record ContextNode(int Start, int Length, ImmutableArray<ContextEntry> Entries) : Node(Start, Length);

internal sealed record ContextEntry(string Name, Node Value);

internal sealed record RangeNode(int Start, int Length, Node From, Node To, bool FromIncluded, bool ToIncluded) : Node(Start, Length);

/// <summary>A comparison without left side: a unary test, or in parentheses a range value.</summary>
internal sealed record UnaryRangeNode(int Start, int Length, RangeForm Form, Node Endpoint) : Node(Start, Length);

internal sealed record PathNode(int Start, int Length, Node Target, string Member) : Node(Start, Length);

internal sealed record FilterNode(int Start, int Length, Node Target, Node Predicate) : Node(Start, Length);

/// <summary>A call; names are empty for positional arguments.</summary>
internal sealed record CallNode(int Start, int Length, Node Target, ImmutableArray<Node> Arguments, ImmutableArray<string> Names) : Node(Start, Length);

internal sealed record FunctionNode(int Start, int Length, ImmutableArray<FeelParameter> Parameters, Node Body, FunctionForm Form) : Node(Start, Length);

internal enum FunctionForm : byte
{
    Feel,
    External,
}

/// <summary>Comma-separated unary tests; an absent list of tests is "-", which everything passes.</summary>
internal sealed record UnaryTestsNode(int Start, int Length, ImmutableArray<Node> Tests, TestSense Sense) : Node(Start, Length);

internal enum TestSense : byte
{
    Any,
    Positive,
    Negated,
}
