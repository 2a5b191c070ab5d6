using Ninben.Bpmn.Cases.Execution;
using Ninben.Bpmn.Cases.Items;
using Ninben.Bpmn.Model;
using Ninben.Feel;
using Ninben.Oversight.Facts;

namespace Ninben.Bpmn.Elements;

/// <summary>One element instance being looked at during a decide.</summary>
internal readonly record struct Visit(Scribe Scribe, ElementInstance Instance, Element Element)
{
    public int Number => Instance.Number;

    /// <summary>Variables as the instance sees them.</summary>
    public FeelContext Variables => Scribe.State.VariablesIn(Instance.Scope);

    public DateTimeOffset At => Scribe.Stamp.At;

    public void Write(Fact fact) => Scribe.Write(fact);
}
