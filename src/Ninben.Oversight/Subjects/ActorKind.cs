namespace Ninben.Oversight.Subjects;

/// <summary>What kind of party acts.</summary>
public enum ActorKind
{
    /// <summary>A signed-in person.</summary>
    Person,

    /// <summary>Another program, known by its API key.</summary>
    Key,

    /// <summary>Ninben itself: timers, workers, gates.</summary>
    System,
}
