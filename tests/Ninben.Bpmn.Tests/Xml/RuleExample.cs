namespace Ninben.Bpmn.Tests.Xml;

/// <summary>A rule with a model that breaks it and one that keeps it: what stands in the process, and before it.</summary>
internal sealed record RuleExample(string Code, string Broken, string Kept)
{
    /// <summary>What stands before the process in both models, such as messages.</summary>
    public string Before { get; init; } = "";

    /// <summary>What stands before the process in the model that breaks the rule, when that is where the fault lies.</summary>
    public string? BrokenBefore { get; init; }

    /// <summary>Attributes of <c>bpmn:definitions</c>.</summary>
    public string Attributes { get; init; } = "";

    public string BrokenModel => Model(Broken, BrokenBefore ?? Before);

    public string KeptModel => Model(Kept, Before);

    private string Model(string body, string before) => Models.Process(body)
        .Replace("""<bpmn:process id="p" """, before + """<bpmn:process id="p" """, StringComparison.Ordinal)
        .Replace("""id="defs" """, $"""id="defs" {Attributes} xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" """, StringComparison.Ordinal);
}
