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
        new("message", "messageEventDefinition", typeof(MessageDefinition), Waiting | Throw | End, MessageReader.Read, new MessageBehaviour())
        {
            Note = "for one receiver, found by name and key; a thrown one waits for its receiver as long as `timeToLive` says",
        },
        new("timer", "timerEventDefinition", typeof(TimerDefinition), Waiting, TimerReader.Read, new TimerBehaviour())
        {
            Note = "`timeDuration`, `timeDate` or `timeCycle`; a cycle fires more than once only where it does not interrupt",
        },
        new("signal", "signalEventDefinition", typeof(SignalDefinition), Waiting | Throw | End, SignalReader.Read, new SignalBehaviour())
        {
            Note = "for everyone who waits for its name now, in every case, and for processes that begin with it",
        },
        new("conditional", "conditionalEventDefinition", typeof(ConditionDefinition), Waiting & ~Start, ConditionReader.Read, new ConditionBehaviour())
        {
            Note = "happens when its FEEL condition becomes true by a change of variables; beside an activity again after it was false",
        },
        new("error", "errorEventDefinition", typeof(ErrorDefinition), SubProcessStart | Boundary | End, ErrorReader.Read, new ErrorBehaviour())
        {
            Note = "what the business expected to go wrong: goes up to the nearest that catches its code, or all codes, and ends what it leaves",
        },
        new("escalation", "escalationEventDefinition", typeof(EscalationDefinition), SubProcessStart | SideStart | Boundary | SideBoundary | Throw | End,
            EscalationReader.Read, new EscalationBehaviour())
        {
            Note = "goes up like an error, but the thrower goes on",
        },
        new("compensation", "compensateEventDefinition", typeof(CompensationDefinition), SubProcessStart | Boundary | SideBoundary | Throw | End,
            CompensationReader.Read, new CompensationBehaviour())
        {
            Note = "undoes completed activities in reverse order: each by the handler that its boundary event points at",
        },
        new("cancel", "cancelEventDefinition", typeof(CancelDefinition), Boundary | End, (_, _) => new CancelDefinition(), new CancelBehaviour())
        {
            Note = "ends a transaction and compensates it; caught at its boundary",
        },
        new("link", "linkEventDefinition", typeof(LinkDefinition), Catch | Throw, LinkReader.Read, new LinkBehaviour())
        {
            Note = "goes on at the catching link of the same name and scope",
        },
        new("terminate", "terminateEventDefinition", typeof(TerminateDefinition), End, (_, _) => new TerminateDefinition(), new TerminateBehaviour())
        {
            Note = "ends every other path of its scope; at the top it closes the case",
        },
    ];

    private static readonly FrozenDictionary<Type, EventKind> ByType = Kinds.ToFrozenDictionary(kind => kind.Type);

    private static readonly FrozenDictionary<string, EventKind> ByTag = Kinds.ToFrozenDictionary(kind => kind.Tag, StringComparer.Ordinal);

    public static EventKind Of(EventDefinition definition) => ByType[definition.GetType()];

    public static EventKind? Find(string tag) => ByTag.GetValueOrDefault(tag);
}
