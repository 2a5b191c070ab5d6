using Ninben.Bpmn.Model;

namespace Ninben.Bpmn.Elements.PlainTasks;

/// <summary>A task without behaviour (undefined), or one that people do outside of any system (manual): the token passes.</summary>
public sealed record PlainTask : ElementDetail;
