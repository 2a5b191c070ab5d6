namespace Ninben.Oversight.Subjects;

/// <summary>Who did something. <c>Id</c> is stable and opaque, <c>Name</c> is for people to read.</summary>
public sealed record Actor(ActorKind Kind, string Id, string Name)
{
    /// <summary>Ninben acting by itself.</summary>
    public static Actor Engine { get; } = new(ActorKind.System, "ninben", "Ninben");
}
