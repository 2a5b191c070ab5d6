using System.Text.RegularExpressions;
using Architecture.Tests.Reading;

namespace Architecture.Tests.Rules;

/// <summary>The projects form a line; each may reference only what stands to its left.</summary>
internal static partial class ProjectLine
{
    private static readonly string[] Pure = ["Ninben.Feel", "Ninben.Dmn", "Ninben.Learning", "Ninben.Oversight", "Ninben.Bpmn"];

    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["Ninben.Feel"] = [],
        ["Ninben.Dmn"] = [.. Pure[..1]],
        ["Ninben.Learning"] = [.. Pure[..2]],
        ["Ninben.Oversight"] = [.. Pure[..3]],
        ["Ninben.Bpmn"] = [.. Pure[..4]],
        ["Ninben.Runtime"] = Pure,
        ["Ninben.Storage"] = [.. Pure, "Ninben.Runtime"],
        ["Ninben.Connectors"] = [.. Pure, "Ninben.Runtime"],
        ["Ninben.Testing"] = [.. Pure, "Ninben.Runtime"],
        ["Ninben.Server"] = [.. Pure, "Ninben.Runtime", "Ninben.Storage", "Ninben.Connectors", "Ninben.Testing"],
        ["Ninben.Cli"] = [.. Pure, "Ninben.Runtime", "Ninben.Storage", "Ninben.Connectors", "Ninben.Testing", "Ninben.Server"],
    };

    public static IEnumerable<Violation> References(Tree tree)
    {
        foreach (var project in tree.Files.Where(file => file.Under("src") && file.Is(".csproj")))
        {
            var name = NameOf(project.Path);
            if (!Allowed.TryGetValue(name, out var allowed))
            {
                yield return new(project.Path, 0,
                    $"{name} has no place in the line; put it into ProjectLine.cs and docs/architecture.md, or into a project that exists.");
                continue;
            }

            foreach (Match reference in ProjectReference().Matches(project.Text))
            {
                var target = NameOf(reference.Groups["path"].Value);
                if (!allowed.Contains(target))
                    yield return new(project.Path, project.LineOf(reference.Index),
                        $"{name} may not reference {target}, it stands to the right or beside; move the code or put a port to the left.");
            }
        }
    }

    public static IEnumerable<Violation> PureProjectsHaveNoPackages(Tree tree) =>
        from project in tree.Files
        where project.Is(".csproj") && project.Under("src") && Pure.Contains(NameOf(project.Path))
        from Match reference in PackageOrFramework().Matches(project.Text)
        select new Violation(project.Path, project.LineOf(reference.Index),
            "A core project uses the base class library only; take the package in Storage, Connectors or Server.");

    public static IEnumerable<Violation> SolutionNamesEveryProject(Tree tree)
    {
        var solution = tree.Find("Ninben.slnx");
        return tree.Files.Where(file => file.Is(".csproj") && solution?.Text.Contains($"\"{file.Path}\"", StringComparison.Ordinal) != true)
            .Select(file => new Violation(file.Path, 0, "The project is not in Ninben.slnx; add it, or the build and the tests pass it by."));
    }

    private static string NameOf(string path) => path.Split('/', '\\')[^1].Replace(".csproj", "", StringComparison.Ordinal);

    [GeneratedRegex("<ProjectReference\\s+Include=\"(?<path>[^\"]+)\"", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex ProjectReference();

    [GeneratedRegex("<(PackageReference|FrameworkReference)\\s", RegexOptions.None, 5000)]
    private static partial Regex PackageOrFramework();
}
