namespace Ninben.Bpmn.Events;

/// <summary>
/// What an event waits for or causes (BPMN 2.0, 10.5.5). An event without one is a none event; one with several is a multiple event. Every
/// sealed case stands in the folder of its kind under <c>Events/</c>.
/// </summary>
public abstract record EventDefinition
{
    private protected EventDefinition()
    {
    }

    internal EventKind Kind => EventCatalogue.Of(this);
}
