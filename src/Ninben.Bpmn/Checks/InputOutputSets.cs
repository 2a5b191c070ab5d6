using Ninben.Bpmn.Xml;

namespace Ninben.Bpmn.Checks;

/// <summary>Every data input belongs to an input set, every data output to an output set (BPMN 2.0, 10.4.1).</summary>
internal static class InputOutputSets
{
    private static readonly ModelRule Input = ModelRule.Error("input-without-set",
        "Every data input is in an input set, and what a set calls optional or read while executing is in the set.",
        "Add <dataInputRefs> to an input set.", "10.4.1 Data modeling");

    private static readonly ModelRule Output = ModelRule.Error("output-without-set",
        "Every data output is in an output set, and what a set calls optional or written while executing is in the set.",
        "Add <dataOutputRefs> to an output set.", "10.4.1 Data modeling");

    public static Check Check { get; } = new(Run, [Input, Output]);

    private static void Run(CheckSubject subject)
    {
        foreach (var node in subject.Nodes)
        {
            if (!node.Bpmn("dataInput").Any() && !node.Bpmn("dataOutput").Any()) continue;
            CheckSets(subject, Input, node, ("dataInput", "inputSet", "dataInputRefs", ["optionalInputRefs", "whileExecutingInputRefs"]));
            CheckSets(subject, Output, node, ("dataOutput", "outputSet", "dataOutputRefs", ["optionalOutputRefs", "whileExecutingOutputRefs"]));
        }
    }

    private static void CheckSets(CheckSubject subject, ModelRule rule, ModelNode owner, (string Thing, string Set, string Refs, string[] Subsets) names)
    {
        var all = owner.Bpmn(names.Set).SelectMany(set => Refs(set, names.Refs)).ToHashSet(StringComparer.Ordinal);
        foreach (var thing in owner.Bpmn(names.Thing))
            if (thing.Id is { } id && !all.Contains(id)) subject.Report(rule, thing, $"{thing.Said} is in no bpmn:{names.Set}.");
        foreach (var set in owner.Bpmn(names.Set))
        {
            var own = Refs(set, names.Refs).ToHashSet(StringComparer.Ordinal);
            foreach (var subset in names.Subsets)
                if (Refs(set, subset).FirstOrDefault(name => !own.Contains(name)) is { } missing)
                    subject.Report(rule, set, $"bpmn:{subset} names '{missing}', which is not in {names.Refs} of the same bpmn:{names.Set}.");
        }
    }

    private static IEnumerable<string> Refs(ModelNode set, string name) => set.Bpmn(name).Select(reference => reference.Text.Trim());
}
