using System.Text.RegularExpressions;
using Architecture.Tests.Reading;

namespace Architecture.Tests.Rules;

/// <summary>Prose must stay true: links lead somewhere, paths exist, decisions are numbered, no planning notes pile up.</summary>
internal static partial class Documents
{
    private const string Decisions = "docs/decisions";

    private static readonly string[] RootPages = ["README.md", "CHANGELOG.md", "CONTRIBUTING.md", "THIRD-PARTY.md", "SECURITY.md"];
    private static readonly string[] DecisionParts = ["## Context", "## Decision", "## Consequences", "## What would change our mind"];

    // Pictures are made by the browser tests; the page may be written before the first run.
    private static readonly string[] Made = ["docs/images/"];

    public static IEnumerable<Violation> OneTitle(Tree tree) =>
        from page in Pages(tree)
        let titles = Prose(page).Split('\n').Count(line => line.StartsWith("# ", StringComparison.Ordinal))
        where titles != 1
        select new Violation(page.Path, 0, $"{titles} titles that begin with `# `; a page has exactly one, at its top.");

    public static IEnumerable<Violation> Links(Tree tree)
    {
        foreach (var page in Pages(tree))
        {
            foreach (Match match in Link().Matches(Prose(page)))
            {
                var target = match.Groups["target"].Value;
                if (target.Contains("://", StringComparison.Ordinal) || target.StartsWith("mailto:", StringComparison.Ordinal)) continue;
                var parts = target.Split('#', 2);
                var path = parts[0].Length == 0 ? page.Path : Resolve(page.Folder, parts[0]);
                if (Made.Any(folder => path.StartsWith(folder, StringComparison.Ordinal))) continue;
                if (!tree.Exists(path))
                    yield return new(page.Path, page.LineOf(match.Index), $"The link to {target} leads nowhere; {path} does not exist.");
                else if (parts.Length == 2 && tree.Find(path) is { } other && other.Is(".md") && !Anchors(other).Contains(parts[1]))
                    yield return new(page.Path, page.LineOf(match.Index), $"{path} has no heading for #{parts[1]}.");
            }
        }
    }

    /// <summary>A path in backticks that starts at a top folder must exist; one with a placeholder in angle brackets is a pattern and is left alone.</summary>
    public static IEnumerable<Violation> NamedPaths(Tree tree) =>
        from page in Pages(tree)
        where page.Name != "CHANGELOG.md"
        from Match match in BacktickedPath().Matches(Prose(page))
        let path = match.Groups["path"].Value
        where !Made.Any(folder => path.StartsWith(folder, StringComparison.Ordinal)) && !tree.Exists(path)
        select new Violation(page.Path, page.LineOf(match.Index), $"{path} does not exist. Name the file as it is called now.");

    public static IEnumerable<Violation> RootIsTidy(Tree tree) =>
        from file in tree.Files
        where file.Folder.Length == 0 && (file.Is(".md") || file.Is(".txt"))
        where !RootPages.Contains(file.Name)
        select new Violation(file.Path, 0,
            $"Only {string.Join(", ", RootPages)} stand in the root. Plans do not belong into the repository; documents belong into docs/.");

    public static IEnumerable<Violation> DecisionsAreNumbered(Tree tree)
    {
        var pages = tree.Files.Where(file => file.Folder == Decisions && file.Is(".md") && file.Name != "README.md").ToList();
        var index = tree.Find(Decisions + "/README.md");
        for (var i = 0; i < pages.Count; i++)
        {
            var page = pages[i];
            if (!page.Name.StartsWith($"{i + 1:0000}-", StringComparison.Ordinal))
                yield return new(page.Path, 0, $"Expected number {i + 1:0000}: decisions are numbered without gaps or repeats.");
            if (index?.Text.Contains($"({page.Name})", StringComparison.Ordinal) != true)
                yield return new(page.Path, 0, $"Not in {Decisions}/README.md; add a line with a link.");
            foreach (var part in DecisionParts.Where(part => !page.Text.Contains(part, StringComparison.Ordinal)))
                yield return new(page.Path, 0, $"The part `{part}` is missing.");
        }
    }

    public static IEnumerable<Violation> Licence(Tree tree)
    {
        var licence = tree.Find("LICENSE");
        if (licence is null || !licence.Text.Contains("Apache License", StringComparison.Ordinal) || !licence.Text.Contains("Version 2.0",
            StringComparison.Ordinal))
            yield return new("LICENSE", 0, "The root holds the full text of the Apache License 2.0 in LICENSE.");
    }

    public static IEnumerable<Violation> ContributingIsShort(Tree tree) =>
        tree.Find("CONTRIBUTING.md") is { Lines.Length: > 150 } page ? [new(page.Path, 0,
            $"{page.Lines.Length} lines; at most 150. Details live beside the code.")] : [];

    private static IEnumerable<SourceFile> Pages(Tree tree) => tree.Files.Where(file => file.Is(".md"));

    // Blanks fenced code, so that a shell comment is no title and an example is no link. Line numbers and columns stay.
    private static string Prose(SourceFile page) =>
        Fence().Replace(page.Text, match => string.Concat(match.Value.Select(character => character == '\n' ? '\n' : ' ')));

    private static string Resolve(string folder, string target)
    {
        var parts = new List<string>(target.StartsWith('/') || folder.Length == 0 ? [] : folder.Split('/'));
        foreach (var part in target.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (part == ".." && parts.Count > 0) parts.RemoveAt(parts.Count - 1);
            else if (part != ".") parts.Add(part);
        }

        return string.Join('/', parts);
    }

    // As the code hosts make them: lower case, spaces to hyphens, punctuation dropped.
    private static HashSet<string> Anchors(SourceFile page) =>
        [.. Prose(page).Split('\n').Where(line => line.StartsWith('#')).Select(line =>
            string.Concat(line.TrimStart('#').Trim().ToLowerInvariant().Where(c => char.IsLetterOrDigit(c) || c is ' ' or '-' or '_')).Replace(' ', '-'))];

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)[^)]*\)", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Link();

    [GeneratedRegex(@"`(?<path>(?:src|tests|tools|web|docs|samples|scripts|conformance|bench)/[\w./\-]+)`", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex BacktickedPath();

    [GeneratedRegex(@"^(```|~~~)[^\n]*\n.*?^\1[^\n]*$", RegexOptions.Multiline | RegexOptions.Singleline, 5000)]
    private static partial Regex Fence();
}
