using System.Collections.Immutable;
using Ninben.Bpmn.Checks;

namespace Ninben.Bpmn;

/// <summary>The rules that models are checked against.</summary>
public static class ModelRules
{
    /// <summary>All of them, each once, in the order of the checks.</summary>
    public static ImmutableArray<ModelRule> All { get; } = [.. CheckCatalogue.All.SelectMany(check => check.Rules).Distinct()];
}
