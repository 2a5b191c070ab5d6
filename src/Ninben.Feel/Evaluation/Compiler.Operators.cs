using Ninben.Feel.Binding;
using Ninben.Feel.Syntax;
using Ninben.Feel.Values;

namespace Ninben.Feel.Evaluation;

/// <content>Arithmetic, comparison and logic.</content>
internal sealed partial class Compiler
{
    private Code Negation(NegationNode node, Context context)
    {
        Code operand = Visit(node.Operand, context);
        Eval eval = operand.Run;
        Place place = PlaceOf(node);
        return Folded(
            frame =>
            {
                FeelValue value = eval(frame);
                FeelValue negated = Operators.Negate(value);
                return negated.IsNull ? frame.Run.Fail("feel-operand", $"A value of kind {value.Kind} has no negative.", place) : negated;
            },
            operand);
    }

    private Code Binary(BinaryNode node, Context context)
    {
        Code left = Visit(node.Left, context);
        Code right = Visit(node.Right, context);
        Place place = PlaceOf(node);
        Eval eval = node.Operator switch
        {
            BinaryOperator.And => And(left.Run, right.Run),
            BinaryOperator.Or => Or(left.Run, right.Run),
            BinaryOperator.Equal => Equal(left.Run, right.Run, place, negate: FeelValue.True),
            BinaryOperator.NotEqual => Equal(left.Run, right.Run, place, negate: FeelValue.False),
            BinaryOperator.Less or BinaryOperator.LessOrEqual or BinaryOperator.Greater or BinaryOperator.GreaterOrEqual =>
                Ordered(node.Operator, left, right, place),
            _ => Arithmetic(node.Operator, left.Run, right.Run, place),
        };
        return Folded(eval, left, right);
    }

    // DMN 1.5, Table 49: three-valued logic; anything that is not a boolean counts as unknown.
    private static Eval And(Eval left, Eval right) => frame =>
    {
        FeelValue first = left(frame);
        if (first.IsFalse) return first;
        FeelValue second = right(frame);
        if (second.IsFalse) return second;
        return first.IsTrue && second.IsTrue ? first : default;
    };

    private static Eval Or(Eval left, Eval right) => frame =>
    {
        FeelValue first = left(frame);
        if (first.IsTrue) return first;
        FeelValue second = right(frame);
        if (second.IsTrue) return second;
        return first.IsFalse && second.IsFalse ? first : default;
    };

    private static Eval Equal(Eval left, Eval right, Place place, FeelValue negate)
    {
        bool wanted = negate.IsTrue;
        return frame =>
        {
            FeelValue first = left(frame);
            FeelValue second = right(frame);
            frame.Run.ChargeComparison(in first, in second);
            if (FeelComparison.AreEqual(in first, in second) is bool equal) return FeelValue.From(equal == wanted);
            return Incomparable(frame, in first, in second, place);
        };
    }

    private static FeelValue Incomparable(Frame frame, in FeelValue first, in FeelValue second, Place place) => frame.Run.KeepsNotes
        ? frame.Run.Fail("feel-incomparable", $"A value of kind {first.Kind} cannot be compared with one of kind {second.Kind}.", place) : default;

    private static Eval Ordered(BinaryOperator operation, Code left, Code right, Place place)
    {
        Eval first = left.Run;
        Eval second = right.Run;
        bool less = operation is BinaryOperator.Less or BinaryOperator.LessOrEqual;
        bool equal = operation is BinaryOperator.LessOrEqual or BinaryOperator.GreaterOrEqual;
        if (right.IsConstant)
        {
            FeelValue limit = right.Value;
            return frame =>
            {
                FeelValue a = first(frame);
                if (FeelComparison.Order(in a, in limit) is int order) return FeelValue.From(order == 0 ? equal : order < 0 == less);
                return Incomparable(frame, in a, in limit, place);
            };
        }

        return frame =>
        {
            FeelValue a = first(frame);
            FeelValue b = second(frame);
            if (FeelComparison.Order(in a, in b) is int order) return FeelValue.From(order == 0 ? equal : order < 0 == less);
            return Incomparable(frame, in a, in b, place);
        };
    }

