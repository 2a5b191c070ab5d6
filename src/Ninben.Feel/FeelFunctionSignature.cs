using System.Collections.Immutable;

namespace Ninben.Feel;

/// <summary>A built-in function, for showing it and for completion.</summary>
/// <param name="Summary">One sentence.</param>
/// <param name="Forms">Its parameter lists as text, as "string: string, start position: number, length?: number"; an optional one has a question mark.</param>
public sealed record FeelFunctionSignature(string Name, string Summary, ImmutableArray<string> Forms);
