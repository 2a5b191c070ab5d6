using System.Globalization;
using Ninben.Feel.Evaluation;
using Ninben.Feel.Syntax;
using Ninben.Feel.Values;

namespace Ninben.Feel.External;

/// <summary>
/// The functions of java.lang that a model may name when its reader allows it. Code outside of FEEL is never run from a model:
/// these are written here, have no effects, and any other name stays a function whose answer is null.
/// </summary>
internal static class JavaFunctions
{
    private delegate FeelValue Pure(ReadOnlySpan<FeelValue> arguments);

    /// <summary>The function of a class and a method signature such as "max(double, double)".</summary>
    public static FeelFunctionBody Find(ExternalFunctions allowed, (string? Class, string? Signature) method, Place place)
    {
        string signature = method.Signature?.Replace(" ", "", StringComparison.Ordinal) ?? "";
        int open = signature.IndexOf('(', StringComparison.Ordinal);
        if (allowed == ExternalFunctions.Refused || open < 0 || !signature.EndsWith(')')
            || Find($"{method.Class}.{signature[..open]}") is not Pure pure)
        {
            return (run, _) => run.Fail("feel-external", "External functions are not run.", place);
        }

        string[] types = signature[(open + 1)..^1].Split(',', StringSplitOptions.RemoveEmptyEntries);
        return (run, arguments) =>
        {
            if (arguments.Length != types.Length) return run.Fail("feel-external", $"The method {signature} takes {types.Length} arguments.", place);
            FeelValue[] converted = new FeelValue[types.Length];
            for (int i = 0; i < types.Length; i++)
            {
                converted[i] = Convert(arguments[i], types[i]);
                if (converted[i].IsNull) return run.Fail("feel-external", $"A value of kind {arguments[i].Kind} is not a Java {types[i]}.", place);
            }

            run.Step();
            FeelValue answer = pure(converted);
            return answer.IsNull ? run.Fail("feel-external", $"The method {signature} has no answer.", place) : answer;
        };
    }

    /// <summary>The class and signature of an external function's body, {java: {class: "...", method signature: "..."}}.</summary>
    public static (string? Class, string? Signature) Read(Node body)
    {
        Node? java = (body as ContextNode)?.Entries.FirstOrDefault(entry => entry.Name == "java")?.Value;
        return (Text(java, "class"), Text(java, "method signature"));
    }

    private static string? Text(Node? context, string name) =>
        (context as ContextNode)?.Entries.FirstOrDefault(entry => entry.Name == name)?.Value is LiteralNode { Value.Kind: FeelKind.String } literal
            ? literal.Value.AsString() : null;

    private static Pure? Find(string method) => method switch
    {
        "java.lang.Math.max" => static a => BothNumbers(a) ? FeelComparison.Order(a[0], a[1]) >= 0 ? a[0] : a[1] : default,
        "java.lang.Math.min" => static a => BothNumbers(a) ? FeelComparison.Order(a[0], a[1]) <= 0 ? a[0] : a[1] : default,
        "java.lang.Math.abs" => static a => a is [{ IsNumber: true }] && FeelComparison.Order(a[0], FeelValue.From(0)) < 0 ? Operators.Negate(a[0]) : a[0],
        "java.lang.Math.cos" => static a => OfDouble(a, Math.Cos),
        "java.lang.Math.sin" => static a => OfDouble(a, Math.Sin),
        "java.lang.Math.tan" => static a => OfDouble(a, Math.Tan),
        "java.lang.String.valueOf" => static a => a is [_] ? FeelValue.From(FeelText.Display(a[0])) : default,
        "java.lang.String.format" => static a => Format(a),
        "java.lang.Integer.valueOf" or "java.lang.Long.valueOf" or "java.lang.Short.valueOf" or "java.lang.Byte.valueOf" =>
            static a => Number(a) is { IsNumber: true } number && FeelNumber.IsWhole(number) ? number : default,
        "java.lang.Float.valueOf" or "java.lang.Double.valueOf" => static a => Number(a),
        _ => null,
    };

    private static bool BothNumbers(ReadOnlySpan<FeelValue> arguments) => arguments is [{ IsNumber: true }, { IsNumber: true }];

    // Java computes these as doubles, so their 17 digits are the answer.
    private static FeelValue OfDouble(ReadOnlySpan<FeelValue> arguments, Func<double, double> function) =>
        arguments is [{ IsNumber: true }] && function(ToDouble(arguments[0])) is double answer && double.IsFinite(answer)
            ? FeelNumber.Parse(answer.ToString("R", CultureInfo.InvariantCulture)) : default;

    private static double ToDouble(FeelValue value) => double.Parse(FeelNumber.Text(value), NumberStyles.Float, CultureInfo.InvariantCulture);

    private static FeelValue Number(ReadOnlySpan<FeelValue> arguments) => arguments switch
    {
        [{ IsNumber: true } number] => number,
        [{ Kind: FeelKind.String } text] => FeelNumber.Parse(text.AsString().Trim()),
        _ => default,
    };

    private static FeelValue Format(ReadOnlySpan<FeelValue> arguments)
    {
        if (arguments is not [{ Kind: FeelKind.String }, ..]) return default;
        string[] parts = arguments[0].AsString().Split('%');
        string text = parts[0];
        int next = 1;
        foreach (string part in parts.Skip(1))
        {
            if (part.Length == 0 || part[0] is not ('s' or 'd') || next >= arguments.Length) return default;
            text += FeelText.Display(arguments[next++]) + part[1..];
        }

        return FeelValue.From(text);
    }

    private static FeelValue Convert(FeelValue value, string type) => type switch
    {
        "double" or "java.lang.Double" or "java.math.BigDecimal" => value.IsNumber ? value : default,
        "float" or "java.lang.Float" => value.IsNumber
            ? FeelNumber.Parse(((float)ToDouble(value)).ToString("R", CultureInfo.InvariantCulture)) : default,
        "int" or "java.lang.Integer" => Whole(value, int.MaxValue),
        "long" or "java.lang.Long" => Whole(value, long.MaxValue),
        "short" or "java.lang.Short" => Whole(value, short.MaxValue),
        "byte" or "java.lang.Byte" => Whole(value, sbyte.MaxValue),
        "char" or "java.lang.Character" => value.Kind == FeelKind.String && value.AsString().Length == 1 ? value : default,
        "java.lang.String" => value.Kind == FeelKind.String ? value : default,
        "java.lang.Object" or "[Ljava.lang.Object;" => value,
        _ => default,
    };

    private static FeelValue Whole(FeelValue value, long greatest) =>
        value.IsNumber && FeelNumber.IsWhole(value) && FeelComparison.Order(value, FeelValue.From(greatest)) <= 0
            && FeelComparison.Order(value, FeelValue.From(-1m - greatest)) >= 0 ? value : default;
}
