using Ninben.Bpmn.Model;

namespace Ninben.Bpmn.Events.Signals;

/// <summary>A signal: everyone who waits for its name hears it.</summary>
/// <param name="Name">The signal's name.</param>
/// <param name="Payload">What a throwing event says with it; null says nothing.</param>
public sealed record SignalDefinition(string Name, ModelValue? Payload) : EventDefinition;
