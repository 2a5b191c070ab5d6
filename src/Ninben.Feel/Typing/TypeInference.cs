using System.Collections.Immutable;
using System.Diagnostics;
using Ninben.Feel.Binding;
using Ninben.Feel.Builtins;
using Ninben.Feel.Evaluation;
using Ninben.Feel.Syntax;
using Ninben.Feel.Values;

namespace Ninben.Feel.Typing;

/// <summary>
/// Works out the types of expressions from the types of their variables, and reports what is null whatever the values are. The standard
/// makes these null when they run (DMN 1.5, 10.3.2), so each is a warning.
/// </summary>
internal sealed class TypeInference
{
    private readonly SourceText _source;
    private readonly TypeScope _scope;

    private TypeInference(SourceText source, TypeScope scope)
    {
        _source = source;
        _scope = scope;
    }

    /// <summary>A name bound within the expression; the item of a filter hides names further out by its entries.</summary>
    private sealed record Local(Local? Outer, string Name, FeelType Type, BindingKind Kind);

    /// <summary>The type of an expression.</summary>
    public static FeelType Of(FeelExpression expression, TypeScope scope) => expression.Program.Constant is FeelValue value ? TypeRelation.Of(value)
        : expression.Parse() is Node node ? new TypeInference(expression.Source, scope).Visit(node, null) : FeelType.Any;

    /// <summary>The kind of a part of an expression; null when there are several, or when it is not a scalar.</summary>
    public static FeelKind? KindOf(Node part, SourceText source, TypeScope scope) =>
        TypeRelation.ScalarKind(new TypeInference(source, scope).Visit(part, null));

    /// <summary>Looks at unary tests on a value of that type.</summary>
    public static void Check(FeelUnaryTests tests, FeelType input, TypeScope scope)
    {
        if (tests.Parse() is not UnaryTestsNode node) return;
        TypeInference inference = new(tests.Source, scope);
        Local names = new(null, "?", input, BindingKind.Local);
        foreach (Node test in node.Tests) inference.Test(test, input, names);
    }

    private void Test(Node test, FeelType input, Local names)
    {
        if (test is UnaryRangeNode range)
        {
            BinaryOperator operation = range.Form is RangeForm.Equal or RangeForm.NotEqual ? BinaryOperator.Equal : BinaryOperator.Less;
            Apply(operation, input, Visit(range.Endpoint, names), test);
            return;
        }

        FeelType found = TypeRelation.Plain(Visit(test, names));
        if (found is ListType list) found = TypeRelation.Plain(list.Item);
        if (found is RangeType ends) found = TypeRelation.Plain(ends.Item);
        // A truth value may be the answer itself.
        if (found is SimpleType { Kind: FeelKind.Boolean }) return;
        Apply(BinaryOperator.Equal, input, found, test);
    }

    private FeelType Visit(Node node, Local? names) => node switch
    {
        LiteralNode literal => TypeRelation.Of(literal.Value),
        NameNode name => Name(name.Name, names),
        NegationNode negation => Negation(negation, names),
        BinaryNode binary => Apply(binary.Operator, Visit(binary.Left, names), Visit(binary.Right, names), binary),
        BetweenNode between => Between(between, names),
        InNode test => In(test, names),
        InstanceOfNode instance => Then(Visit(instance.Value, names), new SimpleType(FeelKind.Boolean)),
        IfNode choice => Then(Visit(choice.Condition, names), TypeRelation.Either(Visit(choice.Then, names), Visit(choice.Else, names))),
        ForNode loop => new ListType(Visit(loop.Body, Bind(loop.Iterators, new Local(names, "partial", new ListType(FeelType.Any), BindingKind.Local)))),
        QuantifiedNode quantified => Then(Visit(quantified.Body, Bind(quantified.Iterators, names)), new SimpleType(FeelKind.Boolean)),
        ListNode list => new ListType(list.Items.Select(item => Visit(item, names)).DefaultIfEmpty(FeelType.Any).Aggregate(TypeRelation.Either)),
        ContextNode entries => Entries(entries, names),
        RangeNode range => Range(range, names),
        UnaryRangeNode range => new RangeType(Visit(range.Endpoint, names)),
        PathNode path => Path(Visit(path.Target, names), path),
        FilterNode filter => Filter(filter, names),
        CallNode call => Call(call, names),
        FunctionNode function => Function(function, names),
        UnaryTestsNode => FeelType.Any,
        _ => throw new UnreachableException(node.GetType().Name),
    };

    private static FeelType Then(FeelType _, FeelType answer) => answer;

