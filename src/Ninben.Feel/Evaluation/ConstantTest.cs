using Ninben.Feel.Values;

namespace Ninben.Feel.Evaluation;

/// <summary>
/// A unary test whose other side is known when it is compiled: it needs neither variables nor a frame, and tables may be indexed and analysed by it.
/// Null means unknown, as where two kinds cannot be compared.
/// </summary>
internal abstract class ConstantTest
{
    private protected ConstantTest()
    {
    }

    /// <summary>The kind of input for which the answer is always true or false; null when there is no such kind, or when it is every kind.</summary>
    public abstract FeelKind? Kind { get; }

    public abstract bool? Holds(in FeelValue input);
}

/// <summary>"-".</summary>
internal sealed class AlwaysTest : ConstantTest
{
    public static AlwaysTest Instance { get; } = new();

    public override FeelKind? Kind => null;

    public override bool? Holds(in FeelValue input) => true;
}

internal sealed class EqualTest(FeelValue constant) : ConstantTest
{
    private readonly FeelValue _constant = constant;

    public FeelValue Constant => _constant;

    public override FeelKind? Kind => _constant.Kind;

    public override bool? Holds(in FeelValue input)
    {
        if (input.Kind == _constant.Kind) return input.Equals(in _constant);
        return input.IsNull ? false : null;
    }
}

/// <summary>An interval, or a comparison as one whose other end is open.</summary>
internal sealed class IntervalTest(FeelRange range) : ConstantTest
{
    private readonly FeelValue _start = range.Start;
    private readonly FeelValue _end = range.End;
    private readonly bool _startIncluded = range.StartIncluded;
    private readonly bool _endIncluded = range.EndIncluded;

    public FeelRange Range => range;

    public override FeelKind? Kind { get; } = range.Start.IsNull ? range.End.Kind : range.Start.Kind;

    public override bool? Holds(in FeelValue input)
    {
        if (input.Kind != Kind) return null;
        if (!_start.IsNull)
        {
            if (FeelComparison.Order(in input, in _start) is not int order) return null;
            if (order < 0 || (order == 0 && !_startIncluded)) return false;
        }

        if (!_end.IsNull)
        {
            if (FeelComparison.Order(in input, in _end) is not int order) return null;
            if (order > 0 || (order == 0 && !_endIncluded)) return false;
        }

        return true;
    }
}

/// <summary>Tests of which one is enough, or with not(...) none may hold.</summary>
internal sealed class AnyTest(ConstantTest[] tests, bool expected) : ConstantTest
{
    public IReadOnlyList<ConstantTest> Tests => tests;

    /// <summary>True for a list of tests, false for not(...).</summary>
    public bool Expected => expected;

    public override FeelKind? Kind { get; } = tests.All(test => test.Kind == tests[0].Kind) ? tests[0].Kind : null;

    public override bool? Holds(in FeelValue input)
    {
        bool? any = false;
        foreach (ConstantTest test in tests)
        {
            bool? holds = test.Holds(in input);
            if (holds is true) return expected;
            if (holds is null) any = null;
        }

        return any is null ? null : !expected;
    }
}
