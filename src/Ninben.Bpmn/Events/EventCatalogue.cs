using System.Collections.Frozen;
using Ninben.Bpmn.Events.Cancels;
using Ninben.Bpmn.Events.Compensations;
using Ninben.Bpmn.Events.Conditions;
using Ninben.Bpmn.Events.Errors;
using Ninben.Bpmn.Events.Escalations;
using Ninben.Bpmn.Events.Links;
using Ninben.Bpmn.Events.Messages;
using Ninben.Bpmn.Events.Signals;
using Ninben.Bpmn.Events.Terminations;
using Ninben.Bpmn.Events.Timers;
using static Ninben.Bpmn.Events.EventPlaces;

namespace Ninben.Bpmn.Events;

/// <summary>Every event definition that can be executed, one line each, with the places where it may stand (BPMN 2.0, table 10.93).</summary>
internal static class EventCatalogue
{
    public static readonly EventKind[] Kinds =
    [
        new("message", "messageEventDefinition", typeof(MessageDefinition), Waiting | Throw | End, MessageReader.Read, new MessageBehaviour()),
        new("timer", "timerEventDefinition", typeof(TimerDefinition), Waiting, TimerReader.Read, new TimerBehaviour()),
        new("signal", "signalEventDefinition", typeof(SignalDefinition), Waiting | Throw | End, SignalReader.Read, new SignalBehaviour()),
        new("conditional", "conditionalEventDefinition", typeof(ConditionDefinition), Waiting & ~Start, ConditionReader.Read, new ConditionBehaviour()),
        new("error", "errorEventDefinition", typeof(ErrorDefinition), SubProcessStart | Boundary | End, ErrorReader.Read, new ErrorBehaviour()),
        new("escalation", "escalationEventDefinition", typeof(EscalationDefinition), SubProcessStart | SideStart | Boundary | SideBoundary | Throw | End,
            EscalationReader.Read, new EscalationBehaviour()),
        new("compensation", "compensateEventDefinition", typeof(CompensationDefinition), SubProcessStart | Boundary | SideBoundary | Throw | End,
            CompensationReader.Read, new CompensationBehaviour()),
        new("cancel", "cancelEventDefinition", typeof(CancelDefinition), Boundary | End, (_, _) => new CancelDefinition(), new CancelBehaviour()),
        new("link", "linkEventDefinition", typeof(LinkDefinition), Catch | Throw, LinkReader.Read, new LinkBehaviour()),
        new("terminate", "terminateEventDefinition", typeof(TerminateDefinition), End, (_, _) => new TerminateDefinition(), new TerminateBehaviour()),
    ];

    private static readonly FrozenDictionary<Type, EventKind> ByType = Kinds.ToFrozenDictionary(kind => kind.Type);

    private static readonly FrozenDictionary<string, EventKind> ByTag = Kinds.ToFrozenDictionary(kind => kind.Tag, StringComparer.Ordinal);

    public static EventKind Of(EventDefinition definition) => ByType[definition.GetType()];

    public static EventKind? Find(string tag) => ByTag.GetValueOrDefault(tag);
}
