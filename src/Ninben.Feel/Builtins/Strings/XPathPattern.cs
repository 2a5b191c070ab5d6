using System.Text;

namespace Ninben.Feel.Builtins.Strings;

/// <summary>Checks a pattern against the XPath dialect and writes it in that of .NET; null when XPath does not know it.</summary>
internal static class XPathPattern
{
    private const string NameStart = "\\p{L}_:";

    public static string? Translate(string pattern, string flags)
    {
        StringBuilder text = new(pattern.Length + 8);
        bool blanksIgnored = flags.Contains('x', StringComparison.Ordinal);
        bool single = flags.Contains('s', StringComparison.Ordinal);
        int brackets = 0;
        for (int i = 0; i < pattern.Length; i++)
        {
            char c = pattern[i];
            if (blanksIgnored && brackets == 0 && c is ' ' or '\t' or '\r' or '\n') continue;
            if (c == '\\')
            {
                while (blanksIgnored && i + 1 < pattern.Length && pattern[i + 1] is ' ' or '\t' or '\r' or '\n') i++;
                if (++i >= pattern.Length || !Escape(text, pattern[i], brackets > 0)) return null;
            }
            else if (brackets > 0)
            {
                if (c == '[')
                {
                    // A bracket inside a class is allowed only as a subtraction, [a-z-[aeiou]].
                    if (i == 0 || pattern[i - 1] != '-') return null;
                    brackets++;
                }

                if (c == ']') brackets--;
                text.Append(c);
            }
            else if (c == '[')
            {
                brackets++;
                text.Append(c);
                if (i + 1 < pattern.Length && pattern[i + 1] == '^') text.Append(pattern[++i]);
                if (i + 1 < pattern.Length && pattern[i + 1] == ']') return null;
            }
            else if (c == '(' && i + 1 < pattern.Length && pattern[i + 1] == '?')
            {
                if (i + 2 >= pattern.Length || pattern[i + 2] != ':') return null;
                text.Append(c);
            }
            else if (c == '.' && !single)
            {
                text.Append("[^\\n\\r]");
            }
            else if (c == '$' && !flags.Contains('m', StringComparison.Ordinal))
            {
                text.Append("\\z");
            }
            else
            {
                text.Append(c);
            }
        }

        return brackets == 0 ? text.ToString() : null;
    }

    /// <summary>Whether a translated pattern refers back to a group.</summary>
    public static bool HasBackReference(string pattern)
    {
        for (int i = 0; i + 1 < pattern.Length; i++)
        {
            if (pattern[i] == '\\' && pattern[++i] is >= '1' and <= '9') return true;
        }

        return false;
    }

    private static bool Escape(StringBuilder text, char kind, bool inClass)
    {
        switch (kind)
        {
            case 'i':
                text.Append(inClass ? NameStart : $"[{NameStart}]");
                return true;
            case 'c':
                text.Append(inClass ? NameStart + "\\-.\\d\\u00B7" : $"[{NameStart}\\-.\\d\\u00B7]");
                return true;
            case 'I' when !inClass:
                text.Append($"[^{NameStart}]");
                return true;
            case 'C' when !inClass:
                text.Append($"[^{NameStart}\\-.\\d\\u00B7]");
                return true;
            case 'n' or 'r' or 't' or 's' or 'S' or 'd' or 'D' or 'w' or 'W' or 'p' or 'P':
            case '\\' or '|' or '.' or '-' or '^' or '?' or '*' or '+' or '{' or '}' or '(' or ')' or '[' or ']' or '$':
                text.Append('\\').Append(kind);
                return true;
            case >= '1' and <= '9' when !inClass:
                text.Append('\\').Append(kind);
                return true;
            default:
                return false;
        }
    }
}
