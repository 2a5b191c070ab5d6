using System.Text.RegularExpressions;
using Architecture.Tests.Reading;

namespace Architecture.Tests.Rules;

/// <summary>Lengths of files, methods and lines. Start strict and no giant ever grows.</summary>
internal static partial class Limits
{
    private const int FileLines = 400;
    private const int LongFileLines = 800;
    private const int MethodLines = 70;
    private const int LineColumns = 160;
    private const int ComponentLines = 400;

    private static readonly string[] Keywords = ["if", "for", "foreach", "while", "switch", "using", "lock", "catch", "fixed", "return", "when", "is", "new"];

    // Parser and evaluator are one thought each; splitting them would hide the grammar.
    private static readonly string[] LongFiles = ["Parser.cs", "Evaluator.cs"];

    public static IEnumerable<Violation> Files(Tree tree)
    {
        foreach (var file in tree.CSharp.Concat(tree.Web))
        {
            var limit = LongFiles.Any(name => file.Name.EndsWith(name,
                StringComparison.Ordinal)) ? LongFileLines : file.Is(".cs") ? FileLines : ComponentLines;
            // Generated clients say so in their first line and are not read by people.
            if (file.Text.StartsWith("// generated", StringComparison.OrdinalIgnoreCase)) continue;
            var lines = file.Lines.Length - (file.Text.EndsWith('\n') ? 1 : 0);
            if (lines > limit) yield return new(file.Path, 0,
                $"{lines} lines, at most {limit}. It has two jobs: find the second and give it its own file.");
        }
    }

    public static IEnumerable<Violation> Lines(Tree tree) =>
        from file in tree.CSharp.Concat(tree.Web)
        where !file.Text.StartsWith("// generated", StringComparison.OrdinalIgnoreCase)
        from line in file.Lines.Select((text, index) => (text, number: index + 1))
        where line.text.Length > LineColumns && !LongLiteral().IsMatch(line.text)
        select new Violation(file.Path, line.number, $"{line.text.Length} columns, at most {LineColumns}. Break the line.");

    public static IEnumerable<Violation> Methods(Tree tree)
    {
        foreach (var file in tree.CSharp)
        {
            foreach (var (name, index, lines) in MethodsOf(file.Code))
            {
                if (lines > MethodLines)
                    yield return new(file.Path, file.LineOf(index), $"{name} has {lines} lines, at most {MethodLines}. Name its parts and take them out.");
            }
        }
    }

    /// <summary>Every method, constructor or local function with a block body: name, where its name stands, lines from name to closing brace.</summary>
    internal static IEnumerable<(string Name, int Index, int Lines)> MethodsOf(string code)
    {
        foreach (Match match in MethodHead().Matches(code))
        {
            var name = match.Groups["name"].Value;
            // A type with a primary constructor looks the same; its length is the file's concern.
            if (Keywords.Contains(name) || TypeWord().IsMatch(match.Value)) continue;
            var open = BodyAfter(code, match.Index + match.Length - 1);
            if (open < 0) continue;
            var close = Closing(code, open, '{', '}');
            yield return (name, match.Groups["name"].Index, code.AsSpan(match.Index, close - match.Index).Count('\n') + 1);
        }
    }

    // From the opening bracket of the parameters to the brace of the body; -1 when this is a call or has an expression body.
    private static int BodyAfter(string code, int bracket)
    {
        var at = Closing(code, bracket, '(', ')') + 1;
        while (at < code.Length && char.IsWhiteSpace(code[at])) at++;
        var tail = Tail().Match(code, at);
        if (tail.Success) at += tail.Length;
        return at < code.Length && code[at] == '{' ? at : -1;
    }

    private static int Closing(string code, int from, char open, char close)
    {
        var depth = 0;
        for (var at = from; at < code.Length; at++)
        {
            if (code[at] == open) depth++;
            if (code[at] == close && --depth == 0) return at;
        }

        return code.Length - 1;
    }

    // A type (or modifiers of a constructor), then a name, type parameters, and the bracket of the parameters.
    [GeneratedRegex("""
        ^[ \t]+
        (?>(?:(?:public|internal|private|protected|static|async|override|virtual|sealed|abstract|extern|partial|unsafe|readonly|new)[ ]+)*)
        (?:[A-Za-z_(][\w.<>,?\[\]()\ ]*[ ]+)?
        (?<name>[A-Za-z_]\w*)(?:<[\w,\ ]+>)?\(
        """, RegexOptions.ExplicitCapture | RegexOptions.IgnorePatternWhitespace | RegexOptions.Multiline, 10000)]
    private static partial Regex MethodHead();

    [GeneratedRegex(@"\b(class|record|struct|interface)\b", RegexOptions.None, 5000)]
    private static partial Regex TypeWord();

    [GeneratedRegex(@"\G(?:(?::\s*(?:base|this)\s*\([^{]*?\)\s*)|(?:where\s[^{;=]*))+", RegexOptions.None, 5000)]
    private static partial Regex Tail();

    // An address, a hash or a test vector cannot be broken.
    [GeneratedRegex("https?://\\S{60,}|[0-9a-f]{64}|\"[^\" ]{100,}\"", RegexOptions.None, 5000)]
    private static partial Regex LongLiteral();
}
