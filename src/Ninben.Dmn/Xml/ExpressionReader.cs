using System.Collections.Immutable;
using Ninben.Dmn.BoxedExpressions;
using Ninben.Dmn.DecisionTables;
using Ninben.Feel;
using Ninben.Feel.Evaluation;
using Ninben.Feel.External;
using Ninben.Feel.Syntax;
using Ninben.Feel.Values;

namespace Ninben.Dmn.Xml;

/// <summary>Reads and compiles decision logic. Names are those in scope at the place; each nested scope passes on its own.</summary>
internal sealed class ExpressionReader(string? source, TypeReader types, ModelLibrary library)
{
    private static readonly string[] Kinds =
        ["literalExpression", "decisionTable", "context", "invocation", "functionDefinition", "list", "relation", "conditional", "filter", "for",
            "some", "every"];

    private ImmutableHashSet<string>? _scopeNames;
    private FeelScope? _scope;

    public TypeReader Types => types;

    /// <summary>The tables read so far, wherever they stand.</summary>
    public List<DecisionTable> Tables { get; } = [];

    public SourceLocation LocationOf(Element element) => new(source, element.Line, element.Column, 0, 0, element.Id);

    private Place PlaceOf(Element element) => new(new SourceText("", source, new FixedOrigin(LocationOf(element))), 0, 0);

    public void Report(string code, DiagnosticSeverity severity, string message, Element element) =>
        library.Diagnostics.Add(new Diagnostic(code, severity, message, LocationOf(element)));

    /// <summary>The expression among the children; null, and a diagnostic if it is required, when there is none.</summary>
    public IBoxedExpression? ChildOf(Element parent, ImmutableHashSet<string> names)
    {
        Element? child = parent.Children.FirstOrDefault(candidate => Kinds.Contains(candidate.Name));
        return child is null ? null : Read(child, names);
    }

    public IBoxedExpression? RequiredChild(Element parent, ImmutableHashSet<string> names)
    {
        IBoxedExpression? expression = ChildOf(parent, names);
        if (expression is null && !parent.Children.Any(candidate => Kinds.Contains(candidate.Name))) Report("dmn-no-expression",
            DiagnosticSeverity.Error, $"The element '{parent.Name}' needs an expression.", parent);
        return expression;
    }

    public IBoxedExpression? Read(Element element, ImmutableHashSet<string> names)
    {
        IBoxedExpression? expression = element.Name switch
        {
            "literalExpression" => Literal(element, names) is FeelExpression literal ? new LiteralExpression(literal) : null,
            "decisionTable" => new TableReader(this).Read(element, names),
            "context" => Context(element, names),
            "invocation" => Invocation(element, names),
            "functionDefinition" => Function(element, names),
            "list" => AllRead(element.Children.Where(child => Kinds.Contains(child.Name)), names) is List<IBoxedExpression> items
                ? new ListExpression(items) : null,
            "relation" => Relation(element, names),
            "conditional" => Conditional(element, names),
            "filter" => Filter(element, names),
            _ => Iteration(element, names),
        };
        if (expression is null || element.Name is "decisionTable" or "functionDefinition"
            || element.Attribute("typeRef") is not string typeRef) return expression;
        FeelType type = types.Of(typeRef, element);
        return type is AnyType ? expression : new TypedExpression(expression, type, element.Attribute("label") ?? element.Name, LocationOf(element));
    }

    /// <summary>Compiles the text of a literal expression or cell.</summary>
    public FeelExpression? Literal(Element element, ImmutableHashSet<string> names)
    {
        FeelCompilation compilation = FeelExpression.Compile(TextOf(element), Scope(names));
        library.Diagnostics.AddRange(compilation.Diagnostics);
        return compilation.Expression;
    }

    public FeelUnaryTests? UnaryTests(Element element, ImmutableHashSet<string> names)
    {
        (FeelUnaryTests? tests, ImmutableArray<Diagnostic> found) = TestsOf(element, names);
        library.Diagnostics.AddRange(found);
        return tests;
    }

    public (FeelUnaryTests? Tests, ImmutableArray<Diagnostic> Found) TestsOf(Element element, ImmutableHashSet<string> names) =>
        FeelUnaryTests.Compile(TextOf(element), Scope(names));

    public void Warn(Diagnostic diagnostic) => library.Diagnostics.Add(diagnostic with { Severity = DiagnosticSeverity.Warning });

    /// <summary>The scope of these names: the same one for all cells of a table, since making it takes longer than compiling a cell.</summary>
    public FeelScope Scope(ImmutableHashSet<string> names)
    {
        if (_scope is null || !ReferenceEquals(_scopeNames, names))
        {
            _scopeNames = names;
            _scope = FeelScope.ForModel(names, types.Members, types.Find, library.ExternalFunctions);
        }

        return _scope;
    }

    public FunctionExpression? Function(Element element, ImmutableHashSet<string> names)
    {
        List<FeelParameter> parameters = [];
        foreach (Element parameter in element.All("formalParameter"))
        {
            string name = parameter.Attribute("name")?.Trim() ?? "";
            parameters.Add(new FeelParameter(name, types.Of(parameter.Attribute("typeRef"), parameter)));
            names = names.Add(name);
        }

        string kind = element.Attribute("kind") ?? "FEEL";
        IBoxedExpression? body = kind == "FEEL" ? RequiredChild(element, names)
            : new ExternalBody([.. parameters.Select(parameter => parameter.Name)],
                JavaFunctions.Find(kind == "Java" ? library.ExternalFunctions : ExternalFunctions.Refused, JavaMethod(element, names), PlaceOf(element)));
        if (body is null) return null;
        FeelType result = types.Of(element.Attribute("typeRef"), element);
        return new FunctionExpression(parameters, body, result is FunctionType ? FeelType.Any : result);
    }

