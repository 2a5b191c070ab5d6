using Ninben.Bpmn.Xml;

namespace Ninben.Bpmn.Checks;

/// <summary>
/// Links jump inside one scope: each throwing link has one catching link, each catching link has a throwing one (BPMN 2.0, 10.5.4). They name each other
/// by <c>target</c> and <c>source</c>, or share a name.
/// </summary>
internal static class LinkEvents
{
    private static readonly ModelRule Alone = ModelRule.Error("link-without-partner", "Every link event has a partner that throws or catches the link.",
        "Give a throwing and a catching link event the same link name.", "10.5.4 Intermediate event");

    private static readonly ModelRule Differs = ModelRule.Error("link-partners-differ", "Two link events that name each other agree.",
        "Correct source and target so that they name each other.", "10.5.5 Event definitions");

    private static readonly ModelRule Crosses = ModelRule.Error("link-crosses-scope", "A link stays inside one process or sub-process.",
        "Put both link events into the same process or sub-process.", "10.5.4 Intermediate event");

    private static readonly ModelRule Twice = ModelRule.Error("link-caught-twice", "A link leads to one place.",
        "Give the catching link events different names.", "10.5.4 Intermediate event");

    private const string Throwing = "intermediateThrowEvent";
    private const string Catching = "intermediateCatchEvent";

    public static Check Check { get; } = new(Run, [Alone, Differs, Crosses, Twice, DanglingReferences.Wrong]);

    /// <summary>The catching link events that a throwing one leads to; empty for any other node.</summary>
    public static IEnumerable<ModelNode> PartnersOf(CheckSubject subject, ModelNode node) =>
        node.Name == Throwing && LinkOf(subject, node) is { } link ? Partners(subject, node, link) : [];

    private static void Run(CheckSubject subject)
    {
        foreach (var node in subject.Nodes)
        {
            if (node.Name is not (Throwing or Catching) || LinkOf(subject, node) is not { } link) continue;
            if (References(link).ToList() is { Count: > 0 } references) CheckReferences(subject, node, link, references);
            if (subject.Findings.Has(DanglingReferences.Wrong.Code, node.Line, node.Column)) continue;
            var partners = Partners(subject, node, link).ToList();
            if (partners.Count == 0 && !subject.Findings.Has(Crosses.Code, node.Line, node.Column))
                subject.Report(Alone, node, $"No event {(node.Name == Throwing ? "catches" : "throws")} the link of '{node.Id}'.");
            if (node.Name == Throwing && partners.Count > 1) subject.Report(Twice, partners[1], $"The link of '{node.Id}' is also caught by '{partners[1].Id}'.");
        }
    }

    private static void CheckReferences(CheckSubject subject, ModelNode node, ModelNode link, List<string> references)
    {
        foreach (var reference in references)
        {
            if (subject.Ids.Find(reference) is not { } found) continue;
            var other = found.Parent;
            if (found.Name != "linkEventDefinition" || other is null || other.Name != Opposite(node))
            {
                subject.Report(DanglingReferences.Wrong, node,
                    $"The link of '{node.Id}' names '{reference}', which is {found.Said} and not the link of a bpmn:{Opposite(node)}.");
                continue;
            }

            if (other.Parent != node.Parent) subject.Report(Crosses, node, $"The link of '{node.Id}' leads to '{other.Id}' in another scope.");
            if (References(found).ToList() is { Count: > 0 } back && link.Id is { } id && !back.Contains(id))
                subject.Report(Differs, node, $"'{node.Id}' names '{found.Id}', which names {string.Join(", ", back.Select(name => $"'{name}'"))} instead.");
        }
    }

    private static IEnumerable<ModelNode> Partners(CheckSubject subject, ModelNode node, ModelNode link)
    {
        foreach (var other in node.Parent?.Bpmn(Opposite(node)) ?? [])
        {
            if (LinkOf(subject, other) is not { } found) continue;
            if (Names(link, found) || Names(found, link) || (Unnamed(link) && Unnamed(found) && Name(link, node) == Name(found, other))) yield return other;
        }
    }

    private static bool Names(ModelNode link, ModelNode other) => other.Id is { } id && References(link).Contains(id);

    private static bool Unnamed(ModelNode link) => !References(link).Any();

    private static string Name(ModelNode link, ModelNode node) => link["name"]?.Trim() is { Length: > 0 } name ? name : node["name"]?.Trim() ?? "";

    private static IEnumerable<string> References(ModelNode link) =>
        link.Children.Where(child => child.IsBpmn && child.Name is "source" or "target").Select(child => Local(child.Text.Trim())).Where(text => text.Length > 0);

    private static string Local(string reference) => reference[(reference.IndexOf(':', StringComparison.Ordinal) + 1)..];

    private static string Opposite(ModelNode node) => node.Name == Throwing ? Catching : Throwing;

    private static ModelNode? LinkOf(CheckSubject subject, ModelNode node) =>
        EventTriggers.DefinitionsOf(subject, node).FirstOrDefault(definition => definition.Name == "linkEventDefinition");
}
