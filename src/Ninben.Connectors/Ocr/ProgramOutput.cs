namespace Ninben.Connectors.Ocr;

/// <summary>What an outside program left behind.</summary>
internal sealed record ProgramOutput(int ExitCode, byte[] Output, string Errors);
