using Ninben.Feel;

namespace Ninben.Testing.Runs;

/// <summary>One step of an answers file.</summary>
public abstract record RunStep
{
    private RunStep(int line) => Line = line;

    /// <summary>Where it stands in the file, 1-based.</summary>
    public int Line { get; }

    /// <summary>Answers an element once it waits.</summary>
    public sealed record Element(string Id, RunAnswer Answer, int Line) : RunStep(Line);

    /// <summary>Sends a message once somebody waits for it.</summary>
    public sealed record Message(string Name, string? Key, FeelValue Payload, int Line) : RunStep(Line);

    /// <summary>Throws a signal once somebody waits for it.</summary>
    public sealed record Signal(string Name, FeelValue Payload, int Line) : RunStep(Line);

    /// <summary>Lets time pass; every timer fires at its own instant.</summary>
    public sealed record Pass(TimeSpan Time, int Line) : RunStep(Line);
}
