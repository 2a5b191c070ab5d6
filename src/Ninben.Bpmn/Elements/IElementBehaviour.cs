using Ninben.Bpmn.Cases.Execution;

namespace Ninben.Bpmn.Elements;

/// <summary>
/// What an element does while a case visits it. A behaviour is stateless; it reads the state and the model through the visit and changes
/// the case only by writing facts. It never calls another behaviour: moving on is <see cref="Lifecycle.Leave"/>, which queues the next
/// elements, so that a long path is a loop and not a recursion.
/// </summary>
internal interface IElementBehaviour
{
    /// <summary>
    /// The token arrived, and the instance and its boundary timers exist. Either leaves at once or asks for something to wait for.
    /// Also called when a person retries an incident: then earlier facts of the instance (proposal, decision) are kept and must be respected.
    /// </summary>
    void Enter(in Visit visit);

    /// <summary>What the instance waited for happened. Signals that an element never asked for are bugs.</summary>
    void Resume(in Visit visit, Signal signal);

    /// <summary>
    /// The flows to take when the element completes, written to <paramref name="flows"/>; false when it cannot leave (no condition holds),
    /// which becomes an incident.
    /// </summary>
    bool Leave(in Visit visit, List<string> flows) => FlowChoice.AllThatHold(visit, flows);

    /// <summary>The instance is about to be cancelled; what it waits for has been taken back already.</summary>
    void Cancel(in Visit visit)
    {
    }
}
