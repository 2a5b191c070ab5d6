using System.Collections.Immutable;
using Ninben.Feel.Binding;
using Ninben.Feel.Builtins;
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
            // Code outside of FEEL is never run from a model: such a function is a value whose answer is null.
            Place external = PlaceOf(node);
            FeelFunction unknown = new(null, node.Parameters, (run, _) => run.Fail("feel-external", "External functions are not run.", external));
            return Code.Constant(FeelValue.FromFunction(unknown));
        }

        FunctionLevel level = new(context.Level);
        Context inner = new(context.Names, level);
        foreach (FeelParameter parameter in node.Parameters) inner = inner.With(parameter.Name, out _);
        Eval body = Visit(node.Body, inner).Run;
        ImmutableArray<FeelParameter> parameters = node.Parameters;
        return Code.Of(frame =>
        {
            Frame outer = frame.Snapshot();
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

        if (arguments.Length <= 8) return Code.Of(OnStack(builtin.Call, arguments, place));
        return Code.Of(frame =>
        {
            FeelValue[] values = new FeelValue[arguments.Length];
            for (int i = 0; i < values.Length; i++) values[i] = arguments[i](frame);
            frame.Run.Site = place;
            return builtin.Call(frame.Run, values);
        });
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
