using System.Collections.Immutable;
using Ninben.Feel.Binding;
using Ninben.Feel.Builtins;
using Ninben.Feel.Builtins.Strings;
using Ninben.Feel.External;
using Ninben.Feel.Syntax;
using Ninben.Feel.Values;

namespace Ninben.Feel.Evaluation;

/// <content>Function definitions and calls.</content>
internal sealed partial class Compiler
{
    private Code Function(FunctionNode node, Context context)
    {
        if (node.Form == FunctionForm.External)
        {
            FeelFunctionBody external = JavaFunctions.Find(_scope.External, JavaFunctions.Read(node.Body), PlaceOf(node));
            return Code.Constant(FeelValue.FromFunction(new FeelFunction(null, node.Parameters, external)));
        }

        FunctionLevel surrounding = context.Level;
        FunctionLevel level = new(surrounding);
        Context inner = new(context.Names, level);
        foreach (FeelParameter parameter in node.Parameters) inner = inner.With(parameter.Name, out _);
        Eval body = Visit(node.Body, inner).Run;
        ImmutableArray<FeelParameter> parameters = node.Parameters;
        return Code.Of(frame =>
        {
            Frame outer = frame.Snapshot(surrounding.Slots);
            return FeelValue.FromFunction(new FeelFunction(null, parameters, (run, arguments) =>
            {
                Frame activation = new(run, new FeelValue[level.Slots], outer.Variables, outer);
                arguments.CopyTo(activation.Slots);
                return body(activation);
            }));
        });
    }

    private Code Call(CallNode node, Context context)
    {
        Code[] codes = [.. node.Arguments.Select(argument => Visit(argument, context))];
        Eval[] arguments = [.. codes.Select(code => code.Run)];
        Place place = PlaceOf(node);
        if (node.Target is NameNode name && !IsBound(name.Name, context.Names) && !_scope.Declares(name.Name)
            && BuiltinCatalogue.Find(name.Name) is Builtin builtin)
        {
            WarnOfPattern(node, builtin, codes);
            Code call = CallBuiltin(node, builtin, arguments);
            // Built-ins are pure but for now() and today(), which have no arguments.
            return codes.Length > 0 ? Folded(call.Run, codes) : call;
        }

        Eval target = Visit(node.Target, context).Run;
        ImmutableArray<string> names = node.Names;
        return Code.Of(frame =>
        {
            FeelValue callee = target(frame);
            if (callee.Kind != FeelKind.Function) return frame.Run.Fail("feel-not-a-function", $"Only a function can be called, found {callee.Kind}.", place);
            FeelValue[] values = new FeelValue[arguments.Length];
            for (int i = 0; i < values.Length; i++) values[i] = arguments[i](frame);
            return Invoke(frame.Run, callee.Function, values, names, place);
        });
    }

    /// <summary>A written pattern that only the slow engine can run is allowed, for the standard has it, but whoever deploys it should know.</summary>
    private void WarnOfPattern(CallNode node, Builtin builtin, Code[] arguments)
    {
        if (builtin.Name is not ("matches" or "replace" or "split")) return;
        bool isNamed = node.Names.Length > 0;
        int pattern = isNamed ? node.Names.IndexOf(builtin.Name == "split" ? "delimiter" : "pattern") : 1;
        int flags = isNamed ? node.Names.IndexOf("flags") : builtin.Name == "matches" ? 2 : 3;
        if (Written(arguments, pattern) is not string text || !Patterns.RefersBack(text, Written(arguments, flags) ?? "")) return;
        _diagnostics.Add(new Diagnostic("feel-back-reference", DiagnosticSeverity.Warning,
            "The pattern refers back to a group, so it is searched by trying; a long text may use up the time of the whole evaluation.",
            PlaceOf(node.Arguments[pattern]).Location,
            "Write out what may be repeated, or compare the parts with FEEL, as in substring(x, 1, 1) = substring(x, 2, 1)."));
    }

    private static string? Written(Code[] arguments, int at) =>
        at >= 0 && at < arguments.Length && arguments[at] is { IsConstant: true, Value.Kind: FeelKind.String } code ? code.Value.AsString() : null;

    private static bool IsBound(string name, BindingScope? names)
    {
        for (BindingScope? bound = names; bound is not null; bound = bound.Outer)
        {
            if (bound.Name == name) return true;
        }

        return false;
    }

