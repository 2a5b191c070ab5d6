using Architecture.Tests.Reading;

namespace Architecture.Tests.Rules;

/// <summary>Small trees on which each rule is tried. Words that a rule over this very file would find are put together from parts.</summary>
internal static class RuleExamples
{
    private const string Core = "src/Ninben.Bpmn/Cases/X.cs";

    public static IReadOnlyList<RuleExample> All { get; } = [.. Line(), .. Banned(), .. Listed(), .. Short(), .. Named(), .. Told(), .. Placed()];

    private static Tree One(string path, string text) => Tree.Of((path, text));

    private static Tree Project(string name, string inside) => One($"src/{name}/{name}.csproj", $"<Project>{inside}</Project>");

    private static string Reference(string name) => $"<ProjectReference Include=\"../{name}/{name}.csproj\" />";

    private static string Repeated(string line, int times) => string.Concat(Enumerable.Repeat(line + "\n", times));

    private static IEnumerable<RuleExample> Line() =>
    [
        new("A project references only what stands to its left", Project("Ninben.Dmn", Reference("Ninben.Feel")),
            Project("Ninben.Feel", Reference("Ninben.Dmn")), Project("Ninben.Storage", Reference("Ninben.Connectors")), Project("Ninben.Extra", "")),
        new("Core projects use the base class library only", Project("Ninben.Runtime", "<FrameworkReference Include=\"A\" />"),
            Project("Ninben.Bpmn", "<PackageReference Include=\"A\" />"), Project("Ninben.Feel", "<FrameworkReference Include=\"A\" />")),
        new("The solution names every project",
            Tree.Of(("Ninben.slnx", "<Project Path=\"src/A/A.csproj\" />"), ("src/A/A.csproj", "")), Tree.Of(("Ninben.slnx", ""), ("src/A/A.csproj", ""))),
    ];

    private static IEnumerable<RuleExample> Banned() =>
    [
        new("The core has no clock, chance, machine, I/O or tasks",
            One(Core, "// DateTime.Now\nvar a = \"Guid.NewGuid()\"; var b = $\"{stamp.At} File.Open(\"; var c = place.File.Name;\n"
                + "var d = '\\''; var e = \"\"\"Task.Run()\"\"\";"),
            One(Core, "var now = DateTimeOffset.UtcNow;"), One(Core, "var s = $\"{Guid.NewGuid()}\";"), One(Core, "new Random(1)"),
            One(Core, "var m = Environment.MachineName;"), One(Core, "File.ReadAllText(x)"), One(Core, "Task<int> M() => t;"), One(Core, "Thread.Sleep(1)"),
            One(Core, "async x"), One(Core, "HttpClient c;"), One(Core, "var s = $$\"\"\"{a} {{DateTime.Now}}\"\"\";"), One(Core, "lock (gate) { }"),
            One(Core, "using System.Linq.Expressions;"), One(Core, "var o = RegexOptions.Compiled;"), One(Core, "dynamic x = y;")),
        new("The core counts in decimals",
            Tree.Of((Core, "decimal amount = 1m; // no double"), ("src/Ninben.Learning/X.cs", "double share;")), One(Core, "double amount;"), One(Core,
                "var x = Math.Pow(a, b);")),
        new("Nobody blocks on a task, hides a failure or leaves code unfinished",
            One("src/A/X.cs", "var r = evaluation.Result; var s = reading.Results; await task;"),
            One("src/A/X.cs", "throw new NotImplementedException();"), One("src/A/X.cs", "async void M() { }"), One("src/A/X.cs", "var r = Load().Result;"),
            One("src/A/X.cs", "loadTask.Wait();"), One("src/A/X.cs", "x.GetAwaiter().GetResult();")),
        new("A silenced warning says why", One("src/A/X.cs", "#pragma warning disable CA1000 // because\n"), One("src/A/X.cs",
            "int a;\n#pragma warning disable CA1000\n")),
        new("Tests neither sleep, skip nor depend on the day",
            One("tests/A/X.cs", "[Fact]\nvoid M() => Assert.Skip(\"no database\"); // Thread.Sleep\nawait Task.Delay(until, token);"),
            One("tests/A/X.cs", "Thread.Sleep(10);"), One("tests/A/X.cs", "await Task.Delay(100);"), One("tests/A/X.cs", "[Fact(Skip = \"later\")]"),
            One("tests/A/X.cs", "var now = DateTimeOffset.UtcNow;"), One("tests/A/X.cs", "var dice = new Random();")),
        new("No leftovers", One("src/A/X.cs", "// A todo list is a list of tasks."), One("src/A/X.cs", "// TO" + "DO"), One("web/src/app/x.tsx",
            "// FIX" + "ME later"), One("dev", "# HA" + "CK")),
    ];

