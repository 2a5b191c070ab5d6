using System.Collections.Immutable;
using Ninben.Feel.Binding;
using Ninben.Feel.Syntax;
using Ninben.Feel.Values;

namespace Ninben.Feel.Evaluation;

/// <content>for, some, every and filters.</content>
internal sealed partial class Compiler
{
    private sealed record Domain(int Slot, Eval From, Eval? To, Place Place);

    private Context Bind(ImmutableArray<Iterator> iterators, Context context, out Domain[] domains)
    {
        domains = new Domain[iterators.Length];
        for (int i = 0; i < domains.Length; i++)
        {
            Eval from = Visit(iterators[i].Domain, context).Run;
            Eval? to = iterators[i].To is Node end ? Visit(end, context).Run : null;
            context = context.With(iterators[i].Name, out BindingScope bound);
            domains[i] = new Domain(bound.Slot, from, to, PlaceOf(iterators[i].Domain));
        }

        return context;
    }

    private Code For(ForNode node, Context context)
    {
        // "partial" holds the answers so far (DMN 1.5, 10.3.2.14); it is kept up only where the body reads it.
        Context withPartial = context.With("partial", out BindingScope partial);
        Context inner = Bind(node.Iterators, withPartial, out Domain[] domains);
        Eval body = Visit(node.Body, inner).Run;
        int? partialSlot = partial.IsUsed ? partial.Slot : null;
        if (domains.Length == 1 && partialSlot is null) return Code.Of(frame => ForEach(frame, domains, body));
        return Code.Of(frame =>
        {
            List<FeelValue> results = [];
            bool complete = Walk(frame, domains, 0, () =>
            {
                if (partialSlot is int slot)
                {
                    frame.Run.ChargeList(results.Count);
                    frame.Slots[slot] = FeelValue.FromList(new FeelList([.. results]));
                }

                if (results.Count >= frame.Run.Budget.ListLength) frame.Run.ChargeList(results.Count + 1L);
                results.Add(body(frame));
                return true;
            });
            return complete ? FeelValue.FromList(new FeelList([.. results])) : default;
        });
    }

    // The frequent loop, over one list or a range of numbers, without a visitor and with room for all answers from the start.
    private static FeelValue ForEach(Frame frame, Domain[] domains, Eval body)
    {
        Domain domain = domains[0];
        FeelValue from = domain.From(frame);
        FeelValue to = domain.To is Eval end ? end(frame) : default;
        FeelValue[] results;
        if (from.Kind == FeelKind.List)
        {
            FeelList list = from.List;
            if (list.Count > frame.Run.Budget.ListLength) frame.Run.ChargeList(list.Count);
            frame.Run.Allocate(list.Count);
            results = new FeelValue[list.Count];
            for (int i = 0; i < results.Length; i++)
            {
                frame.Run.Step();
                frame.Slots[domain.Slot] = list.Span[i];
                results[i] = body(frame);
            }
        }
        else if (domain.To is not null && from.IsCount && to.IsCount && to.CountUnchecked >= from.CountUnchecked)
        {
            ulong span = to.CountUnchecked - from.CountUnchecked;
            if (span >= (ulong)frame.Run.Budget.ListLength) frame.Run.ChargeList(span < int.MaxValue ? (long)span + 1 : long.MaxValue);
            frame.Run.Allocate((long)span + 1);
            results = new FeelValue[(int)span + 1];
            for (int i = 0; i < results.Length; i++)
            {
                frame.Run.Step();
                frame.Slots[domain.Slot] = FeelValue.FromCount(from.CountUnchecked + (ulong)i);
                results[i] = body(frame);
            }
        }
        else
        {
            List<FeelValue> visited = [];
            bool complete = WalkDomain(frame, domains, 0, (from, to), () =>
            {
                if (visited.Count >= frame.Run.Budget.ListLength) frame.Run.ChargeList(visited.Count + 1L);
                visited.Add(body(frame));
                return true;
            });
            if (!complete) return default;
            results = [.. visited];
        }

        return FeelValue.FromList(new FeelList(results));
    }

    private Code Quantified(QuantifiedNode node, Context context)
    {
        Context inner = Bind(node.Iterators, context, out Domain[] domains);
        Eval body = Visit(node.Body, inner).Run;
        bool isSome = node.Quantifier == Quantifier.Some;
        return Code.Of(frame =>
        {
            FeelValue answer = FeelValue.From(!isSome);
            bool complete = Walk(frame, domains, 0, () =>
            {
                FeelValue value = body(frame);
                if (isSome ? value.IsTrue : value.IsFalse)
                {
                    answer = value;
                    return false;
                }

                if (value.Kind != FeelKind.Boolean) answer = default;
                return true;
            });
            return complete || answer.Kind == FeelKind.Boolean && answer.IsTrue == isSome ? answer : default;
        });
    }

    /// <summary>Visits every combination; false when a domain cannot be walked or the visitor wants no more.</summary>
    private static bool Walk(Frame frame, Domain[] domains, int depth, Func<bool> visit)
    {
        if (depth == domains.Length) return visit();
        Domain domain = domains[depth];
        FeelValue from = domain.From(frame);
        return WalkDomain(frame, domains, depth, (from, domain.To is Eval end ? end(frame) : default), visit);
    }