    private FeelType Name(string name, Local? names)
    {
        bool hidden = false;
        for (Local? local = names; local is not null; local = local.Outer)
        {
            if (local.Name == name) return hidden ? FeelType.Any : local.Type;
            if (local.Kind != BindingKind.Item) continue;
            FeelType item = TypeRelation.Plain(local.Type);
            if (!hidden && item is ContextType context && FieldOf(context, name) is FeelType field) return field;
            hidden |= item is not SimpleType || Properties.IsOne(name);
        }

        _scope.Read.Add(name);
        return hidden ? FeelType.Any : _scope.Names.GetValueOrDefault(name, FeelType.Any);
    }

    private static FeelType? FieldOf(ContextType context, string name) => context.Fields.FirstOrDefault(field => field.Name == name)?.Type;

    private FeelType Negation(NegationNode node, Local? names)
    {
        if (TypeRelation.ScalarKind(Visit(node.Operand, names)) is not FeelKind kind) return FeelType.Any;
        FeelType answer = Samples.Negative(kind);
        if (answer is SimpleType { Kind: FeelKind.Null }) Report(node, $"A {FeelType.NameOf(kind)} has no negative: the value is always null.",
            Hint(kind, kind));
        return answer;
    }

    private FeelType Apply(BinaryOperator operation, FeelType left, FeelType right, Node place)
    {
        if (operation is BinaryOperator.And or BinaryOperator.Or) return new SimpleType(FeelKind.Boolean);
        if (TypeRelation.ScalarKind(left) is not FeelKind first || TypeRelation.ScalarKind(right) is not FeelKind second)
            return operation < BinaryOperator.Add ? new SimpleType(FeelKind.Boolean) : FeelType.Any;
        FeelType answer = Samples.Answer(operation, first, second);
        if (answer is not SimpleType { Kind: FeelKind.Null }) return answer;
        string what = operation < BinaryOperator.Add ? "cannot be compared" : $"have no '{Symbol(operation)}'";
        Report(place, $"A {FeelType.NameOf(first)} and a {FeelType.NameOf(second)} {what}: the value is always null.", Hint(first, second));
        return answer;
    }

    private static string Symbol(BinaryOperator operation) => operation switch
    {
        BinaryOperator.Add => "+",
        BinaryOperator.Subtract => "-",
        BinaryOperator.Multiply => "*",
        BinaryOperator.Divide => "/",
        _ => "**",
    };

    private static string Hint(FeelKind first, FeelKind second) => (first, second) switch
    {
        (FeelKind.String, FeelKind.Number) or (FeelKind.Number, FeelKind.String) => "Make one of them the other's type, with number(...) or string(...).",
        (FeelKind.String, FeelKind.Date or FeelKind.Time or FeelKind.DateTime) or (FeelKind.Date or FeelKind.Time or FeelKind.DateTime, FeelKind.String) =>
            "Make the text a date or time, with date(...), time(...) or date and time(...).",
        (FeelKind.Date, FeelKind.DateTime) or (FeelKind.DateTime, FeelKind.Date) => "Make one of them the other's type, with date(...) or date and time(...).",
        _ => "Check the declared types.",
    };

    private SimpleType Between(BetweenNode node, Local? names)
    {
        FeelType value = Visit(node.Value, names);
        Apply(BinaryOperator.LessOrEqual, Visit(node.Low, names), value, node.Low);
        Apply(BinaryOperator.LessOrEqual, value, Visit(node.High, names), node.High);
        return new SimpleType(FeelKind.Boolean);
    }

    private SimpleType In(InNode node, Local? names)
    {
        FeelType value = Visit(node.Value, names);
        Local inner = new(names, "?", value, BindingKind.Local);
        foreach (Node test in node.Tests)
        {
            if (test is UnaryTestsNode tests) foreach (Node one in tests.Tests) Test(one, value, inner);
            else Test(test, value, inner);
        }

        return new SimpleType(FeelKind.Boolean);
    }

    private Local? Bind(ImmutableArray<Iterator> iterators, Local? names)
    {
        foreach (Iterator iterator in iterators)
        {
            FeelType domain = TypeRelation.Plain(Visit(iterator.Domain, names));
            if (iterator.To is Node end) domain = new ListType(TypeRelation.Either(domain, Visit(end, names)));
            FeelType item = domain switch { ListType list => list.Item, RangeType range => range.Item, SimpleType => domain, _ => FeelType.Any };
            names = new Local(names, iterator.Name, item, BindingKind.Local);
        }

        return names;
    }

    private ContextType Entries(ContextNode node, Local? names)
    {
        ImmutableArray<FeelParameter>.Builder fields = ImmutableArray.CreateBuilder<FeelParameter>(node.Entries.Length);
        foreach (ContextEntry entry in node.Entries)
        {
            FeelType type = Visit(entry.Value, names);
            fields.Add(new FeelParameter(entry.Name, type));
            names = new Local(names, entry.Name, type, BindingKind.Local);
        }

        return new ContextType(fields.MoveToImmutable());
    }

    private RangeType Range(RangeNode node, Local? names)
    {
        FeelType from = Visit(node.From, names);
        FeelType to = Visit(node.To, names);
        Apply(BinaryOperator.Less, from, to, node);
        return new RangeType(TypeRelation.Either(from, to));
    }

