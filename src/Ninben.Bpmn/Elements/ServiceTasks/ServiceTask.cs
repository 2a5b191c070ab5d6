using System.Collections.Immutable;
using Ninben.Bpmn.Model;

namespace Ninben.Bpmn.Elements.ServiceTasks;

/// <summary>Outside work that answers with a value or a proposal.</summary>
/// <param name="Connector">Name in the connector catalogue.</param>
/// <param name="Attempts">How many attempts there are in all, 1..20.</param>
/// <param name="TimeoutSeconds">Longest run of one attempt.</param>
/// <param name="Inputs">The connector's inputs.</param>
public sealed record ServiceTask(string Connector, int Attempts, int TimeoutSeconds, ImmutableArray<ModelInput> Inputs) : ElementDetail
{
    /// <summary>Where a plain answer goes.</summary>
    public AnswerForm Answer { get; init; }
}

/// <summary>Where the answer of outside work goes.</summary>
public enum AnswerForm
{
    /// <summary>To the result variable as a whole.</summary>
    Whole,

    /// <summary>Each entry of a context to a variable of its name, as workers of Zeebe answer.</summary>
    Entries,
}
