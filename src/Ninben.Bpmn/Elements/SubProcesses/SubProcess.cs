using System.Collections.Immutable;
using Ninben.Bpmn.Model;

namespace Ninben.Bpmn.Elements.SubProcesses;

/// <summary>An embedded sub-process with variables of its own.</summary>
/// <param name="Inputs">Variables that it starts with, besides those it sees from outside.</param>
public sealed record SubProcess(ImmutableArray<ModelInput> Inputs) : ElementDetail;
