using Ninben.Bpmn.Model;

namespace Ninben.Bpmn.Events.Messages;

/// <summary>A message: one receiver, found by name and correlation key.</summary>
/// <param name="Name">The message's name.</param>
/// <param name="Key">Correlation key; with null only a message without a key fits.</param>
/// <param name="Payload">What a throwing event sends; null sends nothing.</param>
/// <param name="TimeToLive">How long a thrown message waits for a receiver.</param>
public sealed record MessageDefinition(string Name, ModelValue? Key, ModelValue? Payload, TimeSpan TimeToLive) : EventDefinition
{
    /// <summary>Whether each entry of what is received becomes a variable, as in Zeebe, instead of the whole being the event's result.</summary>
    public bool SpreadsPayload { get; init; }
}
