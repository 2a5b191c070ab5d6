using System.Diagnostics;
using Ninben.Oversight.Reviews;

namespace Ninben.Bpmn.Cases.Execution;

/// <summary>Short ways to say no.</summary>
internal static class Refusals
{
    public static Refusal NotFound(string code, string message) => new(RefusalKind.NotFound, code, message, []);

    public static Refusal Conflict(string code, string message) => new(RefusalKind.Conflict, code, message, []);

    public static Refusal Invalid(string code, string message) => new(RefusalKind.Invalid, code, message, []);

    public static Refusal CaseClosed() => Conflict("case-closed", "The case is closed.");

    /// <summary>Null when a reason was given.</summary>
    public static Refusal? Reason(string? reason, string what) =>
        string.IsNullOrWhiteSpace(reason) ? Invalid("reason-needed", $"Say why {what}.") : null;

    public static Refusal? Of(Objection? objection) => objection is null ? null : new Refusal(objection.Kind switch
    {
        ObjectionKind.Conflict => RefusalKind.Conflict,
        ObjectionKind.Forbidden => RefusalKind.Forbidden,
        ObjectionKind.Invalid => RefusalKind.Invalid,
        _ => throw new UnreachableException(objection.Kind.ToString()),
    }, objection.Code, objection.Message, objection.Fields);
}
