using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Ninben.Bpmn.Model;

/// <summary>One executable process, read and checked. Its version is the deployment's matter; it never changes.</summary>
public sealed class ProcessDefinition
{
    internal ProcessDefinition(string id, string? name, string hash)
    {
        Id = id;
        Name = string.IsNullOrWhiteSpace(name) ? id : name;
        Hash = hash;
    }

    /// <summary>The process' id.</summary>
    public string Id { get; }

    /// <summary>For people; the id when the model gives no name.</summary>
    public string Name { get; }

    /// <summary>SHA-256 of the model's bytes, 64 lower-case hex digits.</summary>
    public string Hash { get; }

    /// <summary>All elements, those of sub-processes too, by id.</summary>
    public IReadOnlyDictionary<string, Element> Elements => ById;

    /// <summary>All sequence flows by id.</summary>
    public IReadOnlyDictionary<string, SequenceFlow> Flows => FlowById;

    /// <summary>DMN decisions that it refers to, sorted.</summary>
    public ImmutableArray<string> Decisions { get; internal set; } = [];

    /// <summary>Processes that it calls, sorted.</summary>
    public ImmutableArray<string> Calls { get; internal set; } = [];

    /// <summary>Those of <see cref="Decisions"/> that judge as gates, sorted.</summary>
    public ImmutableArray<string> Gates { get; internal set; } = [];

    /// <summary>Connectors that it refers to, sorted.</summary>
    public ImmutableArray<string> Connectors { get; internal set; } = [];

    internal FrozenDictionary<string, Element> ById { get; set; } = FrozenDictionary<string, Element>.Empty;

    internal FrozenDictionary<string, SequenceFlow> FlowById { get; set; } = FrozenDictionary<string, SequenceFlow>.Empty;

    /// <summary>Start events of the process itself that wait for something, in document order.</summary>
    public ImmutableArray<Element> EventStarts { get; internal set; } = [];

    internal ScopeContent Content { get; set; } = ScopeContent.Empty;

    /// <summary>Whether it has a join that looks ahead, so that waiting tokens must be looked at when something ends.</summary>
    internal bool HasLookingJoins { get; set; }

    internal ScopeContent ContentOf(Element? scope) => scope is null ? Content : scope.Content;

    /// <summary>Actions that send what the element settled, by that element's id.</summary>
    internal FrozenDictionary<string, ImmutableArray<Element>> ActionsByApproval { get; set; } = FrozenDictionary<string, ImmutableArray<Element>>.Empty;

    internal ImmutableArray<Element> ActionsApprovedBy(string element) => ActionsByApproval.TryGetValue(element, out var actions) ? actions : [];
}
