using System.Collections.Immutable;
using Ninben.Feel.Evaluation;
using Ninben.Feel.Values;

namespace Ninben.Feel.Builtins;

/// <summary>What a built-in does. There is one argument for each parameter, of its kind; an absent optional one is null.</summary>
internal delegate FeelValue BuiltinCode(Run run, ReadOnlySpan<FeelValue> arguments);

/// <summary>A parameter; no kind means anything, null included.</summary>
internal sealed record BuiltinParameter(string Name, FeelKind? Kind, bool IsOptional);

/// <summary>One form of a built-in. A variadic one gets all its arguments as one list. Its answer is of the kind, or null; no kind means anything.</summary>
internal sealed record Overload(ImmutableArray<BuiltinParameter> Parameters, bool IsVariadic, FeelKind? Result, BuiltinCode Code)
{
    public int Required { get; } = Parameters.Count(parameter => !parameter.IsOptional);
}

/// <summary>A built-in function: its name, its forms and a sentence for its users.</summary>
internal sealed record Builtin(string Name, string Summary, ImmutableArray<Overload> Overloads)
{
    public static Builtin Of(string name, string summary, string signature, BuiltinCode code) => new(name, summary, [Form(signature, code)]);

    public Builtin Or(string signature, BuiltinCode code) => this with { Overloads = Overloads.Add(Form(signature, code)) };

    // "from: string, length?: number -> number" or "... -> number"; a kind that is not named means any.
    private static Overload Form(string signature, BuiltinCode code)
    {
        string[] ends = signature.Split("->", StringSplitOptions.TrimEntries);
        bool variadic = ends[0].StartsWith("...", StringComparison.Ordinal);
        ImmutableArray<BuiltinParameter>.Builder parameters = ImmutableArray.CreateBuilder<BuiltinParameter>();
        foreach (string part in ends[0].Split(", ", StringSplitOptions.RemoveEmptyEntries))
        {
            string[] sides = part.Split(": ");
            string name = sides[0].TrimEnd('?');
            parameters.Add(new BuiltinParameter(name, KindOf(sides.Length > 1 ? sides[1] : "any"), sides[0].EndsWith('?')));
        }

        return new Overload(parameters.ToImmutable(), variadic, ends.Length > 1 ? KindOf(ends[1]) : null, code);
    }

    private static FeelKind? KindOf(string word) => word switch
    {
        "number" => FeelKind.Number,
        "string" => FeelKind.String,
        "boolean" => FeelKind.Boolean,
        "list" => FeelKind.List,
        "context" => FeelKind.Context,
        "date" => FeelKind.Date,
        "time" => FeelKind.Time,
        "date and time" => FeelKind.DateTime,
        "days and time duration" => FeelKind.DaysAndTimeDuration,
        "years and months duration" => FeelKind.YearsAndMonthsDuration,
        "range" => FeelKind.Range,
        "function" => FeelKind.Function,
        "any" => null,
        _ => throw new ArgumentException($"Expected a kind of value, found '{word}'."),
    };

    /// <summary>The first form, if it has just so many parameters; a call whose arguments are of their kinds needs no further search.</summary>
    public Overload? ExactForm(int count) => Overloads.FirstOrDefault(form => form.IsVariadic || (form.Required <= count && form.Parameters.Length >= count))
        is { IsVariadic: false } first && first.Parameters.Length == count ? first : null;

    /// <summary>Calls with positional arguments.</summary>
    public FeelValue Call(Run run, ReadOnlySpan<FeelValue> arguments)
    {
        run.Step();
        run.ChargeReading(arguments);
        foreach (Overload overload in Overloads)
        {
            if (overload.IsVariadic)
            {
                if (arguments.Length == 0) continue;
                run.ChargeList(arguments.Length);
                return overload.Code(run, [FeelValue.FromList(new FeelList(arguments.ToArray()))]);
            }

            if (TryCall(overload, run, arguments, out FeelValue answer)) return answer;
        }

        return Misfit(run, arguments);
    }

    /// <summary>Calls one form, chosen by the names of its parameters.</summary>
    public FeelValue CallForm(Overload overload, Run run, ReadOnlySpan<FeelValue> arguments)
    {
        run.Step();
        run.ChargeReading(arguments);
        return TryCall(overload, run, arguments, out FeelValue answer) ? answer : Misfit(run, arguments);
    }

    private static bool TryCall(Overload overload, Run run, ReadOnlySpan<FeelValue> arguments, out FeelValue answer)
    {
        answer = default;
        if (arguments.Length > overload.Parameters.Length || arguments.Length < overload.Required) return false;
        ArgumentBuffer buffer = default;
        Span<FeelValue> fitted = ((Span<FeelValue>)buffer)[..overload.Parameters.Length];
        if (!Fit(overload, arguments, fitted)) return false;
        answer = Charged(run, overload.Code(run, fitted));
        return true;
    }

    /// <summary>Charges the memory of an answer.</summary>
    public static FeelValue Charged(Run run, FeelValue answer)
    {
        if (answer.Kind == FeelKind.String) run.ChargeString(answer.AsString().Length);
        else if (answer.Kind == FeelKind.List) run.Allocate(answer.List.Count);
        else if (answer.Kind == FeelKind.Context) run.Allocate(answer.AsContext().Count);
        return answer;
    }

    private FeelValue Misfit(Run run, ReadOnlySpan<FeelValue> arguments)
    {
        return run.Fail("feel-arguments",
            $"{Name}() does not take {(arguments.Length == 0 ? "no arguments" : string.Join(", ", arguments.ToArray().Select(argument => argument.Kind)))}.");
    }

    /// <summary>The forms that have all these names, each with the places of the named arguments in its order (-1 for an absent one).</summary>
    public IEnumerable<(Overload Form, int[] Order)> FormsOf(IReadOnlyList<string> names)
    {
        foreach (Overload overload in Overloads)
        {
            if (overload.IsVariadic) continue;
            int[] order = [.. overload.Parameters.Select(parameter => IndexOf(names, parameter.Name))];
            bool complete = names.All(name => overload.Parameters.Any(parameter => parameter.Name == name))
                && overload.Parameters.Select((parameter, i) => parameter.IsOptional || order[i] >= 0).All(present => present);
            if (complete) yield return (overload, order);
        }
    }

    private static int IndexOf(IReadOnlyList<string> names, string name)
    {
        for (int i = 0; i < names.Count; i++)
        {
            if (names[i] == name) return i;
        }

        return -1;
    }

    // DMN 1.5, 10.3.2.9.4: a list of one is its item where an item is wanted, and an item is a list of one where a list is wanted.
    private static bool Fit(Overload overload, ReadOnlySpan<FeelValue> arguments, Span<FeelValue> fitted)
    {
        for (int i = 0; i < arguments.Length; i++)
        {
            BuiltinParameter parameter = overload.Parameters[i];
            FeelValue argument = arguments[i];
            if (parameter.Kind is FeelKind kind && argument.Kind != kind)
            {
                if (argument.IsNull)
                {
                    if (!parameter.IsOptional) return false;
                }
                else if (kind == FeelKind.List)
                {
                    argument = FeelValue.ListOf(argument);
                }
                else if (argument.Kind == FeelKind.List && argument.List.Count == 1 && argument.List[0].Kind == kind)
                {
                    argument = argument.List[0];
                }
                else if (kind == FeelKind.DateTime && argument.Kind == FeelKind.Date)
                {
                    argument = FeelValue.FromDateTime(argument.Days, 0, FeelZone.Utc);
                }
                else
                {
                    return false;
                }
            }

            fitted[i] = argument;
        }

        return true;
    }
}
