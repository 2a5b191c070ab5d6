using System.Text.RegularExpressions;
using Architecture.Tests.Reading;

namespace Architecture.Tests.Rules;

/// <summary>How types, files, folders and namespaces are named.</summary>
internal static partial class Names
{
    // A name that needs one of these has two jobs or none.
    private static readonly string[] Empty = ["Manager", "Helper", "Helpers", "Util", "Utils", "Utility", "Common", "Base", "Impl", "Service", "Data",
        "Info"];

    // Names that are not ours to choose, or words of the field.
    private static readonly Dictionary<string, string> AllowedNames = new(StringComparer.Ordinal)
    {
        ["XData"] = "XML term",
    };

    public static IEnumerable<Violation> Types(Tree tree) =>
        from file in tree.CSharp
        from type in TypeDeclaration.In(file)
        let bad = Array.Find(Empty, word => type.Name.EndsWith(word, StringComparison.Ordinal))
        where bad is not null && !AllowedNames.ContainsKey(type.Name)
        select new Violation(file.Path, file.LineOf(type.Index),
            $"`{type.Name}` ends in {bad}, which says nothing. Name what it is or does in the words of docs/language.md.");

    public static IEnumerable<Violation> Files(Tree tree) =>
        from file in tree.Files
        where file.Is(".cs") || tree.Web.Contains(file)
        let stem = file.Name[..file.Name.IndexOf('.', StringComparison.Ordinal)]
        where Empty.Contains(stem) || stem is "helpers" or "utils" or "common" or "misc" || (file.Under("web/src") && stem == "index")
        select new Violation(file.Path, 0, $"A file called {file.Name} says nothing. Name it for what it holds.");

    public static IEnumerable<Violation> Namespaces(Tree tree)
    {
        foreach (var file in tree.CSharp)
        {
            var expected = NamespaceOf(file);
            if (expected is null || Namespace().Match(file.Code) is not { Success: true } found) continue;
            if (found.Groups["name"].Value != expected)
                yield return new(file.Path, file.LineOf(found.Index),
                    $"namespace {found.Groups["name"].Value}, but the folder says {expected}. Make them equal.");
            else if (found.Groups["end"].Value != ";")
                yield return new(file.Path, file.LineOf(found.Index), "Write the namespace file-scoped: `namespace X;`.");
        }
    }

    /// <summary>
    /// One public type per file, named as the file. Records and enums of one thought may stand with it; records of one family may share a file.
    /// </summary>
    public static IEnumerable<Violation> OnePublicType(Tree tree)
    {
        foreach (var file in tree.CSharp.Where(file => file.Under("src")))
        {
            var types = TypeDeclaration.In(file).Where(type => type is { IsPublic: true, Depth: 0 }).ToList();
            if (types.Count == 0) continue;
            var stem = file.Name[..file.Name.IndexOf('.', StringComparison.Ordinal)];
            var headline = types.Find(type => type.Name == stem);
            var family = types.Where(type => type.Kind == "record").Select(type => type.Parent).Distinct().ToList();
            if (headline is null && !(types.Count > 1 && types.TrueForAll(type => type.IsRecordOrEnum) && family is [not null]))
                yield return new(file.Path, 0,
                    $"No public type here is called {stem}. Name the file for its type; only records of one family may share a file under another name.");
            else if (types.FirstOrDefault(type => type != headline && !type.IsRecordOrEnum) is { } second)
                yield return new(file.Path, file.LineOf(second.Index),
                    $"`{second.Name}` is a second public type with behaviour. Give it its own file {second.Name}.cs.");
        }
    }

    private static string? NamespaceOf(SourceFile file)
    {
        var parts = file.Folder.Split('/');
        return parts is ["src" or "tests" or "tools", _, ..] ? string.Join('.', parts[1..]) : null;
    }

    [GeneratedRegex(@"^namespace\s+(?<name>[\w.]+)\s*(?<end>[;{])", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Namespace();
}
