using Ninben.Bpmn.Elements.ServiceTasks;
using Ninben.Bpmn.Loops;
using Ninben.Bpmn.Model;
using Ninben.Feel;

namespace Ninben.Bpmn.Elements.AdHocSubProcesses;

/// <summary>Activities without a fixed order: chosen by the model, by people, or by a worker such as an agent.</summary>
/// <param name="Elements">A list of ids to start with; null starts every activity that nothing leads to.</param>
/// <param name="Order">Several at once, or one after the other.</param>
/// <param name="Completion">Asked whenever something inside ends; null completes when nothing is left that was started.</param>
/// <param name="Rest">What becomes of running activities when the condition holds.</param>
/// <param name="Chooser">The worker that is asked what to do next, or null.</param>
public sealed record AdHocSubProcess(ModelValue? Elements, LoopOrder Order, FeelExpression? Completion, AdHocRest Rest, ServiceTask? Chooser)
    : ElementDetail;

/// <summary>What becomes of activities that still run when an ad-hoc sub-process is complete.</summary>
public enum AdHocRest
{
    /// <summary>They end.</summary>
    Cancelled,

    /// <summary>They are waited for.</summary>
    AwaitedFor,
}
