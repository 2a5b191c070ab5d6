using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Ninben.Bpmn.Cases.Items;
using Ninben.Bpmn.Elements;
using Ninben.Bpmn.Model;
using Ninben.Oversight.Facts;

namespace Ninben.Bpmn.Cases.Execution;

/// <summary>Writes the facts of one decide. Each fact is folded into the state at once, so that the next behaviour sees it.</summary>
internal sealed class Scribe(CaseState state, Stamp stamp, ICaseModels models, ProcessDefinition process)
{
    private readonly List<Fact> _facts = new(16);
    private readonly Queue<Work> _queue = new(8);

    public CaseState State { get; } = state;

    public Stamp Stamp { get; } = stamp;

    public ICaseModels Models { get; } = models;

    public ProcessDefinition Process { get; } = process;

    /// <summary>Reused by leaving elements.</summary>
    public List<string> FlowBuffer { get; } = new(4);

    public void Write(Fact fact)
    {
        State.Apply(fact, Stamp);
        _facts.Add(fact);
    }

    /// <summary>Queues the entering of an element.</summary>
    public void Enter(Element element, int scope, int from, SequenceFlow? flow)
    {
        State.CountQueued(scope, 1);
        _queue.Enqueue(new Work(element, scope, from, flow));
    }

    /// <summary>Queues the question whether a scope has ended.</summary>
    public void CheckScope(int scope) => _queue.Enqueue(new Work(null, scope, 0, null));

    public bool TryNext(out Work work) => _queue.TryDequeue(out work);

    public Visit Visit(ElementInstance instance) => new(this, instance, ModelOf(instance));

    public Element ModelOf(ElementInstance instance) => instance.Model ??= Process.ById[instance.Element];

    public ImmutableArray<Fact> Facts() => ImmutableCollectionsMarshal.AsImmutableArray(_facts.ToArray());
}
