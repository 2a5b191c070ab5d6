using Ninben.Bpmn.Xml;

namespace Ninben.Bpmn.Checks;

/// <summary>A parallel join waits for a token on every incoming flow (BPMN 2.0, 10.6.4, 13.4.1), so each must be able to bring one.</summary>
internal static class Joins
{
    private static readonly ModelRule Unreached = ModelRule.Error("join-cannot-fire", "Every flow into a parallel join can bring a token.",
        "Remove the flow, or connect its beginning.", "10.6.4 Parallel gateway");

    private static readonly ModelRule Choice = ModelRule.Warning("join-after-choice",
        "Ways of which only one is taken are merged by an exclusive gateway, not by a parallel one, which would wait for ever.",
        "Use an exclusive gateway to merge them.", "10.6.4 Parallel gateway");

    // Nobody draws more. A model that was made to be slow is read as fast as any other.
    private const int MostNodes = 2_000;

    public static Check Check { get; } = new(Run, [Unreached, Choice]);

    private static void Run(CheckSubject subject)
    {
        foreach (var scope in subject.Executed)
        {
            if (!scope.IsScope) continue;
            var joins = scope.Bpmn("parallelGateway").Where(gateway => subject.Flows.Into(gateway).Count > 1).ToList();
            if (joins.Count == 0 || scope.Children.Count(child => child.IsFlowNode) > MostNodes) continue;
            var dominators = Dominators.Of(ScopeEntries.Of(subject, scope), node => subject.Flows.After(node)
                .Concat(subject.Flows.BoundariesOf(node)).Concat(LinkEvents.PartnersOf(subject, node)));
            foreach (var join in joins) CheckJoin(subject, join, dominators);
        }
    }

    private static void CheckJoin(CheckSubject subject, ModelNode join, Dominators dominators)
    {
        if (!dominators.Reaches(join)) return;
        var sources = subject.Flows.Into(join).Select(subject.Flows.Source).OfType<ModelNode>().ToList();
        if (sources.Find(source => !dominators.Reaches(source)) is { } lost)
        {
            subject.Report(Unreached, join, $"The parallel join '{join.Id}' waits for {lost.Said}, which is never reached.");
            return;
        }

        var choice = sources.Zip(sources.Skip(1), dominators.Common).FirstOrDefault(common =>
            common is { Name: "exclusiveGateway" or "eventBasedGateway" } && subject.Flows.OutOf(common).Count > 1);
        if (choice is not null) subject.Report(Choice, join, $"The parallel join '{join.Id}' waits for ways of which '{choice.Id}' takes only one.");
    }
}