    private static Eval Arithmetic(BinaryOperator operation, Eval left, Eval right, Place place)
    {
        switch (operation)
        {
            case BinaryOperator.Add:
                return frame =>
                {
                    FeelValue first = left(frame);
                    FeelValue second = right(frame);
                    return first.IsNumber && second.IsNumber ? Numeric(frame, FeelNumber.Add(in first, in second), place)
                        : AnyArithmetic(BinaryOperator.Add, frame, (first, second), place);
                };
            case BinaryOperator.Subtract:
                return frame =>
                {
                    FeelValue first = left(frame);
                    FeelValue second = right(frame);
                    return first.IsNumber && second.IsNumber ? Numeric(frame, FeelNumber.Subtract(in first, in second), place)
                        : AnyArithmetic(BinaryOperator.Subtract, frame, (first, second), place);
                };
            case BinaryOperator.Multiply:
                return frame =>
                {
                    FeelValue first = left(frame);
                    FeelValue second = right(frame);
                    return first.IsNumber && second.IsNumber ? Numeric(frame, FeelNumber.Multiply(in first, in second), place)
                        : AnyArithmetic(BinaryOperator.Multiply, frame, (first, second), place);
                };
            default:
                return frame =>
                {
                    FeelValue first = left(frame);
                    return AnyArithmetic(operation, frame, (first, right(frame)), place);
                };
        }
    }

    private static FeelValue Numeric(Frame frame, in FeelValue answer, Place place) =>
        answer.IsNull ? frame.Run.Fail("feel-operand", "The answer is not a number in range.", place) : answer;

    private static FeelValue AnyArithmetic(BinaryOperator operation, Frame frame, (FeelValue Left, FeelValue Right) operands, Place place)
    {
        (FeelValue first, FeelValue second) = operands;
        if (first.Kind == FeelKind.String && second.Kind == FeelKind.String) frame.Run.ChargeString((long)first.AsString().Length + second.AsString().Length);
        if (operation == BinaryOperator.Power && first.IsNumber && second.IsNumber && !IsSmallPower(in second))
            frame.Run.Steps(Builtins.Numbers.Answer.SeriesSteps);
        FeelValue value = Operators.Apply(operation, first, second);
        if (!value.IsNull || !frame.Run.KeepsNotes) return value;
        return frame.Run.Fail("feel-operand", $"{operation} has no answer for values of kind {first.Kind} and {second.Kind}.", place);
    }

    // Squares and the like are a few multiplications; anything else is a series.
    private static bool IsSmallPower(in FeelValue exponent) =>
        exponent.IsDecimal && decimal.IsInteger(exponent.DecimalUnchecked) && decimal.Abs(exponent.DecimalUnchecked) <= 64;

    private Code Between(BetweenNode node, Context context)
    {
        Code value = Visit(node.Value, context);
        Code low = Visit(node.Low, context);
        Code high = Visit(node.High, context);
        Place place = PlaceOf(node);
        return Folded(
            frame =>
            {
                FeelValue subject = value.Run(frame);
                int? fromLow = FeelComparison.Order(subject, low.Run(frame));
                int? fromHigh = FeelComparison.Order(subject, high.Run(frame));
                if (fromLow is null || fromHigh is null) return frame.Run.Fail("feel-incomparable",
                    "The bounds of between cannot be compared with the value.", place);
                return FeelValue.From(fromLow >= 0 && fromHigh <= 0);
            },
            value,
            low,
            high);
    }

    private Code In(InNode node, Context context)
    {
        Code value = Visit(node.Value, context);
        Context inner = context.With("?", out BindingScope input);
        int slot = input.Slot;
        Eval[] tests = [.. node.Tests.Select(test => Test(test, inner, input).Run)];
        Eval subject = value.Run;
        return Code.Of(frame =>
        {
            frame.Slots[slot] = subject(frame);
            return AnyHolds(frame, tests);
        });
    }

