using System.Collections.Immutable;
using Ninben.Feel;

namespace Ninben.Dmn;

/// <summary>The outcome of reading a document; <see cref="Document"/> is null if and only if a diagnostic is an error.</summary>
public sealed record DmnDocumentReading(DmnDocument? Document, ImmutableArray<Diagnostic> Diagnostics);
