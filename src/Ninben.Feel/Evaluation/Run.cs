using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
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

    // After so many steps it is asked whether the evaluation was cancelled.
    private const int Slice = 4_096;

    // What one value takes, and one character.
    private const int ValueBytes = 32;
    private const int CharacterBytes = 2;

    private FeelBudget _budget = FeelBudget.Default;
    private List<EvaluationNote>? _notes;
    private NoteKeeping _keeping;
    private int _steps;
    private int _later;
    private long _bytes;
    private int _depth;
    private HashSet<string>? _patterns;

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
        _steps = Math.Min(budget.Steps, Slice);
        _later = budget.Steps - _steps;
        _bytes = budget.Allocation;
        _depth = 0;
        _notes = null;
        _patterns = null;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Step()
    {
        if (--_steps < 0) NextSlice();
    }

    public void Steps(int count)
    {
        _steps -= count;
        if (_steps < 0) NextSlice();
    }

    /// <summary>Refuses a list that would be too long, before it is built, and charges its elements.</summary>
    public void ChargeList(long length)
    {
        if (length > _budget.ListLength) throw new BudgetExhausted($"A list would hold more than {_budget.ListLength} elements.");
        Steps((int)length);
        Allocate(length);
    }

    /// <summary>Charges the memory of so many values.</summary>
    public void Allocate(long values)
    {
        _bytes -= values * ValueBytes;
        if (_bytes < 0) ThrowAllocation();
    }

    /// <summary>Refuses a string that would be too long, before it is built, and charges its size.</summary>
    public void ChargeString(long length)
    {
        if (length > _budget.StringLength) throw new BudgetExhausted($"A string would hold more than {_budget.StringLength} characters.");
        Steps((int)(length / 128));
        _bytes -= length * CharacterBytes;
        if (_bytes < 0) ThrowAllocation();
    }

    /// <summary>Charges the reading of arguments whose size counts: one step for each 128 characters.</summary>
    public void ChargeReading(ReadOnlySpan<FeelValue> arguments)
    {
        foreach (ref readonly FeelValue argument in arguments)
        {
            if (argument.Kind == FeelKind.String && argument.AsString().Length >= 128) Steps(argument.AsString().Length / 128);
        }
    }

    /// <summary>Charges a comparison of two values by the smaller of them, for what lies in lists and contexts is compared as well.</summary>
    public void ChargeComparison(in FeelValue left, in FeelValue right)
    {
        if (left.Kind < FeelKind.List && left.Kind != FeelKind.String) return;
        Steps((int)Math.Min(Math.Min(left.Weight, right.Weight), int.MaxValue / 2));
    }

    /// <summary>Charges the making of a regular expression, once in each evaluation: whether another one made it before must not matter.</summary>
    public void ChargePattern(string pattern, int steps)
    {
        if ((_patterns ??= new HashSet<string>(StringComparer.Ordinal)).Add(pattern)) Steps(steps);
    }

    /// <summary>Refuses an answer that would take more than the budget when it is written out, however little it takes while its parts are shared.</summary>
    public void ChargeAnswer(in FeelValue answer)
    {
        if (answer.Weight * ValueBytes > _budget.Allocation) throw new BudgetExhausted("The answer holds more values than the evaluation may make.");
    }

    [DoesNotReturn]
    private void ThrowAllocation() => throw new BudgetExhausted($"The evaluation made values of more than {_budget.Allocation / 1024} KB.");

    private void NextSlice()
    {
        if (_budget.Cancellation.IsCancellationRequested) throw new BudgetExhausted("The evaluation was cancelled.");
        long left = (long)_later + _steps;
        if (left < 0) throw new BudgetExhausted($"The evaluation took more than {_budget.Steps} steps.");
        _steps = (int)Math.Min(left, Slice);
        _later = (int)(left - _steps);
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
