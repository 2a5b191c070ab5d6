using Ninben.Bpmn.Model;

namespace Ninben.Bpmn.Cases.Execution;

/// <summary>One step to do: enter an element, or (without an element) see whether a scope has ended.</summary>
internal readonly record struct Work(Element? Element, int Scope, int From, SequenceFlow? Flow);
