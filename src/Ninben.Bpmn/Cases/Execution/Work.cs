using Ninben.Bpmn.Elements;
using Ninben.Bpmn.Model;
using Ninben.Feel;

namespace Ninben.Bpmn.Cases.Execution;

/// <summary>One step to do: enter an element, or (without an element) see whether a scope has ended.</summary>
/// <param name="Element">What to enter.</param>
/// <param name="Scope">In which scope.</param>
/// <param name="From">The instance that the token came from, 0 for a start.</param>
/// <param name="Flow">The flow taken, or null.</param>
/// <param name="Signal">What already happened there, so that the element does not wait for it.</param>
/// <param name="Locals">Variables that the instance has for itself.</param>
internal readonly record struct Work(Element? Element, int Scope, int From, SequenceFlow? Flow, Signal? Signal = null, FeelContext? Locals = null);
