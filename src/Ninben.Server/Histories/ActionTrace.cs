namespace Ninben.Server.Histories;

/// <summary>One effect on the world.</summary>
internal sealed record ActionTrace(int Number, int Instance, ActionState State, DateTimeOffset SendAt, string Key, string Act, int Attempts, string? LastError);
