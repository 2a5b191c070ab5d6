using Ninben.Bpmn.Xml;

namespace Ninben.Bpmn.Checks;

/// <summary>The link events of a document, to be found by what names them.</summary>
internal sealed class LinkPairs
{
    public const string Throwing = "intermediateThrowEvent";
    public const string Catching = "intermediateCatchEvent";

    private readonly CheckSubject _subject;
    private readonly Dictionary<ModelNode, IReadOnlySet<string>> _references = [];
    private readonly ILookup<string, ModelNode> _namers;
    private readonly ILookup<(ModelNode? Scope, string Kind, string Name), ModelNode> _byName;

    private LinkPairs(CheckSubject subject)
    {
        _subject = subject;
        var links = subject.Nodes.Where(node => node.Name is Throwing or Catching)
            .Select(node => (Node: node, Link: LinkOf(subject, node)!)).Where(pair => pair.Link is not null).ToList();
        _namers = links.SelectMany(pair => References(pair.Link).Select(name => (name, pair.Node))).ToLookup(pair => pair.name, pair => pair.Node,
            StringComparer.Ordinal);
        _byName = links.Where(pair => References(pair.Link).Count == 0)
            .ToLookup(pair => (pair.Node.Parent, pair.Node.Name, Name(pair.Link, pair.Node)), pair => pair.Node);
    }

    public static LinkPairs Of(CheckSubject subject) => new(subject);

    /// <summary>Partners in the same scope: those that the link names, that name it, or that share its name. A second one is enough to know.</summary>
    public IEnumerable<ModelNode> Partners(ModelNode node, ModelNode link)
    {
        var opposite = Opposite(node);
        var named = References(link).Select(_subject.Ids.Find).OfType<ModelNode>().Where(found => found.Name == "linkEventDefinition")
            .Select(found => found.Parent!);
        var naming = link.Id is { } id ? _namers[id] : [];
        var alike = References(link).Count > 0 ? [] : _byName[(node.Parent, opposite, Name(link, node))];
        return named.Concat(naming).Concat(alike).Where(other => other.Name == opposite && other.Parent == node.Parent).Distinct().Take(2);
    }

    /// <summary>The link definition of an event, or null.</summary>
    public static ModelNode? LinkOf(CheckSubject subject, ModelNode node) =>
        EventTriggers.DefinitionsOf(subject, node).FirstOrDefault(definition => definition.Name == "linkEventDefinition");

    /// <summary>Ids of the links that a link names as its source or target.</summary>
    public IReadOnlySet<string> References(ModelNode link)
    {
        if (!_references.TryGetValue(link, out var names)) _references.Add(link, names = Named(link).ToHashSet(StringComparer.Ordinal));
        return names;
    }

    public static string Opposite(ModelNode node) => node.Name == Throwing ? Catching : Throwing;

    private static string Name(ModelNode link, ModelNode node) => link["name"]?.Trim() is { Length: > 0 } name ? name : node["name"]?.Trim() ?? "";

    private static IEnumerable<string> Named(ModelNode link) =>
        link.Children.Where(child => child.IsBpmn && child.Name is "source" or "target")
            .Select(child => Local(child.Text.Trim())).Where(text => text.Length > 0);

    private static string Local(string reference) => reference[(reference.IndexOf(':', StringComparison.Ordinal) + 1)..];
}
