using Ninben.Feel;
using Ninben.Feel.Evaluation;
using Ninben.Feel.Values;

namespace Ninben.Dmn.Explaining;

/// <summary>
/// A clause of a rule as a part of a sentence, as "amount 12,400 is over 10,000": what is true of the value, whether the clause holds or not.
/// Conditions that have no words of their own are cited.
/// </summary>
internal static class ClauseWords
{
    /// <param name="frame">Where the other sides of the tests are evaluated; the value is in its first slot.</param>
    public static string Of((string Label, FeelValue Value) of, (FeelUnaryTests Tests, bool Holds) cell, Frame frame)
    {
        CompiledProgram program = cell.Tests.Program;
        List<Asked> asked = [.. program.Shapes.SelectMany(shape => Resolved(shape, of.Value, frame))];
        // A call that answers true or false is a condition, not a value to compare with.
        bool isCited = asked.Count == 0 || (!of.Value.IsNull && of.Value.Kind != FeelKind.Boolean && asked.Any(test => test.Other.Kind == FeelKind.Boolean));
        string? words = isCited ? null : program.IsNegated == cell.Holds ? NoneOf(of, asked) : OneOf(of, asked);
        return words ?? $"{Subject(of)} {(cell.Holds ? "meets" : "does not meet")} {cell.Tests.Text}";
    }

    /// <summary>The tests of a cell with the values that they compare with; a list in a cell is one test for each of its items.</summary>
    private static IEnumerable<Asked> Resolved(TestShape shape, FeelValue value, Frame frame)
    {
        FeelValue other = shape.Other(frame);
        bool isOneOf = shape.Verb == TestVerb.Is && other.Kind == FeelKind.List && !other.Equals(in value) && other.List.Count > 0;
        return isOneOf ? other.List.Select(item => new Asked(TestVerb.Is, item)) : [new Asked(shape.Verb, other)];
    }

    private static string? OneOf((string Label, FeelValue Value) of, List<Asked> asked)
    {
        Asked? found = asked.Count == 1 ? asked[0] : asked.Find(test => test.Holds(of.Value) is true);
        return found is null ? null : Holding(of, found);
    }

    private static string? NoneOf((string Label, FeelValue Value) of, List<Asked> asked)
    {
        if (asked.Count > 1 && asked.All(test => test is { Verb: TestVerb.Is, Other.Kind: not FeelKind.Range }))
            return $"{Subject(of)} is none of {string.Join(", ", asked.Select(test => ValueWords.Of(test.Other)))}";
        return string.Join(" and ", asked.Select(test => Failing(of, test)).Distinct());
    }

    private static string Holding((string Label, FeelValue Value) of, Asked test) => test switch
    {
        { Verb: TestVerb.Is, Other: { Kind: FeelKind.Range } range } when of.Value.Kind != FeelKind.Range => $"{Subject(of)} {Inside(range.Range)}",
        { Verb: TestVerb.Is } => $"{of.Label} is {ValueWords.Of(test.Other)}",
        { Verb: TestVerb.IsNot, Other.IsNull: true } => $"{Subject(of)} is not missing",
        { Verb: TestVerb.IsNot } => of.Value.IsNull ? $"{of.Label} is missing" : $"{of.Label} is {ValueWords.Of(of.Value)}, not {ValueWords.Of(test.Other)}",
        { Verb: TestVerb.Includes } => $"{ValueWords.Of(test.Other)} is among {of.Label}",
        { Range: { } range } => $"{Subject(of)} {Inside(range)}",
        _ => $"{Subject(of)} {Cited(test, "s")}",
    };

    private static string Failing((string Label, FeelValue Value) of, Asked test) => test switch
    {
        { Verb: TestVerb.Is, Other.IsNull: true } => $"{Subject(of)} is not missing",
        { Verb: TestVerb.IsNot } => $"{of.Label} is {ValueWords.Of(test.Other)}",
        _ when of.Value.IsNull => $"{of.Label} is missing",
        { Verb: TestVerb.Is, Other: { Kind: FeelKind.Range } range } => Outside(of, range.Range),
        { Verb: TestVerb.Is } => $"{of.Label} is {ValueWords.Of(of.Value)}, not {ValueWords.Of(test.Other)}",
        { Verb: TestVerb.Includes } => $"{ValueWords.Of(test.Other)} is not among {of.Label}",
        { Range: { } range } => Outside(of, range),
        _ => $"{Subject(of)} does not {Cited(test, "")}",
    };

