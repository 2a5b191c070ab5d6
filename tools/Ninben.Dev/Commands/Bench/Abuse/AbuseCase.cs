namespace Ninben.Dev.Commands.Bench.Abuse;

/// <summary>Input made to stop a machine.</summary>
/// <param name="Attack">What it tries, in a word or two.</param>
/// <param name="Name">The input, shortened.</param>
/// <param name="Expected">What must end it: a limit or the code of a diagnostic.</param>
/// <param name="Run">Tries it with the limits that hold when nobody names others, and says what ended it.</param>
internal sealed record AbuseCase(string Attack, string Name, string Expected, Func<string> Run);
