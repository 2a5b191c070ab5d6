using Ninben.Bpmn.Cases.Commands;
using Ninben.Bpmn.Cases.Items;
using Ninben.Feel;
using Ninben.Testing;

namespace Ninben.Bpmn.Tests;

/// <summary>Short ways to write and to play events in tests.</summary>
internal static class Events
{
    public const string Paid = """<bpmn:messageEventDefinition messageRef="paid"/>""";
    public const string Alarm = """<bpmn:signalEventDefinition signalRef="alarm"/>""";
    public const string Late = """<bpmn:errorEventDefinition errorRef="err"/>""";
    public const string Costly = """<bpmn:escalationEventDefinition escalationRef="costly"/>""";
    public const string Compensate = """<bpmn:compensateEventDefinition/>""";
    public const string Hour = """<bpmn:timerEventDefinition><bpmn:timeDuration>PT1H</bpmn:timeDuration></bpmn:timerEventDefinition>""";
    public const string BigTotal = """<bpmn:conditionalEventDefinition><bpmn:condition>total > 10</bpmn:condition></bpmn:conditionalEventDefinition>""";

    private const string Shared = """
        <bpmn:message id="paid" name="payment"/><bpmn:signal id="alarm" name="alarm"/><bpmn:escalation id="costly" name="Costly" escalationCode="costly"/>
        """;

    /// <summary>A process <c>p</c> with the message, signal and escalation above, and what else stands beside it.</summary>
    public static string Document(string body, string beside = "") => Models.Process(body)
        .Replace("<bpmn:process id", Shared + "<bpmn:process id", StringComparison.Ordinal)
        .Replace("</bpmn:process>", "</bpmn:process>" + beside, StringComparison.Ordinal);

    public static Scenario Open(string body, string variables = "{}") => Scenario.Given(new ScriptedModels().Deploy(Document(body))).Open("p", variables);

    public static string Catch(string id, string definition, string extensions = "") => Event("intermediateCatchEvent", id, definition, extensions);

    public static string Throw(string id, string definition, string extensions = "") => Event("intermediateThrowEvent", id, definition, extensions);

    public static string End(string id, string definition) => Event("endEvent", id, definition, "");

    public static string Boundary(string id, string host, string definition, string attributes = "") =>
        $"""<bpmn:boundaryEvent id="{id}" attachedToRef="{host}" {attributes}>{definition}</bpmn:boundaryEvent>""";

    public static string Part(string id, string start, string body, string attributes = "") =>
        $"""<bpmn:subProcess id="{id}" triggeredByEvent="true"><bpmn:startEvent id="{id}_start" {attributes}>{start}</bpmn:startEvent>"""
            + $"{body}</bpmn:subProcess>";

    private static string Event(string tag, string id, string definition, string extensions) =>
        $"""<bpmn:{tag} id="{id}"><bpmn:extensionElements>{extensions}</bpmn:extensionElements>{definition}</bpmn:{tag}>""";

    /// <summary>Ids of what completed, in the order in which it was entered.</summary>
    public static string Trace(Scenario scenario) =>
        string.Join(' ', scenario.State.Instances.Where(instance => instance.State == InstanceState.Completed).Select(instance => instance.Element));

    public static SubscriptionItem Subscription(Scenario scenario) => scenario.State.Subscriptions.Single(one => one.State == WorkState.Waiting);

    /// <summary>Answers the oldest waiting job of an element.</summary>
    public static Scenario Answer(this Scenario scenario, string element, string output = "null")
    {
        var job = scenario.State.Jobs.First(job => job.State == WorkState.Waiting && scenario.State.Instance(job.Instance)!.Element == element);
        return scenario.When(new CompleteJob(job.Number, job.Failures + 1, People.Feel(output)));
    }

    /// <summary>The one waiting message or signal comes.</summary>
    public static Scenario Receive(this Scenario scenario, string payload = "null")
    {
        var subscription = Subscription(scenario);
        FeelValue value = People.Feel(payload);
        return scenario.When(subscription.Kind == SubscriptionKind.Signal ? new HearSignal(subscription.Number, "s", value)
            : new ReceiveMessage(subscription.Number, "m", value));
    }

    /// <summary>Moves the clock to the next timer and fires it.</summary>
    public static Scenario Fire(this Scenario scenario)
    {
        var timer = scenario.State.Timers.Where(timer => timer.State == WorkState.Waiting).MinBy(timer => timer.DueAt)!;
        return scenario.Pass(timer.DueAt - scenario.Now).When(new FireTimer(timer.Number));
    }
}
