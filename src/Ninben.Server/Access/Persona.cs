using System.Collections.Immutable;
using Ninben.Runtime.Accounts;

namespace Ninben.Server.Access;

/// <summary>Somebody to be in a demo. Personas exist in demo mode only, which listens on loopback only.</summary>
internal sealed record Persona(string Id, string Name, ImmutableArray<string> Roles, ImmutableArray<string> Groups, string About)
{
    public static ImmutableArray<Persona> All { get; } =
    [
        new("ada", "Ada Reviewer", [Role.Reviewer], ["ap-clerks", "claims-clerks"], "Checks invoices all day."),
        new("ben", "Ben Lead", [Role.Reviewer], ["ap-clerks", "ap-leads", "claims-leads", "claims-heads"], "Judges what the clerks may not."),
        new("chris", "Chris Owner", [Role.Owner], [], "Runs operations; owns the decision tables."),
        new("dana", "Dana Builder", [Role.Builder], [], "Models processes and connects systems."),
        new("eve", "Eve Auditor", [Role.Auditor], [], "Reads everything, changes nothing."),
        new("max", "Max Admin", [Role.Admin], [], "Manages people and keys; may do everything."),
    ];

    public PersonAccount Account(DateTimeOffset createdAt) => new(Id, Name, null, Roles, Groups, Disabled: false, createdAt);
}
