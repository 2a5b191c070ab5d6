using System.Collections.Immutable;
using Ninben.Feel;

namespace Ninben.Dmn;

/// <summary>The outcome of reading a model; <see cref="Model"/> is null if and only if a diagnostic is an error.</summary>
public sealed record DmnReading(DmnModel? Model, ImmutableArray<Diagnostic> Diagnostics);
