using System.Collections.Immutable;

namespace Ninben.Oversight.Reviews;

/// <summary>A rule of oversight says no; the case turns it into a refusal of the command.</summary>
/// <param name="Kind">Which family.</param>
/// <param name="Code">Kebab case, e.g. <c>flags-open</c>.</param>
/// <param name="Message">What was expected, what was found, what to do.</param>
/// <param name="Fields">Names of the fields or parts concerned; may be empty.</param>
public sealed record Objection(ObjectionKind Kind, string Code, string Message, ImmutableArray<string> Fields)
{
    internal static Objection Conflict(string code, string message) => new(ObjectionKind.Conflict, code, message, []);

    internal static Objection Forbidden(string code, string message) => new(ObjectionKind.Forbidden, code, message, []);

    internal static Objection Invalid(string code, string message, params ImmutableArray<string> fields) => new(ObjectionKind.Invalid, code, message, fields);
}
