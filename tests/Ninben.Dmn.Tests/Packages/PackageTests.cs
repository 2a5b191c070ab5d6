using System.IO.Compression;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text;
using System.Xml.Linq;

namespace Ninben.Dmn.Tests.Packages;

/// <summary>What somebody gets who installs a package: the files in it, what it needs, and that the examples of its page work.</summary>
public sealed class PackageTests(PackedPackages packages) : IClassFixture<PackedPackages>
{
    [Theory]
    [InlineData("Ninben.Feel")]
    [InlineData("Ninben.Dmn")]
    public void A_package_holds_its_assembly_with_docs_its_page_and_its_licence(string package)
    {
        using ZipArchive archive = packages.Open(package);

        XElement metadata = Metadata(archive, package);
        Assert.NotNull(archive.GetEntry($"lib/net10.0/{package}.dll"));
        Assert.Contains($"<member name=\"T:{package}.", Text(archive, $"lib/net10.0/{package}.xml"), StringComparison.Ordinal);
        Assert.Equal(File.ReadAllText(Path.Combine(Repository.Root, "src", package, "README.md")), Text(archive, Value(metadata, "readme")));
        Assert.Equal("Apache-2.0", Value(metadata, "license"));
        Assert.Equal("The Ninben authors", Value(metadata, "authors"));
        Assert.NotEmpty(Value(metadata, "description"));
    }

    [Theory]
    [InlineData("Ninben.Feel", "")]
    [InlineData("Ninben.Dmn", "Ninben.Feel")]
    public void A_package_needs_nothing_but_the_class_library_and_makes_no_code_at_run_time(string package, string needed)
    {
        using ZipArchive archive = packages.Open(package);

        string[] wanted = needed.Length == 0 ? [] : [needed];
        Assert.Equal(wanted, Metadata(archive, package).Descendants().Where(e => e.Name.LocalName == "dependency").Select(e => e.Attribute("id")!.Value));
        List<string> references = References(archive, $"lib/net10.0/{package}.dll");
        Assert.Equal(wanted, references.Where(name => !name.StartsWith("System.", StringComparison.Ordinal)));
        Assert.DoesNotContain(references, name => name.StartsWith("System.Linq.Expressions", StringComparison.Ordinal)
            || name.StartsWith("System.Reflection.Emit", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(typeof(Feel.FeelValue))]
    [InlineData(typeof(DmnModel))]
    public void An_assembly_says_that_it_may_be_trimmed_and_compiled_ahead_of_time(Type member)
    {
        Dictionary<string, string?> said = member.Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().ToDictionary(each => each.Key, each => each.Value);

        // The analyzers for both run in every build and are errors; these words are what a publisher's tools look for.
        Assert.Equal(("True", "True"), (said.GetValueOrDefault("IsTrimmable"), said.GetValueOrDefault("IsAotCompatible")));
    }

    [Fact]
    public async Task A_project_that_installs_the_packages_compiles_and_runs_the_examples_of_their_pages_without_a_network()
    {
        string folder = Path.Combine(packages.Folder, "installed");
        Directory.CreateDirectory(folder);
        (string Code, List<string> Says)[] examples = [Example("Ninben.Feel"), Example("Ninben.Dmn")];
        WriteProject(folder, examples.Select(example => example.Code));

        (int built, string log) = await PackedPackages.Dotnet(folder, "build", "-c", "Release", "-o", "out", "-nologo");
        Assert.True(built == 0, log);
        (int ran, string said) = await PackedPackages.Dotnet(folder, "exec", Path.Combine("out", "Installed.dll"));

        Assert.True(ran == 0, said);
        Assert.Equal(examples.SelectMany(example => example.Says), said.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    private void WriteProject(string folder, IEnumerable<string> examples)
    {
        File.WriteAllText(Path.Combine(folder, "nuget.config"), $"""
            <configuration>
              <packageSources><clear/><add key="packed" value="{packages.Source}"/></packageSources>
              <config><add key="globalPackagesFolder" value="{Path.Combine(packages.Folder, "cache")}"/></config>
            </configuration>
            """);
        File.WriteAllText(Path.Combine(folder, "Installed.csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework><ImplicitUsings>enable</ImplicitUsings>
                <Nullable>enable</Nullable><UseAppHost>false</UseAppHost><TreatWarningsAsErrors>true</TreatWarningsAsErrors>
                <UseSharedCompilation>false</UseSharedCompilation></PropertyGroup>
              <ItemGroup><PackageReference Include="Ninben.Dmn" Version="{Version()}"/></ItemGroup>
            </Project>
            """);
        File.WriteAllText(Path.Combine(folder, "Program.cs"), "using System.Text;\nusing Ninben.Dmn;\nusing Ninben.Feel;\n"
            + string.Concat(examples.Select(example => "{\n" + example + "\n}\n")));
    }

    private string Version() => Path.GetFileName(Directory.GetFiles(packages.Source, "Ninben.Dmn.*.nupkg").Single())["Ninben.Dmn.".Length..^".nupkg".Length];

    /// <summary>The example of a page, and what it says that each of its lines writes.</summary>
    private static (string Code, List<string> Says) Example(string package)
    {
        string page = File.ReadAllText(Path.Combine(Repository.Root, "src", package, "README.md")).ReplaceLineEndings("\n");
        string code = page.Split("```csharp\n")[1].Split("\n```")[0];
        IEnumerable<string> writing = code.Split('\n').Where(line => line.StartsWith("Console.WriteLine(", StringComparison.Ordinal));
        return (code, [.. writing.Select(line => line.Split("); // ")[1])]);
    }

    private static XElement Metadata(ZipArchive archive, string package) => XDocument.Parse(Text(archive, package + ".nuspec")).Root!.Elements().First();

    private static string Value(XElement metadata, string name) => metadata.Elements().Single(e => e.Name.LocalName == name).Value;

    private static string Text(ZipArchive archive, string name)
    {
        using StreamReader reader = new(archive.GetEntry(name)!.Open(), Encoding.UTF8);
        return reader.ReadToEnd();
    }

    private static List<string> References(ZipArchive archive, string name)
    {
        using MemoryStream bytes = new();
        using (Stream packed = archive.GetEntry(name)!.Open()) packed.CopyTo(bytes);
        bytes.Position = 0;
        using PEReader image = new(bytes);
        MetadataReader reader = image.GetMetadataReader();
        return [.. reader.AssemblyReferences.Select(handle => reader.GetString(reader.GetAssemblyReference(handle).Name))];
    }
}