    private static IEnumerable<RuleExample> Listed() =>
    [
        new("What lies in a catalogue's folder stands in the catalogue",
            Tree.Of(("src/Ninben.Bpmn/Elements/ElementCatalogue.cs", "new UserTaskKind()"), ("src/Ninben.Bpmn/Elements/UserTask/UserTaskKind.cs",
                "class UserTaskKind { }")),
            Tree.Of(("src/Ninben.Bpmn/Elements/ElementCatalogue.cs", "// UserTaskKind"), ("src/Ninben.Bpmn/Elements/UserTask/UserTaskKind.cs",
                "class UserTaskKind { }")),
            One("src/Ninben.Bpmn/Elements/UserTask/UserTaskKind.cs", "class UserTaskKind { }"),
            Tree.Of(("web/src/app/router.tsx", "import { Home } from '../pages/home/home-page'"), ("web/src/pages/inbox/inbox-page.tsx", "")),
            Tree.Of(("src/Ninben.Server/Endpoints/EndpointCatalogue.cs", "OpenCase.Map(app);"), ("src/Ninben.Server/Endpoints/Cases/CloseCase.cs",
                "static class CloseCase { static void Map(A a) { } }"))),
        new("Every connector stands in its catalogue",
            Tree.Of(("src/Ninben.Connectors/ConnectorCatalogue.cs", "new HttpConnector(a)"), ("src/Ninben.Connectors/Http/HttpConnector.cs",
                "class HttpConnector(A a) : IConnector { }")),
            Tree.Of(("src/Ninben.Connectors/ConnectorCatalogue.cs", ""), ("src/Ninben.Connectors/Http/HttpConnector.cs",
                "class HttpConnector(A a) : IConnector, IDisposable { }"))),
        new("Every fact stands in the fact catalogue",
            Tree.Of(("src/Ninben.Bpmn/Cases/FactCatalogue.cs", "Of<CaseOpened>()"), ("src/Ninben.Bpmn/Cases/Facts/A.cs",
                "public sealed record CaseOpened(int A) : Fact;")),
            Tree.Of(("src/Ninben.Bpmn/Cases/FactCatalogue.cs", ""), ("src/Ninben.Bpmn/Cases/Facts/A.cs",
                "public sealed record CaseOpened(int A,\n    int B) : Fact;"))),
    ];

    private static IEnumerable<RuleExample> Short() =>
    [
        new("Files are short", Tree.Of(("src/A/X.cs", Repeated("//", 400)), ("src/A/Parser.cs", Repeated("//", 800))),
            One("src/A/X.cs", Repeated("//", 401)), One("src/A/Parser.cs", Repeated("//", 801)), One("web/src/kit/x.ts", Repeated("//", 401))),
        new("Lines are short", One("src/A/X.cs", new string('x', 160)), One("src/A/X.cs", new string('x', 161))),
        new("Methods are short",
            One("src/A/X.cs", $"class X\n{{\n    void M(int a)\n    {{\n{Repeated("        A();", 67)}    }}\n\n    int P => Call(1);\n"
                + $"{Repeated("    int f;", 90)}}}\n"),
            One("src/A/X.cs", $"class X\n{{\n    public async Task<A<B>> M(int a)\n    {{\n{Repeated("        A();", 68)}    }}\n}}\n"),
            One("src/A/X.cs", $"class X\n{{\n    X(int a)\n        : base(a)\n    {{\n{Repeated("        if (a) {{ }}", 90)}    }}\n}}\n"),
            One("src/A/X.cs", $"class X\n{{\n    static T M<T>(T a) where T : B\n    {{\n{Repeated("        A();", 90)}    }}\n}}\n")),
    ];

