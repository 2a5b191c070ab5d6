using System.Collections.Immutable;
using Ninben.Dmn;
using Ninben.Oversight.Gates;

namespace Ninben.Bpmn.Cases.Execution;

/// <summary>DMN results in the words of facts.</summary>
internal static class Rules
{
    public static ImmutableArray<MatchedPolicyRule> Matched(DecisionResult result)
    {
        if (result.Matched.IsDefaultOrEmpty) return [];
        var matched = ImmutableArray.CreateBuilder<MatchedPolicyRule>(result.Matched.Length);
        foreach (var rule in result.Matched) matched.Add(new MatchedPolicyRule(rule.DecisionId, rule.Number, rule.RuleId, rule.Annotation));
        return matched.MoveToImmutable();
    }

    public static ImmutableArray<string> Notes(DecisionResult result)
    {
        if (result.Notes.IsDefaultOrEmpty) return [];
        var notes = ImmutableArray.CreateBuilder<string>(result.Notes.Length);
        foreach (var note in result.Notes) notes.Add(note.Message);
        return notes.MoveToImmutable();
    }
}
