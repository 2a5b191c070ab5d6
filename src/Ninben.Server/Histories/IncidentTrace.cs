namespace Ninben.Server.Histories;

/// <summary>One time that a step could not go on alone.</summary>
internal sealed record IncidentTrace(int Number, int Instance, string Code, string Message, DateTimeOffset At, bool IsOpen);