    private static IEnumerable<RuleExample> Named() =>
    [
        new("Type names say what a thing is", One("src/A/X.cs", "class CaseRunner { }\nclass Database { }"),
            One("src/A/X.cs", "class CaseManager { }"), One("src/A/X.cs", "\npublic sealed record UserInfo(int A);"), One("src/A/X.cs",
                "class StringHelper { }")),
        new("File names say what a file holds", One("web/src/kit/button.tsx", ""), One("web/src/kit/index.tsx", ""), One("web/src/kit/utils.ts", "")),
        new("Namespaces equal folders", One("src/Ninben.Feel/Syntax/X.cs", "namespace Ninben.Feel.Syntax;"),
            One("src/Ninben.Feel/Syntax/X.cs", "namespace Ninben.Feel;"), One("src/Ninben.Feel/X.cs", "namespace Ninben.Feel { }")),
        new("One public type per file",
            Tree.Of(("src/A/X.cs", "public interface X { }\n\npublic sealed record Answer(int B);\ninternal class C { }"), ("src/A/ShapeFacts.cs",
                "public record B(int C) : Fact;\npublic record D : Fact;")),
            One("src/A/X.cs", "public class Y { }"), One("src/A/X.cs", "public class X { }\npublic class Y { }"), One("src/A/Things.cs",
                "public record B : Fact;\npublic record C : Command;")),
    ];

    private static IEnumerable<RuleExample> Told() =>
    [
        new("A page has one title", One("docs/a.md", "# A\n\n```bash\n# no title\n```\n## B\n"), One("docs/a.md", "# A\n# B\n"), One("docs/a.md",
            "text\n")),
        new("Links lead somewhere", Tree.Of(("docs/a.md", "[b](b.md#the-second-part) [c](../src/x.cs) [d](https://example.org) [e](#f)\n## F\n"),
            ("docs/b.md", "## The second part\n"), ("src/x.cs", "")),
            One("docs/a.md", "[b](b.md)"), Tree.Of(("docs/a.md", "[b](b.md#none)"), ("docs/b.md", "# B"))),
        new("Paths in prose exist", Tree.Of(("docs/a.md", "`src/x.cs` and `src/<Element>/x.cs`"), ("src/x.cs", "")), One("docs/a.md", "see `src/gone.cs`")),
        new("The root holds no notes", Tree.Of(("README.md", ""), ("docs/notes.md", "")), One("PLAN.md", "")),
        new("Decisions are numbered, indexed and whole",
            Tree.Of(("docs/decisions/README.md", "[a](0001-a.md)"), ("docs/decisions/0001-a.md",
                "## Context\n## Decision\n## Consequences\n## What would change our mind\n")),
            Tree.Of(("docs/decisions/README.md", "[a](0002-a.md)"), ("docs/decisions/0002-a.md",
                "## Context\n## Decision\n## Consequences\n## What would change our mind\n")),
            Tree.Of(("docs/decisions/README.md", ""), ("docs/decisions/0001-a.md",
                "## Context\n## Decision\n## Consequences\n## What would change our mind\n")),
            Tree.Of(("docs/decisions/README.md", "[a](0001-a.md)"), ("docs/decisions/0001-a.md", "## Context\n## Decision\n"))),
        new("The licence is here", One("LICENSE", "Apache License\nVersion 2.0"), One("README.md", "")),
        new("The page for contributors is short", One("CONTRIBUTING.md", "# A\n"), One("CONTRIBUTING.md", Repeated("x", 151))),
    ];

    private static IEnumerable<RuleExample> Placed() =>
    [
        new("No file knows the machine it was written on", One("src/A/X.cs", "/usr/bin/chromium https://example.org/home/page ~/work/x a/home/b"),
            One("docs/a.md", "in /ho" + "me/ann/ninben"), One("src/A/X.cs", "\"/ro" + "ot/.cache\""), One("dev", "cd /wo" + "rk/main")),
        new("No file names a package source", One("web/package-lock.json", "{\"integrity\":\"sha512-x\"}"),
            One("web/package-lock.json", "{\"resolved\": \"https://example.org/x/-/x.tgz\"}"), One("nuget.config",
                "https://api.nuget.example/v3/index.json")),
        new("Samples are whole",
            Tree.Of(("samples/a/process.bpmn", ""), ("samples/a/decisions.dmn", ""), ("samples/a/cases.json", ""), ("samples/a/expected.json", ""),
                ("samples/a/README.md", ""), ("samples/README.md", "")),
            One("samples/a/process.bpmn", "")),
        new("Scripts stop at a misspelt name", One("dev", "#!/usr/bin/env bash\nset -euo pipefail\n"), One("dev", "#!/bin/bash\necho $x\n")),
    ];
}
