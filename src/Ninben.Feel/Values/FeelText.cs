using System.Globalization;
using System.Text;
using Ninben.Feel.Syntax;

namespace Ninben.Feel.Values;

/// <summary>Writes values as FEEL text.</summary>
internal static class FeelText
{
    /// <summary>The literal that reads back as the same value.</summary>
    public static string Literal(FeelValue value)
    {
        if (value.Kind == FeelKind.Number) return FeelNumber.Text(value);
        StringBuilder text = new();
        Append(text, value);
        return text.ToString();
    }

    /// <summary>What the built-in string() answers: strings bare, temporals without @ and quotes.</summary>
    public static string Display(FeelValue value) => value.Kind switch
    {
        FeelKind.String => value.AsString(),
        FeelKind.Date or FeelKind.Time or FeelKind.DateTime or FeelKind.DaysAndTimeDuration or FeelKind.YearsAndMonthsDuration => TemporalText.Text(value),
        _ => Literal(value),
    };

    /// <summary>Less than the length of the text of a value, found without making it.</summary>
    public static long LeastLength(FeelValue value) => value.Weight;

    private static void Append(StringBuilder text, FeelValue value)
    {
        switch (value.Kind)
        {
            case FeelKind.Null:
                text.Append("null");
                break;
            case FeelKind.Boolean:
                text.Append(value.AsBoolean() ? "true" : "false");
                break;
            case FeelKind.Number:
                text.Append(FeelNumber.Text(value));
                break;
            case FeelKind.String:
                AppendQuoted(text, value.AsString());
                break;
            case FeelKind.List:
                AppendList(text, value.List);
                break;
            case FeelKind.Context:
                AppendContext(text, value.AsContext());
                break;
            case FeelKind.Range:
                AppendRange(text, value.Range);
                break;
            case FeelKind.Function:
                text.Append("function(").AppendJoin(", ", value.Function.Parameters.Select(parameter => parameter.Name)).Append(") external");
                break;
            default:
                text.Append("@\"").Append(TemporalText.Text(value)).Append('"');
                break;
        }
    }

    private static void AppendList(StringBuilder text, FeelList list)
    {
        text.Append('[');
        for (int i = 0; i < list.Count; i++)
        {
            if (i > 0) text.Append(", ");
            Append(text, list[i]);
        }

        text.Append(']');
    }

    private static void AppendContext(StringBuilder text, FeelContext context)
    {
        text.Append('{');
        bool first = true;
        foreach ((string name, FeelValue value) in context)
        {
            if (!first) text.Append(", ");
            first = false;
            if (Lexer.IsPlainName(name)) text.Append(name);
            else AppendQuoted(text, name);
            text.Append(": ");
            Append(text, value);
        }

        text.Append('}');
    }

    private static void AppendRange(StringBuilder text, FeelRange range)
    {
        string? prefix = range.Form switch
        {
            RangeForm.Interval => null,
            RangeForm.Less => "<",
            RangeForm.LessOrEqual => "<=",
            RangeForm.Greater => ">",
            RangeForm.GreaterOrEqual => ">=",
            RangeForm.Equal => "=",
            _ => "!=",
        };
        if (prefix is not null)
        {
            text.Append('(').Append(prefix).Append(' ');
            Append(text, range.Form is RangeForm.Less or RangeForm.LessOrEqual ? range.End : range.Start);
            text.Append(')');
            return;
        }

        text.Append(range.StartIncluded ? '[' : '(');
        Append(text, range.Start);
        text.Append("..");
        Append(text, range.End);
        text.Append(range.EndIncluded ? ']' : ')');
    }

    private static void AppendQuoted(StringBuilder text, string value)
    {
        text.Append('"');
        foreach (char c in value)
        {
            _ = c switch
            {
                '"' => text.Append("\\\""),
                '\\' => text.Append("\\\\"),
                '\n' => text.Append("\\n"),
                '\r' => text.Append("\\r"),
                '\t' => text.Append("\\t"),
                < ' ' or '\u007f' => text.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}"),
                _ => text.Append(c),
            };
        }

        text.Append('"');
    }
}
