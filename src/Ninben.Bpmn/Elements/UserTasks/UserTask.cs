using Ninben.Bpmn.Model;

namespace Ninben.Bpmn.Elements.UserTasks;

/// <summary>An explicit review of any value.</summary>
/// <param name="Subject">What the person looks at; null when the model gives none.</param>
public sealed record UserTask(ModelValue? Subject) : ElementDetail;
