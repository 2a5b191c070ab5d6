using System.Text.RegularExpressions;
using Architecture.Tests.Reading;

namespace Architecture.Tests.Rules;

/// <summary>The repository stands on its own: no file knows the machine that it was written on, and every sample is whole.</summary>
internal static partial class Places
{
    private static readonly string[] SampleFiles = ["process.bpmn", "decisions.dmn", "cases.json", "expected.json", "README.md"];

    private static readonly string[] Unread = ["package-lock.json"];

    public static IEnumerable<Violation> NoMachinePaths(Tree tree) =>
        from file in tree.Files
        where !Unread.Contains(file.Name)
        from Match match in MachinePath().Matches(file.Text)
        select new Violation(file.Path, file.LineOf(match.Index),
            $"`{match.Value}` is a place on one machine. Use a path relative to the root, a temporary folder or an environment variable.");

    public static IEnumerable<Violation> NoRegistryHosts(Tree tree) =>
        from file in tree.Files
        where file.Is(".json") || file.Name is ".npmrc" || file.Name.Equals("nuget.config",
            StringComparison.OrdinalIgnoreCase) || file.Is(".sh") || file.Path is "dev" or "ninben" or ".ci/run"
        from Match match in RegistryHost().Matches(file.Text)
        select new Violation(file.Path, file.LineOf(match.Index),
            "A package source belongs to the machine's own settings; lock files hold versions and hashes only (npm: omit-lockfile-registry-resolved=true).");

    public static IEnumerable<Violation> SamplesAreWhole(Tree tree) =>
        from folder in tree.Files.Where(file => file.Under("samples") && file.Path.Split('/').Length > 2).Select(file => string.Join('/',
            file.Path.Split('/')[..2])).Distinct()
        from name in SampleFiles
        where tree.Find($"{folder}/{name}") is null
        select new Violation($"{folder}/{name}", 0, $"A sample has {string.Join(", ", SampleFiles)}: it runs, seeds the demo and is measured.");

    public static IEnumerable<Violation> ScriptsStop(Tree tree) =>
        from file in tree.Files
        where file.Text.StartsWith("#!/bin/bash", StringComparison.Ordinal) || file.Text.StartsWith("#!/usr/bin/env bash", StringComparison.Ordinal)
        where !ShellOptions().IsMatch(file.Text)
        select new Violation(file.Path, 0, "A script begins with `set -u` at least, so that a misspelt name stops it.");

    [GeneratedRegex("""(?<![\w.:/\-~*}])/(?:home|root|Users|mnt|work|workspace|private/tmp)/[\w.\-]+""", RegexOptions.None, 5000)]
    private static partial Regex MachinePath();

    [GeneratedRegex("""
        https?://[^\s"']*(?:registry|nuget|npm)[^\s"']*/(?:index\.json|[\w@.\-%]+\.tgz)
        | registry\s*=
        | "resolved"\s*:\s*"http
        """, RegexOptions.IgnorePatternWhitespace, 5000)]
    private static partial Regex RegistryHost();

    [GeneratedRegex(@"^set -\w*u", RegexOptions.Multiline, 5000)]
    private static partial Regex ShellOptions();
}
