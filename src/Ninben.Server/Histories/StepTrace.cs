namespace Ninben.Server.Histories;

/// <summary>One activation of an element.</summary>
internal sealed record StepTrace(int Instance, string Element, StepState State, DateTimeOffset EnteredAt, DateTimeOffset? LeftAt);
