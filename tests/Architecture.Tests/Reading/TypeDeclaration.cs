using System.Text.RegularExpressions;

namespace Architecture.Tests.Reading;

/// <summary>A type declared in C# text, found by its keyword. <c>Depth</c> counts the braces around it (a file-scoped namespace has none).</summary>
internal sealed partial record TypeDeclaration(string Name, string Kind, bool IsPublic, string? Parent, int Depth, int Index)
{
    public bool IsRecordOrEnum => Kind.StartsWith("record", StringComparison.Ordinal) || Kind == "enum";

    public static IEnumerable<TypeDeclaration> In(SourceFile file)
    {
        var code = file.Code;
        var depth = 0;
        var counted = 0;
        foreach (Match match in Declaration().Matches(code))
        {
            for (; counted < match.Index; counted++)
            {
                depth += code[counted] switch { '{' => 1, '}' => -1, _ => 0 };
            }

            var modifiers = match.Groups["modifiers"].Value.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            yield return new TypeDeclaration(match.Groups["name"].Value, match.Groups["kind"].Value, modifiers.Contains("public"),
                ParentOf(code, match.Index + match.Length), depth, match.Groups["name"].Index);
        }
    }

    // The first name after the colon that follows the type parameters and the primary constructor.
    private static string? ParentOf(string code, int from)
    {
        var depth = 0;
        for (var at = from; at < code.Length; at++)
        {
            switch (code[at])
            {
                case '(' or '<':
                    depth++;
                    break;
                case ')' or '>':
                    depth--;
                    break;
                case '{' or ';' when depth == 0:
                    return null;
                case ':' when depth == 0:
                    return FirstName().Match(code, at).Value;
            }
        }

        return null;
    }

    [GeneratedRegex("""
        (?<![\w.:, \t])[ \t]*
        (?<modifiers>(?:(?:public|internal|private|protected|file|static|sealed|abstract|readonly|ref|partial|unsafe)\s+)*)
        (?<kind>record\s+struct|record\s+class|record|class|struct|interface|enum)\s+
        (?<name>[A-Za-z_]\w*)
        """, RegexOptions.ExplicitCapture | RegexOptions.IgnorePatternWhitespace, 5000)]
    private static partial Regex Declaration();

    [GeneratedRegex(@"(?<=:\s*)[A-Za-z_][\w.]*", RegexOptions.None, 5000)]
    private static partial Regex FirstName();
}
