using Ninben.Bpmn.Cases.Facts;
using Ninben.Bpmn.Elements;
using Ninben.Bpmn.Model;
using Ninben.Feel;

namespace Ninben.Bpmn.Cases.Execution;

/// <summary>One step to do: enter an element, let a signal be heard, or (without either) see whether a scope has ended.</summary>
/// <param name="Element">What to enter.</param>
/// <param name="Scope">In which scope.</param>
/// <param name="From">The instance that the token came from, 0 for a start.</param>
/// <param name="Flow">The flow taken, or null.</param>
/// <param name="Signal">What already happened there, so that the element does not wait for it.</param>
/// <param name="Locals">Variables that the instance has for itself.</param>
/// <param name="Heard">A signal of this case that its waiting events hear now.</param>
internal readonly record struct Work(Element? Element, int Scope, int From, SequenceFlow? Flow, Signal? Signal = null,
    FeelContext? Locals = null, SignalThrown? Heard = null);
