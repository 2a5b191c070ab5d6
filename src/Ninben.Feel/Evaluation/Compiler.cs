using System.Collections.Immutable;
using System.Diagnostics;
using Ninben.Feel.Binding;
using Ninben.Feel.Builtins;
using Ninben.Feel.Syntax;
using Ninben.Feel.Values;

namespace Ninben.Feel.Evaluation;

/// <summary>Binds names and turns syntax into closures. Each kind of node has one method; operators, loops and calls have files of their own.</summary>
internal sealed partial class Compiler
{
    // The stack is checked at every this many levels of nodes.
    private const int StackCheckLevels = 64;

    private readonly SourceText _source;
    private readonly FeelScope _scope;
    private readonly ImmutableArray<Diagnostic>.Builder _diagnostics;
    private ConstantTest? _constantTest;
    private IReadOnlyList<TestShape> _shapes = [];
    private readonly Frame _folding = new(new Run(FeelBudget.Default, NoteKeeping.Dropped), [], FeelContext.Empty, null);

    private Compiler(SourceText source, FeelScope scope, ImmutableArray<Diagnostic>.Builder diagnostics)
    {
        _source = source;
        _scope = scope;
        _diagnostics = diagnostics;
    }

    public static CompiledProgram Compile(Node node, SourceText source, FeelScope scope, ImmutableArray<Diagnostic>.Builder diagnostics)
    {
        Compiler compiler = new(source, scope, diagnostics);
        FunctionLevel level = new(null);
        BindingScope? names = null;
        int input = level.Allocate();
        if (node is UnaryTestsNode) names = new BindingScope(null, level, "?", input, BindingKind.Local);
        Code code = compiler.Visit(node, new Context(names, level));
        return new CompiledProgram(code, level.Slots)
        {
            Test = compiler._constantTest,
            Shapes = compiler._shapes,
            IsNegated = node is UnaryTestsNode { Sense: TestSense.Negated },
        };
    }

    private readonly record struct Context(BindingScope? Names, FunctionLevel Level)
    {
        public Context With(string name, out BindingScope bound, BindingKind kind = BindingKind.Local)
        {
            bound = new BindingScope(Names, Level, name, Level.Allocate(), kind);
            return this with { Names = bound };
        }
    }

    private Place PlaceOf(Node node) => new(_source, node.Start, node.Length);

    private Code Visit(Node node, Context context)
    {
        Code code = node switch
        {
            LiteralNode literal => Code.Constant(literal.Value),
            NameNode name => Name(name, context),
            NegationNode negation => Negation(negation, context),
            BinaryNode binary => Binary(binary, context),
            BetweenNode between => Between(between, context),
            InNode test => In(test, context),
            InstanceOfNode instance => InstanceOf(instance, context),
            IfNode choice => If(choice, context),
            ForNode loop => For(loop, context),
            QuantifiedNode quantified => Quantified(quantified, context),
            ListNode list => List(list, context),
            ContextNode entries => Entries(entries, context),
            RangeNode range => Range(range, context),
            UnaryRangeNode range => UnaryRange(range, context),
            PathNode path => Path(path, context),
            FilterNode filter => Filter(filter, context),
            CallNode call => Call(call, context),
            FunctionNode function => Function(function, context),
            UnaryTestsNode tests => UnaryTests(tests, context),
            _ => throw new UnreachableException(node.GetType().Name),
        };
        if (node.Depth % StackCheckLevels != 0 || code.IsConstant) return code;
        Eval inner = code.Run;
        return Code.Of(frame =>
        {
            Run.EnsureStack();
            return inner(frame);
        });
    }

    /// <summary>A value known now when all its parts are; a null stays in the code, so that its note is made at run time.</summary>
    private Code Folded(Eval eval, params ReadOnlySpan<Code> parts)
    {
        foreach (Code part in parts)
        {
            if (!part.IsConstant) return Code.Of(eval);
        }

        try
        {
            FeelValue value = eval(_folding);
            return value.IsNull ? Code.Of(eval) : Code.Constant(value);
        }
        catch (BudgetExhausted)
        {
            return Code.Of(eval);
        }
    }

    private Code Name(NameNode node, Context context)
    {
        List<BindingScope>? items = null;
        for (BindingScope? bound = context.Names; bound is not null; bound = bound.Outer)
        {
            if (bound.Kind == BindingKind.Item) (items ??= []).Add(bound);
            if (bound.Name != node.Name) continue;
            bound.IsUsed = true;
            return WithItems(items, node.Name, Slot(bound, context.Level), context.Level);
        }

        return WithItems(items, node.Name, Variable(node, items is null), context.Level);
    }

