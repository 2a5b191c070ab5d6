namespace Architecture.Tests.Rules;

/// <summary>Every rule of the house, one line each. Its examples stand under the same sentence in <see cref="RuleExamples"/>.</summary>
internal static class RuleCatalogue
{
    public static IReadOnlyList<Rule> All { get; } =
    [
        new("A project references only what stands to its left", ProjectLine.References),
        new("Core projects use the base class library only", ProjectLine.PureProjectsHaveNoPackages),
        new("The solution names every project", ProjectLine.SolutionNamesEveryProject),

        new("The core has no clock, chance, machine, I/O or tasks", Bans.InTheCore),
        new("The core counts in decimals", Bans.BinaryNumbersInTheCore),
        new("Nobody blocks on a task, hides a failure or leaves code unfinished", Bans.Anywhere),
        new("A silenced warning says why", Bans.SilencedWarnings),
        new("Tests neither sleep, skip nor depend on the day", Bans.InTestCode),
        new("No leftovers", Bans.Leftovers),

        new("What lies in a catalogue's folder stands in the catalogue", Catalogues.Complete),
        new("Every connector stands in its catalogue", Catalogues.Connectors),
        new("Every fact stands in the fact catalogue", Catalogues.Facts),

        new("Files are short", Limits.Files),
        new("Lines are short", Limits.Lines),
        new("Methods are short", Limits.Methods),

        new("Type names say what a thing is", Names.Types),
        new("File names say what a file holds", Names.Files),
        new("Namespaces equal folders", Names.Namespaces),
        new("One public type per file", Names.OnePublicType),

        new("A page has one title", Documents.OneTitle),
        new("Links lead somewhere", Documents.Links),
        new("Paths in prose exist", Documents.NamedPaths),
        new("The root holds no notes", Documents.RootIsTidy),
        new("Decisions are numbered, indexed and whole", Documents.DecisionsAreNumbered),
        new("The licence is here", Documents.Licence),
        new("The page for contributors is short", Documents.ContributingIsShort),

        new("No file knows the machine it was written on", Places.NoMachinePaths),
        new("No file names a package source", Places.NoRegistryHosts),
        new("Samples are whole", Places.SamplesAreWhole),
        new("Scripts stop at a misspelt name", Places.ScriptsStop),
    ];
}