    private Code CallBuiltin(CallNode node, Builtin builtin, Eval[] arguments)
    {
        Place place = PlaceOf(node);
        if (node.Names.Length > 0)
        {
            (Overload Form, int[] Order)[] forms = [.. builtin.FormsOf(node.Names)];
            if (forms.Length == 0)
            {
                // DMN 1.5, 10.3.2.13.4: a call that fits no signature is null; the finding warns of it.
                _diagnostics.Add(new Diagnostic("feel-parameters", DiagnosticSeverity.Warning,
                    $"{builtin.Name}() has no form with the parameters {string.Join(", ", node.Names)}.", place.Location));
                return Code.Of(frame => frame.Run.Fail("feel-arguments", $"{builtin.Name}() has no form with these parameters.", place));
            }

            int[] order = forms[0].Order;
            arguments = [.. order.Reverse().SkipWhile(at => at < 0).Reverse().Select(at => at < 0 ? static _ => default : arguments[at])];
            if (forms.Length == 1) return Code.Of(OnStack((run, values) => builtin.CallForm(forms[0].Form, run, values), arguments, place));
        }

        if (builtin.ExactForm(arguments.Length) is Overload exact && arguments.Length is 1 or 2) return Code.Of(Direct(builtin, exact, arguments, place));
        if (arguments.Length <= 8) return Code.Of(OnStack(builtin.Call, arguments, place));
        return Code.Of(frame =>
        {
            FeelValue[] values = new FeelValue[arguments.Length];
            for (int i = 0; i < values.Length; i++) values[i] = arguments[i](frame);
            frame.Run.Site = place;
            return builtin.Call(frame.Run, values);
        });
    }

    // Arguments of just the kinds that a form has go to it without being looked at again.
    private static Eval Direct(Builtin builtin, Overload form, Eval[] arguments, Place place)
    {
        Eval first = arguments[0];
        FeelKind? firstKind = form.Parameters[0].Kind;
        BuiltinCode code = form.Code;
        if (arguments.Length == 1)
        {
            return frame =>
            {
                FeelValue argument = first(frame);
                Run run = frame.Run;
                run.Site = place;
                if (firstKind is not null && argument.Kind != firstKind) return builtin.Call(run, new ReadOnlySpan<FeelValue>(in argument));
                run.Step();
                if (argument.Kind == FeelKind.String) run.ChargeReading(new ReadOnlySpan<FeelValue>(in argument));
                return Builtin.Charged(run, code(run, new ReadOnlySpan<FeelValue>(in argument)));
            };
        }

        Eval second = arguments[1];
        FeelKind? secondKind = form.Parameters[1].Kind;
        return frame =>
        {
            TwoArguments both = default;
            both[0] = first(frame);
            both[1] = second(frame);
            ReadOnlySpan<FeelValue> values = both;
            Run run = frame.Run;
            run.Site = place;
            if ((firstKind is not null && values[0].Kind != firstKind) || (secondKind is not null && values[1].Kind != secondKind))
            {
                return builtin.Call(run, values);
            }

            run.Step();
            run.ChargeReading(values);
            return Builtin.Charged(run, code(run, values));
        };
    }

    private static Eval OnStack(FeelFunctionBody call, Eval[] arguments, Place place) => frame =>
    {
        ArgumentBuffer buffer = default;
        Span<FeelValue> values = ((Span<FeelValue>)buffer)[..arguments.Length];
        for (int i = 0; i < values.Length; i++) values[i] = arguments[i](frame);
        frame.Run.Site = place;
        return call(frame.Run, values);
    };

    /// <summary>Calls a function value: puts named arguments in order, coerces arguments and answer to their types.</summary>
    public static FeelValue Invoke(Run run, FeelFunction function, ReadOnlySpan<FeelValue> arguments, ImmutableArray<string> names, Place place)
    {
        run.Enter();
        run.Allocate(arguments.Length + 4L);
        run.Site = place;
        FeelValue answer = function.IsBuiltin && names.IsEmpty ? function.Body(run, arguments) : InvokeDefined(run, function, arguments, names, place);
        run.Leave();
        return answer;
    }

    private static FeelValue InvokeDefined(Run run, FeelFunction function, ReadOnlySpan<FeelValue> arguments, ImmutableArray<string> names, Place place)
    {
        int count = function.Parameters.Count;
        if (arguments.Length != count) return run.Fail("feel-arguments", $"The function takes {count} arguments, found {arguments.Length}.", place);
        FeelValue[] values = new FeelValue[count];
        for (int i = 0; i < count; i++)
        {
            FeelParameter parameter = function.Parameters[i];
            int from = names.IsEmpty ? i : names.IndexOf(parameter.Name);
            if (from < 0) return run.Fail("feel-arguments", $"The function has a parameter '{parameter.Name}', for which there is no argument.", place);
            values[i] = parameter.Type.Coerce(arguments[from], out bool misfit);
            if (misfit) return run.Fail("feel-arguments", $"The argument '{parameter.Name}' has the wrong type.", place);
        }

        FeelValue answer = function.Result.Coerce(function.Body(run, values), out bool failed);
        return failed ? run.Fail("feel-result", "The function's answer has the wrong type.", place) : answer;
    }
}
