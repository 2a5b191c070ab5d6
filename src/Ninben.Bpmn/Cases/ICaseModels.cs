using Ninben.Bpmn.Model;
using Ninben.Dmn;
using Ninben.Oversight.Gates;

namespace Ninben.Bpmn.Cases;

/// <summary>Pure look-up of deployed models during decide. Implementations answer from memory and never do I/O.</summary>
public interface ICaseModels
{
    /// <summary>The process version that the case pinned, or null when it is not deployed.</summary>
    ProcessDefinition? Process(string id, int version);

    /// <summary>The newest deployed version of a process, or null when none is deployed.</summary>
    int? NewestVersion(string process);

    /// <summary>The newest deployed version of a DMN decision with its reference, or null.</summary>
    (DecisionDefinition Decision, PolicyRef Ref)? Decision(string id);
}
