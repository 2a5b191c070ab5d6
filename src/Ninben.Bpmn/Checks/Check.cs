using System.Collections.Immutable;

namespace Ninben.Bpmn.Checks;

/// <summary>A family of rules and the code that looks for what breaks them.</summary>
internal sealed record Check(Action<CheckSubject> Run, ImmutableArray<ModelRule> Rules);
