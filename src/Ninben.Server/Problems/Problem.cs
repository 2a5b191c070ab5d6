namespace Ninben.Server.Problems;

/// <summary>Why a request was not done, as RFC 9457 has it.</summary>
/// <param name="Type">A URI that names the kind of problem; ends in the code.</param>
/// <param name="Title">The kind, in words.</param>
/// <param name="Status">The HTTP status.</param>
/// <param name="Detail">What was expected, what was found, what to do.</param>
/// <param name="Code">Kebab case, stable: programs compare this.</param>
/// <param name="Fields">The fields or parts concerned.</param>
/// <param name="Diagnostics">What is wrong with a model or expression, with line and column.</param>
/// <param name="TraceId">Names this request in the server's log.</param>
public sealed record Problem(string Type, string Title, int Status, string? Detail = null, string? Code = null, IReadOnlyList<string>? Fields = null,
    IReadOnlyList<DiagnosticRow>? Diagnostics = null, string? TraceId = null)
{
    /// <summary>A problem with its type derived from the code.</summary>
    public static Problem Of(int status, string code, string title, string? detail = null) =>
        new("https://ninben.dev/problems/" + code, title, status, detail, code);
}
