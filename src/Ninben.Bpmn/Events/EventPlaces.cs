namespace Ninben.Bpmn.Events;

/// <summary>Where an event definition may stand (BPMN 2.0, table 10.93).</summary>
[Flags]
internal enum EventPlaces
{
    None = 0,

    /// <summary>Start event of a process.</summary>
    Start = 1,

    /// <summary>Start event of an event sub-process that interrupts its scope.</summary>
    SubProcessStart = 2,

    /// <summary>Start event of an event sub-process that runs beside its scope.</summary>
    SideStart = 4,

    /// <summary>Intermediate event in the flow that waits.</summary>
    Catch = 8,

    /// <summary>Boundary event that ends its activity.</summary>
    Boundary = 16,

    /// <summary>Boundary event that lets its activity go on.</summary>
    SideBoundary = 32,

    /// <summary>Intermediate event in the flow that causes something.</summary>
    Throw = 64,

    /// <summary>End event.</summary>
    End = 128,

    /// <summary>Everywhere where something from outside of the flow is waited for.</summary>
    Waiting = Start | SubProcessStart | SideStart | Catch | Boundary | SideBoundary,
}
