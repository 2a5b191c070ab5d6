using Ninben.Feel;

namespace Ninben.Runtime.Jobs;

/// <summary>
/// Does outside work for one job or sends one action. Called outside of any transaction, possibly more than once for the same
/// job after a crash; for actions <see cref="ConnectorCall.Key"/> is the same each time and must be handed to the receiver.
/// Throws <see cref="ConnectorException"/> for expected failures; any other exception counts as retryable too and is logged.
/// </summary>
public interface IConnector
{
    /// <summary>Name used in models, kebab case, e.g. <c>extraction</c>.</summary>
    string Name { get; }

    /// <summary>Performs one attempt; must stop when the token is cancelled.</summary>
    Task<ConnectorAnswer> Perform(ConnectorCall call, CancellationToken cancellationToken);
}

/// <summary>One attempt.</summary>
/// <param name="Item">Job or action id, <c>{case}-{number}</c>.</param>
/// <param name="Process">Process id.</param>
/// <param name="Element">Element id.</param>
/// <param name="Attempt">1-based.</param>
/// <param name="Input">Inputs from the model.</param>
/// <param name="Payload">For actions: what to send; Null for jobs.</param>
/// <param name="Key">For actions: the idempotency key; null for jobs.</param>
public sealed record ConnectorCall(string Item, string Process, string Element, int Attempt, FeelContext Input, FeelValue Payload, string? Key);
