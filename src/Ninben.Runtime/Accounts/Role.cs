using System.Collections.Immutable;

namespace Ninben.Runtime.Accounts;

/// <summary>The five roles. What each may do over HTTP is one table, <c>Server/Access/AccessRule.cs</c>.</summary>
public static class Role
{
    /// <summary>Judges reviews of its groups.</summary>
    public const string Reviewer = "reviewer";

    /// <summary>Owns the outcome: reads everything, changes decision tables, cancels, retries, records outcomes.</summary>
    public const string Owner = "owner";

    /// <summary>Builds: deploys processes and decisions, opens cases.</summary>
    public const string Builder = "builder";

    /// <summary>Reads everything, changes nothing.</summary>
    public const string Auditor = "auditor";

    /// <summary>Everything, and the only one who manages people and keys.</summary>
    public const string Admin = "admin";

    /// <summary>All of them.</summary>
    public static ImmutableArray<string> All { get; } = [Reviewer, Owner, Builder, Auditor, Admin];
}
