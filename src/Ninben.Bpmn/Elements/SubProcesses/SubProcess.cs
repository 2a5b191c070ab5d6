using Ninben.Bpmn.Model;

namespace Ninben.Bpmn.Elements.SubProcesses;

/// <summary>A part of a process with variables of its own.</summary>
/// <param name="Form">What kind of part.</param>
public sealed record SubProcess(SubProcessForm Form) : ElementDetail;

/// <summary>Kinds of sub-processes.</summary>
public enum SubProcessForm
{
    /// <summary>A step of the flow.</summary>
    Embedded,

    /// <summary>A step that can be given up, which undoes what was completed inside.</summary>
    Transaction,

    /// <summary>Started by an event while its scope is active.</summary>
    Event,
}