    private Code UnaryTests(UnaryTestsNode node, Context context)
    {
        if (node.Sense == TestSense.Any)
        {
            _constantTest = AlwaysTest.Instance;
            return Code.Constant(FeelValue.True);
        }

        BindingScope input = context.Names!;
        UnaryTest[] tests = [.. node.Tests.Select(test => Test(test, context, input))];
        Eval[] evals = [.. tests.Select(test => test.Run)];
        bool positive = node.Sense == TestSense.Positive;
        if (tests.All(test => test.Constant is not null))
        {
            ConstantTest[] constants = [.. tests.Select(test => test.Constant!)];
            _constantTest = positive && constants.Length == 1 ? constants[0] : new AnyTest(constants, positive);
        }

        if (tests.All(test => test.Shape is not null)) _shapes = [.. tests.Select(test => test.Shape!)];
        if (positive) return Code.Of(evals.Length == 1 ? evals[0] : frame => AnyHolds(frame, evals));
        return Code.Of(frame =>
        {
            FeelValue any = AnyHolds(frame, evals);
            return any.IsNull ? default : FeelValue.From(any.IsFalse);
        });
    }

    private static bool IsScalar(FeelValue value) => value.Kind is FeelKind.Boolean or FeelKind.Number or FeelKind.String or FeelKind.Date
        or FeelKind.DaysAndTimeDuration or FeelKind.YearsAndMonthsDuration;

    private static bool IsOrdered(FeelValue value) => IsScalar(value) && value.Kind != FeelKind.Boolean;

    private static FeelValue AnyHolds(Frame frame, Eval[] tests)
    {
        FeelValue answer = FeelValue.False;
        foreach (Eval test in tests)
        {
            FeelValue value = test(frame);
            if (value.IsTrue) return value;
            if (value.IsNull) answer = default;
        }

        return answer;
    }

    /// <summary>One unary test on the input in a slot (DMN 1.5, 7.3.3 and Table 55), and the same without a frame when it needs none.</summary>
    private UnaryTest Test(Node node, Context context, BindingScope input)
    {
        int slot = input.Slot;
        Place place = PlaceOf(node);
        bool used = input.IsUsed;
        input.IsUsed = false;
        if (node is UnaryRangeNode range)
        {
            Code endpoint = Visit(range.Endpoint, context);
            Eval comparison = Comparison(range.Form, endpoint, slot, place);
            ConstantTest? compared = !endpoint.IsConstant ? null : range.Form switch
            {
                RangeForm.Equal => IsScalar(endpoint.Value) ? new EqualTest(endpoint.Value) : null,
                RangeForm.NotEqual => null,
                _ => IsOrdered(endpoint.Value) ? new IntervalTest(FeelRange.Of(range.Form, endpoint.Value)) : null,
            };
            return WithConstant(comparison, compared, slot) with { Shape = new TestShape(VerbOf(range.Form), endpoint.Run) };
        }

        Code code = Visit(node, context);
        Eval eval = code.Run;
        // A test that mentions the input, or that is a condition by its form, is itself the answer.
        if (input.IsUsed)
        {
            return new UnaryTest(frame => eval(frame) is { Kind: FeelKind.Boolean } answer ? answer : default, null, ShapeOf(node, context));
        }

        input.IsUsed = used;
        bool isCondition = IsCondition(node);
        ConstantTest? constant = !code.IsConstant || (isCondition && code.Value.Kind == FeelKind.Boolean) ? null
            : IsScalar(code.Value) ? new EqualTest(code.Value)
            : code.Value.Kind == FeelKind.Range && code.Value.Range is { Form: RangeForm.Interval } interval && IsOrdered(interval.Start)
                && IsOrdered(interval.End) ? new IntervalTest(interval) : null;
        Eval general = frame =>
        {
            FeelValue value = eval(frame);
            FeelValue subject = frame.Slots[slot];
            if (isCondition && value.Kind == FeelKind.Boolean && subject.Kind != FeelKind.Boolean) return value;
            return Passes(frame, subject, value, place);
        };
        return WithConstant(general, constant, slot) with { Shape = isCondition && node is not CallNode ? null : new TestShape(TestVerb.Is, eval) };
    }

    // What the constant test does not know goes the long way, for the note.
    private static UnaryTest WithConstant(Eval general, ConstantTest? constant, int slot) => constant is null ? new UnaryTest(general, null, null)
        : new UnaryTest(frame => constant.Holds(in frame.Slots[slot]) is bool holds ? FeelValue.From(holds) : general(frame), constant, null);

