namespace Ninben.Feel;

/// <summary>Why a value became null: DMN 1.5, 10.3.2: errors in data yield null, and the reason is kept beside the value.</summary>
public sealed record EvaluationNote(string Code, string Message, SourceLocation Location);
