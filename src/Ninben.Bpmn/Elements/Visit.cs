using System.Collections.Immutable;
using Ninben.Bpmn.Cases.Execution;
using Ninben.Bpmn.Cases.Items;
using Ninben.Bpmn.Loops;
using Ninben.Bpmn.Model;
using Ninben.Feel;
using Ninben.Oversight.Facts;

namespace Ninben.Bpmn.Elements;

/// <summary>One element instance being looked at during a decide.</summary>
internal readonly record struct Visit(Scribe Scribe, ElementInstance Instance, Element Element)
{
    public int Number => Instance.Number;

    /// <summary>Variables as the instance sees them.</summary>
    public FeelContext Variables => Scribe.State.VariablesAt(Number);

    /// <summary>What the instance does: of a repeated activity the body repeats, and its rounds do what the activity is for.</summary>
    public IElementBehaviour Behaviour => IsBody ? LoopBehaviour.Body : Element.Behaviour;

    /// <summary>Whether it is the whole of a repeated activity.</summary>
    public bool IsBody => Element.Loop is not null && !IsInner;

    /// <summary>Whether it is one round of a repeated activity.</summary>
    public bool IsInner => Element.Loop is not null && Instance.Scope != 0 && Scribe.State.Scope(Instance.Scope) is { Called: null } owner
        && owner.Element == Instance.Element;

    /// <summary>The process that the element belongs to.</summary>
    public ProcessDefinition Process => Scribe.ProcessIn(Instance.Scope);

    public DateTimeOffset At => Scribe.Stamp.At;

    /// <summary>Evaluates inputs over the variables.</summary>
    public FeelContext Evaluate(ImmutableArray<ModelInput> inputs)
    {
        if (inputs.Length == 0) return FeelContext.Empty;
        var variables = Variables;
        var values = FeelContext.CreateBuilder();
        foreach (var input in inputs)
            if (!input.Name.Contains('.', StringComparison.Ordinal)) values.Set(input.Name, input.Value.Evaluate(variables, At));
        var found = values.Build();
        // A name with dots is an entry of a context.
        foreach (var input in inputs)
            if (input.Name.Contains('.', StringComparison.Ordinal)) found = Entries.With(found, input.Name.Split('.'), input.Value.Evaluate(variables, At));
        return found;
    }

    public void Write(Fact fact) => Scribe.Write(fact);
}
