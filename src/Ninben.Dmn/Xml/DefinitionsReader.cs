using System.Collections.Immutable;
using Ninben.Dmn.BoxedExpressions;
using Ninben.Dmn.Model;
using Ninben.Dmn.Requirements;
using Ninben.Feel;

namespace Ninben.Dmn.Xml;

/// <summary>Reads the nodes of a model, joins them by their requirements, and compiles their logic.</summary>
internal sealed class DefinitionsReader(ModelLibrary library, string? source)
{
    private static readonly string[] Namespaces =
    [
        "http://www.omg.org/spec/DMN/20151101/dmn.xsd",
        "http://www.omg.org/spec/DMN/20180521/MODEL/",
        "https://www.omg.org/spec/DMN/20191111/MODEL/",
        "https://www.omg.org/spec/DMN/20211108/MODEL/",
        "https://www.omg.org/spec/DMN/20230324/MODEL/",
    ];

    private readonly List<(DrgNode Node, Element Element)> _nodes = [];
    private readonly Dictionary<string, DrgNode> _byId = new(StringComparer.Ordinal);
    private readonly TypeReader _types = new(source, library.Diagnostics);
    private readonly Dictionary<DrgNode, ImportedNode> _imported = [];
    private readonly Dictionary<string, Import> _imports = new(StringComparer.Ordinal);
    private string _space = "";

    public TypeReader Types => _types;

    public DrgIndex? Read(Element root)
    {
        if (root.Name != "definitions" || !Namespaces.Contains(root.Namespace))
        {
            Report("dmn-namespace", DiagnosticSeverity.Error,
                $"Expected the element 'definitions' of DMN 1.1 to 1.5, found '{root.Name}' of '{root.Namespace}'.", root);
            return null;
        }

        _space = root.Attribute("namespace") ?? "";
        _types.Declare(root);
        library.Begin(_space);
        foreach (Element import in root.All("import")) Follow(import);
        foreach (Element element in root.Children) Declare(element);
        foreach ((DrgNode node, Element element) in _nodes)
        {
            Require(node, element);
            string[] names = [.. node.Requirements.Where(required => required is not ImportedNode).Select(required => string.Intern(required.Name)).Distinct()];
            if (names.Length == node.Requirements.Count) node.VariableNames = names;
        }

        if (RequirementGraph.FindCycle([.. _nodes.Select(pair => pair.Node)]) is DrgNode cyclic)
        {
            library.Diagnostics.Add(new Diagnostic("dmn-cycle", DiagnosticSeverity.Error, $"'{cyclic.Name}' requires itself.", cyclic.Location));
            return null;
        }

        ExpressionReader expressions = new(source, _types, library);
        foreach ((DrgNode node, Element element) in _nodes) Compile(node, element, expressions);
        return new DrgIndex(_space, [.. _nodes.Select(pair => pair.Node)], [.. _imports.Values], expressions.Tables);
    }

    private void Follow(Element element)
    {
        string space = element.Attribute("namespace") ?? "";
        string name = element.Attribute("name")?.Trim() ?? "";
        if (library.IsBeingRead(space))
        {
            Report("dmn-import-circle", DiagnosticSeverity.Error, $"The model '{space}' imports itself.", element);
        }
        else if (library.Find(space) is (DrgIndex index, TypeReader types))
        {
            _imports[space] = new Import(name, index);
            _types.Import(name, types, _imports[space].Members);
        }
        else
        {
            Report("dmn-import", DiagnosticSeverity.Warning, $"The model '{space}' was not given, so its import is not followed.", element);
        }
    }

    private void Declare(Element element)
    {
        string? name = element.Attribute("name")?.Trim();
        string id = element.Id ?? name ?? "";
        SourceLocation location = new(source, element.Line, element.Column, 0, 0, element.Id);
        DrgNode? node = element.Name switch
        {
            "inputData" => new InputNode(id, name ?? id, location),
            "decision" => new DecisionNode(id, name ?? id, location),
            "businessKnowledgeModel" => new KnowledgeNode(id, name ?? id, location),
            "decisionService" => new ServiceNode(id, name ?? id, location),
            _ => null,
        };
        if (node is null) return;
        if (string.IsNullOrEmpty(name)) Report("dmn-no-name", DiagnosticSeverity.Error, $"The element '{element.Name}' needs a name.", element);
        Element? variable = element.Child("variable");
        if (variable?.Attribute("typeRef") is string typeRef) node.Type = _types.Of(typeRef, variable);
        if (!_byId.TryAdd(id, node)) Report("dmn-duplicate-id", DiagnosticSeverity.Error, $"The id '{id}' is used twice.", element);
        node.Ordinal = _nodes.Count;
        _nodes.Add((node, element));
    }

    private void Require(DrgNode node, Element element)
    {
        foreach (Element requirement in element.Children)
        {
            if (requirement.Name is not ("informationRequirement" or "knowledgeRequirement")) continue;
            foreach (Element reference in requirement.Children)
            {
                if (reference.Attribute("href") is string href && Target(href, reference) is DrgNode required) node.Requirements.Add(required);
            }
        }

        if (node is not ServiceNode service) return;
        foreach (string group in (ReadOnlySpan<string>)["inputData", "inputDecision"])
        {
            foreach (Element reference in element.All(group))
            {
                if (reference.Attribute("href") is string href && Target(href, reference) is DrgNode input) service.Inputs.Add(input);
            }
        }

        foreach (Element reference in element.All("outputDecision"))
        {
            if (reference.Attribute("href") is string href && Target(href, reference) is DecisionNode output) service.Outputs.Add(output);
        }
    }

    private DrgNode? Target(string href, Element reference)
    {
        int hash = href.IndexOf('#', StringComparison.Ordinal);
        string id = hash < 0 ? href : href[(hash + 1)..];
        bool local = hash <= 0 || href[..hash] == _space;
        if (local && _byId.TryGetValue(id, out DrgNode? node)) return node;
        if (!local && _imports.TryGetValue(href[..hash], out Import? import) && import.Index.Nodes.FirstOrDefault(found => found.Id == id) is DrgNode target)
        {
            // One node for each element, so that its value is worked out once.
            if (!_imported.TryGetValue(target, out ImportedNode? known)) _imported[target] = known = new ImportedNode(import, target);
            return known;
        }

        DiagnosticSeverity severity = local ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning;
        Report("dmn-reference", severity, $"The reference '{href}' leads nowhere.", reference);
        return null;
    }

    private static void Compile(DrgNode node, Element element, ExpressionReader expressions)
    {
        ImmutableHashSet<string> names = [.. node.Requirements.Select(required =>
            required is ImportedNode { Import.Name: { Length: > 0 } import } ? import : required.Name)];
        switch (node)
        {
            case DecisionNode decision:
                decision.Logic = expressions.ChildOf(element, names);
                break;
            case KnowledgeNode knowledge when element.Child("encapsulatedLogic") is Element logic:
                knowledge.Function = expressions.Function(logic, names);
                // The variable of a knowledge model has the type of its answer, or a function type (DMN 1.5, 6.3.9).
                if (knowledge.Function is FunctionExpression function
                    && knowledge.Type is not (Feel.Values.AnyType or Feel.Values.FunctionType)) knowledge.Function = function with { Result = knowledge.Type };
                break;
        }
    }

    private void Report(string code, DiagnosticSeverity severity, string message, Element element) =>
        library.Diagnostics.Add(new Diagnostic(code, severity, message, new SourceLocation(source, element.Line, element.Column, 0, 0, element.Id)));
}
