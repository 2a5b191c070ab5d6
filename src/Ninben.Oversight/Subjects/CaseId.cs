namespace Ninben.Oversight.Subjects;

/// <summary>Names one case, and with it one stream of facts. A UUIDv7 in 32 lower-case hex digits, stamped by Runtime.</summary>
public readonly record struct CaseId(string Value)
{
    /// <summary>The bare text, as in URLs and on the wire.</summary>
    public override string ToString() => Value;
}
