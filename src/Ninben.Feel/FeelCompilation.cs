using System.Collections.Immutable;

namespace Ninben.Feel;

/// <summary>The outcome of compiling a text; <see cref="Expression"/> is null if and only if a diagnostic is an error.</summary>
public sealed record FeelCompilation(FeelExpression? Expression, ImmutableArray<Diagnostic> Diagnostics);
