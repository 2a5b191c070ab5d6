using Ninben.Bpmn.Cases.Execution;
using Ninben.Bpmn.Elements.StartEvents;
using Ninben.Bpmn.Model;
using Ninben.Feel;
using Ninben.Oversight.Facts;

namespace Ninben.Bpmn.Events;

/// <summary>A catching event that is about to wait.</summary>
/// <param name="Scribe">The decide.</param>
/// <param name="Holder">
/// The instance that waits: the watched activity of a boundary event, the scope of an event sub-process (0 for the case), the event-based
/// gateway, or the event itself.
/// </param>
/// <param name="Event">The element whose definition it is.</param>
/// <param name="Index">Which of the element's definitions.</param>
internal readonly record struct Watch(Scribe Scribe, int Holder, Element Event, int Index)
{
    public EventDefinition Definition => ((EventDetail)Event.Detail).Definitions[Index];

    /// <summary>
    /// What the waiting event sees: an event sub-process of a called process the variables inside, a boundary event of the call those around it.
    /// </summary>
    public FeelContext Variables => Event.Detail is StartEvent ? Scribe.State.VariablesIn(Holder) : Scribe.State.VariablesAt(Holder);

    public DateTimeOffset At => Scribe.Stamp.At;

    public int NextNumber => Scribe.State.NextNumber;

    public void Write(Fact fact) => Scribe.Write(fact);

    /// <summary>Stops the holder until a person retries.</summary>
    public void Fail(string code, string message) => Scribe.Write(new Cases.Facts.IncidentRaised(NextNumber, Holder, code, message));
}
