namespace Architecture.Tests.Reading;

/// <summary>A place that breaks a rule. The message says what to do instead.</summary>
internal sealed record Violation(string File, int Line, string Message)
{
    public override string ToString() => Line > 0 ? $"{File}:{Line}: {Message}" : $"{File}: {Message}";
}