    // The body of a Java function is a context of two texts (DMN 1.5, 10.3.2.13.3).
    private (string? Class, string? Signature) JavaMethod(Element element, ImmutableHashSet<string> names)
    {
        Dictionary<string, string?> texts = [];
        foreach (Element entry in element.Child("context")?.All("contextEntry") ?? [])
        {
            FeelValue value = entry.Child("literalExpression") is Element literal && Literal(literal, names) is FeelExpression text
                ? text.EvaluateValue(FeelContext.Empty) : default;
            texts[entry.Child("variable")?.Attribute("name")?.Trim() ?? ""] = value.Kind == FeelKind.String ? value.AsString() : null;
        }

        return (texts.GetValueOrDefault("class"), texts.GetValueOrDefault("method signature"));
    }

    private SourceText TextOf(Element element)
    {
        return new SourceText(element.TextChild(), source, new TextOrigin(element, source));
    }

    private List<IBoxedExpression>? AllRead(IEnumerable<Element> elements, ImmutableHashSet<string> names)
    {
        List<IBoxedExpression?> read = [.. elements.Select(element => Read(element, names))];
        return read.Contains(null) ? null : [.. read.Select(expression => expression!)];
    }

    private ContextExpression? Context(Element element, ImmutableHashSet<string> names)
    {
        List<(string?, IBoxedExpression)> entries = [];
        bool complete = true;
        foreach (Element entry in element.All("contextEntry"))
        {
            Element? variable = entry.Child("variable");
            string? name = variable?.Attribute("name")?.Trim();
            IBoxedExpression? value = RequiredChild(entry, names);
            if (value is not null && variable?.Attribute("typeRef") is string typeRef && types.Of(typeRef, variable) is FeelType type and not AnyType)
            {
                value = new TypedExpression(value, type, name ?? "", LocationOf(entry));
            }

            if (value is null) complete = false;
            else entries.Add((name, value));
            if (name is not null) names = names.Add(name);
        }

        return complete ? new ContextExpression(entries) : null;
    }

    private InvocationExpression? Invocation(Element element, ImmutableHashSet<string> names)
    {
        List<(string, IBoxedExpression)> bindings = [];
        IBoxedExpression? callee = RequiredChild(element, names);
        foreach (Element binding in element.All("binding"))
        {
            if (ChildOf(binding, names) is IBoxedExpression value) bindings.Add((binding.Child("parameter")?.Attribute("name")?.Trim() ?? "", value));
        }

        return callee is null ? null : new InvocationExpression(callee, bindings, PlaceOf(element));
    }

    private RelationExpression? Relation(Element element, ImmutableHashSet<string> names)
    {
        List<string> columns = [.. element.All("column").Select(column => column.Attribute("name")?.Trim() ?? "")];
        List<IReadOnlyList<IBoxedExpression>> rows = [];
        foreach (Element row in element.All("row"))
        {
            if (AllRead(row.Children.Where(child => Kinds.Contains(child.Name)), names) is not List<IBoxedExpression> cells) return null;
            if (cells.Count != columns.Count) Report("dmn-row", DiagnosticSeverity.Error, $"The row has {cells.Count} cells for {columns.Count} columns.", row);
            rows.Add(cells);
        }

        return new RelationExpression(columns, rows);
    }

    private IBoxedExpression? Part(Element element, string name, ImmutableHashSet<string> names)
    {
        if (element.Child(name) is Element part) return RequiredChild(part, names);
        Report("dmn-no-expression", DiagnosticSeverity.Error, $"The element '{element.Name}' needs a '{name}'.", element);
        return null;
    }

    private ConditionalExpression? Conditional(Element element, ImmutableHashSet<string> names)
    {
        IBoxedExpression? condition = Part(element, "if", names);
        IBoxedExpression? then = Part(element, "then", names);
        IBoxedExpression? otherwise = Part(element, "else", names);
        return condition is null || then is null || otherwise is null ? null : new ConditionalExpression(condition, then, otherwise, LocationOf(element));
    }

    private FilterExpression? Filter(Element element, ImmutableHashSet<string> names)
    {
        IBoxedExpression? domain = Part(element, "in", names);
        IBoxedExpression? match = Part(element, "match", names.Add("item").Union(types.Members));
        return domain is null || match is null ? null : new FilterExpression(domain, match, LocationOf(element));
    }

    private IterationExpression? Iteration(Element element, ImmutableHashSet<string> names)
    {
        string variable = element.Attribute("iteratorVariable")?.Trim() ?? "item";
        IBoxedExpression? domain = Part(element, "in", names);
        IBoxedExpression? body = Part(element, element.Name == "for" ? "return" : "satisfies", names.Add(variable).Add("partial"));
        IterationForm form = element.Name switch { "for" => IterationForm.For, "some" => IterationForm.Some, _ => IterationForm.Every };
        return domain is null || body is null ? null : new IterationExpression(form, variable, domain, body, LocationOf(element));
    }
}
