using System.Reflection;

namespace Ninben.Dmn.Tests.Packages;

/// <summary>What users of the packages can see is kept as a list, so that a change of it is seen in review.</summary>
public sealed class PublicApiTests
{
    [Theory]
    [InlineData("Ninben.Feel", typeof(Feel.FeelValue))]
    [InlineData("Ninben.Dmn", typeof(DmnModel))]
    public void The_list_of_what_is_public_is_up_to_date(string package, Type member)
    {
        string file = Path.Combine(Repository.Root, "src", package, "PublicApi.txt");
        string found = string.Concat(member.Assembly.GetExportedTypes().OrderBy(type => type.FullName, StringComparer.Ordinal).SelectMany(Lines)
            .Select(line => line + "\n"));

        // NINBEN_WRITE_DOCS=1 brings the list up to date instead.
        if (Environment.GetEnvironmentVariable("NINBEN_WRITE_DOCS") == "1") File.WriteAllText(file, found);
        else Assert.True(File.Exists(file) && File.ReadAllText(file) == found, $"{file} is not up to date: run this test with NINBEN_WRITE_DOCS=1.");
    }

    private static IEnumerable<string> Lines(Type type)
    {
        yield return type.FullName!;
        const BindingFlags declared = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
        IEnumerable<MemberInfo> members = type.GetMembers(declared).Where(member => member is not Type && !member.Name.StartsWith('<')
            && member is not MethodInfo { IsSpecialName: true });
        foreach (string line in members.Select(member => $"  {member.MemberType} {member}").Order(StringComparer.Ordinal)) yield return line;
    }
}
