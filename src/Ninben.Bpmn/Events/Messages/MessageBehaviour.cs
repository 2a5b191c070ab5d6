using Ninben.Bpmn.Cases.Execution;
using Ninben.Bpmn.Cases.Facts;
using Ninben.Bpmn.Cases.Items;
using Ninben.Bpmn.Elements;
using Ninben.Feel;

namespace Ninben.Bpmn.Events.Messages;

/// <summary>Opens a subscription by name and key, or sends a message.</summary>
internal sealed class MessageBehaviour : IEventBehaviour
{
    public bool TryArm(in Watch watch)
    {
        var message = (MessageDefinition)watch.Definition;
        string? key = null;
        if (message.Key is { } expression && !TryKey(expression.Evaluate(watch.Variables, watch.At), out key))
        {
            watch.Fail(Incidents.KeyUnusable, $"The message '{message.Name}' that “{watch.Event.Label}” waits for has no usable correlation key.");
            return false;
        }

        watch.Write(new SubscriptionOpened(watch.NextNumber, watch.Holder, watch.Event.Id, watch.Index == 0 ? null : watch.Index, SubscriptionKind.Message,
            message.Name, key));
        return true;
    }

    public Thrown Throw(in Visit visit, EventDefinition definition) => Send(visit, (MessageDefinition)definition) ? Thrown.Done : Thrown.Stopped;

    /// <summary>Sends a message; false after an incident.</summary>
    public static bool Send(in Visit visit, MessageDefinition message)
    {
        string? key = null;
        if (message.Key is { } expression && !TryKey(expression.Evaluate(visit.Variables, visit.At), out key))
        {
            Incidents.Raise(visit, Incidents.KeyUnusable, $"The message '{message.Name}' that “{visit.Element.Label}” sends has no usable correlation key.");
            return false;
        }

        var payload = message.Payload?.Evaluate(visit.Variables, visit.At) ?? default;
        visit.Write(new MessageThrown(visit.Number, visit.Scribe.State.NextNumber, message.Name, key, payload, (long)message.TimeToLive.TotalSeconds));
        return true;
    }

    private static bool TryKey(FeelValue value, out string? key)
    {
        key = value.Kind switch
        {
            FeelKind.String => value.AsString(),
            FeelKind.Number => value.ToString(),
            _ => null,
        };
        return key is { Length: > 0 and <= 400 };
    }
}
