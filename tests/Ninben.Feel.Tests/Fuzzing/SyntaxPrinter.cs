using Ninben.Feel.Syntax;
using Ninben.Feel.Values;

namespace Ninben.Feel.Tests.Fuzzing;

/// <summary>Writes syntax as FEEL with every operation in parentheses, so that reading it again must give the same syntax.</summary>
internal static class SyntaxPrinter
{
    public static string Print(Node node) => node switch
    {
        LiteralNode literal => literal.Value.ToString(),
        NameNode name => name.Name,
        NegationNode negation => $"(-{Print(negation.Operand)})",
        BinaryNode binary => $"({Print(binary.Left)} {Sign(binary.Operator)} {Print(binary.Right)})",
        BetweenNode between => $"({Print(between.Value)} between {Print(between.Low)} and {Print(between.High)})",
        InNode test => $"({Print(test.Value)} in ({Join(test.Tests)}))",
        InstanceOfNode instance => $"({Print(instance.Value)} instance of {Type(instance.Type)})",
        IfNode choice => $"(if {Print(choice.Condition)} then {Print(choice.Then)} else {Print(choice.Else)})",
        ForNode loop => $"(for {Iterators(loop.Iterators)} return {Print(loop.Body)})",
        QuantifiedNode { Quantifier: Quantifier.Some } some => $"(some {Iterators(some.Iterators)} satisfies {Print(some.Body)})",
        QuantifiedNode every => $"(every {Iterators(every.Iterators)} satisfies {Print(every.Body)})",
        ListNode list => $"[{Join(list.Items)}]",
        ContextNode context => $"{{{string.Join(", ", context.Entries.Select(entry => $"{FeelValue.From(entry.Name)}: {Print(entry.Value)}"))}}}",
        RangeNode range => $"{(range.FromIncluded ? '[' : '(')}{Print(range.From)}..{Print(range.To)}{(range.ToIncluded ? ']' : ')')}",
        UnaryRangeNode range => $"{Form(range.Form)} {Print(range.Endpoint)}",
        PathNode path => $"{Target(path.Target)}.{path.Member}",
        FilterNode filter => $"{Target(filter.Target)}[{Print(filter.Predicate)}]",
        CallNode call => $"{Target(call.Target)}({Arguments(call)})",
        FunctionNode function => $"(function({string.Join(", ", function.Parameters.Select(Parameter))})" +
            $"{(function.Form == FunctionForm.External ? " external" : "")} {Print(function.Body)})",
        _ => throw new ArgumentException(node.GetType().Name, nameof(node)),
    };

    private static string Parameter(FeelParameter parameter) => parameter.Type is AnyType ? parameter.Name : $"{parameter.Name}: {Type(parameter.Type)}";

    private static string Target(Node node) =>
        node is NameNode or PathNode or CallNode or FilterNode or ListNode or ContextNode ? Print(node) : $"({Print(node)})";

    private static string Join(IEnumerable<Node> nodes) => string.Join(", ", nodes.Select(Print));

    private static string Arguments(CallNode call) => call.Names.Length == 0 ? Join(call.Arguments)
        : string.Join(", ", call.Names.Zip(call.Arguments, (name, argument) => $"{name}: {Print(argument)}"));

    private static string Iterators(IEnumerable<Iterator> iterators) => string.Join(", ", iterators.Select(iterator =>
        $"{iterator.Name} in {Print(iterator.Domain)}{(iterator.To is Node end ? ".." + Print(end) : "")}"));

    private static string Sign(BinaryOperator operation) => operation switch
    {
        BinaryOperator.Or => "or",
        BinaryOperator.And => "and",
        BinaryOperator.Equal => "=",
        BinaryOperator.NotEqual => "!=",
        BinaryOperator.Less => "<",
        BinaryOperator.LessOrEqual => "<=",
        BinaryOperator.Greater => ">",
        BinaryOperator.GreaterOrEqual => ">=",
        BinaryOperator.Add => "+",
        BinaryOperator.Subtract => "-",
        BinaryOperator.Multiply => "*",
        BinaryOperator.Divide => "/",
        _ => "**",
    };

    private static string Form(RangeForm form) => form switch
    {
        RangeForm.Less => "<",
        RangeForm.LessOrEqual => "<=",
        RangeForm.Greater => ">",
        RangeForm.GreaterOrEqual => ">=",
        RangeForm.Equal => "=",
        _ => "!=",
    };

    private static string Type(FeelType type) => type switch
    {
        AnyType => "Any",
        SimpleType simple => simple.Kind switch
        {
            FeelKind.DateTime => "date and time",
            FeelKind.DaysAndTimeDuration => "days and time duration",
            FeelKind.YearsAndMonthsDuration => "years and months duration",
            FeelKind.Null => "Null",
            _ => simple.Kind.ToString().ToLowerInvariant(),
        },
        ListType list => $"list<{Type(list.Item)}>",
        RangeType range => $"range<{Type(range.Item)}>",
        ContextType { Fields.Length: 0 } => "context",
        ContextType context => $"context<{string.Join(", ", context.Fields.Select(field => $"{field.Name}: {Type(field.Type)}"))}>",
        FunctionType { Parameters: null } => "function",
        FunctionType function => $"function<{string.Join(", ", function.Parameters!.Select(Type))}>->{Type(function.Result!)}",
        _ => throw new ArgumentException(type.ToString(), nameof(type)),
    };
}
