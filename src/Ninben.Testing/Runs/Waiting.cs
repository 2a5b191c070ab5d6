using System.Collections.Immutable;
using System.Globalization;
using System.Xml;
using Ninben.Bpmn.Cases;
using Ninben.Bpmn.Cases.Items;
using Ninben.Bpmn.Elements.AdHocSubProcesses;
using Ninben.Bpmn.Model;

namespace Ninben.Testing.Runs;

/// <summary>What the cases of a world wait for.</summary>
internal static class Waiting
{
    /// <summary>Everything that is waited for, in words.</summary>
    public static ImmutableArray<RunWait> Describe(World world)
    {
        var waits = ImmutableArray.CreateBuilder<RunWait>();
        foreach (var state in world.Cases.Where(state => state.IsOpened && !state.IsClosed))
        {
            foreach (var incident in state.Incidents.Where(incident => incident.IsOpen))
                waits.Add(new RunWait(ElementOf(state, incident.Instance), $"a person, after an incident: {incident.Code}: {incident.Message}",
                    $$"""{"element": "{{ElementOf(state, incident.Instance)}}", "retry": true}"""));
            // What a call waits for is told by the case that it opened.
            foreach (var job in state.Jobs.Where(job => job is { State: WorkState.Waiting, Case: null }))
                waits.Add(new RunWait(ElementOf(state, job.Instance), $"an answer of the connector '{job.Connector}'",
                    $$"""{"element": "{{ElementOf(state, job.Instance)}}", "value": null}"""));
            foreach (var review in state.Reviews.Where(review => review.IsOpen))
                waits.Add(new RunWait(ElementOf(state, review.Instance), $"a verdict{(review.Group is null ? "" : $" of the group '{review.Group}'")}",
                    $$"""{"element": "{{ElementOf(state, review.Instance)}}", "verdict": "approve"}"""));
            foreach (var action in state.Actions.Where(action => action.State is WorkState.Waiting or WorkState.Sending))
                waits.Add(new RunWait(ElementOf(state, action.Instance), $"the receiver of '{action.Connector}'",
                    $$"""{"element": "{{ElementOf(state, action.Instance)}}", "value": "sent"}"""));
            foreach (var (instance, element) in Choices(world, state))
                waits.Add(new RunWait(instance.Element, "a person who chooses what to do",
                    $$"""{"element": "{{instance.Element}}", "choose": ["{{Activities(element).FirstOrDefault()}}"]}"""));
            foreach (var subscription in state.Subscriptions.Where(subscription => subscription.State == WorkState.Waiting)) waits.Add(Describe(subscription));
            foreach (var timer in state.Timers.Where(timer => timer.State == WorkState.Waiting))
                waits.Add(new RunWait(timer.Element, string.Create(CultureInfo.InvariantCulture, $"{timer.DueAt.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss'Z'}"),
                    $$"""{"pass": "{{XmlConvert.ToString(timer.DueAt > world.Now ? timer.DueAt - world.Now : TimeSpan.Zero)}}"}"""));
        }

        return waits.ToImmutable();
    }

    public static string ElementOf(CaseState state, int instance) => state.Instance(instance)?.Element ?? state.Process;

    /// <summary>Ad-hoc sub-processes in which nothing runs and that no worker chooses for.</summary>
    public static IEnumerable<(ElementInstance Instance, Element Element)> Choices(World world, CaseState state)
    {
        foreach (var instance in state.Active)
            if (instance is { ActiveInside: 0, Incident: 0 } && world.Find(state, instance) is { Detail: AdHocSubProcess { Chooser: null } } element)
                yield return (instance, element);
    }

    private static IEnumerable<string> Activities(Element adHoc) => adHoc.Entries.Select(entry => entry.Id);

    private static RunWait Describe(SubscriptionItem subscription) => subscription.Kind switch
    {
        SubscriptionKind.Message => new RunWait(subscription.Element,
            $"the message '{subscription.Name}'{(subscription.Key is null ? "" : $" with the key '{subscription.Key}'")}",
            $$"""{"message": "{{subscription.Name}}"{{(subscription.Key is null ? "" : $", \"key\": \"{subscription.Key}\"")}}}"""),
        SubscriptionKind.Signal => new RunWait(subscription.Element, $"the signal '{subscription.Name}'", $$"""{"signal": "{{subscription.Name}}"}"""),
        _ => new RunWait(subscription.Element, $"its condition to hold: {subscription.Name}", "Answer another element so that a variable changes."),
    };
}
