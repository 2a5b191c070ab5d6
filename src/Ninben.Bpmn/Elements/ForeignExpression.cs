using System.Text;
using System.Text.RegularExpressions;

namespace Ninben.Bpmn.Elements;

/// <summary>
/// Expressions of other engines said in FEEL: <c>${total > 10 &amp;&amp; !done}</c> of the Unified Expression Language, with names, literals,
/// comparisons and logic
/// only, and XPath that reads with the functions of BPMN 2.0, table 10.58, such as <c>bpmn:getDataObject('total')</c>.
/// </summary>
internal static partial class ForeignExpression
{
    // Every pattern below is read in one go; with this the whole takes no time that anyone could notice.
    private const int Longest = 2_000;

    /// <summary>Whether a text is written in one of these languages.</summary>
    public static bool Is(string text) => IsUnified(text) || Access().IsMatch(text);

    /// <summary>The same in FEEL, or null when it cannot be said there.</summary>
    public static string? ToFeel(string text)
    {
        if (text.Length > Longest) return null;
        if (!IsUnified(text)) return Quoted().Replace(Access().Replace(text, "$1"), "\"$1\"");
        var feel = new StringBuilder();
        var rest = text.Trim()[2..^1];
        var closing = 0;
        while (rest.Length > 0)
        {
            var token = Token().Match(rest);
            if (!token.Success) return null;
            rest = rest[token.Length..];
            var word = token.Value.Trim();
            if (word.Length == 0) continue;
            if (word is "!" or "not")
            {
                if (rest.AsSpan().TrimStart() is ['(', ..])
                {
                    feel.Append("not");
                    continue;
                }

                // It binds tighter than any comparison: only what follows at once is negated.
                var operand = Operand().Match(rest);
                if (!operand.Success) return null;
                feel.Append("not(");
                closing++;
                continue;
            }

            feel.Append(Word(word)).Append(' ');
            if (closing > 0 && IsOperand(word))
            {
                feel.Append(')', closing).Append(' ');
                closing = 0;
            }
        }

        return feel.ToString().Trim();
    }

    private static bool IsUnified(string text) => text.Trim() is ['$' or '#', '{', .., '}'];

    private static bool IsOperand(string word) => word is not ("(" or ")") && (char.IsLetterOrDigit(word[0]) || word[0] is '_' or '"' or '\'');

    private static string Word(string word) => word switch
    {
        "==" or "eq" => "=",
        "ne" => "!=",
        "lt" => "<",
        "gt" => ">",
        "le" => "<=",
        "ge" => ">=",
        "&&" => "and",
        "||" => "or",
        ['\'', .. var inner, '\''] => $"\"{inner.Replace("\"", "\\\"", StringComparison.Ordinal)}\"",
        _ => word,
    };

    // A name that is followed by a bracket is a call and does not match.
    [GeneratedRegex(@"^(\s+|'[^'\\]*'|""[^""\\]*""|\d+(\.\d+)?|==|!=|<=|>=|&&|\|\||[<>!()+*/-]|"
        + @"(and|or|not|eq|ne|lt|gt|le|ge)\b|[A-Za-z_]\w*(\.[A-Za-z_]\w*)*(?!\w)(?!\s*[(\[]))",
        RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Token();

    [GeneratedRegex(@"(?:[A-Za-z]\w{0,20}:)?get(?:DataObject|DataInput|DataOutput|ProcessProperty)\(\s*'([^']+)'\s*\)", RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Access();

    [GeneratedRegex("'([^'\"]*)'", RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Quoted();

    [GeneratedRegex(@"^\s*(!|not\s|[\w'""])", RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Operand();
}
