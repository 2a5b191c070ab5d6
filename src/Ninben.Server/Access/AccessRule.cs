using System.Collections.Frozen;
using System.Collections.Immutable;
using Ninben.Runtime.Accounts;

namespace Ninben.Server.Access;

/// <summary>Who may call an endpoint: one of these roles, and whether a key will do. This table is the whole of it; docs/security.md shows it.</summary>
internal sealed record AccessRule(string Name, ImmutableArray<string> Roles, AccessRule.Party Who)
{
    /// <summary>Which kind of party.</summary>
    public enum Party
    {
        PersonOnly,
        PersonOrKey,
    }

    public const string Anyone = "anyone";
    public const string AnyPerson = "any-person";
    public const string JudgeReviews = "judge-reviews";
    public const string AddDocuments = "add-documents";
    public const string OpenCases = "open-cases";
    public const string SteerCases = "steer-cases";
    public const string SendMessages = "send-messages";
    public const string ReadFacts = "read-facts";
    public const string AuditFacts = "audit-facts";
    public const string DeployProcesses = "deploy-processes";
    public const string DeployDecisions = "deploy-decisions";
    public const string TryDecisions = "try-decisions";
    public const string ReadConnections = "read-connections";
    public const string ManageAccess = "manage-access";

    /// <summary>Every rule, by name. Admin is part of each; a key never judges, and never manages people or keys.</summary>
    public static FrozenDictionary<string, AccessRule> All { get; } = new AccessRule[]
    {
        new(Anyone, Role.All, Party.PersonOrKey),
        new(AnyPerson, Role.All, Party.PersonOnly),
        new(JudgeReviews, [Role.Reviewer, Role.Admin], Party.PersonOnly),
        new(AddDocuments, [Role.Reviewer, Role.Builder, Role.Admin], Party.PersonOrKey),
        new(OpenCases, [Role.Builder, Role.Admin], Party.PersonOrKey),
        new(SteerCases, [Role.Owner, Role.Admin], Party.PersonOrKey),
        new(SendMessages, [Role.Owner, Role.Builder, Role.Admin], Party.PersonOrKey),
        new(ReadFacts, [Role.Owner, Role.Builder, Role.Auditor, Role.Admin], Party.PersonOrKey),
        new(AuditFacts, [Role.Owner, Role.Auditor, Role.Admin], Party.PersonOrKey),
        new(DeployProcesses, [Role.Builder, Role.Admin], Party.PersonOrKey),
        new(DeployDecisions, [Role.Owner, Role.Builder, Role.Admin], Party.PersonOrKey),
        new(TryDecisions, [Role.Owner, Role.Builder, Role.Auditor, Role.Admin], Party.PersonOrKey),
        new(ReadConnections, [Role.Owner, Role.Builder, Role.Auditor, Role.Admin], Party.PersonOrKey),
        new(ManageAccess, [Role.Admin], Party.PersonOnly),
    }.ToFrozenDictionary(r => r.Name);
}
