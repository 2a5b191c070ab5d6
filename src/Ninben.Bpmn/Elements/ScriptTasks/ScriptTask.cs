using Ninben.Bpmn.Model;
using Ninben.Feel;

namespace Ninben.Bpmn.Elements.ScriptTasks;

/// <summary>FEEL that is evaluated at once.</summary>
public sealed record ScriptTask(FeelExpression Script) : ElementDetail;
