using Ninben.Bpmn.Elements;

namespace Ninben.Bpmn.Events;

/// <summary>What an event definition does while a case runs. Stateless.</summary>
internal interface IEventBehaviour
{
    /// <summary>
    /// Asks for what a catching event waits for; false after an incident. Definitions that are looked for when they are thrown (errors,
    /// escalations, compensation, cancel) ask for nothing.
    /// </summary>
    bool TryArm(in Watch watch) => true;

    /// <summary>Causes what a throwing event stands for; see <see cref="Thrown"/> for what then becomes of the event.</summary>
    Thrown Throw(in Visit visit, EventDefinition definition) => Thrown.Done;
}

/// <summary>How a throwing event goes on.</summary>
internal enum Thrown
{
    /// <summary>The event completes.</summary>
    Done,

    /// <summary>The event waits for what it caused, as a scope of its own.</summary>
    Waits,

    /// <summary>What it caused ended the event, or an incident holds it.</summary>
    Stopped,
}
