using System.Collections.Immutable;
using Ninben.Bpmn.Model;

namespace Ninben.Bpmn.Elements.UserTasks;

/// <summary>An explicit review of any value.</summary>
/// <param name="Subject">What the person looks at; null when the model gives none.</param>
/// <param name="Fields">Variables that the person sees and gives: entries of the subject when the model names no subject of its own.</param>
public sealed record UserTask(ModelValue? Subject, ImmutableArray<string> Fields) : ElementDetail;
