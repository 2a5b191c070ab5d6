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

    private static Eval Equal(Eval left, Eval right, Place place, FeelValue negate) => frame =>
    {
        FeelValue first = left(frame);
        FeelValue second = right(frame);
        if (FeelComparison.AreEqual(first, second) is bool equal) return FeelValue.From(equal == negate.IsTrue);
        return frame.Run.Fail("feel-incomparable", $"A value of kind {first.Kind} cannot be compared with one of kind {second.Kind}.", place);
    };

    private static Eval Ordered(BinaryOperator operation, Code left, Code right, Place place)
    {
        Eval first = left.Run;
        Eval second = right.Run;
        Func<int, bool> holds = operation switch
        {
            BinaryOperator.Less => static order => order < 0,
            BinaryOperator.LessOrEqual => static order => order <= 0,
            BinaryOperator.Greater => static order => order > 0,
            _ => static order => order >= 0,
        };
        return frame =>
        {
            FeelValue a = first(frame);
            FeelValue b = second(frame);
            if (FeelComparison.Order(a, b) is int order) return FeelValue.From(holds(order));
            return frame.Run.Fail("feel-incomparable", $"A value of kind {a.Kind} cannot be compared with one of kind {b.Kind}.", place);
        };
    }

    private static Eval Arithmetic(BinaryOperator operation, Eval left, Eval right, Place place) => frame =>
    {
        FeelValue first = left(frame);
        FeelValue second = right(frame);
        if (first.Kind == FeelKind.String && second.Kind == FeelKind.String) frame.Run.ChargeString((long)first.AsString().Length + second.AsString().Length);
        FeelValue value = Operators.Apply(operation, first, second);
        return value.IsNull
            ? frame.Run.Fail("feel-operand", $"{operation} has no answer for values of kind {first.Kind} and {second.Kind}.", place)
            : value;
    };

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
        Context inner = context.With("?", out Binding.BindingScope input);
        int slot = input.Slot;
        Eval[] tests = [.. node.Tests.Select(test => Test(test, inner, input))];
        Eval subject = value.Run;
        return Code.Of(frame =>
        {
            frame.Slots[slot] = subject(frame);
            return AnyHolds(frame, tests);
        });
    }

    private Code UnaryTests(UnaryTestsNode node, Context context)
    {
        if (node.Sense == TestSense.Any) return Code.Constant(FeelValue.True);
        Binding.BindingScope input = context.Names!;
        Eval[] tests = [.. node.Tests.Select(test => Test(test, context, input))];
        if (node.Sense == TestSense.Positive) return Code.Of(tests.Length == 1 ? tests[0] : frame => AnyHolds(frame, tests));
        return Code.Of(frame =>
        {
            FeelValue any = AnyHolds(frame, tests);
            return any.IsNull ? default : FeelValue.From(any.IsFalse);
        });
    }

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

    /// <summary>One unary test on the input in a slot (DMN 1.5, 7.3.3 and Table 55).</summary>
    private Eval Test(Node node, Context context, Binding.BindingScope input)
    {
        int slot = input.Slot;
        Place place = PlaceOf(node);
        if (node is UnaryRangeNode range) return Comparison(range.Form, Visit(range.Endpoint, context), slot, place);
        input.IsUsed = false;
        Code code = Visit(node, context);
        Eval eval = code.Run;
        // A test that mentions the input, or that is a condition by its form, is itself the answer.
        if (input.IsUsed) return frame => eval(frame) is { Kind: FeelKind.Boolean } answer ? answer : default;
        if (code.IsConstant && code.Value.Kind is FeelKind.String or FeelKind.Number) return EqualTo(code.Value, slot);
        if (code.IsConstant && code.Value.Kind == FeelKind.Range && code.Value.Range.Form == RangeForm.Interval) return Within(code.Value.Range, slot);
        bool isCondition = IsCondition(node);
        return frame =>
        {
            FeelValue value = eval(frame);
            FeelValue subject = frame.Slots[slot];
            if (isCondition && value.Kind == FeelKind.Boolean && subject.Kind != FeelKind.Boolean) return value;
            return Passes(frame, subject, value, place);
        };
    }

    private static Eval EqualTo(FeelValue constant, int slot) => frame =>
    {
        ref FeelValue subject = ref frame.Slots[slot];
        return subject.Kind == constant.Kind ? FeelValue.From(subject.Equals(constant)) : Passes(frame, subject, constant, Place.Nowhere);
    };

    private static Eval Within(FeelRange range, int slot) => frame =>
        range.Contains(frame.Slots[slot]) is bool holds ? FeelValue.From(holds) : default;

    private static Eval Comparison(RangeForm form, Code endpoint, int slot, Place place)
    {
        Eval eval = endpoint.Run;
        if (form is RangeForm.Equal or RangeForm.NotEqual)
        {
            return frame => FeelComparison.AreEqual(frame.Slots[slot], eval(frame)) is bool equal ? FeelValue.From(equal == (form == RangeForm.Equal))
                : default;
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
