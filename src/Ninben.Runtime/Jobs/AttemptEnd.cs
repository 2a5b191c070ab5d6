namespace Ninben.Runtime.Jobs;

/// <summary>How one call of a connector ended.</summary>
internal abstract record AttemptEnd
{
    private AttemptEnd()
    {
    }

    internal sealed record Answered(ConnectorAnswer Answer) : AttemptEnd;

    internal sealed record Failed(string Message, bool Retryable) : AttemptEnd;
}
