using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace Ninben.Feel.Evaluation;

internal enum NoteKeeping : byte
{
    Dropped,
    Kept,
}

/// <summary>The state of one evaluation: what is left of the budget, and the notes so far.</summary>
internal sealed class Run
{
    private const int MaximumNotes = 50;

    private FeelBudget _budget = FeelBudget.Default;
    private List<EvaluationNote>? _notes;
    private NoteKeeping _keeping;
    private int _steps;
    private int _depth;

    public Run(FeelBudget budget, NoteKeeping keeping) => Reset(budget, keeping);

    public FeelBudget Budget => _budget;

    /// <summary>The call being evaluated; built-ins report their notes there.</summary>
    public Place Site { get; set; } = Place.Nowhere;

    /// <summary>Whether notes are wanted; where they are not, their sentences need not be made.</summary>
    public bool KeepsNotes => _keeping == NoteKeeping.Kept;

    public ImmutableArray<EvaluationNote> Notes => _notes is null ? [] : [.. _notes];

    public void Reset(FeelBudget budget, NoteKeeping keeping)
    {
        _budget = budget;
        _keeping = keeping;
        _steps = budget.Steps;
        _depth = 0;
        _notes = null;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Step()
    {
        if (--_steps < 0) throw new BudgetExhausted($"The evaluation took more than {_budget.Steps} steps.");
    }

    public void Steps(int count)
    {
        if (count > _steps) throw new BudgetExhausted($"The evaluation took more than {_budget.Steps} steps.");
        _steps -= count;
    }

    /// <summary>Refuses a list that would be too long, before it is built, and charges its elements.</summary>
    public void ChargeList(long length)
    {
        if (length > _budget.ListLength) throw new BudgetExhausted($"A list would hold more than {_budget.ListLength} elements.");
        Steps((int)length);
    }

    /// <summary>Refuses a string that would be too long, before it is built, and charges its size.</summary>
    public void ChargeString(long length)
    {
        if (length > _budget.StringLength) throw new BudgetExhausted($"A string would hold more than {_budget.StringLength} characters.");
        Steps((int)(length / 128));
    }

    public void Enter()
    {
        Step();
        if (++_depth > _budget.Depth) throw new BudgetExhausted($"Functions call each other more than {_budget.Depth} levels deep.");
        EnsureStack();
    }

    public void Leave() => _depth--;

    public static void EnsureStack()
    {
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack()) throw new BudgetExhausted("The evaluation is nested too deep for the stack.");
    }

    /// <summary>Notes why the value is null, and answers null.</summary>
    public FeelValue Fail(string code, string message) => Fail(code, message, Site);

    public FeelValue Fail(string code, string message, Place place)
    {
        if (_keeping == NoteKeeping.Dropped) return default;
        _notes ??= [];
        if (_notes.Count < MaximumNotes) _notes.Add(new EvaluationNote(code, message, place.Location));
        return default;
    }

    public void Add(EvaluationNote note)
    {
        _notes ??= [];
        if (_notes.Count < MaximumNotes) _notes.Add(note);
    }

    /// <summary>Runs something whose notes do not count, such as a probe of what a filter is.</summary>
    public NoteKeeping Silence(NoteKeeping keeping)
    {
        NoteKeeping before = _keeping;
        _keeping = keeping;
        return before;
    }
}
