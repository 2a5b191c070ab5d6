using System.Collections.Immutable;
using Ninben.Dmn;
using Ninben.Feel;

namespace Ninben.Oversight.Gates;

/// <summary>
/// Looks, before a model is used, at whether the decisions that judge as gates answer what <see cref="GatePolicy"/> understands. What is written in the
/// model and can never be understood is an error: every case that reached it would be held for no reason that a reviewer could act on.
/// </summary>
public static class GatePolicyCheck
{
    // A table in which every rule is wrong is as clear with the first few.
    private const int Most = 20;

    private static readonly string[] s_outcomes = ["pass", "hold", "block"];
    private static readonly string[] s_tiers = ["low", "medium", "high", "critical"];
    private static readonly string[] s_entries = ["outcome", "reasons", "tier", "sla", "group", "priority"];

    /// <summary>The findings about those decisions of a model that are named, by their id, as gates.</summary>
    public static ImmutableArray<Diagnostic> Of(DmnModel model, IReadOnlySet<string> gates)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(gates);
        return [.. model.Decisions.Where(decision => gates.Contains(decision.Id)).SelectMany(decision => Of(decision))];
    }

    /// <summary>The findings about one decision that judges as a gate.</summary>
    public static ImmutableArray<Diagnostic> Of(DecisionDefinition decision)
    {
        ArgumentNullException.ThrowIfNull(decision);
        var findings = decision.PossibleAnswers().SelectMany(Whole).Take(Most);
        return [.. findings.Select(finding => finding with { Message = $"The gate policy '{decision.Name}' {finding.Message}" })];
    }

    private static IEnumerable<Diagnostic> Whole(PossibleAnswer answer)
    {
        switch (answer)
        {
            case PossibleAnswer.Known { Value.IsNull: true }:
                return [new Diagnostic("gate-answer", DiagnosticSeverity.Warning, "may answer nothing, which holds the case.", answer.Location,
                    "Say \"hold\" with a reason instead.")];
            case PossibleAnswer.Known { Value.Kind: FeelKind.String }:
                return Entry("outcome", answer);
            case PossibleAnswer.Entries context:
                var missing = context.Values.ContainsKey("outcome") ? []
                    : new[] { Fault("gate-outcome", "answers no outcome.", context, "Add the output 'outcome' with \"pass\", \"hold\" or \"block\".") };
                return missing.Concat(context.Values.SelectMany(entry => s_entries.Contains(entry.Key)
                    ? entry.Value.SelectMany(value => Entry(entry.Key, value)) : [Unknown(entry.Key, context)]));
            case PossibleAnswer.Items:
                return [Fault("gate-answer", "answers a list.", answer, "Choose the hit policy FIRST or UNIQUE, or answer one context.")];
            case PossibleAnswer.Known or PossibleAnswer.OfKind { Kind: not FeelKind.String }:
                return [Fault("gate-answer", $"answers {Found(answer)} instead of an outcome.", answer, Expected("outcome", answer))];
            default:
                return [];
        }
    }

    private static Diagnostic Unknown(string name, PossibleAnswer place) => new("gate-entry", DiagnosticSeverity.Warning,
        $"answers '{name}', which a gate does not know.", place.Location, Near(name, s_entries) ?? $"A gate knows {string.Join(", ", s_entries)}.");

    private static IEnumerable<Diagnostic> Entry(string name, PossibleAnswer answer) => name == "reasons" && answer is PossibleAnswer.Items list
        ? list.Values.SelectMany(item => Entry(name, item))
        : IsUnderstood(name, answer) ? [] : [Fault($"gate-{name}", $"answers the {name} {Found(answer)}.", answer, Expected(name, answer))];

    private static bool IsUnderstood(string name, PossibleAnswer answer) => answer switch
    {
        PossibleAnswer.Known known => name switch
        {
            "outcome" => GatePolicy.Outcome(known.Value) is not null,
            "tier" => GatePolicy.TryTier(known.Value, out _),
            "sla" => GatePolicy.TrySla(known.Value, out _),
            "priority" => GatePolicy.TryPriority(known.Value, 0, out _),
            "group" => known.Value.Kind is FeelKind.Null or FeelKind.String,
            _ => GatePolicy.TryReasons(known.Value, out _),
        },
        PossibleAnswer.OfKind some => name switch
        {
            "sla" => some.Kind is FeelKind.Number or FeelKind.String or FeelKind.DaysAndTimeDuration,
            "priority" => some.Kind == FeelKind.Number,
            _ => some.Kind == FeelKind.String,
        },
        PossibleAnswer.Entries context => name == "reasons" && (context.Values.ContainsKey("text") || context.Values.ContainsKey("code")),
        PossibleAnswer.Items => false,
        _ => true,
    };

    private static string Found(PossibleAnswer answer) => answer switch
    {
        PossibleAnswer.Known known => GatePolicy.Found(known.Value),
        PossibleAnswer.OfKind some => $"of the kind {some.Kind}",
        PossibleAnswer.Items => "as a list",
        _ => "as a context",
    };

    private static string Expected(string name, PossibleAnswer answer)
    {
        var text = answer is PossibleAnswer.Known { Value: { Kind: FeelKind.String } value } ? value.AsString() : "";
        return name switch
        {
            "outcome" => Near(text, s_outcomes) ?? "Answer \"pass\", \"hold\" or \"block\".",
            "tier" => Near(text, s_tiers) ?? "Answer \"low\", \"medium\", \"high\" or \"critical\".",
            "sla" => "Answer a duration such as \"PT4H\", or a number of minutes, of more than zero and at most 366 days.",
            "priority" => "Answer a number from 0 to 100.",
            "group" => "Answer the name of a group as a text.",
            _ => "Answer texts, or contexts with a code and a text.",
        };
    }

    // The word that was probably meant: the same but for its case, or one that shares its beginning.
    private static string? Near(string text, string[] words)
    {
        var near = text.Length < 2 ? null : Array.Find(words, word => word.StartsWith(text[..2], StringComparison.OrdinalIgnoreCase));
        return near is null ? null : $"Did you mean \"{near}\"?";
    }

    private static Diagnostic Fault(string code, string message, PossibleAnswer answer, string hint) =>
        new(code, DiagnosticSeverity.Error, message, answer.Location, hint);
}
