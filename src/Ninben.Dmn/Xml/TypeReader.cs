using System.Collections.Immutable;
using Ninben.Feel;
using Ninben.Feel.Syntax;
using Ninben.Feel.Values;

namespace Ninben.Dmn.Xml;

/// <summary>Item definitions as types (DMN 1.5, 7.3.3). Types are built when first asked for, since they may refer to later ones.</summary>
internal sealed class TypeReader(string? source, ImmutableArray<Diagnostic>.Builder diagnostics)
{
    private readonly Dictionary<string, Element> _definitions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, FeelType?> _types = new(StringComparer.Ordinal);
    private readonly List<(string Name, TypeReader Types)> _imports = [];
    private readonly HashSet<string> _members = new(StringComparer.Ordinal);

    /// <summary>All names of components, which paths and filters may use.</summary>
    public IReadOnlyCollection<string> Members => _members;

    public void Declare(Element definitions)
    {
        foreach (Element item in definitions.All("itemDefinition"))
        {
            if (item.Attribute("name") is string name) _definitions[name.Trim()] = item;
            CollectMembers(item);
        }
    }

    /// <summary>Makes the types of another model known under the name of its import, and its elements as names that paths may use.</summary>
    public void Import(string name, TypeReader types, IEnumerable<string> elements)
    {
        _imports.Add((name, types));
        _members.UnionWith(types.Members);
        _members.UnionWith(elements);
    }

    public FeelType? Find(string name)
    {
        string local = name.StartsWith("feel:", StringComparison.Ordinal) ? name[5..] : name.Trim();
        if (FeelType.Named(local) is FeelType builtin) return builtin;
        if (_types.TryGetValue(local, out FeelType? known)) return known ?? FeelType.Any;
        if (!_definitions.TryGetValue(local, out Element? item)) return FindImported(local);
        // While it is being built a type counts as Any, so that recursive definitions end.
        _types[local] = null;
        return _types[local] = Build(item);
    }

    private FeelType? FindImported(string name)
    {
        foreach ((string import, TypeReader types) in _imports)
        {
            if (import.Length == 0 && types.Find(name) is FeelType same) return same;
            if (import.Length > 0 && name.StartsWith(import + ".", StringComparison.Ordinal) && types.Find(name[(import.Length + 1)..]) is FeelType found)
            {
                return found;
            }
        }

        return null;
    }

    public FeelType Of(string? typeRef, Element place)
    {
        if (string.IsNullOrWhiteSpace(typeRef)) return FeelType.Any;
        if (Find(typeRef) is FeelType type) return type;
        diagnostics.Add(new Diagnostic("dmn-unknown-type", DiagnosticSeverity.Warning, $"There is no type named '{typeRef}'; values are not checked.",
            new SourceLocation(source, place.Line, place.Column, 0, 0, place.Id)));
        return FeelType.Any;
    }

    public FeelType Build(Element item)
    {
        FeelType type;
        List<Element> components = [.. item.All("itemComponent")];
        if (components.Count > 0)
        {
            type = new ContextType([.. components.Select(component => new FeelParameter(component.Attribute("name")?.Trim() ?? "", Build(component)))]);
        }
        else if (item.Child("functionItem") is Element function)
        {
            type = new FunctionType([.. function.All("parameters").Select(parameter => Of(parameter.Attribute("typeRef"), parameter))],
                Of(function.Attribute("outputTypeRef"), function));
        }
        else
        {
            type = Of(item.Child("typeRef")?.Text.Trim() ?? item.Attribute("typeRef"), item);
        }

        if (item.Child("allowedValues") is Element allowed && Tests(allowed) is FeelUnaryTests tests) type =
            Constrained(type, tests, eachItem: type is ListType);
        if (item.Attribute("isCollection") == "true") type = new ListType(type);
        if (item.Child("typeConstraint") is Element constraint && Tests(constraint) is FeelUnaryTests whole) type = Constrained(type, whole, eachItem: false);
        return type;
    }

    private static ConstrainedType Constrained(FeelType type, FeelUnaryTests tests, bool eachItem)
    {
        if (!eachItem) return new ConstrainedType(type, value => tests.Matches(value, FeelContext.Empty), tests.Text);
        return new ConstrainedType(type, value => value.Kind == FeelKind.List && value.AsList().All(item => tests.Matches(item, FeelContext.Empty)),
            tests.Text);
    }

    private FeelUnaryTests? Tests(Element element)
    {
        string text = element.TextChild();
        if (text.Length == 0) return null;
        (FeelUnaryTests? tests, ImmutableArray<Diagnostic> found) = FeelUnaryTests.Compile(new SourceText(text, source, new TextOrigin(element, source)),
            FeelScope.ForModel([], _members, Find, ExternalFunctions.Refused));
        diagnostics.AddRange(found);
        return tests;
    }

    private void CollectMembers(Element item)
    {
        foreach (Element component in item.All("itemComponent"))
        {
            if (component.Attribute("name") is string name) _members.Add(name.Trim());
            CollectMembers(component);
        }
    }
}
