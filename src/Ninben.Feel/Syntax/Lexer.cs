using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Ninben.Feel.Syntax;

/// <summary>Splits a text into tokens. Names are not yet known: a name of several words is several tokens, joined by the parser.</summary>
internal static class Lexer
{
    private static readonly FrozenSet<string> Keywords = FrozenSet.Create(
        StringComparer.Ordinal, "for", "in", "return", "if", "then", "else", "some", "every", "satisfies", "and", "or", "between", "instance", "of",
            "function", "external", "true", "false", "null", "not");

    private static readonly string[] Symbols = ["**", "..", "!=", "<=", ">=", "->"];

    private static readonly string[] Single = [.. Enumerable.Range(0, 128).Select(code => ((char)code).ToString())];

    /// <summary>Whether the name can be written without quotes as one word.</summary>
    public static bool IsPlainName(string name)
    {
        if (name.Length == 0 || Keywords.Contains(name)) return false;
        int at = 0;
        while (at < name.Length)
        {
            int width = WordWidth(name, at, at == 0);
            if (width == 0) return false;
            at += width;
        }

        return true;
    }

    public static List<Token> Read(string text)
    {
        List<Token> tokens = new((text.Length / 3) + 2);
        int at = 0;
        while (true)
        {
            at = SkipBlanks(text, at, tokens);
            if (at >= text.Length) break;
            Token token = ReadOne(text, at);
            tokens.Add(token);
            if (token.Kind == TokenKind.Faulty) break;
            at = token.End;
        }

        tokens.Add(new Token(TokenKind.End, "", text.Length, 0));
        return tokens;
    }

    private static Token ReadOne(string text, int at)
    {
        char c = text[at];
        if (c == '"') return ReadString(text, at);
        if (char.IsAsciiDigit(c) || (c == '.' && at + 1 < text.Length && char.IsAsciiDigit(text[at + 1]))) return ReadNumber(text, at);
        int end = at;
        for (int width = WordWidth(text, end, true); width > 0; width = end < text.Length ? WordWidth(text, end, false) : 0) end += width;
        if (end > at) return new Token(TokenKind.Word, text[at..end], at, end - at);
        foreach (string symbol in Symbols)
        {
            if (string.CompareOrdinal(text, at, symbol, 0, 2) == 0) return new Token(TokenKind.Symbol, symbol, at, 2);
        }

        return new Token(TokenKind.Symbol, c < 128 ? Single[c] : c.ToString(), at, 1);
    }

    private static Token ReadNumber(string text, int at)
    {
        int end = at;
        while (end < text.Length && char.IsAsciiDigit(text[end])) end++;
        if (end + 1 < text.Length && text[end] == '.' && char.IsAsciiDigit(text[end + 1]))
        {
            end++;
            while (end < text.Length && char.IsAsciiDigit(text[end])) end++;
        }

        if (end < text.Length && text[end] is 'e' or 'E')
        {
            int digits = end + 1;
            if (digits < text.Length && text[digits] is '+' or '-') digits++;
            if (digits < text.Length && char.IsAsciiDigit(text[digits]))
            {
                while (digits < text.Length && char.IsAsciiDigit(text[digits])) digits++;
                end = digits;
            }
        }

        return new Token(TokenKind.Number, text[at..end], at, end - at);
    }

    private static Token ReadString(string text, int at)
    {
        int plain = text.AsSpan(at + 1).IndexOfAny('"', '\\');
        if (plain >= 0 && text[at + 1 + plain] == '"') return new Token(TokenKind.String, text.Substring(at + 1, plain), at, plain + 2);
        StringBuilder value = new();
        int i = at + 1;
        while (i < text.Length && text[i] != '"')
        {
            if (text[i] != '\\' || i + 1 >= text.Length)
            {
                value.Append(text[i++]);
                continue;
            }

            i += AppendEscape(value, text, i);
        }

        return i < text.Length
            ? new Token(TokenKind.String, value.ToString(), at, i + 1 - at)
            : new Token(TokenKind.Faulty, "The string is not closed by a quotation mark.", at, text.Length - at);
    }

    private static int AppendEscape(StringBuilder value, string text, int at)
    {
        char kind = text[at + 1];
        char simple = kind switch { 'n' => '\n', 'r' => '\r', 't' => '\t', '"' => '"', '\'' => '\'', '\\' => '\\', _ => '\0' };
        if (simple != '\0')
        {
            value.Append(simple);
            return 2;
        }

        int digits = kind switch { 'u' => 4, 'U' => 6, _ => 0 };
        if (digits > 0 && at + 2 + digits <= text.Length
            && int.TryParse(text.AsSpan(at + 2, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out int code))
        {
            if (Rune.IsValid(code)) value.Append(new Rune(code).ToString());
            else if (code <= 0xFFFF) value.Append((char)code);
            return 2 + digits;
        }

        // An unknown escape stays as written, so that regular expressions need no doubled backslash.
        value.Append('\\');
        return 1;
    }

    private static int SkipBlanks(string text, int at, List<Token> tokens)
    {
        while (at < text.Length)
        {
            if (char.IsWhiteSpace(text[at]) || text[at] == '\uFEFF')
            {
                at++;
            }
            else if (text[at] == '/' && at + 1 < text.Length && text[at + 1] == '/')
            {
                int end = text.AsSpan(at).IndexOfAny('\n', '\r');
                at = end < 0 ? text.Length : at + end;
            }
            else if (text[at] == '/' && at + 1 < text.Length && text[at + 1] == '*')
            {
                int end = text.IndexOf("*/", at + 2, StringComparison.Ordinal);
                if (end < 0) tokens.Add(new Token(TokenKind.Faulty, "The comment is not closed by */.", at, text.Length - at));
                at = end < 0 ? text.Length : end + 2;
            }
            else
            {
                break;
            }
        }

        return at;
    }

    /// <summary>How many UTF-16 units at that place belong to a word: 0, 1, or 2 for characters beyond the basic plane (DMN 1.5, grammar rule 28).</summary>
    private static int WordWidth(string text, int at, bool first)
    {
        char c = text[at];
        if (char.IsAsciiLetter(c) || c == '_' || (first && c == '?')) return 1;
        if (char.IsAsciiDigit(c)) return first ? 0 : 1;
        if (c < 128) return 0;
        if (char.IsHighSurrogate(c) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1])) return 2;
        if (char.IsSurrogate(c) || char.IsWhiteSpace(c) || c is '\u00D7' or '\u00F7') return 0;
        if (c is '\u00B7' or (>= '\u0300' and <= '\u036F') or '\u203F' or '\u2040') return first ? 0 : 1;
        return char.IsLetter(c) || c is (>= '\u00C0' and <= '\u1FFF') or '\u200C' or '\u200D' or (>= '\u2070' and <= '\u218F')
            or (>= '\u2C00' and <= '\u2FEF') or (>= '\u3001' and <= '\uFFFD') ? 1 : 0;
    }
}