    private FeelType Path(FeelType target, PathNode node)
    {
        target = TypeRelation.Plain(target);
        switch (target)
        {
            case ContextType { Fields.Length: > 0 } context:
                if (FieldOf(context, node.Member) is FeelType field) return field;
                Report(node, $"There is no '{node.Member}' among {string.Join(", ", context.Fields.Select(entry => entry.Name))}.",
                    "Check the name, or add the component to the type.");
                return FeelType.Any;
            case ListType list:
                return new ListType(Path(list.Item, node));
            case SimpleType { Kind: not FeelKind.Null and FeelKind kind }:
                FeelType property = Samples.Property(kind, node.Member);
                if (property is SimpleType { Kind: FeelKind.Null }) Report(node, $"A {FeelType.NameOf(kind)} has no '{node.Member}': the value is always null.",
                    "Check the name, or the declared type.");
                return property;
            default:
                return FeelType.Any;
        }
    }

    private FeelType Filter(FilterNode node, Local? names)
    {
        FeelType target = TypeRelation.Plain(Visit(node.Target, names));
        FeelType item = target is ListType list ? list.Item : target;
        FeelType predicate = Visit(node.Predicate, new Local(names, "item", item, BindingKind.Item));
        return TypeRelation.ScalarKind(predicate) switch
        {
            FeelKind.Number => item,
            FeelKind.Boolean => new ListType(item),
            _ => FeelType.Any,
        };
    }

    private FeelType Call(CallNode node, Local? names)
    {
        FeelType[] arguments = [.. node.Arguments.Select(argument => Visit(argument, names))];
        if (node.Target is NameNode name && !IsBound(name.Name, names) && BuiltinCatalogue.Find(name.Name) is Builtin builtin)
        {
            Overload[] forms = node.Names.IsEmpty ? [.. builtin.Overloads.Where(form => TypeRelation.MayTake(form, arguments))]
                : [.. builtin.FormsOf(node.Names).Select(found => found.Form)];
            // A name that no form has is an error of its own.
            if (forms.Length > 0 || !node.Names.IsEmpty)
                return forms.Select(form => form.Result).Distinct().ToArray() is [FeelKind kind] ? new SimpleType(kind) : FeelType.Any;
            string given = arguments.Length == 0 ? "no arguments" : string.Join(", ", arguments.Select(type => type.Words));
            Report(node, $"{builtin.Name}() does not take {given}: the value is always null.", $"It takes {FormsOf(builtin)}.", "feel-arguments");
            return new SimpleType(FeelKind.Null);
        }

        if (TypeRelation.Plain(Visit(node.Target, names)) is not FunctionType { Parameters: IReadOnlyList<FeelType> parameters } function) return FeelType.Any;
        if (parameters.Count != arguments.Length) Report(node,
            $"The function takes {parameters.Count} arguments, found {arguments.Length}: the value is always null.", "Check the arguments.", "feel-arguments");
        else if (node.Names.IsEmpty && Enumerable.Range(0, arguments.Length).Any(i => TypeRelation.Excludes(parameters[i], arguments[i]))) Report(node,
            $"The function takes {string.Join(", ", parameters)}, found {string.Join<FeelType>(", ", arguments)}: the value is always null.",
            "Check the arguments.", "feel-arguments");
        return function.Result ?? FeelType.Any;
    }

    private bool IsBound(string name, Local? names)
    {
        for (Local? local = names; local is not null; local = local.Outer)
        {
            // The entries of an item that is not known may hide any name.
            if (local.Name == name || (local.Kind == BindingKind.Item && TypeRelation.Plain(local.Type) is not SimpleType)) return true;
        }

        return _scope.Names.ContainsKey(name);
    }

    private static string FormsOf(Builtin builtin) => string.Join(" or ", builtin.Overloads.Select(form => form.IsVariadic ? "any number of arguments"
        : $"({string.Join(", ", form.Parameters.Select(parameter => parameter.Kind is FeelKind kind
            ? $"{parameter.Name}: {FeelType.NameOf(kind)}" : parameter.Name))})"));

    private FunctionType Function(FunctionNode node, Local? names)
    {
        FeelType[] parameters = [.. node.Parameters.Select(parameter => parameter.Type)];
        if (node.Form == FunctionForm.External) return new FunctionType(parameters, null);
        foreach (FeelParameter parameter in node.Parameters) names = new Local(names, parameter.Name, parameter.Type, BindingKind.Local);
        return new FunctionType(parameters, Visit(node.Body, names));
    }

    private void Report(Node place, string message, string hint, string code = "feel-type") => _scope.Diagnostics.Add(
        new Diagnostic(code, DiagnosticSeverity.Warning, message, _source.LocationOf(place.Start, place.Length), hint));
}
