using System.Collections.Immutable;
using Ninben.Bpmn.Model;

namespace Ninben.Bpmn.Elements.ActionTasks;

/// <summary>An effect on the world.</summary>
/// <param name="Connector">Name in the connector catalogue.</param>
/// <param name="HoldSeconds">How long the request waits before it leaves, so that it can be taken back.</param>
/// <param name="Attempts">How many attempts there are in all, 1..20.</param>
/// <param name="TimeoutSeconds">Longest run of one attempt.</param>
/// <param name="ApprovedBy">Element whose settled answer is the payload; null when the payload is given.</param>
/// <param name="Inputs">Settings of the connector.</param>
/// <param name="Payload">What to send when nothing was approved; null with <paramref name="ApprovedBy"/>.</param>
public sealed record ActionTask(string Connector, int HoldSeconds, int Attempts, int TimeoutSeconds, string? ApprovedBy,
    ImmutableArray<ModelInput> Inputs, ModelValue? Payload) : ElementDetail;
