using System.Text.RegularExpressions;
using Architecture.Tests.Reading;

namespace Architecture.Tests.Rules;

/// <summary>Catalogues are explicit lists. What lies in the folder must stand in the list, or it is never reached.</summary>
internal static class Catalogues
{
    private static readonly Catalogue[] All =
    [
        Catalogue.OfFolders("src/Ninben.Bpmn/Elements", "src/Ninben.Bpmn/Elements/ElementCatalogue.cs", "BPMN element"),
        Catalogue.OfFolders("src/Ninben.Bpmn/Events", "src/Ninben.Bpmn/Events/EventCatalogue.cs", "kind of event"),
        Catalogue.OfFiles("src/Ninben.Bpmn/Checks", "src/Ninben.Bpmn/Checks/CheckCatalogue.cs", "check"),
        Catalogue.OfFiles("src/Ninben.Feel/Builtins", "src/Ninben.Feel/Builtins/BuiltinCatalogue.cs", "FEEL function"),
        Catalogue.OfFiles("src/Ninben.Dmn/DecisionTables/HitPolicies", "src/Ninben.Dmn/DecisionTables/HitPolicies/HitPolicyCatalogue.cs", "hit policy"),
        Catalogue.OfFiles("src/Ninben.Server/Endpoints", "src/Ninben.Server/Endpoints/EndpointCatalogue.cs", "endpoint")
            with { Shape = @"\bstatic\s+\w+\s+Map\(" },
        Catalogue.OfFiles("src/Ninben.Storage/Sqlite/Migrations", "src/Ninben.Storage/Sqlite/Migrations/MigrationCatalogue.cs", "migration")
            with { Name = @"^Migration\d" },
        Catalogue.OfFiles("src/Ninben.Cli/Commands", "src/Ninben.Cli/CommandCatalogue.cs", "command"),
        Catalogue.OfFiles("tools/Ninben.Dev/Commands", "tools/Ninben.Dev/CommandCatalogue.cs", "developer command"),
        Catalogue.OfFolders("web/src/pages", "web/src/app/router.tsx", "page"),
    ];

    private static readonly Regex FactRecord = new(@"record\s+(?<name>\w+)\s*(\([^;{]*?\))?\s*:\s*Fact\b", RegexOptions.ExplicitCapture,
        TimeSpan.FromSeconds(5));

    private static readonly Regex ConnectorClass = new(@"class\s+(?<name>\w+)\s*(\([^;{]*?\))?\s*:\s*[^{]*\bIConnector\b",
        RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5));

    /// <summary>
    /// Connectors share rooms such as page reading, so the class counts here, not the folder. A listed connector may stand in another one's
    /// file (a stand-in while it is not configured).
    /// </summary>
    public static IEnumerable<Violation> Connectors(Tree tree)
    {
        const string list = "src/Ninben.Connectors/ConnectorCatalogue.cs";
        var listed = tree.Find(list)?.Code ?? "";
        var text = listed + string.Concat(tree.CSharp.Where(file => file.Under("src/Ninben.Connectors")
            && ConnectorClass.Match(file.Code) is { Success: true } found && Mentions(listed, found.Groups["name"].Value)).Select(file => file.Code));
        return from file in tree.CSharp
               where file.Under("src/Ninben.Connectors")
               from Match match in ConnectorClass.Matches(file.Code)
               let name = match.Groups["name"].Value
               where !Mentions(text, name)
               select new Violation(file.Path, file.LineOf(match.Index), $"The connector {name} has no line in {list}; no model can call it.");
    }

    public static IEnumerable<Violation> Complete(Tree tree) => All.SelectMany(catalogue => catalogue.Missing(tree));

    public static IEnumerable<Violation> Facts(Tree tree)
    {
        const string list = "src/Ninben.Bpmn/Cases/FactCatalogue.cs";
        var text = tree.Find(list)?.Code ?? "";
        return from file in tree.CSharp
               where file.Under("src")
               from Match match in FactRecord.Matches(file.Code)
               let name = match.Groups["name"].Value
               where !Mentions(text, name)
               select new Violation(file.Path, file.LineOf(match.Index),
                   $"The fact {name} has no line in {list}; without it a stored case cannot be read.");
    }

    internal static bool Mentions(string text, string name) => Regex.IsMatch(text, $@"\b{Regex.Escape(name)}\b", RegexOptions.None,
        TimeSpan.FromSeconds(5));

    /// <summary>A folder of things and the file that lists them.</summary>
    private sealed record Catalogue(string Folder, string List, string Thing, bool ByFolder)
    {
        /// <summary>Only files with such a name are things; the others serve them.</summary>
        public string Name { get; init; } = "";

        /// <summary>Only files with such code are things.</summary>
        public string Shape { get; init; } = "";

        public static Catalogue OfFolders(string folder, string list, string thing) => new(folder, list, thing, ByFolder: true);

        public static Catalogue OfFiles(string folder, string list, string thing) => new(folder, list, thing, ByFolder: false);

        public IEnumerable<Violation> Missing(Tree tree)
        {
            var inside = tree.Files.Where(file => file.Under(Folder) && file.Path != List && (file.Is(".cs") || file.Is(".tsx"))).ToList();
            if (tree.Find(List) is not { } list)
                return inside.Count == 0 ? [] : [new(Folder, 0, $"The list {List} is gone; without it no {Thing} is found.")];

            var text = list.Is(".cs") ? list.Code : list.Text;
            return ByFolder ? MissingFolders(inside, text) : MissingFiles(inside, text);
        }

        private static bool IsMatch(string text, string pattern) => Regex.IsMatch(text, pattern, RegexOptions.None, TimeSpan.FromSeconds(5));

        private IEnumerable<Violation> MissingFolders(List<SourceFile> inside, string text) =>
            from file in inside
            where file.Path[(Folder.Length + 1)..].Contains('/', StringComparison.Ordinal)
            group file by file.Path[(Folder.Length + 1)..].Split('/')[0] into folder
            where !Reaches(folder, folder.Key, text)
            select new Violation($"{Folder}/{folder.Key}", 0, $"This {Thing} has no line in {List}.");

        // A folder counts as listed when the list names it, or a type declared directly in it.
        private static bool Reaches(IEnumerable<SourceFile> files, string folder, string text) =>
            Mentions(text, folder) || files.Any(file => TypeDeclaration.In(file).Any(type => type.Depth == 0 && Mentions(text, type.Name)));

        // Only what implements the catalogue's shape must be listed; records, enums and abstract types beside it are its parts.
        private IEnumerable<Violation> MissingFiles(List<SourceFile> inside, string text) =>
            from file in inside
            where file.Is(".cs") && IsMatch(file.Name, Name) && IsMatch(file.Code, Shape)
            let types = TypeDeclaration.In(file).Where(type => type.Depth == 0).ToList()
            where types.Exists(type => type.Kind == "class") && !types.Exists(type => Mentions(text, type.Name))
            where !inside.Exists(other => other != file && types.Exists(type => Mentions(other.Code, type.Name)))
            select new Violation(file.Path, 0, $"This {Thing} has no line in {List}.");
    }
}
