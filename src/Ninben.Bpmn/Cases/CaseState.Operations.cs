using System.Collections.Immutable;
using Ninben.Bpmn.Cases.Facts;
using Ninben.Bpmn.Cases.Items;
using Ninben.Oversight.Facts;

namespace Ninben.Bpmn.Cases;

/// <content>Folding of what people do to a running case.</content>
public sealed partial class CaseState
{
    /// <summary>Whether nothing may begin until a person resumes the case.</summary>
    public bool IsSuspended => Operated?.SuspendedAt is not null;

    /// <summary>Since when it is suspended, or null.</summary>
    public DateTimeOffset? SuspendedAt => Operated?.SuspendedAt;

    /// <summary>Why it is suspended, or null.</summary>
    public string? SuspendedBecause => Operated?.SuspendedBecause;

    /// <summary>What arrived while the case is suspended, oldest first.</summary>
    internal ImmutableArray<AnswerPostponed> Postponed => Operated?.Postponed ?? [];

    internal ImmutableArray<VariableWrite> Edits => Operated?.Edits ?? [];

    internal ImmutableArray<int> EarlierVersions => Operated?.EarlierVersions ?? [];

    internal long MigratedAs => Operated?.MigratedAs ?? 0;

    internal Operated? Operated { get; private set; }

    private bool ApplyOperation(Fact fact, Stamp stamp)
    {
        var operated = Operated ?? Operated.Nothing;
        switch (fact)
        {
            case VariablesEdited edited:
                var variables = edited.Scope == 0 ? Variables : Scope(edited.Scope).Variables ?? Feel.FeelContext.Empty;
                Operated = operated with { Edits = operated.Edits.Add(Replaced(edited.Scope, variables, edited.Values)) };
                Apply(new VariablesSet(edited.Scope, edited.Values));
                return true;
            case CaseSuspended suspended:
                Operated = operated with { SuspendedAt = stamp.At, SuspendedBecause = suspended.Reason };
                return true;
            case CaseResumed:
                Operated = operated with { SuspendedAt = null, SuspendedBecause = null, Postponed = [] };
                foreach (var instance in _active) instance.IsPostponed = null;
                return true;
            case AnswerPostponed postponed:
                Operated = operated with { Postponed = operated.Postponed.Add(postponed) };
                return true;
            case CaseMigrated migrated:
                Operated = operated with { EarlierVersions = operated.EarlierVersions.Insert(0, ProcessVersion), MigratedAs = Version };
                Apply(migrated);
                return true;
            // Kept for people and audits; what it caused is told by the facts after it.
            case TokenMoved:
                return true;
            default:
                return false;
        }
    }

    /// <summary>Whether a scope is a called process or lies inside one.</summary>
    internal bool IsInCall(int scope)
    {
        for (; HasCalls && scope != 0; scope = Scope(scope).Scope)
            if (Scope(scope).Called is not null) return true;
        return false;
    }

    private void Apply(CaseMigrated migrated)
    {
        (ProcessVersion, ProcessHash) = (migrated.To, migrated.Hash);
        var mapping = migrated.Mapping.ToDictionary(pair => pair.From, pair => pair.To, StringComparer.Ordinal);
        string To(string element) => mapping.GetValueOrDefault(element, element);
        foreach (var instance in Instances)
        {
            instance.Model = null;
            // What ended keeps the id that it had, and a called process its own version.
            if (!instance.IsActive || IsInCall(instance.Scope)) continue;
            instance.Element = To(instance.Element);
            if (instance.Chosen is { } chosen) instance.Chosen = [.. chosen.Select(choice => choice with { Element = To(choice.Element) })];
        }
    }
}
