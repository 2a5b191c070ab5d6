using System.Collections.Immutable;
using System.Diagnostics;
using System.Runtime.InteropServices;
using Ninben.Bpmn.Cases.Facts;
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

    /// <summary>The case's own process; a called one is <see cref="ProcessIn"/>.</summary>
    public ProcessDefinition Process { get; private set; } = process;

    /// <summary>Reused by leaving elements.</summary>
    public List<string> FlowBuffer { get; } = new(4);

    /// <summary>Variables changed, or a condition began to wait: open conditions are to be looked at.</summary>
    public bool ConditionsMayHold { get; set; }

    public void Write(Fact fact)
    {
        State.Apply(fact, Stamp);
        _facts.Add(fact);
        if (fact is VariablesSet or VariablesRemoved or VariablesEdited && State.HasOpenConditions) ConditionsMayHold = true;
    }

    /// <summary>Queues the entering of an element.</summary>
    public void Enter(Work work)
    {
        State.CountQueued(work.Scope, 1);
        _queue.Enqueue(work);
    }

    /// <summary>Queues the question whether a scope has ended.</summary>
    public void CheckScope(int scope) => _queue.Enqueue(new Work(null, scope, 0, null));

    /// <summary>Forgets what is queued inside a scope that is interrupted.</summary>
    public void DropQueued(int scope)
    {
        for (var left = _queue.Count; left > 0; left--)
        {
            var work = _queue.Dequeue();
            if (work.Element is not null && work.Scope == scope) State.CountQueued(scope, -1);
            else _queue.Enqueue(work);
        }
    }

    public bool TryNext(out Work work) => _queue.TryDequeue(out work);

    /// <summary>Lets waiting events of this case hear a signal, after the steps that are queued already.</summary>
    public void Announce(SignalThrown signal) => _queue.Enqueue(new Work(null, 0, 0, null, Heard: signal));

    public Visit Visit(ElementInstance instance) => new(this, instance, ModelOf(instance));

    public Element ModelOf(ElementInstance instance) => instance.Model ??= ProcessIn(instance.Scope).ById.TryGetValue(instance.Element, out var element)
        ? element
        : EarlierModelOf(instance);

    /// <summary>From here on elements are looked up in another version of the process.</summary>
    public void Migrate(CaseMigrated migrated, ProcessDefinition to)
    {
        Write(migrated);
        Process = to;
    }

    /// <summary>Whether joins that look ahead may wait.</summary>
    public bool MayHaveLookingJoins => Process.HasLookingJoins || State.HasCalls;

    /// <summary>What begins and waits inside a scope.</summary>
    public ScopeContent ContentOf(int scope)
    {
        if (scope == 0) return Process.Content;
        var owner = State.Scope(scope);
        if (owner.Called is not null) return ProcessIn(scope).Content;
        // Of a repeated sub-process each round has the content, not the whole.
        return Visit(owner).IsBody ? ScopeContent.Empty : ModelOf(owner).Content;
    }

    /// <summary>The process whose elements run directly inside a scope.</summary>
    public ProcessDefinition ProcessIn(int scope)
    {
        if (!State.HasCalls) return Process;
        while (scope != 0)
        {
            var owner = State.Scope(scope);
            if (owner.Called is { } called) return Models.Process(called.Process, called.Version)!;
            scope = owner.Scope;
        }

        return Process;
    }

    /// <summary>The event that a holder waits for: of its own process part, or of its own scope for a boundary event.</summary>
    public Element ElementAt(int holder, string element)
    {
        if (!State.HasCalls || holder == 0) return Process.ById[element];
        // A called process' event sub-processes are armed on the call, its boundary events belong to the caller.
        var outside = ProcessIn(State.Scope(holder).Scope);
        return State.Scope(holder).Called is not null && ProcessIn(holder).ById.TryGetValue(element, out var inside) && inside.Host is null
            ? inside
            : outside.ById[element];
    }

    // What ended before a migration may have no element in the version of today.
    private Element EarlierModelOf(ElementInstance instance)
    {
        foreach (var version in State.EarlierVersions)
            if (Models.Process(State.Process, version) is { } earlier && earlier.ById.TryGetValue(instance.Element, out var element)) return element;
        throw new UnreachableException($"No version of '{State.Process}' that case {State.Id} ran by has the element '{instance.Element}'.");
    }

    public ImmutableArray<Fact> Facts() => ImmutableCollectionsMarshal.AsImmutableArray(_facts.ToArray());
}
