using System.Collections.Immutable;
using System.Diagnostics;
using Ninben.Dmn.BoxedExpressions;
using Ninben.Dmn.DecisionTables;
using Ninben.Feel;
using Ninben.Feel.Typing;
using Ninben.Feel.Values;

namespace Ninben.Dmn.Analysis;

/// <summary>The types of decision logic, form by form.</summary>
internal sealed class ExpressionTypes(ImmutableArray<Diagnostic>.Builder diagnostics)
{
    /// <summary>The type that the whole is declared as, for a table whose only output declares none.</summary>
    public FeelType Wanted { get; init; } = FeelType.Any;

    public FeelType Of(IBoxedExpression expression, TypeScope scope) => expression switch
    {
        LiteralExpression literal => TypeInference.Of(literal.Expression, scope),
        TypedExpression typed => Typed(typed, scope),
        ContextExpression context => Context(context, scope),
        InvocationExpression invocation => Invocation(invocation, scope),
        FunctionExpression function => Function(function, scope),
        ListExpression list => new ListType(list.Items.Select(item => Of(item, scope)).DefaultIfEmpty(FeelType.Any).Aggregate(TypeRelation.Either)),
        RelationExpression relation => Relation(relation, scope),
        ConditionalExpression conditional => Conditional(conditional, scope),
        FilterExpression filter => Filter(filter, scope),
        IterationExpression iteration => Iteration(iteration, scope),
        DecisionTable table => new TableTypes(table, scope, Wanted).Check(),
        ExternalBody => FeelType.Any,
        _ => throw new UnreachableException(expression.GetType().Name),
    };

    private FeelType Typed(TypedExpression typed, TypeScope scope)
    {
        FeelType found = Of(typed.Inner, scope);
        if (TypeRelation.Excludes(typed.Type, found)) Warn("dmn-type",
            $"'{typed.Name}' is declared as {typed.Type}, but its expression gives a {found}: it is always null.", typed.Location);
        return typed.Type;
    }

    private FeelType Context(ContextExpression context, TypeScope scope)
    {
        ImmutableArray<FeelParameter>.Builder fields = ImmutableArray.CreateBuilder<FeelParameter>();
        foreach ((string? name, IBoxedExpression value) in context.Entries)
        {
            FeelType type = Of(value, scope);
            if (name is null) return type;
            fields.Add(new FeelParameter(name, type));
            scope = scope.With(name, type);
        }

        return new ContextType(fields.ToImmutable());
    }

    private FeelType Invocation(InvocationExpression invocation, TypeScope scope)
    {
        FeelType callee = TypeRelation.Plain(Of(invocation.Callee, scope));
        foreach ((_, IBoxedExpression value) in invocation.Bindings) Of(value, scope);
        return callee is FunctionType { Result: FeelType result } ? result : FeelType.Any;
    }

    private FunctionType Function(FunctionExpression function, TypeScope scope)
    {
        foreach (FeelParameter parameter in function.Parameters) scope = scope.With(parameter.Name, parameter.Type);
        FeelType body = new ExpressionTypes(diagnostics) { Wanted = function.Result }.Of(function.Body, scope);
        return new FunctionType([.. function.Parameters.Select(parameter => parameter.Type)], function.Result is AnyType ? body : function.Result);
    }

    private ListType Relation(RelationExpression relation, TypeScope scope)
    {
        FeelType[] columns = [.. relation.Columns.Select(_ => (FeelType)new SimpleType(FeelKind.Null))];
        foreach (IReadOnlyList<IBoxedExpression> row in relation.Rows)
        {
            for (int i = 0; i < row.Count; i++)
            {
                FeelType cell = Of(row[i], scope);
                if (i < columns.Length) columns[i] = TypeRelation.Either(columns[i], cell);
            }
        }

        return new ListType(new ContextType([.. relation.Columns.Zip(columns, (name, type) => new FeelParameter(name, type))]));
    }

    private FeelType Conditional(ConditionalExpression conditional, TypeScope scope)
    {
        FeelType condition = Of(conditional.If, scope);
        if (TypeRelation.Excludes(new SimpleType(FeelKind.Boolean), condition)) Warn("dmn-type",
            $"The condition is a {condition} and never true or false.", conditional.Location);
        return TypeRelation.Either(Of(conditional.Then, scope), Of(conditional.Else, scope));
    }

    private FeelType Filter(FilterExpression filter, TypeScope scope)
    {
        FeelType source = TypeRelation.Plain(Of(filter.In, scope));
        FeelType item = source is ListType list ? list.Item : source;
        // The entries of the item hide the names around it, and a context may have more of them than its type says.
        TypeScope inner = TypeRelation.Plain(item) is SimpleType ? scope : scope with { Names = scope.Names.Clear() };
        if (TypeRelation.Plain(item) is ContextType context) inner = context.Fields.Aggregate(inner, (names, field) => names.With(field.Name, field.Type));
        return TypeRelation.ScalarKind(Of(filter.Match, inner.With("item", item))) switch
        {
            FeelKind.Boolean => new ListType(item),
            FeelKind.Number => item,
            _ => FeelType.Any,
        };
    }

    private FeelType Iteration(IterationExpression iteration, TypeScope scope)
    {
        FeelType item = TypeRelation.Plain(Of(iteration.In, scope)) switch
        {
            ListType list => list.Item,
            RangeType range => range.Item,
            _ => FeelType.Any,
        };
        FeelType body = Of(iteration.Body, scope.With("partial", new ListType(FeelType.Any)).With(iteration.Variable, item));
        return iteration.Form == IterationForm.For ? new ListType(body) : new SimpleType(FeelKind.Boolean);
    }

    private void Warn(string code, string message, SourceLocation location) =>
        diagnostics.Add(new Diagnostic(code, DiagnosticSeverity.Warning, message, location, "Check the expression, or the declared type."));
}
