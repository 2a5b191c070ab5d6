namespace Ninben.Feel.Evaluation;

/// <summary>A compiled text and how many slots it needs; slot 0 holds the input of unary tests. Keeps one frame for reuse, so scalar work allocates
/// nothing.</summary>
internal sealed class CompiledProgram(Eval body, int slots)
{
    private Frame? _spare;

    public Eval Body => body;

    public int Slots => slots;

    /// <summary>Runs alone, with its own budget.</summary>
    public FeelValue Evaluate(FeelContext variables, FeelValue input)
    {
        Frame frame = Interlocked.Exchange(ref _spare, null)
            ?? new Frame(new Run(FeelBudget.Default, NoteKeeping.Dropped), new FeelValue[slots], variables, null);
        frame.Run.Reset(FeelBudget.Default, NoteKeeping.Dropped);
        frame.Variables = variables;
        frame.Slots[0] = input;
        FeelValue value;
        try
        {
            value = body(frame);
        }
        catch (BudgetExhausted)
        {
            value = default;
        }

        frame.Slots.AsSpan().Clear();
        frame.Variables = FeelContext.Empty;
        _spare = frame;
        return value;
    }

    /// <summary>Runs as a part of a larger evaluation, on its budget and into its notes.</summary>
    public FeelValue EvaluateIn(Run run, FeelContext variables, FeelValue input)
    {
        Frame frame = new(run, new FeelValue[slots], variables, null);
        frame.Slots[0] = input;
        return body(frame);
    }
}