    private static bool WalkDomain(Frame frame, Domain[] domains, int depth, (FeelValue From, FeelValue To) ends, Func<bool> visit)
    {
        Domain domain = domains[depth];
        FeelValue from = ends.From;
        if (domain.To is not null) return WalkRange(frame, domains, depth, from, ends.To, visit);
        if (from.Kind == FeelKind.Range)
        {
            FeelRange range = from.Range;
            if (range.Form != RangeForm.Interval)
            {
                frame.Run.Fail("feel-domain", "A loop needs a range with two ends.", domain.Place);
                return false;
            }

            FeelValue first = range.StartIncluded ? range.Start : Neighbour(range.Start, 1);
            FeelValue last = range.EndIncluded ? range.End : Neighbour(range.End, -1);
            if (FeelComparison.Order(range.Start, range.End) is not <= 0)
            {
                frame.Run.Fail("feel-domain", "The start of a range is not after its end.", domain.Place);
                return false;
            }

            return FeelComparison.Order(first, last) > 0 || WalkRange(frame, domains, depth, first, last, visit);
        }

        if (from.IsNull)
        {
            frame.Run.Fail("feel-domain", "A loop needs a list or a range, found null.", domain.Place);
            return false;
        }

        if (from.Kind != FeelKind.List) return VisitItem(frame, domains, depth, from, visit);
        foreach (FeelValue item in from.List.Span)
        {
            if (!VisitItem(frame, domains, depth, item, visit)) return false;
        }

        return true;
    }

    private static bool VisitItem(Frame frame, Domain[] domains, int depth, FeelValue item, Func<bool> visit)
    {
        frame.Run.Step();
        frame.Slots[domains[depth].Slot] = item;
        return depth + 1 == domains.Length ? visit() : Walk(frame, domains, depth + 1, visit);
    }

    private static FeelValue Neighbour(FeelValue value, int step) => value.Kind switch
    {
        FeelKind.Number => FeelNumber.Add(value, FeelValue.From(step)),
        FeelKind.Date => FeelValue.FromDays(value.Days + step),
        _ => default,
    };

    private static bool WalkRange(Frame frame, Domain[] domains, int depth, FeelValue from, FeelValue to, Func<bool> visit)
    {
        bool walkable = from.Kind == to.Kind && (from.Kind == FeelKind.Date
            || (from.IsNumber && FeelNumber.IsWhole(from) && FeelNumber.IsWhole(to)));
        if (!walkable)
        {
            frame.Run.Fail("feel-domain", $"A loop needs whole numbers or dates as ends, found {from.Kind} and {to.Kind}.", domains[depth].Place);
            return false;
        }

        int step = FeelComparison.Order(from, to) <= 0 ? 1 : -1;
        for (FeelValue at = from; FeelComparison.Order(at, to) is int order && (order == 0 || order < 0 == step > 0); at = Neighbour(at, step))
        {
            if (!VisitItem(frame, domains, depth, at, visit)) return false;
        }

        return true;
    }

    private Code Filter(FilterNode node, Context context)
    {
        Eval target = Visit(node.Target, context).Run;
        Context inner = context.With("item", out BindingScope item, BindingKind.Item);
        Place place = PlaceOf(node);
        int slot = item.Slot;
        if (node.Predicate is UnaryRangeNode range) return Code.Of(Select(target, Comparison(range.Form, Visit(range.Endpoint, inner), slot, place), slot));
        Code predicate = Visit(node.Predicate, inner);
        if (predicate.IsConstant && predicate.Value.IsNumber)
        {
            FeelValue index = predicate.Value;
            return Code.Of(frame => At(frame.Run, target(frame), index, place));
        }

        Eval select = Select(target, predicate.Run, slot);
        if (IsCondition(node.Predicate) && node.Predicate is not CallNode) return Code.Of(select);
        Eval probe = predicate.Run;
        return Code.Of(frame =>
        {
            // Whether it is an index or a condition shows only by its value outside of any item.
            NoteKeeping before = frame.Run.Silence(NoteKeeping.Dropped);
            frame.Slots[slot] = default;
            FeelValue index = probe(frame);
            frame.Run.Silence(before);
            return index.IsNumber ? At(frame.Run, target(frame), index, place) : select(frame);
        });
    }

    private static FeelValue At(Run run, FeelValue target, FeelValue index, Place place)
    {
        if (target.IsNull) return default;
        decimal at = index.AsNumber();
        int count = target.Kind == FeelKind.List ? target.List.Count : 1;
        if (at == decimal.Truncate(at) && at != 0 && Math.Abs(at) <= count)
        {
            int position = at > 0 ? (int)at - 1 : count + (int)at;
            return target.Kind == FeelKind.List ? target.List[position] : target;
        }

        return run.Fail("feel-index", $"The list has {count} elements, so there is none at {FeelNumber.Text(index)}.", place);
    }

    private static Eval Select(Eval target, Eval predicate, int slot) => frame =>
    {
        FeelValue source = target(frame);
        if (source.IsNull) return default;
        ReadOnlySpan<FeelValue> items = source.Kind == FeelKind.List ? source.List.Span : [source];
        frame.Run.Allocate(items.Length);
        FeelValue[] selected = new FeelValue[items.Length];
        int count = 0;
        foreach (ref readonly FeelValue item in items)
        {
            frame.Run.Step();
            frame.Slots[slot] = item;
            if (predicate(frame).IsTrue) selected[count++] = item;
        }

        return FeelValue.FromList(new FeelList(count == selected.Length ? selected : selected[..count]));
    };
}
