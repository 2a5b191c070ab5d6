namespace Ninben.Feel.Evaluation;

/// <summary>A compiled text and how many slots it needs; slot 0 holds the input of unary tests. Each thread keeps one frame for reuse, so scalar work
/// allocates nothing.</summary>
internal sealed class CompiledProgram(Code code, int slots)
{
    private const int SpareSlots = 32;

    // Taken out while it is in use, so that a program run from within another gets a frame of its own.
    [ThreadStatic]
    private static Frame? t_spare;

    private readonly Eval _body = code.Run;

    public Eval Body => _body;

    public int Slots => slots;

    /// <summary>The value, when it is known without running; null when it is not.</summary>
    public FeelValue? Constant => code.IsConstant ? code.Value : null;

    /// <summary>The unary tests as one that needs no frame, when they are that simple.</summary>
    public ConstantTest? Test { get; init; }

    /// <summary>The unary tests one by one, for saying them in words; empty when one of them has no such shape.</summary>
    public IReadOnlyList<TestShape> Shapes { get; init; } = [];

    /// <summary>Whether none of the tests may hold: not(...).</summary>
    public bool IsNegated { get; init; }

    /// <summary>Runs alone, with its own budget.</summary>
    public FeelValue Evaluate(FeelContext variables, FeelValue input)
    {
        if (code.IsConstant) return code.Value;
        Frame? frame = t_spare;
        t_spare = null;
        if (frame is null || frame.Slots.Length < slots)
        {
            frame = new Frame(new Run(FeelBudget.Default, NoteKeeping.Dropped), new FeelValue[Math.Max(slots, SpareSlots)], variables, null);
        }

        frame.Run.Reset(FeelBudget.Default, NoteKeeping.Dropped);
        frame.Variables = variables;
        frame.Slots[0] = input;
        FeelValue value;
        try
        {
            value = _body(frame);
            if (value.Kind >= FeelKind.List) frame.Run.ChargeAnswer(in value);
        }
        catch (BudgetExhausted)
        {
            value = default;
        }

        frame.Slots.AsSpan(0, slots).Clear();
        frame.Variables = FeelContext.Empty;
        t_spare = frame;
        return value;
    }

    /// <summary>Runs as a part of a larger evaluation, on its budget and into its notes.</summary>
    public FeelValue EvaluateIn(Run run, FeelContext variables, FeelValue input)
    {
        if (code.IsConstant) return code.Value;
        Frame frame = new(run, new FeelValue[slots], variables, null);
        frame.Slots[0] = input;
        return _body(frame);
    }
}
