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

    private const int MostSaid = 10;

    public static Check Check { get; } = new(Run, [Alone, Differs, Crosses, Twice, DanglingReferences.Wrong]);

    /// <summary>The catching link events that a throwing one leads to; empty for any other node.</summary>
    public static IEnumerable<ModelNode> PartnersOf(CheckSubject subject, ModelNode node) =>
        node.Name == LinkPairs.Throwing && LinkPairs.LinkOf(subject, node) is { } link ? subject.Links.Partners(node, link) : [];

    private static void Run(CheckSubject subject)
    {
        foreach (var node in subject.Nodes)
        {
            if (node.Name is not (LinkPairs.Throwing or LinkPairs.Catching) || LinkPairs.LinkOf(subject, node) is not { } link) continue;
            CheckReferences(subject, node, link);
            if (subject.Findings.Has(DanglingReferences.Wrong.Code, node.Line, node.Column)) continue;
            var partners = subject.Links.Partners(node, link).ToList();
            if (partners.Count == 0 && !subject.Findings.Has(Crosses.Code, node.Line, node.Column))
                subject.Report(Alone, node, $"No event {(node.Name == LinkPairs.Throwing ? "catches" : "throws")} the link of '{node.Id}'.");
            if (node.Name == LinkPairs.Throwing && partners.Count > 1)
                subject.Report(Twice, partners[1], $"The link of '{node.Id}' is also caught by '{partners[1].Id}'.");
        }
    }

    private static void CheckReferences(CheckSubject subject, ModelNode node, ModelNode link)
    {
        foreach (var reference in subject.Links.References(link))
        {
            if (subject.Ids.Find(reference) is not { } found) continue;
            var other = found.Parent;
            if (found.Name != "linkEventDefinition" || other is null || other.Name != LinkPairs.Opposite(node))
            {
                subject.Report(DanglingReferences.Wrong, node,
                    $"The link of '{node.Id}' names '{reference}', which is {found.Said} and not the link of a bpmn:{LinkPairs.Opposite(node)}.");
                continue;
            }

            if (other.Parent != node.Parent) subject.Report(Crosses, node, $"The link of '{node.Id}' leads to '{other.Id}' in another scope.");
            if (subject.Links.References(found) is { Count: > 0 } back && link.Id is { } id && !back.Contains(id))
                subject.Report(Differs, node, $"'{node.Id}' names '{found.Id}', which names {Said(back)} instead.");
        }
    }

    private static string Said(IReadOnlySet<string> names)
    {
        var said = string.Join(", ", names.Take(MostSaid).Select(name => $"'{name}'"));
        return names.Count > MostSaid ? $"{said} and {names.Count - MostSaid} others" : said;
    }
}