    private static string Subject((string Label, FeelValue Value) of) =>
        of.Value.IsNull ? $"{of.Label} is missing and" : $"{of.Label} {ValueWords.Of(of.Value)}";

    private static string Inside(FeelRange range)
    {
        if (range.End.IsNull) return Above(range.Start, range.StartIncluded);
        if (range.Start.IsNull) return Below(range.End, range.EndIncluded);
        if (range is { StartIncluded: true, EndIncluded: true }) return $"is from {ValueWords.Of(range.Start)} to {ValueWords.Of(range.End)}";
        return $"{Above(range.Start, range.StartIncluded)} and {Below(range.End, range.EndIncluded)[3..]}";
    }

    private static string Outside((string Label, FeelValue Value) of, FeelRange range)
    {
        FeelKind wanted = range.Start.IsNull ? range.End.Kind : range.Start.Kind;
        if (of.Value.Kind != wanted) return $"{Subject(of)} is no {ValueWords.Kind(wanted)}";
        bool below = !range.Start.IsNull && FeelComparison.Order(of.Value, range.Start) is int order && (order < 0 || (order == 0 && !range.StartIncluded));
        return $"{Subject(of)} {(below ? Below(range.Start, !range.StartIncluded) : Above(range.End, !range.EndIncluded))}";
    }

    private static string Above(FeelValue limit, bool included) => (limit.Kind is FeelKind.Date or FeelKind.DateTime or FeelKind.Time, included) switch
    {
        (true, true) => $"is {ValueWords.Of(limit)} or later",
        (true, false) => $"is after {ValueWords.Of(limit)}",
        (false, true) => $"is at least {ValueWords.Of(limit)}",
        _ => $"is over {ValueWords.Of(limit)}",
    };

    private static string Below(FeelValue limit, bool included) => (limit.Kind is FeelKind.Date or FeelKind.DateTime or FeelKind.Time, included) switch
    {
        (true, true) => $"is {ValueWords.Of(limit)} or earlier",
        (true, false) => $"is before {ValueWords.Of(limit)}",
        (false, true) => $"is at most {ValueWords.Of(limit)}",
        _ => $"is under {ValueWords.Of(limit)}",
    };

    private static string Cited(Asked test, string ending) => test.Verb switch
    {
        TestVerb.StartsWith => $"start{ending} with “{ValueWords.Of(test.Other)}”",
        TestVerb.EndsWith => $"end{ending} with “{ValueWords.Of(test.Other)}”",
        TestVerb.Matches => $"match{(ending.Length > 0 ? "es" : "")} the pattern {ValueWords.Of(test.Other)}",
        _ => $"contain{ending} “{ValueWords.Of(test.Other)}”",
    };

    /// <summary>A test with the value that it compares with.</summary>
    private sealed record Asked(TestVerb Verb, FeelValue Other)
    {
        /// <summary>A comparison as the range of what passes it.</summary>
        public FeelRange? Range { get; } = Verb switch
        {
            TestVerb.Less => FeelRange.Of(RangeForm.Less, Other),
            TestVerb.LessOrEqual => FeelRange.Of(RangeForm.LessOrEqual, Other),
            TestVerb.Greater => FeelRange.Of(RangeForm.Greater, Other),
            TestVerb.GreaterOrEqual => FeelRange.Of(RangeForm.GreaterOrEqual, Other),
            _ => null,
        };

        /// <summary>Whether a value passes; null when that is not said here.</summary>
        public bool? Holds(FeelValue value) => Verb switch
        {
            TestVerb.Is when Other.Kind == FeelKind.Range && value.Kind != FeelKind.Range => Other.Range.Contains(value),
            TestVerb.Is => FeelComparison.AreEqual(in value, Other),
            TestVerb.IsNot => !FeelComparison.AreEqual(in value, Other),
            TestVerb.Includes => value.Kind == FeelKind.List && value.List.Any(item => FeelComparison.AreEqual(item, Other) is true),
            TestVerb.Contains => BothTexts(value) ? value.AsString().Contains(Other.AsString(), StringComparison.Ordinal) : null,
            TestVerb.StartsWith => BothTexts(value) ? value.AsString().StartsWith(Other.AsString(), StringComparison.Ordinal) : null,
            TestVerb.EndsWith => BothTexts(value) ? value.AsString().EndsWith(Other.AsString(), StringComparison.Ordinal) : null,
            TestVerb.Matches => null,
            _ => Range!.Contains(value),
        };

        private bool BothTexts(FeelValue value) => value.Kind == FeelKind.String && Other.Kind == FeelKind.String;
    }
}
