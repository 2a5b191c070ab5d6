using System.Collections.Immutable;
using Ninben.Oversight.Proposals;

namespace Ninben.Oversight.Reviews;

/// <summary>A <see cref="Reason"/> that a reviewer can pick with one digit.</summary>
/// <param name="Code">Kebab case, e.g. <c>wrong-supplier</c>.</param>
/// <param name="Text">One plain sentence without jargon.</param>
/// <param name="Verdicts">The verdicts that it is a reason for, at least one; null when the model does not say.</param>
public sealed record OfferedReason(string Code, string Text, ImmutableArray<VerdictKind>? Verdicts = null);
