namespace Architecture.Tests.Reading;

/// <summary>
/// Blanks comments, strings and characters of C# text, so that a rule that looks for a word finds only code. The code inside of an
/// interpolation stays. A small reader, not a compiler: it knows every literal form that the repository uses.
/// </summary>
internal sealed class CodeText
{
    private readonly string text;
    private readonly char[] kept;
    private int at;

    private CodeText(string text)
    {
        this.text = text;
        kept = text.ToCharArray();
    }

    public static string Strip(string text)
    {
        var reader = new CodeText(text);
        reader.ReadCode(closing: 0);
        return new string(reader.kept);
    }

    // Reads code up to the end, or up to `closing` brackets that end an interpolation hole.
    private void ReadCode(int closing)
    {
        var depth = 0;
        while (at < text.Length)
        {
            if (closing > 0 && depth == 0 && text[at] == '}') return;
            if (text[at] == '{') depth++;
            if (text[at] == '}') depth--;
            if (Starts("//")) BlankTo(EndOf("\n", 0));
            else if (Starts("/*")) BlankTo(EndOf("*/", 2));
            else if (text[at] == '\'') ReadCharacter();
            else if (OpensString(out var dollars, out var verbatim)) ReadString(dollars, verbatim);
            else at++;
        }
    }

    private bool Starts(string value) => string.CompareOrdinal(text, at, value, 0, value.Length) == 0;

    private int EndOf(string value, int skip)
    {
        var end = text.IndexOf(value, Math.Min(at + skip, text.Length), StringComparison.Ordinal);
        return end < 0 ? text.Length : end + (value == "\n" ? 0 : value.Length);
    }

    private void BlankTo(int end)
    {
        for (; at < end; at++)
        {
            if (kept[at] != '\n') kept[at] = ' ';
        }
    }

    private void ReadCharacter()
    {
        var end = at + 1;
        while (end < text.Length && text[end] != '\'' && text[end] != '\n') end += text[end] == '\\' ? 2 : 1;
        BlankTo(Math.Min(end + 1, text.Length));
    }

    private bool OpensString(out int dollars, out bool verbatim)
    {
        var next = at;
        dollars = 0;
        verbatim = false;
        for (; next < text.Length && text[next] is '$' or '@'; next++)
        {
            if (text[next] == '$') dollars++;
            else verbatim = true;
            if (next + 1 >= text.Length) return false;
        }

        if (next >= text.Length || text[next] != '"') return false;
        at = next;
        return true;
    }

    private void ReadString(int dollars, bool verbatim)
    {
        var quotes = 0;
        while (at + quotes < text.Length && text[at + quotes] == '"') quotes++;
        if (quotes == 2)
        {
            at += 2;
            return;
        }

        var raw = quotes >= 3;
        var ending = raw ? new string('"', quotes) : "\"";
        var holes = dollars == 0 ? 0 : raw ? dollars : 1;
        at += ending.Length;
        while (at < text.Length)
        {
            if (!raw && verbatim && Starts("\"\"")) Blank(2);
            else if (!raw && !verbatim && text[at] == '\\') Blank(2);
            else if (Starts(ending)) break;
            else if (holes > 0 && text[at] == '{') ReadHole(holes, raw);
            else Blank(1);
        }

        at = Math.Min(at + ending.Length, text.Length);
    }

    private void ReadHole(int holes, bool raw)
    {
        var run = 0;
        while (at + run < text.Length && text[at + run] == '{') run++;
        // In an ordinary interpolated string two brackets stand for one; in a raw one fewer than `holes` are plain text.
        var opens = raw ? run >= holes : run % 2 == 1;
        Blank(run);
        if (!opens) return;
        ReadCode(closing: holes);
        Blank(holes);
    }

    private void Blank(int count) => BlankTo(Math.Min(at + count, text.Length));
}
