using System.Collections.Immutable;
using Microsoft.Extensions.Configuration;
using Ninben.Connectors.Documents;

namespace Ninben.Connectors.Folder;

/// <summary>A folder whose files become cases (<c>Folders:{name}</c>).</summary>
/// <param name="Name">Letters, digits and dashes.</param>
/// <param name="Path">The folder; its subfolders <c>done</c> and <c>refused</c> are made as needed.</param>
/// <param name="Process">Id of the process that is opened.</param>
/// <param name="Variable">The variable that gets the document's hash.</param>
/// <param name="Text">Whether plain text is taken too.</param>
public sealed record WatchedFolder(string Name, string Path, string Process, string Variable, TextFiles Text)
{
    /// <summary>All folders of a configuration; throws <see cref="InvalidOperationException"/> naming the setting that is wrong.</summary>
    public static ImmutableArray<WatchedFolder> ReadAll(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return [.. configuration.GetSection("Folders").GetChildren().Select(Read)];
    }

    private static WatchedFolder Read(IConfigurationSection section)
    {
        if (section.Key.Length > 60 || !section.Key.All(character => char.IsAsciiLetterOrDigit(character) || character == '-'))
            throw new InvalidOperationException($"{section.Path}: expected a name of letters, digits and dashes.");
        if (string.IsNullOrWhiteSpace(section["Path"])) throw new InvalidOperationException($"{section.Path}:Path: expected a folder, found nothing.");
        if (string.IsNullOrWhiteSpace(section["Process"])) throw new InvalidOperationException(
            $"{section.Path}:Process: expected the id of a process, found nothing.");
        return new WatchedFolder(section.Key, System.IO.Path.GetFullPath(section["Path"]!), section["Process"]!, section["Variable"] ?? "document",
            bool.TryParse(section["Text"], out var text) && text ? TextFiles.Accept : TextFiles.Refuse);
    }
}
