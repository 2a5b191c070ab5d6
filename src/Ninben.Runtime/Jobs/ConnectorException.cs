namespace Ninben.Runtime.Jobs;

/// <summary>An attempt failed in an expected way. <see cref="Retryable"/> false goes straight to an incident.</summary>
public sealed class ConnectorException : Exception
{
    public ConnectorException()
    {
    }

    public ConnectorException(string message)
        : base(message)
    {
    }

    public ConnectorException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Whether trying again may help; true unless set.</summary>
    public bool Retryable { get; init; } = true;
}