    /// <summary>The shape of a condition on ?, such as "? > limit" or "contains(?, part)"; its other side is compiled once more, without saying twice what
    /// is wrong with it.</summary>
    private TestShape? ShapeOf(Node node, Context context)
    {
        (TestVerb Verb, Node Other)? shape = node switch
        {
            BinaryNode { Left: NameNode { Name: "?" } } binary when VerbOf(binary.Operator) is TestVerb verb => (verb, binary.Right),
            CallNode { Target: NameNode function, Arguments: [NameNode { Name: "?" }, Node other], Names: [] }
                when TestShape.VerbOf(function.Name) is TestVerb verb => (verb, other),
            _ => null,
        };
        if (shape is null) return null;
        int said = _diagnostics.Count;
        Code compiled = Visit(shape.Value.Other, context);
        _diagnostics.Count = said;
        return new TestShape(shape.Value.Verb, compiled.Run);
    }

    private static TestVerb? VerbOf(BinaryOperator operation) => operation switch
    {
        BinaryOperator.Equal => TestVerb.Is,
        BinaryOperator.NotEqual => TestVerb.IsNot,
        BinaryOperator.Less => TestVerb.Less,
        BinaryOperator.LessOrEqual => TestVerb.LessOrEqual,
        BinaryOperator.Greater => TestVerb.Greater,
        BinaryOperator.GreaterOrEqual => TestVerb.GreaterOrEqual,
        _ => null,
    };

    private static TestVerb VerbOf(RangeForm form) => form switch
    {
        RangeForm.NotEqual => TestVerb.IsNot,
        RangeForm.Less => TestVerb.Less,
        RangeForm.LessOrEqual => TestVerb.LessOrEqual,
        RangeForm.Greater => TestVerb.Greater,
        RangeForm.GreaterOrEqual => TestVerb.GreaterOrEqual,
        _ => TestVerb.Is,
    };

    /// <summary>A compiled unary test: as code, without a frame where it needs none, and its shape where it has one.</summary>
    private sealed record UnaryTest(Eval Run, ConstantTest? Constant, TestShape? Shape);

    private static Eval Comparison(RangeForm form, Code endpoint, int slot, Place place)
    {
        Eval eval = endpoint.Run;
        if (form is RangeForm.Equal or RangeForm.NotEqual)
        {
            return frame =>
            {
                FeelValue end = eval(frame);
                frame.Run.ChargeComparison(in frame.Slots[slot], in end);
                return FeelComparison.AreEqual(in frame.Slots[slot], in end) is bool equal ? FeelValue.From(equal == (form == RangeForm.Equal)) : default;
            };
        }

        return frame =>
        {
            FeelValue end = eval(frame);
            ref FeelValue subject = ref frame.Slots[slot];
            if (FeelComparison.Order(subject, end) is not int order)
            {
                return frame.Run.Fail("feel-incomparable", $"A value of kind {subject.Kind} cannot be compared with one of kind {end.Kind}.", place);
            }

            return FeelValue.From(form switch
            {
                RangeForm.Less => order < 0,
                RangeForm.LessOrEqual => order <= 0,
                RangeForm.Greater => order > 0,
                _ => order >= 0,
            });
        };
    }

    private static FeelValue Passes(Frame frame, FeelValue subject, FeelValue value, Place place)
    {
        frame.Run.ChargeComparison(in subject, in value);
        if (value.Kind == FeelKind.Range && subject.Kind != FeelKind.Range) return value.Range.Contains(subject) is bool within
            ? FeelValue.From(within) : default;
        if (value.Kind == FeelKind.List)
        {
            if (subject.Kind == FeelKind.List && FeelComparison.AreEqual(subject, value) is true) return FeelValue.True;
            frame.Run.Steps(value.List.Count);
            foreach (FeelValue item in value.List)
            {
                if (item.Kind == FeelKind.Range && subject.Kind != FeelKind.Range ? item.Range.Contains(subject) is true
                    : FeelComparison.AreEqual(subject, item) is true) return FeelValue.True;
            }

            return FeelValue.False;
        }

        if (FeelComparison.AreEqual(subject, value) is bool equal) return FeelValue.From(equal);
        return frame.Run.Fail("feel-incomparable", $"A value of kind {subject.Kind} cannot be compared with one of kind {value.Kind}.", place);
    }

    private static bool IsCondition(Node node) =>
        node is BinaryNode { Operator: < BinaryOperator.Add } or BetweenNode or InNode or InstanceOfNode or QuantifiedNode or CallNode;
}
