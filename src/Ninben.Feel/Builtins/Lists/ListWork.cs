using Ninben.Feel.Evaluation;
using Ninben.Feel.Values;

namespace Ninben.Feel.Builtins.Lists;

/// <summary>What the list functions share.</summary>
internal static class ListWork
{
    public static int IndexOf(Run run, FeelList list, FeelValue element, int from)
    {
        for (int i = from; i < list.Count; i++)
        {
            run.Step();
            run.ChargeComparison(list[i], in element);
            if (FeelComparison.AreEqual(list[i], element) is true) return i;
        }

        return -1;
    }

    public static FeelValue Extreme(Run run, FeelList list, int sign)
    {
        run.Steps(list.Count);
        if (list.Count == 0) return run.Fail("feel-arguments", "The list is empty.");
        FeelValue best = list[0];
        foreach (FeelValue item in list.Span)
        {
            if (FeelComparison.Order(item, best) is not int order) return run.Fail("feel-incomparable", "The elements cannot be compared with each other.");
            if (order * sign > 0) best = item;
        }

        return best;
    }

    public static FeelValue[]? Numbers(Run run, FeelList list)
    {
        run.Steps(list.Count);
        FeelValue[] numbers = new FeelValue[list.Count];
        for (int i = 0; i < numbers.Length; i++)
        {
            if (!list[i].IsNumber)
            {
                run.Fail("feel-arguments", "Every element is a number.");
                return null;
            }

            numbers[i] = list[i];
        }

        return numbers;
    }

    /// <summary>What makes one number of two.</summary>
    public delegate FeelValue Combine(in FeelValue left, in FeelValue right);

    public static FeelValue Fold(Run run, FeelList list, Combine combine)
    {
        run.Steps(list.Count);
        ReadOnlySpan<FeelValue> items = list.Span;
        foreach (ref readonly FeelValue item in items)
        {
            if (!item.IsNumber) return run.Fail("feel-arguments", "Every element is a number.");
        }

        if (items.IsEmpty) return run.Fail("feel-arguments", "There is no number.");
        FeelValue result = items[0];
        for (int i = 1; i < items.Length; i++)
        {
            result = combine(in result, in items[i]);
            if (result.IsNull) return run.Fail("feel-number", "The answer is out of range.");
        }

        return result;
    }

    /// <summary>Conjunction when false decides, disjunction when true does.</summary>
    public static FeelValue Logic(Run run, FeelList list, FeelValue decisive)
    {
        run.Steps(list.Count);
        bool unknown = false;
        foreach (FeelValue item in list.Span)
        {
            if (item.Equals(decisive)) return decisive;
            if (item.Kind != FeelKind.Boolean) unknown = true;
        }

        return unknown ? default : FeelValue.From(!decisive.IsTrue);
    }

    public static bool TryPosition(FeelList list, decimal position, out int at)
    {
        at = 0;
        position = decimal.Truncate(position);
        if (position == 0 || Math.Abs(position) > list.Count) return false;
        at = position > 0 ? (int)position - 1 : list.Count + (int)position;
        return true;
    }

    public static FeelValue Concatenate(Run run, FeelList first, FeelList second)
    {
        run.ChargeList((long)first.Count + second.Count);
        return FeelValue.FromList(new FeelList([.. first.Span, .. second.Span]));
    }

    public static FeelValue Joined(Run run, FeelList lists)
    {
        long length = 0;
        foreach (FeelValue list in lists)
        {
            if (list.IsNull) return run.Fail("feel-arguments", "One of the lists is null.");
            length += list.Kind == FeelKind.List ? list.List.Count : 1;
        }

        run.ChargeList(length);
        List<FeelValue> joined = new((int)length);
        foreach (FeelValue list in lists)
        {
            if (list.Kind == FeelKind.List) joined.AddRange(list.List.Span);
            else joined.Add(list);
        }

        return FeelValue.FromList(joined);
    }

    public static FeelValue Distinct(Run run, FeelList list)
    {
        List<FeelValue> distinct = [];
        foreach (FeelValue item in list)
        {
            bool seen = false;
            foreach (FeelValue kept in distinct)
            {
                run.Step();
                run.ChargeComparison(in kept, in item);
                seen = FeelComparison.AreEqual(kept, item) is true;
                if (seen) break;
            }

            if (!seen) distinct.Add(item);
        }

        return FeelValue.FromList(distinct);
    }

    /// <summary>A stable merge sort: it ends whatever the function says, also when that contradicts itself.</summary>
    public static FeelValue Sort(Run run, FeelList list, FeelValue precedes)
    {
        FeelValue[] from = list.Span.ToArray();
        FeelValue[] to = new FeelValue[from.Length];
        run.Steps(from.Length);
        for (int width = 1; width < from.Length; width *= 2)
        {
            for (int start = 0; start < from.Length; start += 2 * width)
            {
                int middle = Math.Min(start + width, from.Length);
                int end = Math.Min(start + (2 * width), from.Length);
                int left = start;
                int right = middle;
                for (int at = start; at < end; at++)
                {
                    bool takeRight = right < end && (left >= middle || Precedes(run, precedes, from[right], from[left]));
                    to[at] = takeRight ? from[right++] : from[left++];
                }
            }

            (from, to) = (to, from);
        }

        return FeelValue.FromList(new FeelList(from));
    }

    private static bool Precedes(Run run, FeelValue precedes, FeelValue first, FeelValue second)
    {
        run.Step();
        return precedes.IsNull ? FeelComparison.Order(first, second) < 0 : Compiler.Invoke(run, precedes.Function, [first, second], [], run.Site).IsTrue;
    }
}