    // DMN 1.5, 10.3.2.5: inside a filter the entries of the item hide names further out.
    private static Code WithItems(List<BindingScope>? items, string name, Code outer, FunctionLevel level)
    {
        if (items is null) return outer;
        Eval eval = outer.Run;
        bool isProperty = Properties.IsOne(name);
        for (int i = items.Count - 1; i >= 0; i--)
        {
            Eval item = Slot(items[i], level).Run;
            Eval otherwise = eval;
            eval = frame =>
            {
                FeelValue value = item(frame);
                if (value.Kind == FeelKind.Context && value.AsContext().TryGetValue(name, out FeelValue entry)) return entry;
                return isProperty && Properties.TryRead(value, name, out FeelValue property) ? property : otherwise(frame);
            };
        }

        return Code.Of(eval);
    }

    private static Code Slot(BindingScope bound, FunctionLevel level)
    {
        int slot = bound.Slot;
        int hops = 0;
        for (FunctionLevel? at = level; at != bound.Level; at = at!.Outer) hops++;
        return Code.Of(hops switch
        {
            0 => frame => frame.Slots[slot],
            1 => frame => frame.Outer!.Slots[slot],
            _ => frame =>
            {
                Frame at = frame;
                for (int i = 0; i < hops; i++) at = at.Outer!;
                return at.Slots[slot];
            }
            ,
        });
    }

    private Code Variable(NameNode node, bool isOutsideFilters)
    {
        string name = node.Name;
        Place place = PlaceOf(node);
        if (!_scope.Declares(name))
        {
            if (BuiltinCatalogue.Find(name) is Builtin builtin && _scope.Unknown != UnknownNames.LookedUpAtRunTime) return Code.Constant(ValueOf(builtin));
            if (isOutsideFilters) ReportUnknown(node);
        }

        FeelValue fallback = BuiltinCatalogue.Find(name) is Builtin found ? ValueOf(found) : default;
        int hint = 0;
        string key = string.Intern(name);
        return Code.Of(frame =>
        {
            FeelContext variables = frame.Variables;
            int guess = hint;
            if (variables.HasAt(guess, key)) return variables.ValueAt(guess);
            int at = variables.IndexOf(key);
            if (at >= 0)
            {
                hint = at;
                return variables.ValueAt(at);
            }

            return fallback.IsNull ? frame.Run.Fail("feel-no-variable", $"There is no variable named '{key}'.", place) : fallback;
        });
    }

    private void ReportUnknown(NameNode node)
    {
        if (node.Name == "?" || (_scope.Unknown == UnknownNames.LookedUpAtRunTime && !node.Name.Contains(' ', StringComparison.Ordinal))) return;
        DiagnosticSeverity severity = _scope.Unknown == UnknownNames.Warnings ? DiagnosticSeverity.Warning : DiagnosticSeverity.Error;
        string? near = NearName.Of(node.Name, _scope.Names, BuiltinCatalogue.All.Select(builtin => builtin.Name));
        _diagnostics.Add(new Diagnostic("feel-unknown-name", severity, $"There is no variable or function named '{node.Name}'.",
            _source.LocationOf(node.Start, node.Length), near is null ? null : $"Did you mean '{near}'?"));
    }

    private static FeelValue ValueOf(Builtin builtin) => FeelValue.FromFunction(new FeelFunction(
        builtin.Name, [.. builtin.Overloads[0].Parameters.Select(parameter => new FeelParameter(parameter.Name, FeelType.Any))],
            builtin.Call)
    { IsBuiltin = true });

    private Code If(IfNode node, Context context)
    {
        Eval condition = Visit(node.Condition, context).Run;
        Eval then = Visit(node.Then, context).Run;
        Eval otherwise = Visit(node.Else, context).Run;
        // DMN 1.5, Table 52: a condition that is not true takes the else branch, null included.
        return Code.Of(frame => condition(frame).IsTrue ? then(frame) : otherwise(frame));
    }

    private Code List(ListNode node, Context context)
    {
        Code[] codes = [.. node.Items.Select(item => Visit(item, context))];
        Eval[] items = [.. codes.Select(code => code.Run)];
        if (codes.All(code => code.IsConstant)) return Code.Constant(FeelValue.FromList(new FeelList([.. codes.Select(code => code.Value)])));
        return Code.Of(frame =>
        {
            frame.Run.ChargeList(items.Length);
            FeelValue[] values = new FeelValue[items.Length];
            for (int i = 0; i < items.Length; i++) values[i] = items[i](frame);
            return FeelValue.FromList(new FeelList(values));
        });
    }

