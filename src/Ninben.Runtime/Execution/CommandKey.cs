namespace Ninben.Runtime.Execution;

/// <summary>An idempotency key with the SHA-256 (hex) of the request body that it stands for. Keys are 1..200 visible ASCII characters.</summary>
public sealed record CommandKey(string Key, string BodyHash);
