using Ninben.Bpmn.Cases.Commands;
using Ninben.Oversight.Subjects;

namespace Ninben.Testing;

/// <summary>Who gives a command: the person in it, else a system.</summary>
internal static class Actors
{
    public static Actor Of(CaseCommand command) => command switch
    {
        ClaimReview claim => claim.Person.Actor,
        ReleaseReview release => release.Person.Actor,
        GiveVerdict give => give.Person.Actor,
        UndoVerdict undo => undo.Person.Actor,
        _ => new Actor(ActorKind.System, "test", "Test"),
    };
}