    private Code Entries(ContextNode node, Context context)
    {
        int count = node.Entries.Length;
        string[] names = [.. node.Entries.Select(entry => string.Intern(entry.Name))];
        Eval[] entries = new Eval[count];
        int[] slots = new int[count];
        Context inner = context;
        for (int i = 0; i < count; i++)
        {
            entries[i] = Visit(node.Entries[i].Value, inner).Run;
            inner = inner.With(names[i], out BindingScope bound);
            slots[i] = bound.Slot;
        }

        if (names.Distinct(StringComparer.Ordinal).Count() < count)
        {
            // DMN 1.5, 10.3.2.6: names in a context are distinct; otherwise there is no context.
            Place place = PlaceOf(node);
            return Code.Of(frame => frame.Run.Fail("feel-duplicate-entry", "Two entries of the context have the same name.", place));
        }

        if (count == 0) return Code.Constant(FeelValue.From(FeelContext.Empty));
        return Code.Of(frame =>
        {
            frame.Run.Steps(count);
            frame.Run.Allocate(count);
            FeelValue[] values = new FeelValue[count];
            for (int i = 0; i < count; i++)
            {
                values[i] = entries[i](frame);
                frame.Slots[slots[i]] = values[i];
            }

            return FeelValue.From(FeelContext.FromShape(names, values));
        });
    }

    private Code Range(RangeNode node, Context context)
    {
        Code from = Visit(node.From, context);
        Code to = Visit(node.To, context);
        Place place = PlaceOf(node);
        Eval low = from.Run;
        Eval high = to.Run;
        bool fromIncluded = node.FromIncluded;
        bool toIncluded = node.ToIncluded;
        return Folded(
            frame =>
            {
                FeelValue start = low(frame);
                FeelValue end = high(frame);
                bool fits = start.IsNull || end.IsNull ? !(start.IsNull && end.IsNull) : FeelComparison.Order(start, end) is not null;
                if (!fits) return frame.Run.Fail("feel-range", $"A range needs two comparable ends, found {start.Kind} and {end.Kind}.", place);
                return FeelValue.FromRange(new FeelRange(start, end, fromIncluded && !start.IsNull, toIncluded && !end.IsNull));
            },
            from,
            to);
    }

    private Code UnaryRange(UnaryRangeNode node, Context context)
    {
        Code endpoint = Visit(node.Endpoint, context);
        Eval eval = endpoint.Run;
        RangeForm form = node.Form;
        return Folded(frame => FeelValue.FromRange(FeelRange.Of(form, eval(frame))), endpoint);
    }

    private Code Path(PathNode node, Context context)
    {
        Code whole = Visit(node.Target, context);
        Eval target = whole.Run;
        string member = string.Intern(node.Member);
        Place place = PlaceOf(node);
        int hint = 0;
        bool foldable = whole.IsConstant && whole.Value.Kind is not (FeelKind.Context or FeelKind.List);
        if (foldable) return Folded(frame => Member(frame.Run, target(frame), member, place), whole);
        return Code.Of(frame =>
        {
            FeelValue value = target(frame);
            if (value.Kind != FeelKind.Context) return Member(frame.Run, value, member, place);
            FeelContext entries = value.AsContext();
            int guess = hint;
            if (entries.HasAt(guess, member)) return entries.ValueAt(guess);
            int at = entries.IndexOf(member);
            if (at < 0) return frame.Run.Fail("feel-no-entry", $"The context has no entry '{member}'.", place);
            hint = at;
            return entries.ValueAt(at);
        });
    }

    private static FeelValue Member(Run run, FeelValue value, string member, Place place)
    {
        if (value.Kind == FeelKind.List)
        {
            FeelList list = value.List;
            run.Steps(list.Count);
            FeelValue[] members = new FeelValue[list.Count];
            for (int i = 0; i < members.Length; i++) members[i] = list[i].Kind == FeelKind.Context ? list[i][member] : Member(run, list[i], member, place);
            return FeelValue.FromList(new FeelList(members));
        }

        if (value.Kind == FeelKind.Context) return value[member];
        return Properties.TryRead(value, member, out FeelValue property) ? property
            : run.Fail("feel-no-entry", $"A value of kind {value.Kind} has no '{member}'.", place);
    }

    private Code InstanceOf(InstanceOfNode node, Context context)
    {
        Code value = Visit(node.Value, context);
        Eval eval = value.Run;
        FeelType type = node.Type;
        // Allowed values restrict what may be assigned, not what a value is an instance of.
        while (type is ConstrainedType constrained) type = constrained.Base;
        return Folded(frame => FeelValue.From(type.IsInstance(eval(frame))), value);
    }
}
