namespace Ninben.Feel.Evaluation;

/// <summary>
/// What a unary test asks of the input, with the other side as code: a table says it in words when somebody asks why. Nothing is evaluated by it.
/// </summary>
internal sealed record TestShape(TestVerb Verb, Eval Other)
{
    /// <summary>The verb of a built-in that says something of its first argument; null for others.</summary>
    public static TestVerb? VerbOf(string builtin) => builtin switch
    {
        "contains" => TestVerb.Contains,
        "starts with" => TestVerb.StartsWith,
        "ends with" => TestVerb.EndsWith,
        "matches" => TestVerb.Matches,
        "list contains" => TestVerb.Includes,
        _ => null,
    };
}

internal enum TestVerb : byte
{
    /// <summary>Equal to the other side, or inside of it when that is a range or a list.</summary>
    Is,
    IsNot,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    Contains,
    StartsWith,
    EndsWith,
    Matches,
    Includes,
}
